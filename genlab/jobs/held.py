"""The models that were asked about last, kept loaded in the warm worker between two questions."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from genlab.analysis.checkpoints import model_at
from genlab.models.protocols import LatentModel
from genlab.store import Store

HELD = 6


def model_of(store: Store, run: str, step: int) -> LatentModel:
    """Return the model of a run's checkpoint, in evaluation mode, loaded once.

    Raises
    ------
    StoreError
        If there is no such run or checkpoint.
    """
    return _models(store, run, step, store.run(run).written_at(step))


def warm(store: Store, run: str, step: int) -> dict[str, Any]:
    """Load the model, so that the questions that follow are answered at once; tell how many numbers a code has."""
    return {"latentDim": model_of(store, run, step).latent_dim}


@lru_cache(maxsize=HELD)
def _models(store: Store, run: str, step: int, _written_at: int) -> LatentModel:
    return model_at(store.run(run), step)
