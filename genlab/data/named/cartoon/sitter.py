"""What the parts of a portrait share: each sitter's attributes beside places, colours, and the outline of the head."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from genlab.data.named.cartoon import people as named
from genlab.data.named.cartoon.brush import Numbers, ellipse
from genlab.data.named.cartoon.people import Colours, People

Rows = NDArray[np.intp]
_HEAD_HEIGHT = 0.57
_HEAD_AT = 0.06
_TINTED = ("background", "skin tone", "hair colour", "shirt", "hat", "eye colour")


class Sitters:
    """The people of one block of pictures, as the painters ask for them."""

    def __init__(self, people: People) -> None:
        self._people = people
        self.all: Rows = np.arange(len(people))
        self.skin = self.colour("skin tone", named.SKIN, tint=0.035)
        self.hair = self.colour("hair colour", named.HAIR, tint=0.05)

    def who(self, attribute: str, *values: str) -> Rows:
        """Return the rows of those whose attribute has one of the values."""
        wanted = [named.VALUES[attribute].index(value) for value in values]
        return np.flatnonzero(np.isin(self._people.attributes[attribute], wanted))

    def of(self, name: str, rows: Rows) -> Numbers:
        """Return a number or quirk of each of ``rows``, shape (rows, 1, 1), ready to meet places."""
        known = self._people.quirks if name in self._people.quirks else self._people.attributes
        return np.asarray(known[name][rows], np.float32)[:, None, None]

    def colour(self, attribute: str, colours: Colours, tint: float) -> Numbers:
        """Return the colour of each, shape (n, 3), no two quite the same: brightness and hue vary by ``tint``."""
        known = np.asarray(list(colours.values()), np.float32)[self._people.attributes[attribute]] / 255
        shift = self.tint(attribute)
        return np.clip(known + tint * (shift.mean(axis=1, keepdims=True) * 1.5 + 0.5 * shift), 0, 1).astype(np.float32)

    def tint(self, part: str) -> Numbers:
        """Return three numbers in [-1, 1] for each, shape (n, 3), of their own for every part."""
        return self._people.tints[:, _TINTED.index(part)]

    def head_width(self, rows: Rows) -> Numbers:
        """Return half the width of each head, shape (rows, 1, 1)."""
        return np.float32(0.47) + np.float32(0.075) * self.of("face width", rows)

    def head(self, rows: Rows, u: Numbers, v: Numbers, less: float = 0.0) -> Numbers:
        """Return the distance to the heads, made smaller by ``less`` (larger where negative)."""
        jaw = 0.16 + 0.12 * self.of("jaw", rows)
        slim = 1 - jaw * np.clip(v - 0.05, 0, 1)
        return ellipse(u / slim, v, 0, _HEAD_AT, self.head_width(rows) - less, _HEAD_HEIGHT - less)
