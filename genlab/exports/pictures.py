"""Items as PNG files: one item, a strip, a sheet, or as the frames of a film. Each file carries its provenance.

Items are shown as they are, enlarged by whole factors without smoothing, so a pixel of the file is a pixel of the item.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from genlab.errors import CapabilityError
from genlab.exports.provenance import Provenance
from genlab.exports.stamp import Pixels, png

Array = NDArray[np.generic]

SHEET_SIDE_PX = 8192
"""The longest side of a sheet; more items than fit are refused rather than cut."""


def picture(x: Array, scale: int = 1, provenance: Provenance | None = None) -> bytes:
    """Return one item as a PNG.

    Parameters
    ----------
    x : ndarray, shape (C, H, W), uint8 or float in [0, 1]
        C is 1 (grey) or 3 (red, green, blue). Values outside [0, 1] are clipped.
    scale : int
        Side of the square that one pixel of the item becomes, >= 1.
    provenance : Provenance, optional
        Where the item comes from, if a model made it.

    Raises
    ------
    CapabilityError
        If the item is not a picture.
    """
    return png(frames(np.asarray(x)[None], scale)[0], provenance)


def strip(xs: Array, scale: int = 1, gap: int = 1, provenance: Provenance | None = None) -> bytes:
    """Return items side by side in one row; parameters as :func:`sheet`."""
    return sheet(xs, columns=len(xs), scale=scale, gap=gap, provenance=provenance)


def sheet(
    xs: Array,
    columns: int | None = None,
    scale: int = 1,
    gap: int = 1,
    provenance: Provenance | None = None,
) -> bytes:
    """Return items on a grid, row by row.

    Parameters
    ----------
    xs : ndarray, shape (N, C, H, W), uint8 or float in [0, 1], N >= 1
    columns : int, optional
        Items in a row; by default as many as make the sheet about square.
    scale : int
        Side of the square that one pixel of an item becomes, >= 1.
    gap : int
        Grey pixels between items (before scaling).
    provenance : Provenance, optional
        Where the items come from, if a model made them.

    Raises
    ------
    CapabilityError
        If the items are not pictures, or the sheet would be longer than 8,192 px on a side.
    """
    pixels = _pixels(np.asarray(xs))  # (N, H, W, C)
    _, height, width, channels = pixels.shape
    columns, size = _layout(xs.shape, columns, gap)
    if max(size) * scale > SHEET_SIDE_PX:
        raise CapabilityError(
            f"{len(xs):,} items of {width}×{height} at scale {scale} need {size[1] * scale:,}×{size[0] * scale:,} px; "
            f"a sheet has at most {SHEET_SIDE_PX:,} px on a side. Ask for fewer items, a smaller scale or .npz."
        )
    page = np.full((*size, channels), 128, dtype=np.uint8)
    for i, item in enumerate(pixels):
        top, left = (i // columns) * (height + gap), (i % columns) * (width + gap)
        page[top : top + height, left : left + width] = item
    return png(_enlarge(page, scale), provenance)


def fitting_scale(shape: tuple[int, ...], columns: int | None, side_px: int, gap: int = 1) -> int:
    """Return the scale, >= 1, that makes items about ``side_px`` high, less if the sheet would be too large."""
    _, size = _layout(shape, columns, gap)
    return max(1, min(round(side_px / shape[2]), SHEET_SIDE_PX // max(size)))


def frames(xs: Array, scale: int = 1) -> Pixels:
    """Return items, shape (N, C, H, W), as the frames of a film, (N, H * scale, W * scale, C).

    Raises
    ------
    CapabilityError
        If the items are not pictures, or a frame would be longer than 8,192 px on a side.
    """
    pixels = _pixels(np.asarray(xs))
    if max(pixels.shape[1:3]) * scale > SHEET_SIDE_PX:
        raise CapabilityError(f"At scale {scale} a picture would be over {SHEET_SIDE_PX:,} px on a side; lower it.")
    return np.stack([_enlarge(item, scale) for item in pixels])


def _layout(shape: tuple[int, ...], columns: int | None, gap: int) -> tuple[int, tuple[int, int]]:
    """Return the columns of a sheet of items (N, C, H, W), and its height and width before scaling."""
    n, _, height, width = shape
    columns = min(columns or int(np.ceil(np.sqrt(n * height / width))), n)
    rows = -(-n // columns)
    return columns, (rows * (height + gap) - gap, columns * (width + gap) - gap)


def _pixels(xs: Array) -> NDArray[np.uint8]:
    """Items (N, C, H, W) as pixels (N, H, W, C)."""
    if xs.ndim != 4 or xs.shape[1] not in (1, 3) or len(xs) == 0:
        shape = "×".join(map(str, xs.shape[1:]))
        raise CapabilityError(
            f"Items of shape {shape} are not pictures; genlab draws 1 or 3 channels of pixels. Write .npz."
        )
    if xs.dtype != np.uint8:
        finite = np.nan_to_num(xs.astype(np.float32), nan=0.0, posinf=1.0, neginf=0.0)
        xs = np.rint(np.clip(finite, 0, 1) * 255).astype(np.uint8)
    return np.ascontiguousarray(xs.transpose(0, 2, 3, 1), dtype=np.uint8)


def _enlarge(pixels: NDArray[np.uint8], scale: int) -> NDArray[np.uint8]:
    if scale < 1:
        raise CapabilityError(f"scale must be >= 1, got {scale}.")
    return pixels.repeat(scale, axis=0).repeat(scale, axis=1)
