"""Fields: what is known of each item besides its label, one number an item, to search and select by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, Self

import numpy as np
from numpy.typing import NDArray

from genlab.data.dataset import Dataset, Modality

MOST_COLUMNS = 64
"""Of a table with more columns the first ones are fields; a person does not choose among a thousand."""


@dataclass(frozen=True, eq=False)
class Field:
    """One number an item.

    Attributes
    ----------
    name : str
        A factor's name, or a column's.
    kind : {'factor', 'column'}
        Known of the item, or one of the numbers that it is made of.
    values : ndarray, shape (N,), float32
    names : tuple of str
        What the values 0, 1, … are called; empty where they are numbers.
    """

    name: str
    kind: Literal["factor", "column"]
    values: NDArray[np.float32]
    names: tuple[str, ...] = ()

    def of(self, rows: NDArray[np.integer]) -> Self:
        """Return the field of these rows alone."""
        return replace(self, values=self.values[rows])


def fields_of(data: Dataset) -> tuple[Field, ...]:
    """Return the fields of a data set: its factors, and the columns of vectors and points."""
    found = [
        Field(name, "factor", _numbers(values), tuple(data.factor_values.get(name, ())))
        for name, values in data.factors.items()
        if np.issubdtype(np.asarray(values).dtype, np.number) or np.asarray(values).dtype == np.bool_
    ]
    if data.modality is not Modality.IMAGE and len(data.item_shape) == 1:
        width = min(data.item_shape[0], MOST_COLUMNS)
        names = data.feature_names or tuple(f"x{i + 1}" for i in range(width))
        columns = data.values()[:, :width]
        found += [Field(name, "column", _numbers(columns[:, i])) for i, name in enumerate(names[:width])]
    return tuple(found)


def _numbers(values: NDArray[np.generic]) -> NDArray[np.float32]:
    return np.ascontiguousarray(values, dtype=np.float32)
