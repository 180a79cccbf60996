"""Four hats: a beanie with a pompom, a cap, a top hat, a crown."""

from __future__ import annotations

import colorsys

import numpy as np

from genlab.data.named.cartoon.brush import Box, Brush, Numbers, Places, block, both, either, ellipse
from genlab.data.named.cartoon.sitter import Sitters

_TOP: Box = (-1.0, -1.0, 1.0, 0.1)
_GOLD = np.array([0.97, 0.78, 0.22], np.float32)
_JEWEL = np.array([0.85, 0.18, 0.3], np.float32)


def hats(brush: Brush, sitters: Sitters) -> None:
    """Paint each wearer's hat in a colour of its own."""
    cloth = _cloth(sitters.tint("hat"))
    _beanie(brush, sitters, cloth)
    _cap(brush, sitters, cloth)
    _top_hat(brush, sitters, cloth)
    _crown(brush, sitters)


def _cloth(tints: Numbers) -> Numbers:
    """Return a strong colour of any hue, shape (n, 3)."""
    rgb = [colorsys.hsv_to_rgb((hue + 1) / 2, 0.62 + 0.15 * s, 0.76 + 0.14 * v) for hue, s, v in tints.tolist()]
    return np.asarray(rgb, np.float32).reshape(-1, 3)


def _beanie(brush: Brush, sitters: Sitters, cloth: Numbers) -> None:
    rows = sitters.who("hat", "beanie")
    rx, colour = sitters.head_width(rows) + 0.06, cloth[rows]

    def dome(u: Places, v: Places) -> Numbers:
        return both(ellipse(u, v, 0, -0.3, rx, 0.46), v + 0.3)

    def ribs(u: Places, v: Places) -> Numbers:
        return both(dome(u, v), np.abs(np.mod(u, 0.25) - 0.125) - 0.03)

    def band(u: Places, v: Places) -> Numbers:
        return block(u, v - 0.06 * u**2, 0, -0.33, rx + 0.01, 0.09, 0.08)

    brush.paint(rows, _TOP, np.minimum(colour + 0.25, 1), lambda u, v: ellipse(u, v, 0, -0.8, 0.12, 0.11))
    brush.paint(rows, _TOP, colour, dome)
    brush.paint(rows, _TOP, colour * 0.85, ribs, 0.5)
    brush.paint(rows, _TOP, np.minimum(colour * 0.75 + 0.2, 1), band)


def _cap(brush: Brush, sitters: Sitters, cloth: Numbers) -> None:
    rows = sitters.who("hat", "cap")
    rx, colour, turned = sitters.head_width(rows) + 0.05, cloth[rows], np.sign(sitters.of("part", rows))
    brush.paint(rows, _TOP, colour, lambda u, v: both(ellipse(u, v, 0, -0.28, rx, 0.42), v + 0.29))
    brush.paint(rows, _TOP, np.minimum(colour + 0.3, 1), lambda u, v: ellipse(u, v, 0.0, -0.48, 0.1, 0.09))
    brush.paint(rows, _TOP, colour * 0.72, lambda u, v: both(ellipse(u, v, 0.3 * turned, -0.29, 0.52, 0.1), -v - 0.4))


def _top_hat(brush: Brush, sitters: Sitters, cloth: Numbers) -> None:
    rows = sitters.who("hat", "top hat")
    black = 0.16 + 0.05 * sitters.tint("hat")[rows]
    brush.paint(rows, _TOP, black, lambda u, v: block(u, v, 0, -0.63, 0.35, 0.27, 0.04))
    brush.paint(rows, _TOP, black + 0.12, lambda u, v: block(u, v, -0.24, -0.68, 0.03, 0.15, 0.03), 0.7)
    brush.paint(rows, _TOP, cloth[rows], lambda u, v: block(u, v, 0, -0.46, 0.355, 0.07))
    brush.paint(rows, _TOP, black, lambda u, v: block(u, v - 0.08 * u**2, 0, -0.38, 0.62, 0.055, 0.05))


def _crown(brush: Brush, sitters: Sitters) -> None:
    rows = sitters.who("hat", "crown")
    rx, gold = sitters.head_width(rows), _GOLD * (1 + 0.06 * sitters.tint("hat")[rows][:, :1])

    def metal(u: Places, v: Places) -> Numbers:
        teeth = np.abs(np.mod(u / rx * 2.5, 2) - 1)  # 0 where a point stands
        return both(np.abs(u) - rx * 0.98, v + 0.34 + 0.06 * u**2, (-0.52 - 0.27 * (1 - teeth) - v) * 0.7)

    def jewels(u: Places, v: Places) -> Numbers:
        return either(ellipse(np.abs(u), v, 0.8 * rx, -0.49, 0.05, 0.055), ellipse(u, v, 0, -0.49, 0.05, 0.055))

    brush.paint(rows, _TOP, np.minimum(gold, 1), metal)
    brush.paint(rows, _TOP, gold * 0.82, lambda u, v: both(metal(u, v), -0.43 - v))
    brush.paint(rows, _TOP, _JEWEL, jewels)
