"""Everything the explorer reads of a run, worked out ahead, so that the run opens at once."""

from __future__ import annotations

from genlab.analysis.checkpoints import step_of
from genlab.analysis.codes import codes
from genlab.analysis.graphs import ensure_graphs
from genlab.analysis.mapping import latent_effects, map_run
from genlab.store import Run


def prepare_explorer(run: Run, step: int | None = None) -> None:
    """Fill the run with graphs, codes, map and effects of a checkpoint (the last by default); quick the second time."""
    step = step_of(run, step)
    ensure_graphs(run)
    codes(run, step)
    map_run(run, step)
    latent_effects(run, step)
