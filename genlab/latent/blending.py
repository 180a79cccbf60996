"""How much each neighbour counts: the weights that the inverse and the placement of every neighbour map share."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

SPACING_ROWS = 2000
"""Rows whose nearest neighbour is looked up for the spacing of a map; the median of so many is near the whole's."""
SOFTENING = 1e-9
"""Squared spacings added to squared distances, so that a place right on a row has a finite weight."""


class Plane:
    """Points that can be asked for their neighbours, in two or three dimensions.

    Parameters
    ----------
    points : ndarray, shape (N, 2 or 3)
    """

    def __init__(self, points: NDArray[np.floating]) -> None:
        self.points = np.ascontiguousarray(points, dtype=np.float64)
        self._tree = cKDTree(self.points)

    @cached_property
    def spacing(self) -> float:
        """Median distance from a point to the nearest other one, over at most 2,000 points evenly spaced by row.

        Points that lie on another one are left out; if all do, or there is one point only, the spacing is 1.
        """
        n = len(self.points)
        if n < 2:
            return 1.0
        m = min(n, SPACING_ROWS)
        rows = np.arange(m) * n // m
        distances, _ = self._tree.query(self.points[rows], k=2)
        apart = distances[:, 1][distances[:, 1] > 0]
        return float(np.median(apart)) if len(apart) else 1.0

    def nearest(self, places: NDArray[np.floating], k: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return rows and distances of the ``min(k, N)`` nearest points, nearest first, both of shape (M, k)."""
        k = min(k, len(self.points))
        distances, rows = self._tree.query(places, k=np.arange(1, k + 1))
        return rows.astype(np.int64), distances


def neighbor_weights(distances: NDArray[np.floating], n_neighbors: int, spacing: float) -> NDArray[np.float64]:
    """Weigh neighbours by their distances; the weights of a place sum to one.

    With R the distance of the first neighbour that no longer counts, ``w_i = 1/(d_i² + s) - 1/(R² + s)`` normalised,
    where ``s = SOFTENING · spacing²``. Subtracting the last term lets a neighbour fade out before another takes its
    place: what is blended changes without a jump, and it does not matter which of several equally far ones is taken.

    Parameters
    ----------
    distances : ndarray, shape (M, m)
        Rising along each row; m is ``n_neighbors + 1``, or the number of all points if they are fewer (R is then
        infinite).
    n_neighbors : int, >= 1
        How many count.
    spacing : float, > 0

    Returns
    -------
    ndarray, shape (M, min(m, n_neighbors)), in [0, 1]
        All equal where all distances are.

    References
    ----------
    Shepard 1968, "A two-dimensional interpolation function for irregularly-spaced data"; the fading is that of Franke
    & Nielson 1980, "Smooth interpolation of large sets of scattered data".
    """
    softening = SOFTENING * spacing**2
    closeness = 1 / (np.asarray(distances, np.float64) ** 2 + softening)
    weights = closeness[:, :n_neighbors].copy()
    if closeness.shape[1] > n_neighbors:
        weights -= closeness[:, n_neighbors : n_neighbors + 1]
    total = weights.sum(axis=1, keepdims=True)
    weights[total[:, 0] <= 0] = 1
    return weights / np.where(total <= 0, weights.shape[1], total)
