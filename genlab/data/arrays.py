"""Plain arrays to a Dataset: what a shape means, what the numbers are, which labels are classes.

=====================  =====================================================================
shape                  is read as
=====================  =====================================================================
(N, 2)                 points in the plane
(N, D)                 vectors
(N, H, W)              grey pictures, kept as (N, 1, H, W)
(N, C, H, W)           pictures of C = 1 or 3 channels
(N, H, W, C)           the same, channel last (where the second size is not 1 or 3 itself)
=====================  =====================================================================

=======================================  ===============  =======================================
numbers                                  kept as          value kind
=======================================  ===============  =======================================
true/false, or only 0 and 1 (integers)   uint8 0 and 255  binary
uint8, or integers within 0..255         uint8            unit interval; binary if only 0 and 255
other integers                           float32          real
floats that are only 0 and 1             float32          binary
floats within [0, 1]                     float32          unit interval
pictures of floats, whole, 0..255        uint8            as the integers they are
other floats                             float32          real
any points in the plane                  float32          real, as they stand
=======================================  ===============  =======================================
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.errors import DataError

MAX_CLASSES = 1000
"""More different labels than this are item numbers or measurements, not classes; no legend could hold them."""
_BLOCK_NUMBERS = 2**20


def dataset_from_arrays(
    name: str,
    x: NDArray[np.generic],
    labels: NDArray[np.generic] | None = None,
    source: str = "",
    licence: str = "",
    x_at: str = "x",
    labels_at: str = "labels",
) -> Dataset:
    """Build a data set from arrays, by the rules in this module's tables.

    Parameters
    ----------
    name : str
        What a person calls it.
    x : ndarray of bool, integers or floats, 2 to 4 dimensions
        One row an item.
    labels : ndarray, shape (N,) or (N, 1), optional
        Class numbers from 0. The data set's classes are the numbers that occur, in order; its label names are these
        numbers in writing.
    x_at, labels_at : str
        What an error calls the arrays: a file, or a file and a name in it.

    Raises
    ------
    DataError
        One sentence naming the array, the place and the fault.
    """
    items, modality = _shaped(x, x_at)
    values, value_kind = _valued(items, modality, x_at)
    classes, label_names = _classes(labels, len(values), labels_at) if labels is not None else (None, ())
    return Dataset(
        name=name,
        x=values,
        modality=modality,
        value_kind=value_kind,
        labels=classes,
        label_names=label_names,
        source=source,
        licence=licence,
    )


def check_pixels(dataset: Dataset) -> None:
    """Refuse pictures that do not lie within 0 to 1, where pictures are learned and shown; raises DataError."""
    if dataset.modality is Modality.IMAGE and dataset.value_kind is ValueKind.REAL:
        raise DataError(
            f"The pixels of '{dataset.name}' are not within 0 to 1, where pictures are learned and shown; bring them "
            "there, as preparing with scaling=min-max does."
        )


def _shaped(x: NDArray[np.generic], at: str) -> tuple[NDArray[np.generic], Modality]:
    """Return the items channel first (a view) and what they are."""
    shape = " x ".join(f"{n:,}" for n in x.shape)
    if x.dtype.kind not in "biuf":
        raise DataError(f"{at}: the array holds {x.dtype}, not plain numbers; save it as float32 or uint8.")
    if x.ndim == 0 or x.size == 0:
        raise DataError(f"{at}: the array of shape ({shape}) holds no item; give at least one.")
    if x.ndim == 1:
        raise DataError(
            f"{at}: the array is one list of {shape} numbers, which look like labels; give items as (N, D) or "
            "(N, H, W), and this file as labels."
        )
    if x.ndim == 2:
        return x, Modality.POINTS if x.shape[1] == 2 else Modality.VECTOR
    if x.ndim == 3:
        return x[:, None], Modality.IMAGE
    if x.ndim == 4 and x.shape[1] in (1, 3):
        return x, Modality.IMAGE
    if x.ndim == 4 and x.shape[3] in (1, 3):
        return np.moveaxis(x, 3, 1), Modality.IMAGE
    raise DataError(
        f"{at}: the shape ({shape}) is none that genlab reads; give (N, D), (N, H, W), or pictures of 1 or 3 "
        "channels as (N, C, H, W) or (N, H, W, C)."
    )


def _valued(x: NDArray[np.generic], modality: Modality, at: str) -> tuple[NDArray[np.generic], ValueKind]:
    """Return the items as uint8 or float32, contiguous, and what one number is."""
    if x.dtype == np.bool_:
        x = x.view(np.uint8)
    low, high = x.min(), x.max()
    if x.dtype.kind == "f":
        _check_finite(x, float(low), float(high), at)
    if modality is Modality.POINTS:
        return np.ascontiguousarray(x, dtype=np.float32), ValueKind.REAL
    if x.dtype.kind == "f":
        if modality is Modality.IMAGE and low >= 0 and 1 < high <= 255 and _whole(x):
            return _valued(x.astype(np.uint8), modality, at)
        values = np.ascontiguousarray(x, dtype=np.float32)
        if low < 0 or high > 1:
            return values, ValueKind.REAL
        return values, ValueKind.BINARY if high == 1 and _only(values, 0, 1) else ValueKind.UNIT
    if low < 0 or high > 255:
        return np.ascontiguousarray(x, dtype=np.float32), ValueKind.REAL
    values = np.ascontiguousarray(x, dtype=np.uint8)
    if high == 1:
        return values * np.uint8(255), ValueKind.BINARY
    return values, ValueKind.BINARY if high == 255 and _only(values, 0, 255) else ValueKind.UNIT


def _check_finite(x: NDArray[np.generic], low: float, high: float, at: str) -> None:
    """Refuse NaN, infinity and numbers that float32 would turn into infinity; a NaN shows in minimum and maximum."""
    limit = float(np.finfo(np.float32).max)
    if -limit <= low and high <= limit:
        return
    for start, block in _blocks(x):
        bad = np.argwhere(~(np.abs(block.astype(np.float64)) <= limit))
        if len(bad):
            place = bad[0]
            value = block[tuple(place)]
            raise DataError(
                f"{at}: item {start + place[0]:,} holds {value:g}, not a finite float32 number; remove or replace "
                "such items."
            )


def _whole(x: NDArray[np.generic]) -> bool:
    """Return True if no number has a fraction."""
    return all(bool((block == np.floor(block)).all()) for _, block in _blocks(x))


def _only(x: NDArray[np.generic], first: int, second: int) -> bool:
    """Return True if every number is one of two; stops at the first block with another."""
    return all(bool(((block == first) | (block == second)).all()) for _, block in _blocks(x))


def _blocks(x: NDArray[np.generic]) -> list[tuple[int, NDArray[np.generic]]]:
    """Return (first row, rows) views of about a million numbers, so that no check copies a whole data set."""
    rows = max(1, _BLOCK_NUMBERS // max(1, x[0].size))
    return [(start, x[start : start + rows]) for start in range(0, len(x), rows)]


def _classes(labels: NDArray[np.generic], n_items: int, at: str) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """Return each item's place among the class numbers that occur, and those numbers in writing."""
    if labels.ndim == 2 and labels.shape[1] == 1:
        labels = labels[:, 0]
    if labels.ndim != 1:
        raise DataError(f"{at}: the labels have shape {labels.shape}; give one class number an item, as (N,).")
    if len(labels) != n_items:
        raise DataError(
            f"{at}: there are {len(labels):,} labels for {n_items:,} items; give one an item, in the same order."
        )
    if labels.dtype.kind not in "biuf":
        raise DataError(f"{at}: the labels are {labels.dtype}; give whole numbers from 0.")
    wrong = np.less(labels, 0)
    if labels.dtype.kind == "f":  # above 2^53 a float is whole only because its fraction is lost
        wrong |= ~np.isfinite(labels) | (np.floor(labels) != labels) | np.greater(labels, 2**53)
    if wrong.any():
        row = int(np.flatnonzero(wrong)[0])
        raise DataError(f"{at}: label {row:,} is {labels[row]:g}; labels are whole numbers from 0.")
    numbers, places = np.unique(labels, return_inverse=True)
    if len(numbers) > MAX_CLASSES:
        raise DataError(
            f"{at}: there are {len(numbers):,} different labels, where {MAX_CLASSES:,} classes are allowed; give class "
            "numbers, not item numbers."
        )
    return places.astype(np.int64), tuple(str(int(number)) for number in numbers)
