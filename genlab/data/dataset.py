"""Dataset: what a model learns from, immutable, one row an item."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from genlab.errors import ConfigError, DataError


class Modality(StrEnum):
    """How items are shown and compared."""

    IMAGE = "image"
    POINTS = "points"
    VECTOR = "vector"


class ValueKind(StrEnum):
    """What one number of an item is; it gives the default likelihood."""

    BINARY = "binary"
    UNIT = "unit interval"
    REAL = "real"
    CATEGORICAL = "categorical"


@dataclass(frozen=True)
class Split:
    """Row numbers to learn from and row numbers held out, both in random order."""

    train: NDArray[np.int64]
    held_out: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Dataset:
    r"""Items of one kind, with labels where known.

    Attributes
    ----------
    name : str
        What a person calls it. Never a path.
    x : ndarray, shape (N, \*item_shape), uint8 or float32
        Images are channel first, (N, C, H, W). uint8 stands for 0..255 of the unit interval (a file's bytes, possibly
        memory-mapped, so that 60,000 pictures are not blown up four times); read values through :meth:`values`.
    labels : ndarray, shape (N,), int64, or None
        Index into ``label_names``.
    modality, value_kind
        How items are shown; what one number is.
    source, licence : str
        Where the items come from and under which terms.
    factors : mapping of str to ndarray, shape (N,)
        Ground-truth attributes, where known: numbers, or indices into ``factor_values``.
    factor_values : mapping of str to tuple of str
        What the values of a factor are called, for each factor that holds indices.
    feature_names : tuple of str
        What the numbers of a vector are called, where known: the columns of a table.
    file_rows : ndarray, shape (N,), int64, or None
        Which rows of its file the items are, counted from 0, where reading left some out; not kept in a store.
    """

    name: str
    x: NDArray[np.generic]
    modality: Modality
    value_kind: ValueKind
    labels: NDArray[np.int64] | None = None
    label_names: tuple[str, ...] = ()
    source: str = ""
    licence: str = ""
    factors: Mapping[str, NDArray[np.generic]] = field(default_factory=dict)
    lengths: NDArray[np.int64] | None = None
    factor_values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    feature_names: tuple[str, ...] = ()
    file_rows: NDArray[np.int64] | None = None

    def __post_init__(self) -> None:
        if self.x.ndim < 2 or len(self.x) == 0:
            raise DataError(f"Data set '{self.name}' has no items: its array has shape {self.x.shape}.")
        if self.x.dtype not in (np.uint8, np.float32):
            raise DataError(f"Data set '{self.name}' holds {self.x.dtype} numbers; genlab keeps uint8 or float32.")
        if self.labels is not None and len(self.labels) != len(self.x):
            raise DataError(
                f"Data set '{self.name}' has {len(self.x):,} items but {len(self.labels):,} labels; give one label "
                "an item."
            )
        if self.labels is not None and self.label_names:
            low, high = int(self.labels.min()), int(self.labels.max())
            if low < 0 or high >= self.n_classes:
                raise DataError(
                    f"Data set '{self.name}' has labels {low} to {high} for {self.n_classes} label names; number them "
                    "from 0."
                )
        for name, factor in self.factors.items():
            if len(factor) != len(self.x):
                raise DataError(
                    f"Data set '{self.name}' has {len(self.x):,} items but {len(factor):,} values of the factor "
                    f"'{name}'; give one an item."
                )
        for array in (self.x, self.labels, *self.factors.values()):
            if array is not None:
                array.flags.writeable = False

    def __len__(self) -> int:
        return len(self.x)

    @property
    def item_shape(self) -> tuple[int, ...]:
        """Shape of one item: (C, H, W) for images, (D,) for points and vectors."""
        return tuple(self.x.shape[1:])

    @property
    def n_classes(self) -> int:
        """Number of label names; 0 without labels."""
        return len(self.label_names)

    def values(self, rows: slice | NDArray[np.integer] | None = None) -> NDArray[np.float32]:
        """Return the items in ``rows`` (all by default) as float32, bytes scaled to [0, 1]."""
        chosen = self.x[rows] if rows is not None else self.x
        if chosen.dtype == np.uint8:
            return np.multiply(chosen, np.float32(1 / 255), dtype=np.float32)
        return np.asarray(chosen, dtype=np.float32)

    def split(self, held_out: float = 0.1, seed: int = 0) -> Split:
        """Divide the rows for learning and for measuring.

        Parameters
        ----------
        held_out : float
            Share of items held out, 0 to 0.9; at least one item is always left to learn from.
        seed : int
            Equal seeds give equal splits.

        Raises
        ------
        ConfigError
            If ``held_out`` is outside [0, 0.9].
        """
        if not 0 <= held_out <= 0.9:
            raise ConfigError(f"held_out must be between 0 and 0.9, got {held_out}.")
        order = np.random.default_rng(seed).permutation(len(self))
        n_held_out = min(round(held_out * len(self)), len(self) - 1)
        return Split(train=order[n_held_out:], held_out=order[:n_held_out])

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 over shape, dtype, items and labels, as 16 hex digits; names files cached for this data."""
        digest = hashlib.sha256(f"{self.x.shape}{self.x.dtype}".encode())
        digest.update(np.ascontiguousarray(self.x).data)
        if self.labels is not None:
            digest.update(np.ascontiguousarray(self.labels).data)
        return digest.hexdigest()[:16]
