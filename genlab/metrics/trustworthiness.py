"""How far a map is to be believed: whether points it shows as neighbours are neighbours."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import pairwise_distances
from sklearn.neighbors import NearestNeighbors

_BLOCK = 500


def trustworthiness(
    x: NDArray[np.floating],
    embedding: NDArray[np.floating],
    n_neighbors: int = 10,
    max_items: int = 5_000,
    seed: int = 0,
) -> float:
    """Return the trustworthiness of an embedding.

    A neighbour in the embedding that is not among the true ones costs its true rank beyond ``n_neighbors``; 1 means
    that there is no such false neighbour, 0 that all are as false as can be. Random places give about 0.5.

    Parameters
    ----------
    x : ndarray, shape (N, D), float
        The points as they are, by Euclidean distance.
    embedding : ndarray, shape (N, d), float
        The same points as they are shown.
    n_neighbors : int
        Neighbours looked at; with few points, fewer than half of them.
    max_items : int
        Of more points than this, so many are drawn at random, and measured among themselves.
    seed : int
        Equal seeds draw equal points.

    Returns
    -------
    float, in [0, 1]

    Raises
    ------
    ValueError
        With fewer than four points, or different numbers of rows.

    References
    ----------
    Venna & Kaski 2001, "Neighborhood preservation in nonlinear projection methods: an experimental study".
    """
    if len(x) != len(embedding) or len(x) < 4:
        raise ValueError(f"four or more points, each with a place, are needed, got {len(x)} and {len(embedding)}")
    if len(x) > max_items:
        rows = np.random.default_rng(seed).choice(len(x), max_items, replace=False)
        x, embedding = x[rows], embedding[rows]
    n = len(x)
    k = min(n_neighbors, (n - 1) // 2)
    shown = NearestNeighbors(n_neighbors=k).fit(embedding).kneighbors(return_distance=False)  # (N, k)
    excess = 0
    for start in range(0, n, _BLOCK):
        own = np.arange(start, min(start + _BLOCK, n))
        distances = pairwise_distances(x[own], x)  # (B, N)
        distances[np.arange(len(own)), own] = -1  # nothing is nearer than the point itself: ranks begin at 1
        for column in shown[own].T:
            limit = distances[np.arange(len(own)), column]  # (B,)
            rank = np.count_nonzero(distances < limit[:, None], axis=1)
            excess += int(np.maximum(rank - k, 0).sum())
    return 1 - 2 * excess / (n * k * (2 * n - 3 * k - 1))
