"""grid: twenty-five narrow Gaussians on a 5 x 5 grid, the harder sister of ring for a generator that forgets modes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.data.named.mixture import draw_mixture

PLACES = (-4, -2, 0, 2, 4)
SIGMA = 0.05


def grid_centers() -> NDArray[np.float64]:
    """Return the centres of the modes, shape (25, 2), row by row from (-4, -4)."""
    down, across = np.meshgrid(PLACES, PLACES, indexing="ij")
    return np.stack([across.ravel(), down.ravel()], axis=1).astype(np.float64)


def grid(n_items: int = 20_000, sigma: float = SIGMA, seed: int = 0) -> Dataset:
    """Draw points from equally likely Gaussians on the grid {-4, -2, 0, 2, 4}².

    Parameters
    ----------
    n_items : int
        Points to draw, at least 25; every mode gets its equal share.
    sigma : float
        Standard deviation of each Gaussian along both axes, > 0.
    seed : int
        Equal seeds give equal points.

    Returns
    -------
    Dataset
        ``x`` of shape (n_items, 2), float32; labels are the modes, named by their centre.

    References
    ----------
    Lin, Khetan, Fanti & Oh 2018, PacGAN, arXiv:1712.04086, the 2D-grid of its synthetic experiments.
    """
    centers = grid_centers()
    x, labels = draw_mixture("grid", centers, sigma, n_items, seed)
    return Dataset(
        name="grid",
        x=x,
        modality=Modality.POINTS,
        value_kind=ValueKind.REAL,
        labels=labels,
        label_names=tuple(f"({across:g}, {down:g})" for across, down in centers),
        source=f"25 Gaussians on the grid {{-4, -2, 0, 2, 4}}², sigma {sigma:g} (2D-grid of Lin et al. 2018, "
        "arXiv:1712.04086), drawn by genlab",
        licence="CC0 1.0",
    )
