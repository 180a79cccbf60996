"""Three pairs of glasses: round, square, dark."""

from __future__ import annotations

import numpy as np

from genlab.data.named.cartoon.brush import Brush, Numbers, Places, block, both, either, ellipse, outline, stroke
from genlab.data.named.cartoon.features import DARK, EYE_AT, EYES, WHITE
from genlab.data.named.cartoon.sitter import Rows, Sitters

_GLARE = 0.16


def glasses(brush: Brush, sitters: Sitters) -> None:
    """Paint each wearer's glasses, the frame in a dark colour of its own."""
    frame = DARK + 0.14 * (1 + sitters.tint("eye colour")) * np.array([1.6, 0.8, 0.5], np.float32)

    def wire(u: Places, v: Places, rows: Rows, hold: float) -> Numbers:
        """Return the distance to bridge and arms; the lenses begin ``hold`` beside the middle of the eye."""
        arms = stroke(np.abs(u), v, (EYE_AT + hold, -0.03, sitters.head_width(rows) + 0.02, -0.05), 0.02)
        return either(arms, stroke(u, v, (-0.06, -0.02, 0.06, -0.02), 0.022))

    def round_lens(u: Places, v: Places) -> Numbers:
        return ellipse(np.abs(u), v, EYE_AT, 0.01, 0.18, 0.18)

    def square_lens(u: Places, v: Places) -> Numbers:
        return block(np.abs(u), v, EYE_AT, 0.0, 0.18, 0.14, 0.05)

    def dark_lens(u: Places, v: Places) -> Numbers:
        return both(ellipse(np.abs(u), v, EYE_AT, -0.05, 0.2, 0.22), -0.13 - v)

    def shine(u: Places, v: Places) -> Numbers:
        left, right = (stroke(u, v, (at - 0.1, 0.02, at - 0.02, -0.08), 0.02) for at in (-EYE_AT, EYE_AT))
        return either(left, right)

    circle = sitters.who("glasses", "round")
    brush.paint(circle, EYES, WHITE, round_lens, _GLARE)
    brush.paint(
        circle, EYES, frame[circle], lambda u, v: either(wire(u, v, circle, 0.18), outline(round_lens(u, v), 0.022))
    )
    square = sitters.who("glasses", "square")
    brush.paint(square, EYES, WHITE, square_lens, _GLARE)
    brush.paint(
        square, EYES, frame[square], lambda u, v: either(wire(u, v, square, 0.18), outline(square_lens(u, v), 0.024))
    )
    dark = sitters.who("glasses", "sunglasses")
    brush.paint(dark, EYES, frame[dark], lambda u, v: wire(u, v, dark, 0.2))
    brush.paint(dark, EYES, DARK, dark_lens)
    brush.paint(dark, EYES, WHITE, shine, 0.35)
