"""Answers to the page's questions about ways through a latent space, and about where in it an item lies."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from genlab.analysis.inversion import guesses
from genlab.analysis.ways import Ground, geodesic_of, ground_of
from genlab.jobs.held import model_of
from genlab.store import Store

SECONDS_AN_ANSWER = 0.5


def geodesic(
    store: Store,
    run: str,
    step: int,
    a: list[float],
    b: list[float],
    steps: int,
    careful: bool,
    start: list[list[float]] | None,
) -> dict[str, Any]:
    """Return a geodesic as far as half a second brings it; asked with its codes as ``start`` it goes on."""
    found = geodesic_of(
        model_of(store, run, step),
        np.asarray(a),
        np.asarray(b),
        _ground(store, run, step, store.run(run).written_at(step)) if careful else None,
        None if start is None else np.asarray(start),
        steps,
        SECONDS_AN_ANSWER,
    )
    return {
        "codes": np.round(found.codes, 6).tolist(),
        "length": found.length,
        "energy": found.energy,
        "converged": found.converged,
    }


def guess(store: Store, run: str, step: int, item: list[float]) -> dict[str, Any]:
    """Return codes that the item's inversion can begin with."""
    found = guesses(store.run(run), model_of(store, run, step), step, np.asarray(item))
    return {"codes": np.round(found.astype(np.float64), 6).tolist()}


@lru_cache(maxsize=4)
def _ground(store: Store, run: str, step: int, _written_at: int) -> Ground | None:
    return ground_of(store.run(run), model_of(store, run, step), step)
