"""Answers to the page's question of what a GAN's discriminator says of places on its map."""

from __future__ import annotations

from typing import Any

import numpy as np

from genlab.analysis.judging import scores
from genlab.errors import ConfigError
from genlab.jobs.held import model_of
from genlab.store import Store


def judge(store: Store, run: str, step: int, codes: list[list[float]]) -> dict[str, Any]:
    """Return the discriminator's logits of the items at codes of the first activations, one a code."""
    if len({len(code) for code in codes}) != 1:
        raise ConfigError("Codes to be judged must have equally many numbers each.")
    found = scores(model_of(store, run, step), np.asarray(codes, np.float32))
    return {"scores": np.round(found.astype(np.float64), 5).tolist()}
