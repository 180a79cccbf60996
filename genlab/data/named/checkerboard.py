"""checkerboard: points spread evenly over every other square; sharp edges and corners are hard for smooth models."""

from __future__ import annotations

import numpy as np

from genlab.data.dataset import Dataset, Modality, ValueKind

SQUARES = 4
SIDE = 2.0


def checkerboard(n_items: int = 10_000, seed: int = 0) -> Dataset:
    """Draw points uniformly from the eight dark squares of a 4 x 4 board over [-4, 4]².

    Parameters
    ----------
    n_items : int
        Points to draw, at least 8; every square gets its equal share.
    seed : int
        Equal seeds give equal points.

    Returns
    -------
    Dataset
        ``x`` of shape (n_items, 2), float32; labels are the squares, named by column and row as on a chess board.

    References
    ----------
    Grathwohl et al. 2019, FFJORD, arXiv:1810.01367, figure 2.
    """
    dark = np.array([(c, r) for r in range(SQUARES) for c in range(SQUARES) if (c + r) % 2 == 0])  # (8, 2), a1 is dark
    rng = np.random.default_rng(seed)
    labels = rng.permutation(np.arange(n_items) % len(dark))
    corner = SIDE * (dark[labels] - SQUARES / 2)  # (N, 2)
    return Dataset(
        name="checkerboard",
        x=(corner + SIDE * rng.uniform(size=(n_items, 2))).astype(np.float32),
        modality=Modality.POINTS,
        value_kind=ValueKind.REAL,
        labels=labels.astype(np.int64),
        label_names=tuple(f"{'abcd'[column]}{row + 1}" for column, row in dark),
        source="the dark squares of a 4 x 4 board over [-4, 4]² (after Grathwohl et al. 2019, arXiv:1810.01367), drawn "
        "by genlab",
        licence="CC0 1.0",
    )
