"""A run's folder as it comes to be: prepared out of sight, and named once it is whole."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from genlab.config import Config
from genlab.errors import StoreError
from genlab.store import files
from genlab.store.ids import new_run_id


class Newborn:
    """A run that is being prepared.

    Attributes
    ----------
    folder : Path
        Where to prepare it.
    run_id : str
        Its id; empty until it is whole.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.run_id = ""

    def write(self, contents: Mapping[str, Config]) -> None:
        """Write configurations under their files' names."""
        for name, content in contents.items():
            files.write(self.folder / name, content.to_json().encode())


@contextmanager
def new_run(runs: Path, run_id: str | None = None) -> Iterator[Newborn]:
    """Prepare a run in ``runs``; at the end of the block it gets its id, after a fault nothing is left of it.

    Parameters
    ----------
    run_id : str, optional
        An id for a run with a fixed place; otherwise one is made.

    Raises
    ------
    StoreError
        If it cannot be written, or the id is taken.
    """
    newborn = Newborn(runs / f"{files.TEMPORARY}{secrets.token_hex(4)}")
    with files.sentences("make a run"):
        try:
            yield newborn
            newborn.run_id = _settle(newborn.folder, runs, run_id)
        except BaseException:
            shutil.rmtree(newborn.folder, ignore_errors=True)
            raise


def _settle(unfinished: Path, runs: Path, run_id: str | None) -> str:
    """Give a prepared folder its id for good: ``run_id``, or a new one that no other run has."""
    while True:
        chosen = run_id or new_run_id()
        if not (runs / chosen).exists():
            os.rename(unfinished, runs / chosen)
            files.flush_folder(runs)
            return chosen
        if run_id is not None:
            raise StoreError(f"The id {run_id} is taken by another run.")
