"""The parts of a face: cheeks, nose, mouth, eyes, brows and beard."""

from __future__ import annotations

import numpy as np

from genlab.data.named.cartoon import people as named
from genlab.data.named.cartoon.brush import Box, Brush, Numbers, Places, both, either, ellipse, stroke
from genlab.data.named.cartoon.sitter import Rows, Sitters

EYE_AT = 0.215
EYES: Box = (-0.62, -0.42, 0.62, 0.4)
DARK = np.array([0.13, 0.1, 0.12], np.float32)
WHITE = np.array([0.99, 0.99, 0.98], np.float32)
_NOSE: Box = (-0.3, -0.1, 0.3, 0.4)
_BELOW: Box = (-0.7, 0.0, 0.7, 0.85)
_LIPS = np.array([0.72, 0.24, 0.26], np.float32)
_INSIDE = np.array([0.42, 0.1, 0.13], np.float32)
_TONGUE = np.array([0.9, 0.42, 0.44], np.float32)
_BLUSH = np.array([0.95, 0.4, 0.38], np.float32)


def cheeks(brush: Brush, sitters: Sitters) -> None:
    """Paint a blush, more on some than on others."""
    strength = 0.17 + 0.13 * sitters.of("blush", sitters.all)
    brush.paint(
        sitters.all, _BELOW, _BLUSH, lambda u, v: ellipse(np.abs(u), v, 0.29, 0.24, 0.1, 0.07), strength, soft=0.08
    )


def nose(brush: Brush, sitters: Sitters) -> None:
    """Paint a round nose."""
    everyone = sitters.all
    size = 1 + 0.25 * sitters.of("nose", everyone)
    brush.paint(everyone, _NOSE, sitters.skin * 0.8, lambda u, v: ellipse(u, v, 0, 0.16, 0.085 * size, 0.06 * size))
    brush.paint(everyone, _NOSE, sitters.skin * 0.97, lambda u, v: ellipse(u, v, 0, 0.145, 0.075 * size, 0.05 * size))


def mouth(brush: Brush, sitters: Sitters) -> None:
    """Paint the lips as a bow, and where the mouth is open teeth and tongue below it."""
    everyone = sitters.all

    def half(rows: Rows) -> Numbers:
        return 0.21 + 0.03 * sitters.of("mouth", rows) + 0.05 * np.abs(sitters.of("mouth curve", rows))

    def upper(rows: Rows, u: Places) -> Numbers:
        """Height of the lips at u: ends up for a smile."""
        return 0.37 + 0.15 * sitters.of("mouth curve", rows) * (0.55 - (u / half(rows)) ** 2)

    wide = np.flatnonzero(sitters.of("mouth opening", everyone).ravel() > 0.02)
    gape = sitters.of("mouth opening", wide)

    def opening(u: Places, v: Places) -> Numbers:
        top, width = upper(wide, u), half(wide)
        return both(top - v, v - top - 0.17 * gape * np.maximum(1 - (u / width) ** 2, 0), np.abs(u) - width)

    def tongue(u: Places, v: Places) -> Numbers:
        return both(opening(u, v) + 0.02, ellipse(u, v, 0, 0.37 + 0.22 * gape, 0.1, 0.09))

    def lips(u: Places, v: Places) -> Numbers:
        slope = 0.3 * sitters.of("mouth curve", everyone) * u / half(everyone) ** 2
        across = np.abs(v - upper(everyone, u)) / np.sqrt(1 + slope**2) - 0.03
        return both(across, np.abs(u) - half(everyone) - 0.015)

    brush.paint(wide, _BELOW, _INSIDE, opening)
    brush.paint(wide, _BELOW, _TONGUE, tongue)
    brush.paint(wide, _BELOW, WHITE, lambda u, v: both(opening(u, v), v - upper(wide, u) - 0.055))
    red = 0.25 * sitters.skin + 0.75 * _LIPS * (0.75 + 0.25 * sitters.skin.max(1, keepdims=True))
    brush.paint(everyone, _BELOW, np.minimum(red, 1), lips)


def eyes(brush: Brush, sitters: Sitters) -> None:
    """Paint whites, iris, pupil and a spark, as far as the lids are open."""
    everyone, iris = sitters.all, sitters.colour("eye colour", named.EYES, tint=0.05)
    size, lids = 1 + 0.1 * sitters.of("eyes", everyone), sitters.of("eye opening", everyone)
    height = 0.022 + 0.125 * lids * size
    gaze, look = 0.03 * sitters.of("gaze", everyone), 0.02 * sitters.of("look", everyone)

    def white(u: Places, v: Places) -> Numbers:
        return ellipse(np.abs(u), v, EYE_AT, 0.0, 0.125 * size, height)

    def disc(u: Places, v: Places, radius: Numbers, right: float = 0.0, down: float = 0.0) -> Numbers:
        """Return the distance to a disc in each eye; both look the same way."""
        across = np.abs(u) - EYE_AT - np.sign(u) * (gaze + right)
        return both(white(u, v) + 0.008, np.sqrt(across**2 + (v - look - down) ** 2) - radius)

    is_open = np.clip((lids - 0.02) * 20, 0, 1)
    brush.paint(everyone, EYES, sitters.skin * 0.5, lambda u, v: white(u, v + 0.012) - 0.016)
    brush.paint(everyone, EYES, WHITE, white, is_open)
    brush.paint(everyone, EYES, iris, lambda u, v: disc(u, v, 0.088 * size), is_open)
    brush.paint(everyone, EYES, DARK, lambda u, v: disc(u, v, 0.05 * size), is_open)
    brush.paint(everyone, EYES, WHITE, lambda u, v: disc(u, v, 0.026 * size, -0.03, -0.035), 0.9 * is_open)


def brows(brush: Brush, sitters: Sitters) -> None:
    """Paint the brows, from worried to angry; wide eyes lift them."""
    everyone = sitters.all
    turn = 0.075 * sitters.of("brow angle", everyone)
    height = -0.2 - 0.05 * sitters.of("eye opening", everyone)
    colour = np.minimum(sitters.hair * 0.72, sitters.skin * 0.72)
    ends = (0.11, height + turn, 0.31, height - turn)
    brush.paint(everyone, EYES, colour, lambda u, v: stroke(np.abs(u), v, ends, 0.027))


def beard(brush: Brush, sitters: Sitters) -> None:
    """Paint stubble, a moustache, a goatee or a full beard."""
    colour = sitters.hair * 0.9

    def grown(rows: Rows, u: Places, v: Places, out: float) -> Numbers:
        edge = 0.3 - 0.34 * np.minimum((u / sitters.head_width(rows)) ** 2, 1.2)
        return both(sitters.head(rows, u, v, -out), edge - v)

    shadow = sitters.who("beard", "stubble")
    brush.paint(shadow, _BELOW, colour[shadow] * 0.8, lambda u, v: grown(shadow, u, v, 0.0), 0.3, soft=0.06)
    full = sitters.who("beard", "full beard")
    rx = sitters.head_width(full)
    brush.paint(
        full,
        _BELOW,
        colour[full],
        lambda u, v: either(grown(full, u, v, 0.035), ellipse(u, v, 0, 0.5, 0.72 * rx, 0.24)),
    )
    chin = sitters.who("beard", "goatee")
    brush.paint(chin, _BELOW, colour[chin], lambda u, v: ellipse(u, v, 0, 0.61, 0.17, 0.13))
    lip = sitters.who("beard", "moustache", "goatee")
    brush.paint(
        lip, _BELOW, colour[lip], lambda u, v: ellipse(np.abs(u), v + 0.25 * np.abs(u), 0.115, 0.27, 0.15, 0.055)
    )
