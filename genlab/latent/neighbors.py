"""Exact nearest neighbours by comparing with every code: milliseconds for 60,000 codes, and no index to build."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from genlab.errors import ConfigError

Metric = Literal["euclidean", "cosine"]
_BLOCK_NUMBERS = 2**18


def nearest(
    codes: NDArray[np.floating], query: NDArray[np.floating], k: int, metric: Metric = "euclidean"
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Find the codes nearest to one place or several.

    Parameters
    ----------
    codes : ndarray, shape (N, D), float
    query : ndarray, shape (D,) or (Q, D), float
    k : int
        Neighbours for each place, 1 to N.
    metric : {'euclidean', 'cosine'}
        Cosine distance is 1 - cos of the angle, 0 to 2; a code of length zero is at distance 1 from everything.

    Returns
    -------
    indices : ndarray, shape (k,) or (Q, k), int64
        Rows of ``codes``, nearest first; of equally near ones, the earlier row.
    distances : ndarray, same shape, float32

    Raises
    ------
    ConfigError
        If k or the metric is not allowed.
    ValueError
        If the places have other than D numbers, or one is not finite.
    """
    if not 1 <= k <= len(codes):
        raise ConfigError(f"k must be between 1 and the number of codes, {len(codes):,}, got {k}.")
    if metric not in ("euclidean", "cosine"):
        raise ConfigError(f"Unknown metric '{metric}'. Known: cosine, euclidean.")
    queries = np.atleast_2d(np.asarray(query, np.float32))
    if codes.ndim != 2 or query.ndim > 2 or queries.shape[1] != codes.shape[1]:
        raise ValueError(f"places of shape {query.shape} do not lie among codes of shape {codes.shape}")
    if not np.isfinite(queries).all():
        raise ValueError("a place must have finite coordinates to have neighbours")
    found = [_nearest_to_one(_distances(codes, place, metric), k) for place in queries]
    indices = np.stack([rows for rows, _ in found])
    distances = np.stack([values for _, values in found])
    return (indices[0], distances[0]) if query.ndim == 1 else (indices, distances)


def _nearest_to_one(distances: NDArray[np.float32], k: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    limit = np.partition(distances, k - 1)[k - 1]
    rows = np.flatnonzero(distances <= limit)  # ascending, so that a stable sort keeps the earlier of equals first
    rows = rows[np.argsort(distances[rows], kind="stable")[:k]]
    return rows, distances[rows]


def _distances(codes: NDArray[np.floating], place: NDArray[np.float32], metric: Metric) -> NDArray[np.float32]:
    """Return the distance of every code, shape (N,).

    The difference is squared as it stands: the quicker expansion |c|² - 2c·q + |q|² loses the digits that tell near
    neighbours apart. Blocks stay in the processor's cache and bound the memory for pictures.
    """
    rows = max(1, _BLOCK_NUMBERS // codes.shape[1])
    distances = np.empty(len(codes), np.float32)
    if metric == "cosine":
        place, empty_place = _unit(place[None])
        place = place[0]
    for start in range(0, len(codes), rows):
        block = np.asarray(codes[start : start + rows], np.float32)
        here = distances[start : start + rows]
        if metric == "cosine":
            block, empty = _unit(block)
        difference = block - place
        np.einsum("nd,nd->n", difference, difference, out=here)
        if metric == "cosine":
            here /= 2  # |u - v|² = 2 (1 - cos) for unit vectors
            here[empty | empty_place] = 1
    return np.sqrt(distances, out=distances) if metric == "euclidean" else distances


def _unit(block: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Return rows of length one, and which rows had no length."""
    length = np.linalg.norm(block, axis=1)
    empty = length == 0
    length[empty] = 1
    return np.divide(block, length[:, None], dtype=np.float32), empty
