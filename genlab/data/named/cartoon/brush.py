"""Painting one shape on many pictures at once, with smooth edges.

A shape is a signed distance: below 0 inside, above 0 outside, in the unit of the picture, which reaches from -1 to 1
both ways, v downwards. A pixel that the edge crosses is covered in part. What stands on both sides of a face is painted
once, at |u|.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.floating]
Places = Numbers
"""Across or down, shape (rows, h, w)."""
Size = Numbers | float
Box = tuple[float, float, float, float]
"""Left, top, right, bottom of the part of a picture outside which nothing is painted."""
WHOLE: Box = (-1.0, -1.0, 1.0, 1.0)


class Brush:
    """Paints on ``n`` square pictures.

    Parameters
    ----------
    n, side : int
        Pictures, and pixels along a side.
    across, down, tilt : ndarray, shape (n,), float32
        Where each picture's subject is: moved by so much, turned by ``tilt`` radians.
    zoom : float
        How much larger than life it is painted; all shapes and boxes are told in life size.

    Attributes
    ----------
    pixels : ndarray, shape (3, n, side, side), float32
        Red, green and blue, 0 to 1.
    """

    def __init__(self, n: int, side: int, across: Numbers, down: Numbers, tilt: Numbers, zoom: float) -> None:
        self.pixels = np.zeros((3, n, side, side), np.float32)
        self._step = 2 / side / zoom
        self._centers = ((np.arange(side) + 0.5 - side / 2) * self._step).astype(np.float32)
        self._across, self._down = across, down
        self._cos, self._sin = np.cos(tilt), np.sin(tilt)

    def paint(
        self,
        rows: NDArray[np.intp],
        box: Box,
        colour: Numbers,
        shape: Callable[[Places, Places], Numbers],
        opacity: float | Numbers = 1.0,
        soft: float = 0.0,
    ) -> None:
        """Paint one shape.

        Parameters
        ----------
        rows : ndarray of int
            The pictures it is painted on.
        colour : ndarray, shape (3,) or (len(rows), 3)
        shape : function
            From places (u, v), each of shape (len(rows), h, w), to the signed distance at each.
        opacity : float or ndarray broadcast against (len(rows), h, w)
            0 to 1.
        soft : float
            Width over which the edge fades, beyond one pixel.
        """
        if not len(rows):
            return
        left, right = np.searchsorted(self._centers, (box[0], box[2]))
        top, bottom = np.searchsorted(self._centers, (box[1], box[3]))
        u = self._centers[left:right] - self._across[rows, None, None]
        v = self._centers[top:bottom, None] - self._down[rows, None, None]
        cos, sin = self._cos[rows, None, None], self._sin[rows, None, None]
        far = shape(cos * u + sin * v, cos * v - sin * u)  # (rows, h, w)
        cover = far * np.float32(-1 / (self._step + soft))
        cover += np.float32(0.5)
        np.clip(cover, 0, 1, out=cover)
        cover *= opacity
        chosen = slice(None) if len(rows) == self.pixels.shape[1] else rows  # a view where it may be one
        for channel, shade in zip(self.pixels, np.broadcast_to(colour, (len(rows), 3)).T, strict=True):
            under = channel[chosen, top:bottom, left:right]
            channel[chosen, top:bottom, left:right] = under + (shade[:, None, None] - under) * cover


def ellipse(u: Places, v: Places, x: Size, y: Size, rx: Size, ry: Size) -> Numbers:
    """Return the distance to an ellipse around (x, y), exact at its edge to first order."""
    a, b = (u - x) / rx, (v - y) / ry
    length = np.sqrt(a * a + b * b)
    return length * (length - 1) / (np.sqrt((a / rx) ** 2 + (b / ry) ** 2) + 1e-4)


def block(u: Places, v: Places, x: Size, y: Size, hx: Size, hy: Size, r: float = 0.0) -> Numbers:
    """Return the distance to a rectangle of half sides hx and hy around (x, y), its corners rounded by r."""
    a, b = np.abs(u - x) - (hx - r), np.abs(v - y) - (hy - r)
    outside = np.sqrt(np.maximum(a, 0) ** 2 + np.maximum(b, 0) ** 2)
    return outside + np.minimum(np.maximum(a, b), 0) - r


def stroke(u: Places, v: Places, ends: tuple[Size, Size, Size, Size], r: float) -> Numbers:
    """Return the distance to a line of half width r with round ends, ``ends`` = (x0, y0, x1, y1)."""
    x0, y0, x1, y1 = ends
    dx, dy = x1 - x0, y1 - y0
    along = np.clip(((u - x0) * dx + (v - y0) * dy) / (dx * dx + dy * dy), 0, 1)
    return np.sqrt((u - x0 - along * dx) ** 2 + (v - y0 - along * dy) ** 2) - r


def outline(distance: Numbers, half_width: float) -> Numbers:
    """Return the distance to the edge of a shape, drawn as a line."""
    return np.abs(distance) - half_width


def both(*distances: Numbers) -> Numbers:
    """Return the distance to what all shapes share."""
    return reduce(np.maximum, distances)


def either(*distances: Numbers) -> Numbers:
    """Return the distance to all shapes together."""
    return reduce(np.minimum, distances)
