"""Points of a plane drawn with axes, as PNG: what a sheet is to pictures."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PIL import Image, ImageDraw, ImageFont

from genlab.errors import CapabilityError
from genlab.exports.pictures import Facts, encode_png

INK, PAPER, GRID = (31, 41, 55), (255, 255, 255), (229, 231, 235)
# Okabe & Ito 2008, told apart with any colour vision; names at the groups' middles say the same without colour
COLOURS = [(0, 114, 178), (230, 159, 0), (0, 158, 115), (213, 94, 0), (86, 180, 233), (204, 121, 167), (110, 110, 110)]
SMOOTH = 3  # drawn this many times larger, then averaged down


def scatter(
    points: NDArray[np.generic],
    labels: NDArray[np.integer] | None = None,
    label_names: tuple[str, ...] = (),
    size_px: int = 480,
    facts: Facts | None = None,
) -> bytes:
    """Return points on a plane with axes as a square PNG; both axes have the same scale.

    Parameters
    ----------
    points : ndarray, shape (N, 2), float
        Rows that are not finite are left out.
    labels : ndarray, shape (N,), int, optional
        Colours the points; below 0 is grey.
    label_names : tuple of str
        Written at the middle of each label's points.
    size_px : int
        Side of the file, >= 64.
    facts : mapping of str to object, optional
        Provenance, as in :func:`genlab.exports.pictures.picture`.

    Raises
    ------
    CapabilityError
        If an item does not have two numbers, or no point is finite.
    """
    points = np.asarray(points, dtype=np.float64)
    if points.ndim != 2 or points.shape[1] != 2:
        shape = "×".join(map(str, points.shape[1:]))
        raise CapabilityError(f"Only items of two numbers are drawn on a plane; these have shape {shape}. Write .npz.")
    seen = np.isfinite(points).all(axis=1)
    if not seen.any():
        raise CapabilityError("None of the points is finite, so there is nothing to draw.")
    points = points[seen]
    groups = np.zeros(len(points), dtype=np.int64) if labels is None else np.asarray(labels)[seen]

    large = size_px * SMOOTH
    page = Image.new("RGB", (large, large), PAPER)
    draw = ImageDraw.Draw(page)
    low, high = points.min(axis=0), points.max(axis=0)
    middle = (low + high) / 2
    far = float(np.abs(middle).max())
    span = float((high - low).max())
    if span <= 1e-6 * far:  # one place: shown with zero in sight
        span = 2.2 * far or 1.0
    reach = 0.55 * span  # half the side, with a margin
    edge = 0.09 * large

    def place(values: ArrayLike, axis: int) -> NDArray[np.float64]:
        share = (np.asarray(values, np.float64) - middle[axis] + reach) / (2 * reach)
        return np.asarray(edge + (share if axis == 0 else 1 - share) * (large - 1.5 * edge))

    font = ImageFont.load_default(size=large // 40)
    ends = np.array([-reach, reach])
    for axis in (0, 1):
        lines = place(middle[1 - axis] + ends, 1 - axis)
        for value in ticks(middle[axis] - reach, middle[axis] + reach):
            at = float(place(value, axis))
            path = [(at, lines[0]), (at, lines[1])] if axis == 0 else [(lines[0], at), (lines[1], at)]
            draw.line(path, fill=GRID, width=SMOOTH)
            label_at = (at, large - 0.45 * edge) if axis == 0 else (0.55 * edge, at)
            draw.text(label_at, f"{value:.4g}", fill=INK, font=font, anchor="mm")

    radius = SMOOTH * float(np.clip(60 / np.sqrt(len(points)), 1.0, 4.0))
    across, down = place(points[:, 0], 0), place(points[:, 1], 1)
    for group, x, y in zip(groups, across, down, strict=True):
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=_colour(int(group)))
    for group, name in enumerate(label_names if labels is not None else ()):
        chosen = groups == group
        if chosen.any():
            center = (float(np.median(across[chosen])), float(np.median(down[chosen])))
            draw.text(center, name, fill=INK, font=font, anchor="mm", stroke_width=SMOOTH, stroke_fill=PAPER)
    return encode_png(np.asarray(page.resize((size_px, size_px), Image.Resampling.BOX)), facts)


def ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Return round numbers (1, 2 or 5 times a power of ten) between ``low`` and ``high``, at most ``most`` of them."""
    base = 10.0 ** np.floor(np.log10((high - low) / most))
    step = next(base * factor for factor in (1, 2, 5, 10, 20) if (high - low) / (base * factor) < most)
    return [float(f"{i * step:.12g}") + 0.0 for i in range(int(np.ceil(low / step)), int(np.floor(high / step)) + 1)]


def _colour(group: int) -> tuple[int, int, int]:
    return (160, 160, 160) if group < 0 else COLOURS[group % len(COLOURS)]
