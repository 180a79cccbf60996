"""What a data set holds, in figures: counts a class, a histogram of its numbers, a description for a machine."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from genlab.data.dataset import Dataset, Modality, ValueKind

MAX_LEVELS = 32
"""Up to this many different numbers, a histogram has a bin for each: steps between them would look like gaps."""
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


def value_histogram(dataset: Dataset, bins: int = 32, column: int | None = None) -> Histogram:
    """Count numbers exactly, a block of items at a time.

    Parameters
    ----------
    dataset : Dataset
        Bytes are counted as the values they stand for, 0 to 1.
    bins : int
        Equal steps from 0 to 1, or for real numbers from the least to the greatest. Where at most :data:`MAX_LEVELS`
        different numbers occur, and not more than ``bins``, each has a bin of its own instead.
    column : int, optional
        Count one number of each item only; by default all.

    Returns
    -------
    Histogram
        Its counts add up to the number of numbers.
    """
    x = dataset.x if column is None else dataset.x.reshape(len(dataset), -1)[:, column : column + 1]
    levels = _levels(x, min(bins, MAX_LEVELS))
    if len(levels) > 1:
        centres = levels.astype(np.float64) / (255 if x.dtype == np.uint8 else 1)
        gaps = np.diff(centres)
        between = centres[:-1] + gaps / 2
        edges = np.concatenate([[centres[0] - gaps[0] / 2], between, [centres[-1] + gaps[-1] / 2]])
        counts = np.zeros(len(levels), np.int64)
        for block in _blocks(x):
            counts += np.bincount(np.searchsorted(levels, block.ravel()), minlength=len(levels))
        return Histogram(counts, edges)
    span = (float(x.min()), float(x.max())) if dataset.value_kind is ValueKind.REAL else (0.0, 1.0)
    edges = np.histogram_bin_edges(np.empty(0), bins, span)
    if x.dtype == np.uint8:
        counted = np.zeros(256, np.int64)
        for block in _blocks(x):
            counted += np.bincount(block.ravel(), minlength=256)
        return Histogram(np.histogram(np.arange(256) / 255, edges, weights=counted)[0].astype(np.int64), edges)
    counts = np.zeros(bins, np.int64)
    for block in _blocks(x):
        counts += np.histogram(block.astype(np.float64), edges)[0]
    return Histogram(counts, edges)


def factor_words(dataset: Dataset) -> dict[str, str]:
    """Return what each factor is: the names of its values, how many there are, or its range."""
    said = {}
    for name, values in dataset.factors.items():
        named = dataset.factor_values.get(name, ())
        found = np.unique(values)
        if named:
            said[name] = ", ".join(named)
        elif len(found) <= MAX_LEVELS:
            said[name] = f"{len(found)} values, {found[0]:.3g} to {found[-1]:.3g}"
        else:
            said[name] = f"{found[0]:.3g} to {found[-1]:.3g}"
    return said


def describe(dataset: Dataset) -> dict[str, str | int | list[int] | list[str]]:
    """Return what ``data --json`` prints; item_shape as a list, n_classes 0 without labels, factors by name."""
    return {
        "name": dataset.name,
        "n_items": len(dataset),
        "n_classes": dataset.n_classes,
        "item_shape": list(dataset.item_shape),
        "modality": Modality(dataset.modality).value,
        "value_kind": ValueKind(dataset.value_kind).value,
        "factors": list(dataset.factors),
        "source": dataset.source,
        "licence": dataset.licence,
    }


def _levels(x: NDArray[np.generic], most: int) -> NDArray[np.generic]:
    """Return the different numbers in order; empty as soon as there are more than ``most``."""
    found: NDArray[np.generic] = np.empty(0, x.dtype)
    for block in _blocks(x):
        found = np.union1d(found, block)
        if len(found) > most:
            return found[:0]
    return found


def _blocks(x: NDArray[np.generic]) -> list[NDArray[np.generic]]:
    rows = max(1, _BLOCK_NUMBERS // x[0].size)
    return [x[start : start + rows] for start in range(0, len(x), rows)]
