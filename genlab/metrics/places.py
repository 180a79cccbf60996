"""Where data lie, cut into places, and how many of what a model generates falls into each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

GROUPS = 16
"""Places of data whose classes are not known; the paper takes 100 for tens of thousands of samples."""
ROUNDS = 20


@dataclass(frozen=True)
class Places:
    """A cloud of items, each in one place; a generated item belongs to the place of the item nearest to it.

    Attributes
    ----------
    items : ndarray, shape (N, D), float32
    place : ndarray, shape (N,), int64
    due : ndarray, shape (K,), float64
        Share of the items in each place; sums to 1.

    References
    ----------
    Richardson & Weiss 2018, On GANs and GMMs, arXiv:1805.12462, section 4 (NDB). Known classes take the place of its
    cells where there are some, so that what is missing has a name.
    """

    items: NDArray[np.float32]
    place: NDArray[np.int64]
    due: NDArray[np.float64]

    @classmethod
    def of(cls, items: NDArray[np.floating], labels: NDArray[np.integer] | None = None, seed: int = 0) -> Self:
        """Cut items, shape (N, D), by their labels, or without into :data:`GROUPS` groups by k-means."""
        items = np.asarray(items, np.float32)
        place = k_means(items, min(GROUPS, len(items)), seed) if labels is None else np.asarray(labels, np.int64)
        return cls(items, place, np.bincount(place) / len(items))

    def shares(self, samples: NDArray[np.floating]) -> NDArray[np.float64]:
        """Return the share of ``samples``, shape (M, D), in each place; shape (K,), sums to 1."""
        nearest = _squared(np.asarray(samples, np.float32), self.items).argmin(axis=1)  # (M,)
        return np.bincount(self.place[nearest], minlength=len(self.due)) / len(samples)


def k_means(items: NDArray[np.float32], k: int, seed: int = 0) -> NDArray[np.int64]:
    """Group items, shape (N, D), around ``k`` centres; return each one's group, shape (N,).

    References
    ----------
    Lloyd 1982, doi:10.1109/TIT.1982.1056489, begun as Arthur & Vassilvitskii 2007, k-means++.
    """
    rng = np.random.default_rng(seed)
    centers = items[[rng.integers(len(items))]]
    for _ in range(k - 1):
        far = _squared(items, centers).min(axis=1).astype(np.float64)  # (N,)
        chance = far / far.sum() if far.sum() > 0 else np.full(len(items), 1 / len(items))
        centers = np.concatenate([centers, items[[rng.choice(len(items), p=chance)]]])
    for _ in range(ROUNDS):
        group = _squared(items, centers).argmin(axis=1)
        centers = np.stack([items[group == i].mean(axis=0) if (group == i).any() else centers[i] for i in range(k)])
    return _squared(items, centers).argmin(axis=1).astype(np.int64)


def _squared(a: NDArray[np.float32], b: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return squared distances, shape (len(a), len(b)), never below 0."""
    return np.maximum((a**2).sum(1)[:, None] + (b**2).sum(1) - 2 * a @ b.T, 0)
