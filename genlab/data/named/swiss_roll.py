"""swiss-roll: a sheet rolled up in space. Two numbers say where on the sheet a point lies; can a model unroll it?"""

from __future__ import annotations

import numpy as np
from sklearn.datasets import make_swiss_roll

from genlab.data.dataset import Dataset, Modality, ValueKind

NOISE = 0.1
STRETCHES = 6


def swiss_roll(n_items: int = 10_000, noise: float = NOISE, seed: int = 0) -> Dataset:
    """Draw points on a rolled sheet, 1.5 turns wide and 21 high.

    Parameters
    ----------
    n_items : int
        Points to draw, at least 6.
    noise : float
        Standard deviation of the Gaussian noise along all three axes, >= 0.
    seed : int
        Equal seeds give equal points.

    Returns
    -------
    Dataset
        ``x`` of shape (n_items, 3), float32, in scikit-learn's units (about -13 to 21); the factors ``winding`` (angle
        along the roll, radians) and ``height`` say where on the sheet a point lies; labels are six stretches along the
        roll with equally many points, from the inside out.

    References
    ----------
    Marsland 2009, Machine Learning: An Algorithmic Perspective, chapter 10 (the generator of scikit-learn).
    """
    x, winding = make_swiss_roll(n_items, noise=noise, random_state=seed)
    rank = np.argsort(np.argsort(winding))
    return Dataset(
        name="swiss-roll",
        x=x.astype(np.float32),
        modality=Modality.VECTOR,
        value_kind=ValueKind.REAL,
        labels=(rank * STRETCHES // n_items).astype(np.int64),
        label_names=("innermost", *(f"stretch {i}" for i in range(2, STRETCHES)), "outermost"),
        source=f"a rolled sheet with noise {noise:g}, drawn by scikit-learn's make_swiss_roll",
        licence="CC0 1.0",
        factors={"winding": winding.astype(np.float32), "height": x[:, 1].astype(np.float32)},
    )
