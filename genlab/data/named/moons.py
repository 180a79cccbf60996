"""moons: two half circles that reach into each other."""

from __future__ import annotations

import numpy as np
from sklearn.datasets import make_moons

from genlab.data.dataset import Dataset, Modality, ValueKind

NOISE = 0.06


def moons(n_items: int = 10_000, noise: float = NOISE, seed: int = 0) -> Dataset:
    """Draw points on two interleaved half circles of radius 1.

    Parameters
    ----------
    n_items : int
        Points to draw, at least 2, half of them on each moon.
    noise : float
        Standard deviation of the Gaussian noise along both axes, >= 0.
    seed : int
        Equal seeds give equal points.

    Returns
    -------
    Dataset
        ``x`` of shape (n_items, 2), float32; labels are the moons.
    """
    x, labels = make_moons(n_items, noise=noise, random_state=seed)
    return Dataset(
        name="moons",
        x=x.astype(np.float32),
        modality=Modality.POINTS,
        value_kind=ValueKind.REAL,
        labels=labels.astype(np.int64),
        label_names=("upper moon", "lower moon"),
        source=f"two half circles with noise {noise:g}, drawn by scikit-learn's make_moons",
        licence="CC0 1.0",
    )
