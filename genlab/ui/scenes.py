"""Scenes held in memory between requests; what they are is :mod:`genlab.analysis.scene`."""

from __future__ import annotations

from genlab.analysis.checkpoints import step_of
from genlab.analysis.scene import BLOCK_ITEMS, Floats, Scene, read_scene
from genlab.store import Run
from genlab.ui.stores import Shelf

__all__ = ["BLOCK_ITEMS", "Floats", "Scene", "scene"]


class _NotPreparedError(Exception):
    """A cache that the scene needs is not there yet."""


_scenes: Shelf[Scene] = Shelf(limit=6)


def scene(run: Run, step: int | None = None) -> Scene | None:
    """Return the scene of a run's checkpoint (the last by default), or None while it has not been prepared.

    Raises
    ------
    StoreError
        If the run has no checkpoint yet, no such checkpoint, or damaged files.
    """
    chosen = step_of(run, step)
    try:
        return _scenes.get((run.store.root, run.id, chosen, run.written_at(chosen)), lambda: _read(run, chosen))
    except _NotPreparedError:
        return None


def _read(run: Run, step: int) -> Scene:
    found = read_scene(run, step)
    if found is None:
        raise _NotPreparedError
    return found
