"""Preparing a data set before a model learns from it: which items, which pixels, which scale.

What was done is kept as a :class:`Recipe` beside the prepared set, so that new items can be put through the same.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pydantic import Field

from genlab.config import Config
from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.data.readers.options import MAX_SIDE_PX, Background, Fit, ReadConfig
from genlab.data.readers.picture import fitted
from genlab.data.readers.source import MAX_BYTES
from genlab.errors import ConfigError, closest

_GREY_WEIGHTS = np.array([0.299, 0.587, 0.114], np.float32)
"""Brightness of red, green and blue (ITU-R BT.601), as Pillow weighs them."""
_BLOCK_ITEMS = 4096
ROUNDING = 1e-6
"""By so much a scaled number may lie outside 0 to 1 and still be meant to lie at its end."""


class PreprocessConfig(Config):
    """What to do to a data set, in this order: choose items, scale, colour, size, invert."""

    classes: tuple[str, ...] = Field(
        (), description="Classes to keep, with commas between; empty keeps all, items without class too."
    )
    balance: bool = Field(
        False, description="Keep equally many items of each class: as many as the rarest has, drawn by the seed."
    )
    items: int = Field(
        0,
        ge=0,
        le=10_000_000,
        title="Most items (0 = all)",
        description="Keep at most this many items, drawn by the seed; 0 keeps all.",
        json_schema_extra={"unit": "items"},
    )
    color: Literal["keep", "grey", "colour"] = Field(
        "keep", title="Colour", description="Of pictures: make them grey, or give grey ones three colour channels."
    )
    size: int = Field(
        0,
        ge=0,
        le=MAX_SIDE_PX,
        description="Of pictures: side of the square they become; 0 keeps them as they are.",
        json_schema_extra={"unit": "px"},
    )
    fit: Fit = Field(
        "crop",
        description="Of pictures that are not square: crop cuts the longer sides, pad adds a border, stretch distorts.",
    )
    background: Background = Field("black", description="Of pictures: colour of the border that pad adds.")
    invert: bool = Field(False, description="Of pictures: turn black to white and white to black.")
    scaling: Literal["none", "standardise", "min-max"] = Field(
        "none",
        description="Of numbers: standardise gives each column mean 0 and spread 1, min-max the range 0 to 1. Of "
        "pictures: min-max takes the darkest pixel to 0 and the brightest to 1.",
    )
    seed: int = Field(0, ge=0, le=2**31 - 1, description="Equal seeds draw the same items.")

    @property
    def words(self) -> str:
        """What is done, in a few words; empty if nothing is."""
        return ", ".join(
            part
            for part, done in (
                (f"classes {' '.join(self.classes)}", self.classes),
                ("balanced", self.balance),
                (f"at most {self.items:,} items", self.items),
                (self.color, self.color != "keep"),
                (f"{self.size}×{self.size} px", self.size),
                ("inverted", self.invert),
                ({"standardise": "standardised", "min-max": "scaled to 0..1"}.get(self.scaling, ""), True),
            )
            if part and done
        )


class Scaling(Config):
    """Numbers that scale each column: (x - shift) / width."""

    shift: tuple[float, ...]
    width: tuple[float, ...]


class Recipe(Config):
    """Where a prepared data set came from and all that was done to it.

    Attributes
    ----------
    of : str
        Name of the data set or file it was made from.
    fingerprint : str
        Of the data set before it was prepared.
    read : ReadConfig or None
        How the file was read, if it was one.
    scaling : Scaling or None
        The numbers found in the items then, to be used on new items.
    before : Recipe or None
        How the data set it was made from had been prepared itself; a store that keeps both notes it.
    """

    of: str
    fingerprint: str = ""
    read: ReadConfig | None = None
    prepare: PreprocessConfig = PreprocessConfig()
    scaling: Scaling | None = None
    before: Recipe | None = None

    @property
    def links(self) -> tuple[Recipe, ...]:
        """Every preparation from the file or named set on, in order; this is the last."""
        return (*(self.before.links if self.before else ()), self)


def prepare(dataset: Dataset, config: PreprocessConfig, read: ReadConfig | None = None) -> tuple[Dataset, Recipe]:
    """Return the prepared data set, and how it was made.

    Raises
    ------
    ConfigError
        For a class that the set does not have, or a step that its kind of item does not take.
    """
    rows = chosen_rows(dataset, config)
    chosen = take(dataset, rows)
    scaling = fit_scaling(chosen, config)
    done = transform(chosen, config, scaling)
    words = config.words
    source = f"{dataset.source}; prepared: {words}" if words else dataset.source
    recipe = Recipe(of=dataset.name, fingerprint=dataset.fingerprint, read=read, prepare=config, scaling=scaling)
    return replace(done, source=source), recipe


def chosen_rows(dataset: Dataset, config: PreprocessConfig) -> NDArray[np.int64]:
    """Return the rows kept, in the data set's order.

    Raises
    ------
    ConfigError
        If a class is named that the set does not have, or classes are asked of a set without labels.
    """
    rng = np.random.default_rng(config.seed)
    rows = np.arange(len(dataset))
    if (config.classes or config.balance) and (dataset.labels is None or not dataset.label_names):
        raise ConfigError(f"'{dataset.name}' has no labels, so no classes can be chosen or balanced; leave that out.")
    if dataset.labels is not None and config.classes:
        known = list(dataset.label_names)
        for name in config.classes:
            if name not in known:
                shown = ", ".join(known[:12]) + (", …" if len(known) > 12 else "")
                raise ConfigError(f"'{dataset.name}' has no class '{name}'. It has: {shown}.{closest(name, known)}")
        rows = np.flatnonzero(np.isin(dataset.labels, [known.index(name) for name in config.classes]))
    if dataset.labels is not None and config.balance:
        shuffled = rng.permutation(rows)
        groups = [shuffled[dataset.labels[shuffled] == number] for number in np.unique(dataset.labels[rows])]
        least = min(map(len, groups))
        rows = np.sort(np.concatenate([group[:least] for group in groups]))
    if config.items and len(rows) > config.items:
        rows = np.sort(rng.permutation(rows)[: config.items])
    return rows


def take(dataset: Dataset, rows: NDArray[np.integer]) -> Dataset:
    """Return some rows of a data set, its classes those that still occur."""
    if len(rows) == len(dataset) and np.array_equal(rows, np.arange(len(dataset))):
        return dataset
    labels, names = None, dataset.label_names
    if dataset.labels is not None:
        left, places = np.unique(dataset.labels[rows], return_inverse=True)
        labels = places.astype(np.int64)
        names = tuple(names[number] for number in left) if names else ()
    return replace(
        dataset,
        x=dataset.x[rows],
        labels=labels,
        label_names=names,
        factors={name: np.asarray(values)[rows] for name, values in dataset.factors.items()},
        lengths=None if dataset.lengths is None else dataset.lengths[rows],
        file_rows=None if dataset.file_rows is None else dataset.file_rows[rows],
    )


def fit_scaling(dataset: Dataset, config: PreprocessConfig) -> Scaling | None:
    """Return the numbers that scale the columns as asked, from the items themselves; None if nothing is scaled.

    A column that never changes is shifted and left at its width. The pixels of all pictures share one scale.

    Raises
    ------
    ConfigError
        If pictures are to be standardised: they are shown from 0 to 1.
    """
    if config.scaling == "none":
        return None
    if dataset.modality is Modality.IMAGE:
        if config.scaling == "standardise":
            raise ConfigError(f"'{dataset.name}' holds pictures, which are shown from 0 to 1; use scaling=min-max.")
        low, high = (float(value) / (255 if dataset.x.dtype == np.uint8 else 1) for value in _ends(dataset.x))
        return Scaling(shift=(low,), width=(high - low or 1.0,))
    x = dataset.values().astype(np.float64)
    if config.scaling == "standardise":
        shift, width = x.mean(axis=0), x.std(axis=0)
    else:
        shift, width = x.min(axis=0), np.ptp(x, axis=0)
    width = np.where(width > 0, width, 1.0)
    return Scaling(shift=tuple(shift.ravel().tolist()), width=tuple(width.ravel().tolist()))


def transform(dataset: Dataset, config: PreprocessConfig, scaling: Scaling | None = None) -> Dataset:
    """Put every item through colour, size, inversion and scaling; which items are there does not change.

    Raises
    ------
    ConfigError
        If a step for pictures is asked of numbers.
    """
    if dataset.modality is not Modality.IMAGE:
        for step, asked in (("color", config.color != "keep"), ("size", config.size), ("invert", config.invert)):
            if asked:
                raise ConfigError(f"'{dataset.name}' holds numbers, not pictures; leave out {step}.")
        return dataset if scaling is None else _scaled(dataset, config, scaling)
    if scaling is not None:
        dataset = _brightened(dataset, scaling)
    if config.invert and dataset.value_kind is ValueKind.REAL:
        raise ConfigError(f"The pixels of '{dataset.name}' are not within 0 to 1, so they cannot be inverted.")
    if config.color == "keep" and not config.size and not config.invert:
        return dataset
    n_channels = {"grey": 1, "colour": 3}.get(config.color, dataset.item_shape[0])
    sides = (config.size, config.size) if config.size else dataset.item_shape[1:]
    n_bytes = len(dataset) * n_channels * sides[0] * sides[1] * dataset.x.dtype.itemsize
    if n_bytes > MAX_BYTES:
        raise ConfigError(
            f"{len(dataset):,} pictures of {sides[1]}×{sides[0]} px take {n_bytes / 2**20:,.0f} MiB, where "
            f"{MAX_BYTES / 2**20:,.0f} are allowed; choose a smaller size or fewer items."
        )
    x = np.empty((len(dataset), n_channels, *sides), dataset.x.dtype)
    for start in range(0, len(dataset), _BLOCK_ITEMS):
        block = slice(start, start + _BLOCK_ITEMS)
        x[block] = _pictures(dataset.x[block], config, dataset.value_kind)
    kind = dataset.value_kind
    if kind is ValueKind.BINARY and x.shape != dataset.x.shape:
        kind = ValueKind.UNIT  # smoothed edges are grey
    return replace(dataset, x=x, value_kind=kind)


def _brightened(dataset: Dataset, scaling: Scaling) -> Dataset:
    """Bring the pixels of pictures to 0 to 1, by numbers found in some; those of others may come to lie beyond."""
    x = (dataset.values() - np.float32(scaling.shift[0])) / np.float32(scaling.width[0])  # (N, C, H, W)
    return _within_unit(replace(dataset, x=x, value_kind=ValueKind.REAL))


def _within_unit(dataset: Dataset) -> Dataset:
    """Return data of which all numbers lie within 0 to 1, or outside by rounding, as such; other data as they are."""
    low, high = _ends(dataset.x)
    if low < -ROUNDING or high > 1 + ROUNDING:
        return dataset
    return replace(dataset, x=np.clip(dataset.x, 0, 1), value_kind=ValueKind.UNIT)


def _ends(x: NDArray[np.generic]) -> tuple[float, float]:
    return float(np.min(x)), float(np.max(x))


def _scaled(dataset: Dataset, config: PreprocessConfig, scaling: Scaling) -> Dataset:
    if len(scaling.shift) != math.prod(dataset.item_shape):
        raise ConfigError(
            f"The items of '{dataset.name}' have {math.prod(dataset.item_shape):,} numbers each, but the scaling kept "
            f"with the run is of {len(scaling.shift):,}; choose items like those that were trained on."
        )
    shift, width = (np.array(numbers).reshape(dataset.item_shape) for numbers in (scaling.shift, scaling.width))
    scaled = replace(dataset, x=((dataset.values() - shift) / width).astype(np.float32), value_kind=ValueKind.REAL)
    return _within_unit(scaled) if config.scaling == "min-max" and dataset.modality is Modality.VECTOR else scaled


def _pictures(x: NDArray[np.generic], config: PreprocessConfig, kind: ValueKind) -> NDArray[np.generic]:
    """Return pictures (N, C, H, W) in the colours and size asked for, of the same dtype."""
    if config.color == "grey" and x.shape[1] == 3:
        grey = np.einsum("nchw,c->nhw", x.astype(np.float32), _GREY_WEIGHTS)[:, None]
        x = _as(grey, x.dtype)
    elif config.color == "colour" and x.shape[1] == 1:
        x = np.repeat(x, 3, axis=1)
    if config.size and x.shape[2:] != (config.size, config.size):
        x = _resized(x, config, kind)
    if config.invert:
        x = np.asarray((255 if x.dtype == np.uint8 else 1) - x, x.dtype)
    return x


def _resized(x: NDArray[np.generic], config: PreprocessConfig, kind: ValueKind) -> NDArray[np.generic]:
    n, channels = x.shape[:2]
    done = np.empty((n, channels, config.size, config.size), x.dtype)
    overshoots = kind is not ValueKind.REAL and x.dtype != np.uint8  # of bytes Pillow takes care itself
    for i in range(n):
        for c in range(channels):
            plane = Image.fromarray(np.ascontiguousarray(x[i, c]))  # L or F
            resized = np.asarray(fitted(plane, config.size, config.fit, config.background))
            done[i, c] = np.clip(resized, 0, 1) if overshoots else resized
    return done


def _as(x: NDArray[np.float32], dtype: np.dtype[np.generic]) -> NDArray[np.generic]:
    return np.rint(x).astype(np.uint8) if dtype == np.uint8 else x.astype(np.float32)
