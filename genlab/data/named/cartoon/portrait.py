"""What is painted where, from the background to the hat.

A face stands around (0, 0.06), about 1 wide and 1.1 high, in a picture from -1 to 1: eyes at height 0, brows at -0.2,
mouth at 0.36, chin at 0.62; above the hairline at -0.3 there is room for hair and hats.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from genlab.data.named.cartoon import people as named
from genlab.data.named.cartoon.brush import WHOLE, Brush, Numbers, Places, both, either, ellipse
from genlab.data.named.cartoon.features import beard, brows, cheeks, eyes, mouth, nose
from genlab.data.named.cartoon.glasses import glasses
from genlab.data.named.cartoon.hair import hair_behind, hair_in_front
from genlab.data.named.cartoon.hats import hats
from genlab.data.named.cartoon.people import People
from genlab.data.named.cartoon.sitter import Sitters

_BLOCK_PIXELS = 2**18
_ZOOM = 1.12
_LOWER = 0.06


def draw(people: People, side: int) -> NDArray[np.uint8]:
    """Return the people's pictures, shape (n, 3, side, side), uint8."""
    pictures = np.empty((len(people), 3, side, side), np.uint8)
    step = max(1, _BLOCK_PIXELS // side**2)  # so few at a time that they stay in the processor's cache
    for start in range(0, len(people), step):
        block = slice(start, start + step)
        pixels = _painted(people[block], side)
        pictures[block] = np.moveaxis(np.clip(pixels * 255 + 0.5, 0, 255).astype(np.uint8), 0, 1)
    return pictures


def _painted(people: People, side: int) -> Numbers:
    quirks = people.quirks
    tilt = 0.07 * np.asarray(people.attributes["head tilt"], np.float32)
    brush = Brush(len(people), side, 0.02 * quirks["across"], _LOWER + 0.015 * quirks["down"], tilt, _ZOOM)
    sitters = Sitters(people)
    _background(brush, sitters)
    hair_behind(brush, sitters)
    _body(brush, sitters)
    _head(brush, sitters)
    cheeks(brush, sitters)
    beard(brush, sitters)
    nose(brush, sitters)
    mouth(brush, sitters)
    eyes(brush, sitters)
    brows(brush, sitters)
    hair_in_front(brush, sitters)
    hats(brush, sitters)
    glasses(brush, sitters)
    return brush.pixels


def _background(brush: Brush, sitters: Sitters) -> None:
    colour = sitters.colour("background", named.BACKGROUNDS, tint=0.05)
    brush.pixels[:] = colour.T[:, :, None, None]
    light = np.minimum(colour * 1.1 + 0.03, 1)
    brush.paint(sitters.all, WHOLE, light, lambda u, v: ellipse(u, v, 0, -0.1, 0.8, 0.85), 0.8, soft=0.5)


def _body(brush: Brush, sitters: Sitters) -> None:
    everyone, skin = sitters.all, sitters.skin
    width = sitters.of("face width", everyone)
    low = (-1.0, 0.3, 1.0, 1.0)
    shirt = sitters.colour("shirt", named.SHIRTS, tint=0.04)
    brush.paint(everyone, low, shirt, lambda u, v: ellipse(u, v, 0, 1.16, 0.78 + 0.08 * width, 0.46))
    brush.paint(everyone, low, shirt * 0.82, lambda u, v: ellipse(u, v, 0, 0.77, 0.26, 0.12))
    half = 0.17 + 0.02 * width

    def neck(u: Places, v: Places) -> Numbers:
        return either(ellipse(u, v, 0, 0.76, half, 0.1), both(np.abs(u) - half, v - 0.76, 0.3 - v))

    brush.paint(everyone, low, skin * 0.86, neck)


def _head(brush: Brush, sitters: Sitters) -> None:
    everyone, skin = sitters.all, sitters.skin
    rx = sitters.head_width(everyone)
    ears = (-0.85, -0.25, 0.85, 0.4)
    brush.paint(everyone, ears, skin * 0.93, lambda u, v: ellipse(np.abs(u), v, rx, 0.06, 0.1, 0.13))
    brush.paint(everyone, ears, skin * 0.8, lambda u, v: ellipse(np.abs(u), v, rx + 0.01, 0.07, 0.045, 0.07))
    box = (-0.8, -0.7, 0.8, 0.85)
    brush.paint(everyone, box, skin * 0.9, lambda u, v: sitters.head(everyone, u, v))
    brush.paint(everyone, box, skin, lambda u, v: sitters.head(everyone, u + 0.035, v + 0.03, 0.03), soft=0.06)
