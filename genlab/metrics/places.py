"""Where data lie, cut into places, and how many of what a model generates falls into each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

GROUPS = 16
"""Places of data whose classes are not known; the paper takes 100 for tens of thousands of samples."""
ROUNDS = 20
NEARLY_ALL = 0.9
ASKED = 250
"""Items that are asked how far the next one is."""


@dataclass(frozen=True)
class Placed:
    """Where samples were found.

    Attributes
    ----------
    shares : ndarray, shape (K,), float64
        Share of the samples in each place, however far they lie from it; sums to 1.
    near : float
        Share of the samples that lie near data at all, 0 to 1: no farther from an item than its place is wide.
    """

    shares: NDArray[np.float64]
    near: float


@dataclass(frozen=True)
class Places:
    """A cloud of items, each in one place; a generated item belongs to the place of the item nearest to it.

    Attributes
    ----------
    items : ndarray, shape (N, D), float32
    place : ndarray, shape (N,), int64
    due : ndarray, shape (K,), float64
        Share of the items in each place; sums to 1.
    width : ndarray, shape (K,), float64
        How far from an item still counts as near it: the root mean square distance of its place's items from their
        mean, and no less than what parts nearly all items from the nearest other one, which in high dimensions is
        farther.

    References
    ----------
    Richardson & Weiss 2018, On GANs and GMMs, arXiv:1805.12462, section 4 (NDB). Known classes take the place of its
    cells where there are some, so that what is missing has a name. Its cells reach to infinity; what lies near data
    is told apart here.
    """

    items: NDArray[np.float32]
    place: NDArray[np.int64]
    due: NDArray[np.float64]
    width: NDArray[np.float64]

    @classmethod
    def of(cls, items: NDArray[np.floating], labels: NDArray[np.integer] | None = None, seed: int = 0) -> Self:
        """Cut items, shape (N, D), by their labels, or without into :data:`GROUPS` groups by k-means."""
        items = np.asarray(items, np.float32)
        place = k_means(items, min(GROUPS, len(items)), seed) if labels is None else np.asarray(labels, np.int64)
        due = np.bincount(place) / len(items)
        variance = np.array(
            [items[place == k].var(axis=0, dtype=np.float64).sum() if share else 0.0 for k, share in enumerate(due)]
        )
        return cls(items, place, due, np.maximum(np.sqrt(variance), _apart(items)))

    def find(self, samples: NDArray[np.floating]) -> Placed:
        """Say where ``samples``, shape (M, D), lie among the items; where all items are equal, all samples are near."""
        center = self.items.mean(axis=0)  # far from the origin, differences of squares are nothing but rounding
        squared = _squared(np.asarray(samples, np.float32) - center, self.items - center)  # (M, N)
        nearest = squared.argmin(axis=1)  # (M,)
        place = self.place[nearest]
        width = self.width[place]
        is_near = np.sqrt(squared[np.arange(len(place)), nearest]) <= np.where(width > 0, width, np.inf)
        return Placed(np.bincount(place, minlength=len(self.due)) / len(place), float(is_near.mean()))


def _apart(items: NDArray[np.float32]) -> float:
    """Return the distance within which :data:`NEARLY_ALL` of the items, shape (N, D), have another one."""
    centred = items - items.mean(axis=0)
    squared = _squared(centred[:ASKED], centred)  # (at most ASKED, N)
    np.fill_diagonal(squared, np.inf)
    return float(np.sqrt(np.quantile(squared.min(axis=1), NEARLY_ALL))) if len(items) > 1 else 0.0


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
