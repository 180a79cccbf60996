"""Who the faces are: fifteen named attributes each, and small differences that no attribute names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from genlab.data.named.cartoon.brush import Numbers

Colours = Mapping[str, tuple[int, int, int]]

SKIN: Colours = {
    "porcelain": (252, 226, 206),
    "peach": (246, 203, 172),
    "golden": (226, 177, 132),
    "olive": (197, 145, 102),
    "brown": (150, 98, 66),
    "deep": (114, 72, 52),
}
HAIR: Colours = {
    "black": (38, 32, 38),
    "brown": (80, 48, 30),
    "blond": (238, 198, 96),
    "red": (190, 78, 34),
    "grey": (186, 188, 196),
    "pink": (238, 110, 158),
    "blue": (62, 98, 196),
}
EYES: Colours = {"brown": (94, 56, 30), "blue": (58, 120, 196), "green": (68, 142, 84), "grey": (112, 122, 136)}
BACKGROUNDS: Colours = {
    "sky": (156, 210, 242),
    "mint": (166, 226, 196),
    "sand": (246, 222, 164),
    "coral": (250, 172, 152),
    "lilac": (206, 186, 242),
    "slate": (96, 112, 136),
}
SHIRTS: Colours = {
    "white": (244, 244, 240),
    "navy": (48, 66, 116),
    "red": (212, 62, 62),
    "green": (60, 150, 98),
    "yellow": (246, 196, 60),
    "black": (52, 50, 56),
}
HAIR_STYLES = ("bald", "buzz cut", "side part", "quiff", "spikes", "curls", "fringe", "long", "bun", "pigtails")
GLASSES = ("none", "round", "square", "sunglasses")
BEARDS = ("none", "stubble", "moustache", "goatee", "full beard")
HATS = ("none", "beanie", "cap", "top hat", "crown")

VALUES: Mapping[str, tuple[str, ...]] = {
    "skin tone": tuple(SKIN),
    "hair colour": tuple(HAIR),
    "hair style": HAIR_STYLES,
    "eye colour": tuple(EYES),
    "glasses": GLASSES,
    "beard": BEARDS,
    "hat": HATS,
    "background": tuple(BACKGROUNDS),
    "shirt": tuple(SHIRTS),
}
"""The attributes with a list of values, and those values."""
RANGES: Mapping[str, tuple[float, float]] = {
    "mouth curve": (-1.0, 1.0),
    "mouth opening": (0.0, 1.0),
    "eye opening": (0.0, 1.0),
    "brow angle": (-1.0, 1.0),
    "face width": (-1.0, 1.0),
    "head tilt": (-1.0, 1.0),
}
"""The attributes that are numbers, and their bounds: frown to smile, shut to open, worried to angry, narrow to wide."""
_SHARES: Mapping[str, tuple[float, ...]] = {
    "hair style": (0.06, 0.08, 0.12, 0.1, 0.1, 0.12, 0.12, 0.12, 0.09, 0.09),
    "glasses": (0.61, 0.15, 0.14, 0.1),
    "beard": (0.62, 0.08, 0.1, 0.08, 0.12),
    "hat": (0.64, 0.1, 0.1, 0.08, 0.08),
}
GREY_GLASSES = (0.22, 0.36, 0.34, 0.08)
"""The one bias put in on purpose, for a model to pick up: who is grey mostly wears glasses. All else is independent."""
QUIRKS = ("across", "down", "gaze", "look", "nose", "eyes", "mouth", "jaw", "blush", "part", "wave", "dress")
"""Small differences that no attribute names, each uniform in [-1, 1]."""


@dataclass(frozen=True)
class People:
    """Attributes of ``n`` faces, each an array of shape (n,): indices into VALUES, or numbers within RANGES.

    ``quirks`` are unnamed small differences in [-1, 1]; ``tints`` (n, 6, 3) shifts of colours, sRGB units.
    """

    attributes: Mapping[str, NDArray[np.generic]]
    quirks: Mapping[str, Numbers]
    tints: Numbers

    def __len__(self) -> int:
        return len(self.tints)

    def __getitem__(self, rows: slice) -> People:
        return People(
            {name: values[rows] for name, values in self.attributes.items()},
            {name: values[rows] for name, values in self.quirks.items()},
            self.tints[rows],
        )


def invent(n: int, seed: int) -> People:
    """Return ``n`` people; equal seeds give equal people, and fewer people are the first of more."""
    rng = np.random.default_rng(seed)
    # one row of uniform numbers a person, so that the first people do not depend on how many there are
    drawn = rng.uniform(size=(n, len(VALUES) + len(RANGES) + len(QUIRKS) + 18))
    columns = iter(drawn.T)
    attributes: dict[str, NDArray[np.generic]] = {}
    for name, values in VALUES.items():
        shares = np.asarray(_SHARES.get(name, (1 / len(values),) * len(values)))
        place = next(columns)
        index = np.searchsorted(np.cumsum(shares)[:-1], place, side="right")
        if name == "glasses":
            is_grey = attributes["hair colour"] == list(HAIR).index("grey")
            index = np.where(is_grey, np.searchsorted(np.cumsum(GREY_GLASSES)[:-1], place, side="right"), index)
        attributes[name] = index.astype(np.int64)
    for name, (low, high) in RANGES.items():
        place = next(columns)
        if name == "eye opening":
            place = np.where(place < 0.06, 0.0, 0.35 + 0.65 * place)  # a few have their eyes shut
        elif name == "mouth opening":
            place = np.maximum(0.0, 1.6 * place - 0.6)  # more than a third keep their mouth shut
        elif name == "mouth curve":
            place = np.sqrt(place)  # more smile than frown
        attributes[name] = (low + (high - low) * place).astype(np.float32)
    quirks = {name: (2 * next(columns) - 1).astype(np.float32) for name in QUIRKS}
    tints = np.stack(list(columns), axis=1).reshape(n, 6, 3)
    return People(attributes, quirks, (2 * tints - 1).astype(np.float32))
