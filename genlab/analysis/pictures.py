"""Items as files, however they look best: pictures on a sheet or in a film, points on axes. Loads no torch."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from genlab.errors import CapabilityError, ConfigError
from genlab.exports.pictures import fitting_scale, frames, sheet
from genlab.exports.provenance import Provenance
from genlab.exports.scatter import scatter, scatter_frames
from genlab.exports.stamp import FILMS, check_film, png

Array = NDArray[np.generic]

SAMPLE_SIDE_PX = 256
"""Height at which one item is looked at alone."""
CELL_SIDE_PX = 64
"""Height of an item among others."""
PLANE_SIDE_PX = 120
"""Side of a plane of points at scale 1."""
PLANE_SCALE = 4
MOST_SCALE = 64
BACKGROUND_POINTS = 2000


def can_draw(item_shape: tuple[int, ...]) -> bool:
    """Tell whether items of this shape are pictures or points of a plane."""
    return item_shape == (2,) or (len(item_shape) == 3 and item_shape[0] in (1, 3))


def draw(
    items: Array,
    provenance: Provenance,
    columns: int | None = None,
    side_px: int = CELL_SIDE_PX,
    scale: int | None = None,
) -> bytes:
    """Return items as one PNG.

    Parameters
    ----------
    items : ndarray, shape (N, C, H, W) or (N, 2)
        Pictures (uint8, or float in [0, 1]), or points of a plane.
    provenance : Provenance
        Where they come from.
    columns : int, optional
        Pictures in a row; by default as many as make the sheet about square.
    side_px : int
        Height a picture should have where no scale is given: it gets the nearest whole multiple of its own that fits.
    scale : int, optional
        Side of the square that a pixel of an item becomes, 1 to 64; for points, sides of 120 px, 1 to 20.

    Raises
    ------
    CapabilityError
        If the items are neither, or too many for a sheet.
    ConfigError
        If the scale is out of range.
    """
    if _is_plane(items):
        return scatter(items, provenance, size_px=_plane_side(scale))
    chosen = fitting_scale(items.shape, columns, side_px) if scale is None else checked_scale(scale)
    return sheet(items, columns, chosen, provenance=provenance)


def draw_walk(items: Array, provenance: Provenance, background: Array | None = None, scale: int | None = None) -> bytes:
    """Return the items of a walk as one PNG: pictures side by side, points as a way among ``background``."""
    if not _is_plane(items):
        return draw(items, provenance, columns=len(items), scale=scale)
    check_film(len(items), _plane_side(scale), _plane_side(scale))
    return png(scatter_frames(items, background, _plane_side(scale))[-1], provenance)


def film(
    items: Array,
    ending: str,
    provenance: Provenance,
    fps: float = 10.0,
    loop: str = "loop",
    background: Array | None = None,
    scale: int | None = None,
) -> bytes:
    """Return the items of a walk as a film, one frame an item.

    Parameters
    ----------
    items : ndarray, shape (N, C, H, W) or (N, 2)
    ending : {'gif', 'webp'}
    fps : float
        Frames a second, 0.2 to 50.
    loop : {'once', 'loop', 'back'}
        Played once, for ever, or there and back for ever.
    background : ndarray, shape (M, 2), optional
        For points: what to draw the walk among; the axes fit both and stay.
    scale : int, optional
        As for :func:`draw`; by default a picture becomes about 256 px high.

    Raises
    ------
    CapabilityError
        If the items can not be drawn, or the film would be too large.
    ConfigError
        If ``fps``, ``loop`` or ``scale`` is out of range.
    """
    if loop not in LOOPS:
        raise ConfigError(f"A film is played {', '.join(LOOPS)}; got '{loop}'.")
    n = 2 * len(items) if loop == "back" else len(items)
    if _is_plane(items):
        check_film(n, _plane_side(scale), _plane_side(scale))
        made = scatter_frames(items, background, _plane_side(scale))
    else:
        own = fitting_scale((1, *items.shape[1:]), 1, SAMPLE_SIDE_PX) if scale is None else checked_scale(scale)
        check_film(n, items.shape[2] * own, items.shape[3] * own)
        made = frames(items, own)
    if loop == "back" and len(made) > 2:
        made = np.concatenate([made, made[-2:0:-1]])
    return FILMS[ending](made, fps, loop != "once", provenance)


LOOPS = {"once": "Once", "loop": "Again and again", "back": "There and back"}
"""Ways to play a film, with the words a form shows."""


def checked_scale(scale: int) -> int:
    """Return ``scale``; raises ConfigError unless it is 1 to 64."""
    if not 1 <= scale <= MOST_SCALE:
        raise ConfigError(f"scale must be between 1 and {MOST_SCALE}, got {scale}.")
    return scale


def _plane_side(scale: int | None) -> int:
    return PLANE_SIDE_PX * (PLANE_SCALE if scale is None else checked_scale(scale))


def _is_plane(items: Array) -> bool:
    """Tell points from pictures; raises CapabilityError for what is neither."""
    shape = items.shape[1:]
    if not can_draw(shape):
        numbers = "×".join(map(str, shape))
        raise CapabilityError(f"Items of {numbers} numbers are neither pictures nor points of a plane; write .npz.")
    return shape == (2,)
