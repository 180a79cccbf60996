"""A prepared data set made and kept: by the page itself where that takes a moment, else by the warm worker."""

from __future__ import annotations

from dataclasses import replace

from genlab.data.preprocess import PreprocessConfig, prepare
from genlab.jobs.client import ask
from genlab.store import Store
from genlab.training.config import DataConfig

NEAR_BYTES = 2**23
"""Items of so many bytes are prepared within about a tenth of a second."""
TIMEOUT_S = 300.0


def keep_prepared(store: Store, data: DataConfig, steps: PreprocessConfig, called: str = "") -> str:
    """Prepare a data set and keep it as an own one, in this process; return its id.

    Parameters
    ----------
    called : str
        What a person calls it; by default its name and what was done.

    Raises
    ------
    GenlabError
        If it cannot be prepared so, or kept.
    """
    done, recipe = prepare(store.sets.load(data), steps)
    kept = store.sets.add(replace(done, name=f"{done.name}, {steps.words}"[:80]), recipe)
    if called:  # equal content may be there under another name
        store.sets.rename(kept, called)
    return kept


def have_prepared(store: Store, data: DataConfig, steps: PreprocessConfig, called: str = "") -> str:
    """Return what :func:`keep_prepared` does; large sets are prepared by the warm worker."""
    if store.sets.load(data).x.nbytes <= NEAR_BYTES:
        return keep_prepared(store, data, steps, called)
    told = {"data": data.model_dump(mode="json"), "steps": steps.model_dump(mode="json"), "called": called}
    return str(ask(store, "keep_prepared", TIMEOUT_S, **told)["kept"])
