"""Points of a plane drawn with axes: what sheet, strip and film are to pictures."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PIL import Image, ImageDraw, ImageFont

from genlab.errors import CapabilityError
from genlab.exports.provenance import Provenance
from genlab.exports.stamp import Pixels, png

INK, PAPER, GRID, GREY, WAY = (31, 41, 55), (255, 255, 255), (229, 231, 235), (190, 195, 202), (86, 180, 233)
# Okabe & Ito 2008, told apart with any colour vision; names at the groups' middles say the same without colour
COLOURS = [(0, 114, 178), (230, 159, 0), (0, 158, 115), (213, 94, 0), (86, 180, 233), (204, 121, 167), (110, 110, 110)]
SMOOTH = 3  # drawn this many times larger, then averaged down
SIDES_PX = (64, 2400)


def scatter(
    points: NDArray[np.generic],
    provenance: Provenance,
    labels: NDArray[np.integer] | None = None,
    label_names: tuple[str, ...] = (),
    size_px: int = 480,
) -> bytes:
    """Return points on a plane with axes as a square PNG; both axes have the same scale.

    Parameters
    ----------
    points : ndarray, shape (N, 2), float
        Rows that are not finite are left out.
    provenance : Provenance
        Where the points come from.
    labels : ndarray, shape (N,), int, optional
        Colours the points; below 0 is grey.
    label_names : tuple of str
        Written at the middle of each label's points.
    size_px : int
        Side of the file, 64 to 2400.

    Raises
    ------
    CapabilityError
        If an item does not have two numbers, no point is finite, or the picture would be too small or too large.
    """
    given, points = _checked(points), _finite(points)
    groups = np.zeros(len(points), np.int64) if labels is None else np.asarray(labels)[np.isfinite(given).all(axis=1)]
    plane = _Plane(points, size_px)
    page = plane.page()
    draw = ImageDraw.Draw(page)
    plane.dots(draw, points, [_colour(int(group)) for group in groups], _radius(len(points)))
    for group, name in enumerate(label_names if labels is not None else ()):
        if (groups == group).any():
            across, down = plane.places(np.median(points[groups == group], axis=0, keepdims=True))[0]
            draw.text((across, down), name, fill=INK, font=plane.font, anchor="mm", stroke_width=3, stroke_fill=PAPER)
    return png(plane.pixels(page), provenance)


def scatter_frames(
    points: NDArray[np.generic], background: NDArray[np.generic] | None = None, size_px: int = 480
) -> Pixels:
    """Return the frames of a film of a point that moves; the axes stay where they are.

    Parameters
    ----------
    points : ndarray, shape (N, 2), float
        Where the point is in each frame; the way so far is drawn behind it.
    background : ndarray, shape (M, 2), float, optional
        Points to see the walk among, such as the data.
    size_px : int
        Side of a frame, 64 to 2400.

    Returns
    -------
    ndarray, shape (N, size_px, size_px, 3), uint8

    Raises
    ------
    CapabilityError
        As :func:`scatter`.
    """
    way = _finite(points)
    behind = np.empty((0, 2)) if background is None else _finite(background)
    plane = _Plane(np.concatenate([behind, way]), size_px)
    page = plane.page()
    plane.dots(ImageDraw.Draw(page), behind, [GREY] * len(behind), _radius(len(behind)))
    made = []
    last = None
    for here in plane.places(way):
        draw = ImageDraw.Draw(page)
        if last is not None:
            draw.line([*last, *here], fill=WAY, width=SMOOTH * 2)
        last = here
        frame = page.copy()
        radius = SMOOTH * size_px / 70
        box = (here[0] - radius, here[1] - radius, here[0] + radius, here[1] + radius)
        ImageDraw.Draw(frame).ellipse(box, fill=COLOURS[0], outline=PAPER, width=SMOOTH)
        made.append(plane.pixels(frame))
    return np.stack(made)


class _Plane:
    """A square page with axes around points, drawn larger than it will be."""

    def __init__(self, points: NDArray[np.float64], size_px: int) -> None:
        if not SIDES_PX[0] <= size_px <= SIDES_PX[1]:
            raise CapabilityError(f"A drawn plane has between {SIDES_PX[0]} and {SIDES_PX[1]} px, got {size_px}.")
        self.large = size_px * SMOOTH
        self.font = ImageFont.load_default(size=self.large // 40)
        low, high = points.min(axis=0), points.max(axis=0)
        self.middle = (low + high) / 2
        far = float(np.abs(self.middle).max())
        span = float((high - low).max())
        if span <= 1e-6 * far:  # one place: shown with zero in sight
            span = 2.2 * far or 1.0
        self.reach = 0.55 * span  # half the side, with a margin
        self.edge = 0.09 * self.large

    def places(self, points: ArrayLike) -> NDArray[np.float64]:
        """Where points, shape (N, 2), lie on the large page."""
        share = (np.asarray(points, np.float64) - self.middle + self.reach) / (2 * self.reach)
        share[:, 1] = 1 - share[:, 1]
        return np.asarray(self.edge + share * (self.large - 1.5 * self.edge))

    def page(self) -> Image.Image:
        """Return a page with nothing but grid, numbers and names of the axes."""
        page = Image.new("RGB", (self.large, self.large), PAPER)
        draw = ImageDraw.Draw(page)
        corners = self.places([self.middle - self.reach, self.middle + self.reach])  # lower left, upper right
        (left, bottom), (right, top) = corners
        for axis in (0, 1):
            for value in ticks(self.middle[axis] - self.reach, self.middle[axis] + self.reach):
                at = float(self.places([np.where([axis == 0, axis == 1], value, self.middle)])[0, axis])
                path = [(at, top), (at, bottom)] if axis == 0 else [(left, at), (right, at)]
                draw.line(path, fill=GRID, width=SMOOTH)
                label_at = (at, self.large - 0.55 * self.edge) if axis == 0 else (0.55 * self.edge, at)
                draw.text(label_at, f"{value:.4g}", fill=INK, font=self.font, anchor="mm")
        draw.text((right, self.large - 0.08 * self.edge), "first number", fill=INK, font=self.font, anchor="rs")
        draw.text((0.12 * self.edge, top - 0.1 * self.edge), "second number", fill=INK, font=self.font, anchor="ls")
        return page

    def dots(
        self, draw: ImageDraw.ImageDraw, points: NDArray[np.float64], colours: list[tuple[int, int, int]], radius: float
    ) -> None:
        """Draw points, each in its colour; the radius is in pixels of the file."""
        reach = SMOOTH * radius
        for (x, y), colour in zip(self.places(points), colours, strict=True):
            draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=colour)

    def pixels(self, page: Image.Image) -> Pixels:
        """Average a page down to its size."""
        return np.asarray(page.reduce(SMOOTH))


def _checked(points: NDArray[np.generic]) -> NDArray[np.float64]:
    checked = np.asarray(points, dtype=np.float64)
    if checked.ndim != 2 or checked.shape[1] != 2:
        shape = "×".join(map(str, checked.shape[1:]))
        raise CapabilityError(f"Only items of two numbers are drawn on a plane; these have shape {shape}. Write .npz.")
    return checked


def _finite(points: NDArray[np.generic]) -> NDArray[np.float64]:
    checked = _checked(points)
    kept = checked[np.isfinite(checked).all(axis=1)]
    if not len(kept):
        raise CapabilityError("None of the points is finite, so there is nothing to draw.")
    return kept


def _radius(n: int) -> float:
    return float(np.clip(60 / np.sqrt(max(n, 1)), 1.0, 4.0))


def ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Return round numbers (1, 2 or 5 times a power of ten) between ``low`` and ``high``, at most ``most`` of them."""
    power = int(np.floor(np.log10((high - low) / most)))
    base = 10.0**power
    step = next(base * factor for factor in (1, 2, 5, 10, 20) if (high - low) / (base * factor) < most)
    return [round(i * step, -power) + 0.0 for i in range(int(np.ceil(low / step)), int(np.floor(high / step)) + 1)]


def _colour(group: int) -> tuple[int, int, int]:
    return (160, 160, 160) if group < 0 else COLOURS[group % len(COLOURS)]
