"""Ten ways to wear one's hair: what falls behind the head, and what lies on it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from genlab.data.named.cartoon.brush import WHOLE, Box, Brush, Numbers, Places, block, both, either, ellipse, stroke
from genlab.data.named.cartoon.people import HATS
from genlab.data.named.cartoon.sitter import Rows, Sitters

_TOP: Box = (-0.95, -1.0, 0.95, 0.45)
_BRIM = -0.36
_NO_BRIM = -2.0

Hairline = Callable[[Places, Numbers], Numbers]
"""From u (as on a head of middle width) and each person's parting to the height at which the hair ends."""


def hair_behind(brush: Brush, sitters: Sitters) -> None:
    """Paint what is seen behind head and shoulders."""
    deep, light = sitters.hair * 0.8, sitters.hair * 0.92
    _behind(brush, sitters, sitters.who("hair style", "long"), deep, _long)
    _behind(brush, sitters, sitters.who("hair style", "fringe"), deep, _bob)
    _behind(brush, sitters, sitters.who("hair style", "curls"), light, _curls)
    _behind(brush, sitters, sitters.who("hair style", "bun"), light, _bun)
    tails = sitters.who("hair style", "pigtails")  # they hang below any brim
    at, length = sitters.head_width(tails) + 0.2, 0.06 * sitters.of("wave", tails)

    def pigtails(u: Places, v: Places) -> Numbers:
        return ellipse(np.abs(u), v + 0.25 * (np.abs(u) - at), at, 0.1 + length, 0.17, 0.3)

    brush.paint(tails, WHOLE, light[tails], pigtails)


def _behind(
    brush: Brush,
    sitters: Sitters,
    rows: Rows,
    colour: Numbers,
    shape: Callable[[Places, Places, Numbers, Numbers], Numbers],
) -> None:
    """Paint a shape of (u, v, width of the head, wave); the shoulders of hair slope away from under a hat."""
    rx, wave, brim = sitters.head_width(rows), sitters.of("wave", rows), _brim(sitters, rows)

    def seen(u: Places, v: Places) -> Numbers:
        return both(shape(u, v, rx, wave), brim + 0.8 * np.maximum(np.abs(u) - 0.85 * rx, 0) - v)

    brush.paint(rows, WHOLE, colour[rows], seen)


def _brim(sitters: Sitters, rows: Rows) -> Numbers:
    """Return the height above which no hair is seen, shape (rows, 1, 1): the brim, for those who wear a hat."""
    hatted = np.isin(rows, sitters.who("hat", *HATS[1:]))
    return np.where(hatted, np.float32(_BRIM), np.float32(_NO_BRIM))[:, None, None]


def _long(u: Places, v: Places, rx: Numbers, wave: Numbers) -> Numbers:
    return block(u, v, 0, 0.22, rx + 0.14 + 0.03 * np.sin(9 * v + 3 * wave), 0.8 + 0.12 * wave, 0.5)


def _bob(u: Places, v: Places, rx: Numbers, wave: Numbers) -> Numbers:
    return block(u, v, 0, 0.02, rx + 0.15, 0.62 + 0.08 * wave, 0.4)


def _bun(u: Places, v: Places, rx: Numbers, wave: Numbers) -> Numbers:
    return ellipse(u, v, 0.12 * wave, -0.66, 0.24, 0.21)


def _curls(u: Places, v: Places, rx: Numbers, wave: Numbers) -> Numbers:
    angle = np.arctan2(v + 0.12, u)
    return ellipse(u, v, 0, -0.12, rx + 0.24 + 0.04 * wave, 0.7) - 0.035 * np.cos(13 * angle + 2 * wave)


def hair_in_front(brush: Brush, sitters: Sitters) -> None:
    """Paint what lies on the head: a cap of hair above a hairline that each style draws in its own way."""
    for style, (out, hairline) in _HAIRLINES.items():
        _cap(brush, sitters, style, out, hairline)
    tails = sitters.who("hair style", "pigtails")
    rx, ribbon = sitters.head_width(tails), np.clip(0.6 + 0.4 * sitters.tint("hair colour")[tails], 0, 1)
    brush.paint(tails, WHOLE, ribbon, lambda u, v: ellipse(np.abs(u), v, rx + 0.08, -0.02, 0.07, 0.07))
    bald = sitters.who("hair style", "bald")
    gloss = np.minimum(sitters.skin[bald] * 1.12 + 0.05, 1)
    brush.paint(bald, _TOP, gloss, lambda u, v: ellipse(u, v, -0.17, -0.34, 0.12, 0.06), 0.6, soft=0.06)


def _cap(brush: Brush, sitters: Sitters, style: str, out: float, hairline: Hairline) -> None:
    """Paint hair ``out`` thick on all heads of one style, with a lighter streak."""
    rows = sitters.who("hair style", style)
    part, wave = sitters.of("part", rows), sitters.of("wave", rows)
    brim, narrow = _brim(sitters, rows), 0.45 / sitters.head_width(rows)

    def cap(u: Places, v: Places) -> Numbers:
        head = sitters.head(rows, u, v)
        temples = both(-head - 0.04, v + 0.03)  # no background between sideburn and skin
        shape = both(head - out, either(v - hairline(u * narrow, part), temples))
        if style == "spikes":
            shape = either(shape, _spikes(u, v, sitters.head(rows, u, v, -0.05), wave))
        if style == "quiff":
            lean = 0.14 * np.sign(part)
            shape = either(shape, ellipse(u, v, lean, -0.52, 0.36, 0.2), ellipse(u, v, 2 * lean, -0.62, 0.2, 0.15))
        return both(shape, brim - v)

    def streak(u: Places, v: Places) -> Numbers:
        return both(cap(u, v) + 0.02, stroke(u, v, (-0.26, -0.42, -0.06, -0.5), 0.03))

    brush.paint(rows, _TOP, sitters.hair[rows], cap, 0.82 if style == "buzz cut" else 1.0)
    brush.paint(rows, _TOP, np.minimum(sitters.hair[rows] * 1.25 + 0.06, 1), streak, 0.55, soft=0.04)


def _sides(u: Places, start: float, steepness: float) -> Numbers:
    """Return how far a hairline falls towards the ears, from ``start`` beside the middle."""
    return steepness * np.maximum(np.abs(u) - start, 0)


def _zigzag(angle: Numbers) -> Numbers:
    """Return a triangle wave of period 2, between -1 and 1."""
    return 2 * np.abs(np.mod(angle, 2) - 1) - 1


def _spikes(u: Places, v: Places, head: Numbers, wave: Numbers) -> Numbers:
    angle = np.arctan2(u, 0.06 - v) / np.pi  # 0 upwards, 1 downwards
    reach = 0.08 * (1 + _zigzag(11 * angle + 0.3 * wave))
    return both(head * 0.8 - reach, np.abs(angle) - 0.34, v + 0.3)


_HAIRLINES: dict[str, tuple[float, Hairline]] = {
    "buzz cut": (0.02, lambda u, part: -0.28 + 0.02 * part + _sides(u, 0.35, 1.3)),
    "side part": (0.08, lambda u, part: -0.35 + 0.25 * np.abs(u - 0.2 * np.sign(part)) + _sides(u, 0.37, 1.8)),
    "quiff": (0.05, lambda u, part: -0.3 - 0.06 * np.cos(4 * u) + _sides(u, 0.35, 1.5)),
    "spikes": (0.04, lambda u, part: -0.3 + 0.07 * _zigzag(7 * u + part) + _sides(u, 0.35, 1.5)),
    "curls": (0.09, lambda u, part: -0.27 - 0.05 * np.cos(17 * u + part) + _sides(u, 0.33, 0.9)),
    "fringe": (0.08, lambda u, part: -0.19 + 0.025 * np.cos(13 * u + 3 * part) + _sides(u, 0.36, 1.6)),
    "long": (0.08, lambda u, part: -0.42 + 0.75 * np.abs(u - 0.12 * part)),
    "bun": (0.06, lambda u, part: -0.33 + 0.2 * u**2 + _sides(u, 0.36, 1.4)),
    "pigtails": (0.06, lambda u, part: -0.41 + 0.55 * np.abs(u - 0.06 * part)),
}
"""How thick the hair of a style lies, and its hairline."""
