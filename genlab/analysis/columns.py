"""Columns: what the numbers of a table's items are called, and how each goes back to the data's own unit."""

from __future__ import annotations

import math
from dataclasses import dataclass

from genlab.store.datasets import DatasetFacts


@dataclass(frozen=True)
class Column:
    """One number of an item; ``value * width + shift`` is it in the unit it had before anything was scaled."""

    name: str
    shift: float = 0.0
    width: float = 1.0


def columns_of(facts: DatasetFacts) -> tuple[Column, ...]:
    """Return the columns of a table whose names are known, in the order of an item's numbers; else none.

    Several preparations may have scaled one another's numbers: the last is undone first.
    """
    size = math.prod(facts.item_shape)
    if len(facts.item_shape) != 1 or len(facts.feature_names) != size:
        return ()
    shifts, widths = [0.0] * size, [1.0] * size
    for link in reversed(facts.recipe.links if facts.recipe else ()):
        scaling = link.scaling
        if scaling is not None and len(scaling.shift) == size:
            shifts = [
                old * width + shift for old, shift, width in zip(shifts, scaling.shift, scaling.width, strict=True)
            ]
            widths = [old * width for old, width in zip(widths, scaling.width, strict=True)]
    return tuple(map(Column, facts.feature_names, shifts, widths))
