"""How real generated items look, and how much of the data's variety they have, told apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import pairwise_distances_chunked
from sklearn.neighbors import NearestNeighbors


@dataclass(frozen=True)
class PrecisionRecall:
    """Share of generated items that lie among the data, and share of the data that lies among what is generated."""

    precision: float
    recall: float


def precision_recall(
    data: NDArray[np.floating],
    generated: NDArray[np.floating],
    k: int = 3,
    max_items: int = 2_500,
    seed: int = 0,
) -> PrecisionRecall:
    """Compare two clouds by the neighbourhoods of their points.

    A cloud covers every place that is no farther from one of its points than that point's k-th neighbour in the cloud.

    Parameters
    ----------
    data : ndarray, shape (N, D), float
    generated : ndarray, shape (M, D), float
        In the same features: the numbers of items, or codes of one encoder. The paper takes a picture classifier's
        activations; figures from other features are not to be compared with its.
    k : int
        The paper's three.
    max_items : int
        Of more items than this, on either side, so many are drawn at random; both sides should have equally many.
    seed : int
        Equal seeds draw equal items.

    Raises
    ------
    ValueError
        With k items or fewer on a side, or different numbers of features.

    References
    ----------
    Kynkäänniemi, Karras, Laine, Lehtinen & Aila 2019, Improved Precision and Recall Metric for Assessing Generative
    Models, arXiv:1904.06991, equations 1 and 2.
    """
    if min(len(data), len(generated)) <= k or data.shape[1:] != generated.shape[1:] or data.ndim != 2:
        raise ValueError(f"clouds of shape {data.shape} and {generated.shape} cannot be compared with k = {k}")
    a, b = (_drawn(cloud, max_items, seed) for cloud in (data, generated))
    return PrecisionRecall(precision=_covered(a, b, k), recall=_covered(b, a, k))


def _drawn(cloud: NDArray[np.floating], most: int, seed: int) -> NDArray[np.floating]:
    if len(cloud) <= most:
        return cloud
    return cloud[np.random.default_rng(seed).choice(len(cloud), most, replace=False)]


def _covered(cloud: NDArray[np.floating], places: NDArray[np.floating], k: int) -> float:
    """Return the share of ``places`` that ``cloud`` covers."""
    radius = NearestNeighbors(n_neighbors=k).fit(cloud).kneighbors()[0][:, -1]  # (N,), a point is not its own neighbour
    inside = [(block <= radius).any(axis=1) for block in pairwise_distances_chunked(places, cloud)]  # (rows, N) each
    return float(np.concatenate(inside).mean())
