"""What a data set holds, in figures: counts a class, a histogram of its numbers, a description for a machine."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from genlab.data.dataset import Dataset, Modality, ValueKind

_BLOCK_NUMBERS = 2**20


@dataclass(frozen=True)
class Histogram:
    """Counts of numbers between edges; ``edges`` has one entry more than ``counts``, in the unit of the items."""

    counts: NDArray[np.int64]
    edges: NDArray[np.float64]


def class_counts(dataset: Dataset) -> dict[str, int]:
    """Return the number of items of each class, by label name in label order; empty without labels."""
    if dataset.labels is None:
        return {}
    counts = np.bincount(dataset.labels, minlength=dataset.n_classes)
    return {name: int(count) for name, count in zip(dataset.label_names, counts, strict=True)}


def value_histogram(dataset: Dataset, bins: int = 32) -> Histogram:
    """Count every number of every item, exactly, a block of items at a time.

    Parameters
    ----------
    dataset : Dataset
        Bytes are counted as the values they stand for, 0 to 1.
    bins : int
        Equal steps from 0 to 1, or for real numbers from the least to the greatest.

    Returns
    -------
    Histogram
        Its counts add up to the number of numbers.
    """
    x = dataset.x
    span = (float(x.min()), float(x.max())) if dataset.value_kind is ValueKind.REAL else (0.0, 1.0)
    edges = np.histogram_bin_edges(np.empty(0), bins, span)
    if x.dtype == np.uint8:
        levels = np.zeros(256, np.int64)
        for block in _blocks(x):
            levels += np.bincount(block.ravel(), minlength=256)
        return Histogram(np.histogram(np.arange(256) / 255, edges, weights=levels)[0].astype(np.int64), edges)
    counts = np.zeros(bins, np.int64)
    for block in _blocks(x):
        counts += np.histogram(block.astype(np.float64), edges)[0]
    return Histogram(counts, edges)


def describe(dataset: Dataset) -> dict[str, str | int | list[int]]:
    """Return what ``data --json`` prints; item_shape as a list, n_classes 0 without labels."""
    return {
        "name": dataset.name,
        "n_items": len(dataset),
        "n_classes": dataset.n_classes,
        "item_shape": list(dataset.item_shape),
        "modality": Modality(dataset.modality).value,
        "value_kind": ValueKind(dataset.value_kind).value,
        "source": dataset.source,
        "licence": dataset.licence,
    }


def _blocks(x: NDArray[np.generic]) -> list[NDArray[np.generic]]:
    rows = max(1, _BLOCK_NUMBERS // x[0].size)
    return [x[start : start + rows] for start in range(0, len(x), rows)]
