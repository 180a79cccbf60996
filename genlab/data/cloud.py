"""A cloud of points that a person drew, checked before it is believed: it comes from a browser."""

from __future__ import annotations

from typing import Annotated

import numpy as np
from pydantic import Field, ValidationError

from genlab.config import Config
from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.errors import DataError

MAX_POINTS = 20_000
MIN_POINTS = 10
EDGE = 1.0
"""The plane drawn on reaches from -EDGE to EDGE both ways."""
N_BRUSHES = 6
_Place = Annotated[float, Field(ge=-EDGE, le=EDGE, allow_inf_nan=False)]
_Brush = Annotated[int, Field(ge=0, lt=N_BRUSHES, strict=True)]


class Drawn(Config):
    """What the drawing view hands over: one place and one brush a point, and the name typed beside it."""

    name: str = Field("", max_length=80)
    x: tuple[_Place, ...] = Field(max_length=MAX_POINTS)
    y: tuple[_Place, ...] = Field(max_length=MAX_POINTS)
    brush: tuple[_Brush, ...] = Field(max_length=MAX_POINTS)


def drawn_cloud(value: object) -> Dataset:
    """Return the data set of a drawn cloud.

    Parameters
    ----------
    value : object
        What the browser sent; expected to have the fields of :class:`Drawn`.

    Returns
    -------
    Dataset
        ``x`` of shape (N, 2), float32; a class for each brush that was used, none if it was but one.

    Raises
    ------
    DataError
        If it is no such cloud: too few or too many points, places off the plane, lists of different lengths.
    """
    try:
        drawn = Drawn.model_validate(value)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in fault["loc"]) or "it"
        raise DataError(f"The drawn points cannot be used ({where}: {fault['msg']}); draw them anew.") from None
    if not len(drawn.x) == len(drawn.y) == len(drawn.brush):
        raise DataError("The drawn points cannot be used: a coordinate or class is missing; draw them anew.")
    if len(drawn.x) < MIN_POINTS:
        raise DataError(f"There are {len(drawn.x)} points, and a model needs at least {MIN_POINTS}; draw some more.")
    used, labels = np.unique(drawn.brush, return_inverse=True)
    return Dataset(
        name=" ".join(drawn.name.split()) or "drawn points",
        x=np.array([drawn.x, drawn.y], np.float32).T.copy(),
        modality=Modality.POINTS,
        value_kind=ValueKind.REAL,
        labels=labels.astype(np.int64) if len(used) > 1 else None,
        label_names=tuple(f"brush {number + 1}" for number in used) if len(used) > 1 else (),
        source="drawn by hand in genlab",
    )
