"""Which checkpoint of a run is looked at, and the model it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from genlab.errors import CapabilityError, StoreError
from genlab.store import Run

if TYPE_CHECKING:
    from genlab.models.protocols import LatentModel


def step_of(run: Run, step: int | None = None) -> int:
    """Return ``step``, or by default the last checkpoint's.

    Raises
    ------
    StoreError
        If the run has no checkpoint, or none of that step; the text names those that exist.
    """
    steps = [0] if run.is_imported else run.checkpoints()
    if not steps:
        is_over = run.status().state == "finished"
        rest = " left; train it anew from a copy of its settings" if is_over else " yet; wait for the first one"
        raise StoreError(f"Run '{run.id}' has no checkpoint{rest}.")
    if step is None:
        return steps[-1]
    if step not in steps:
        raise StoreError(f"Run '{run.id}' has no checkpoint {step}. Kept: {', '.join(map(str, steps))}.")
    return step


def model_at(run: Run, step: int | None = None) -> LatentModel:
    """Return the model of a checkpoint, on the processor, in evaluation mode. Loads torch.

    Raises
    ------
    CapabilityError
        If the model was made elsewhere.
    """
    if run.is_imported:
        raise CapabilityError(f"Run '{run.id}' was made elsewhere; its model runs in the browser alone.")
    from genlab.training.build import load_model

    model = load_model(run.spec, run.item_shape, run.checkpoint(step_of(run, step)).model)
    return cast("LatentModel", model)
