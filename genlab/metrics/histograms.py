"""Points of the plane or of space counted by nearest mode, or by cell of a square grid: what divergences compare."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def mode_counts(x: NDArray[np.floating], centers: NDArray[np.floating]) -> NDArray[np.int64]:
    """Count points by the mode whose centre is nearest.

    Parameters
    ----------
    x : ndarray, shape (N, D), float
    centers : ndarray, shape (n_modes, D), float

    Returns
    -------
    ndarray, shape (n_modes,), int64
        It sums to N: a point far from every mode counts for the nearest one, as in the papers.

    References
    ----------
    Lin, Khetan, Fanti & Oh 2018, PacGAN, arXiv:1712.04086, section 4; after Srivastava et al. 2017, VEEGAN,
    arXiv:1705.07761.
    """
    points = np.asarray(x, np.float64)
    squared = np.stack([((points - center) ** 2).sum(axis=1) for center in centers], axis=1)  # (N, n_modes)
    return np.bincount(squared.argmin(axis=1), minlength=len(centers)).astype(np.int64)


def cell_counts(
    x: NDArray[np.floating], low: NDArray[np.floating], side: float, n_cells: int = 20
) -> NDArray[np.int64]:
    """Count points of the plane by cell of a square grid, for data without known modes (as GAN Lab does).

    Parameters
    ----------
    x : ndarray, shape (N, 2), float
    low : ndarray, shape (2,), float
        The grid's corner of least coordinates.
    side : float
        Length of the square's side, > 0.
    n_cells : int
        Cells a side.

    Returns
    -------
    ndarray, shape (n_cells * n_cells + 1,), int64
        Row by row from the least second coordinate; the last number counts what lies outside. It sums to N.

    References
    ----------
    Kahng et al. 2019, GAN Lab, IEEE TVCG 25(1), arXiv:1809.01587, section 4.
    """
    places = np.floor((np.asarray(x, np.float64) - low) / side * n_cells)  # (N, 2)
    inside = ((places >= 0) & (places < n_cells)).all(axis=1)
    cells = places[:, 1] * n_cells + places[:, 0]
    numbers = np.where(inside, cells, n_cells * n_cells).astype(np.int64)
    return np.bincount(numbers, minlength=n_cells * n_cells + 1).astype(np.int64)
