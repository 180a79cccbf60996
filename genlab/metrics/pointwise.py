"""How far a map is to be believed at each point: false neighbours beside it, and true ones torn away from it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_BLOCK_NUMBERS = 2**22


class PointFigures(NamedTuple):
    """Two figures a point, each of shape (N,), float64, in [0, 1].

    Attributes
    ----------
    trustworthiness
        1 where all points shown beside this one are its neighbours; less, the farther those that are not really lie.
    continuity
        1 where all its neighbours are shown beside it; less, the farther away the others are shown.
    """

    trustworthiness: NDArray[np.float64]
    continuity: NDArray[np.float64]


def point_figures(x: NDArray[np.floating], embedding: NDArray[np.floating], n_neighbors: int = 10) -> PointFigures:
    """Return trustworthiness and continuity of every point of a map.

    Their means are the figures of the whole map. With r(i, j) the rank of j among the neighbours of i in the one
    space, and U the ``n_neighbors`` nearest in the other that are not among the nearest in the one,

        1 - 2 / (k (2n - 3k - 1)) * sum over j in U of (r(i, j) - k)

    Venna and Kaski sum this over all points; here each keeps its own part.

    Parameters
    ----------
    x : ndarray, shape (N, D), float
        The points as they are, by Euclidean distance.
    embedding : ndarray, shape (N, d), float
        The same points as they are shown.
    n_neighbors : int
        Neighbours looked at; with few points, fewer than half of them.

    Raises
    ------
    ValueError
        With fewer than four points, or different numbers of rows.

    References
    ----------
    Venna & Kaski 2001, "Neighborhood preservation in nonlinear projection methods: an experimental study", equations
    1 and 2.
    """
    if len(x) != len(embedding) or len(x) < 4:
        raise ValueError(f"four or more points, each with a place, are needed, got {len(x)} and {len(embedding)}")
    n = len(x)
    k = min(n_neighbors, (n - 1) // 2)
    false, torn = np.zeros(n), np.zeros(n)
    block = max(1, _BLOCK_NUMBERS // n)
    for start in range(0, n, block):
        own = np.arange(start, min(start + block, n))
        true, shown = _squares(x, own), _squares(embedding, own)  # (B, N)
        false[own] = _excess(true, shown, k)
        torn[own] = _excess(shown, true, k)
    worst = k * (2 * n - 3 * k - 1)
    return PointFigures(1 - 2 * false / worst, 1 - 2 * torn / worst)


def _squares(table: NDArray[np.floating], own: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return squared distances of some rows to all, shape (B, N); a row comes before all others in its own."""
    wide = np.asarray(table, np.float64)
    squares = np.stack([np.einsum("nd,nd->n", wide - wide[row], wide - wide[row]) for row in own])
    squares[np.arange(len(own)), own] = -1
    return squares


def _excess(ranked: NDArray[np.float64], chosen: NDArray[np.float64], k: int) -> NDArray[np.float64]:
    """Return by how many ranks beyond k the k nearest by ``chosen`` lie in the order of ``ranked``, summed: (B,)."""
    nearest = np.argsort(chosen, axis=1, kind="stable")[:, 1 : k + 1]  # first comes the point itself
    limits = np.take_along_axis(ranked, nearest, axis=1)  # (B, k)
    ranks = np.stack([np.count_nonzero(ranked < limits[:, c : c + 1], axis=1) for c in range(k)], axis=1)
    return np.asarray(np.maximum(ranks - k, 0).sum(axis=1), np.float64)
