"""shapes: squares, ellipses and hearts in every size, turn and place, so that what a model finds can be checked.

The specification is that of dSprites; the pictures are drawn here. The full grid has 737,280 items, numbered as in
dSprites: shape, scale, orientation, x, y, the last counting fastest.
"""

from __future__ import annotations

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray

from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.errors import ConfigError

SHAPES = ("square", "ellipse", "heart")
SCALES = np.linspace(0.5, 1, 6)
ORIENTATIONS = np.linspace(0, 2 * math.pi, 40)
"""In radians, counter-clockwise. As in dSprites the last is a full turn, the first again."""
PLACES = np.linspace(0, 1, 32)
GRID = (len(SHAPES), len(SCALES), len(ORIENTATIONS), len(PLACES), len(PLACES))
N_GRID = math.prod(GRID)
N_ITEMS = 30_000
SIDE = 64
_BOX = 33
"""Side of the square a figure is drawn in; odd, so that its centre is a pixel. Pixel centres are whole numbers."""
_FIRST = 16
"""Pixel of the centre at place 0; each further place is one pixel on, so that no figure is ever cut off."""


def shapes(n_items: int = N_ITEMS, seed: int = 0) -> Dataset:
    """Draw a random part of the grid at 64 x 64, black and white without anti-aliasing, as dSprites is.

    Parameters
    ----------
    n_items : int
        Different items of the grid, 1 to 737,280, in random order.
    seed : int
        Equal seeds choose equal items.

    Returns
    -------
    Dataset
        ``x`` of shape (n_items, 1, 64, 64), uint8, 0 or 255; labels are the shapes; factors ``shape``, ``scale``,
        ``orientation``, ``x`` and ``y`` with dSprites' values.

    References
    ----------
    Matthey, Higgins, Hassabis & Lerchner 2017, dSprites, https://github.com/google-deepmind/dsprites-dataset
    """
    return shapes_at(_some(n_items, seed))


def shapes_32(n_items: int = N_ITEMS, seed: int = 0) -> Dataset:
    """Draw a random part of the grid at 32 x 32: the items of :func:`shapes`, each 2 x 2 pixels averaged to one."""
    return shapes_at(_some(n_items, seed), side=32)


def shapes_at(numbers: NDArray[np.integer], side: int = SIDE) -> Dataset:
    """Draw chosen items of the grid.

    Parameters
    ----------
    numbers : ndarray, shape (N,), integers
        Places in the grid, 0 to 737,279: ``np.ravel_multi_index((shape, scale, orientation, x, y), GRID)``.
    side : int
        64, or 32 for averaged pixels.

    Raises
    ------
    ConfigError
        For another side, or a number outside the grid.
    """
    numbers = np.asarray(numbers)
    if side not in (32, SIDE):
        raise ConfigError(f"The shapes are drawn at a side of 32 or 64 pixels, got {side}.")
    if numbers.ndim != 1 or len(numbers) == 0 or numbers.min() < 0 or numbers.max() >= N_GRID:
        raise ConfigError(f"The shapes are numbered 0 to {N_GRID - 1:,}; give a list of such numbers.")
    shape, scale, orientation, x, y = np.unravel_index(numbers, GRID)
    pictures = np.empty((len(numbers), 1, side, side), np.uint8)
    figures = _figures()
    for i, (figure, left, top) in enumerate(zip(figures[shape, scale, orientation], x, y, strict=True)):
        canvas = np.zeros((SIDE, SIDE), np.uint8)
        canvas[top : top + _BOX, left : left + _BOX] = figure
        pictures[i, 0] = canvas if side == SIDE else _averaged(canvas)
    return Dataset(
        name="shapes" if side == SIDE else "shapes-32",
        x=pictures,
        modality=Modality.IMAGE,
        value_kind=ValueKind.BINARY if side == SIDE else ValueKind.UNIT,
        labels=shape.astype(np.int64),
        label_names=SHAPES,
        source="squares, ellipses and hearts to the specification of dSprites (Matthey et al. 2017), drawn by genlab",
        licence="CC0 1.0",
        factors={
            "shape": shape.astype(np.int64),
            "scale": SCALES[scale].astype(np.float32),
            "orientation": ORIENTATIONS[orientation].astype(np.float32),
            "x": PLACES[x].astype(np.float32),
            "y": PLACES[y].astype(np.float32),
        },
        factor_values={"shape": SHAPES},
    )


def _some(n_items: int, seed: int) -> NDArray[np.int64]:
    if not 1 <= n_items <= N_GRID:
        raise ConfigError(f"The grid of shapes has {N_GRID:,} items; ask for 1 to that many, got {n_items}.")
    return np.random.default_rng(seed).choice(N_GRID, n_items, replace=False)


def _averaged(canvas: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return each 2 x 2 pixels as one, 0 to 255."""
    sums = canvas[::2, ::2].astype(np.uint16) + canvas[1::2, ::2] + canvas[::2, 1::2] + canvas[1::2, 1::2]
    return (sums // 4).astype(np.uint8)


@cache
def _figures() -> NDArray[np.uint8]:
    """Return every figure around its centre, shape (3, 6, 40, 33, 33), 0 or 255."""
    pixels = np.arange(_BOX) - _BOX // 2
    across, down = np.meshgrid(pixels, pixels)
    turn = ORIENTATIONS[None, :, None, None]
    size = SCALES[:, None, None, None] * _FIRST  # pixels at which a figure's own unit circle lies
    u = (np.cos(turn) * across - np.sin(turn) * down) / size  # the figure's own axes, v upwards
    v = -(np.sin(turn) * across + np.cos(turn) * down) / size
    inside = np.stack([_in_square(u, v), _in_ellipse(u, v), _in_heart(u, v)])
    return np.where(inside, np.uint8(255), np.uint8(0))


# each figure fills its own unit circle, so that it stays inside the picture however it is turned


def _in_square(u: NDArray[np.float64], v: NDArray[np.float64]) -> NDArray[np.bool_]:
    return np.maximum(np.abs(u), np.abs(v)) <= 0.68


def _in_ellipse(u: NDArray[np.float64], v: NDArray[np.float64]) -> NDArray[np.bool_]:
    return (u / 0.55) ** 2 + (v / 0.95) ** 2 <= 1


def _in_heart(u: NDArray[np.float64], v: NDArray[np.float64]) -> NDArray[np.bool_]:
    """The curve (u² + v² - 1)³ = u² v³, made to fit."""
    u, v = 1.38 * u, 1.38 * v + 0.06
    return (u**2 + v**2 - 1) ** 3 <= u**2 * v**3
