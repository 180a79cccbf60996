"""How well an item's neighbours among the codes tell its class."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from sklearn.neighbors import NearestNeighbors


def knn_accuracy(
    codes: NDArray[np.floating], labels: NDArray[np.integer], k: int = 10, max_items: int = 5_000, seed: int = 0
) -> float:
    """Leave-one-out accuracy of the k-nearest-neighbour classifier, by Euclidean distance.

    Every item is classified by the vote of its k nearest others; a tie goes to the smaller label. Where classes have
    few items fewer vote, no more than a class of middle size has others: else an item's own class could never win.

    Parameters
    ----------
    codes : ndarray, shape (N, latent_dim), float
    labels : ndarray, shape (N,), integers >= 0
    k : int
        Neighbours that vote.
    max_items : int
        Of more items than this, so many are drawn at random.
    seed : int
        Equal seeds draw equal items.

    Returns
    -------
    float, in [0, 1]

    Raises
    ------
    ValueError
        With fewer than two items, or codes and labels of different number.

    References
    ----------
    Cover & Hart 1967, Nearest neighbor pattern classification, IEEE Trans. Inf. Theory 13(1).
    """
    if len(codes) != len(labels) or len(codes) < 2:
        raise ValueError(
            f"two or more codes with one label each are needed, got {len(codes)} codes and {len(labels)} labels"
        )
    if len(codes) > max_items:
        rows = np.random.default_rng(seed).choice(len(codes), max_items, replace=False)
        codes, labels = codes[rows], labels[rows]
    names, classes, counts = np.unique(labels, return_inverse=True, return_counts=True)
    others = max(1, int(np.median(counts)) - 1)
    index = NearestNeighbors(n_neighbors=min(k, others)).fit(codes)
    neighbors = index.kneighbors(return_distance=False)  # (N, k), an item is never its own neighbour
    votes = np.zeros((len(codes), len(names)), np.int64)
    np.add.at(votes, (np.arange(len(codes))[:, None], classes[neighbors]), 1)
    return float(np.mean(votes.argmax(axis=1) == classes))
