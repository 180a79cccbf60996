"""faces: cartoon faces in colour whose every attribute is known; walking, arithmetic and bias show on them."""

from __future__ import annotations

import numpy as np

from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.data.named.cartoon.people import VALUES, invent
from genlab.data.named.cartoon.portrait import draw
from genlab.errors import ConfigError

N_ITEMS = 12_000
N_LARGE = 6_000
LABEL = "hair colour"


def faces(n_items: int = N_ITEMS, seed: int = 0) -> Dataset:
    """Draw cartoon faces at 32 x 32.

    Parameters
    ----------
    n_items : int
        Faces to draw, at least 1.
    seed : int
        Equal seeds give equal faces; the same people as :func:`faces_64` of the same seed.

    Returns
    -------
    Dataset
        ``x`` of shape (n_items, 3, 32, 32), uint8; labels are the hair colours; fifteen factors, of which nine have
        named values and six are numbers (:mod:`genlab.data.named.cartoon.people`). Attributes are independent, save one
        bias put in on purpose: most grey-haired people wear glasses.
    """
    return _faces("faces", n_items, seed, side=32)


def faces_64(n_items: int = N_LARGE, seed: int = 0) -> Dataset:
    """Draw cartoon faces at 64 x 64; see :func:`faces`."""
    return _faces("faces-64", n_items, seed, side=64)


def _faces(name: str, n_items: int, seed: int, side: int) -> Dataset:
    if n_items < 1:
        raise ConfigError(f"There is at least one face to draw, got {n_items}.")
    people = invent(n_items, seed)
    return Dataset(
        name=name,
        x=draw(people, side),
        modality=Modality.IMAGE,
        value_kind=ValueKind.UNIT,
        labels=np.asarray(people.attributes[LABEL], np.int64),
        label_names=VALUES[LABEL],
        source="cartoon faces of fifteen attributes, drawn by genlab; none shows a real person",
        licence="CC0 1.0",
        factors=people.attributes,
        factor_values=VALUES,
    )
