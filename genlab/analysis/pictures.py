"""Items as PNG, however they look best: pictures on a sheet, points of a plane on axes. Loads no torch."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from genlab.errors import CapabilityError
from genlab.exports.pictures import Facts, fitting_scale, sheet
from genlab.exports.scatter import scatter

SAMPLE_SIDE_PX = 256
"""Height at which one item is looked at alone."""
CELL_SIDE_PX = 64
"""Height of an item among others."""


def draw(items: NDArray[np.generic], facts: Facts, columns: int | None = None, side_px: int = CELL_SIDE_PX) -> bytes:
    """Return items as one PNG.

    Parameters
    ----------
    items : ndarray, shape (N, C, H, W) or (N, 2)
        Pictures (uint8, or float in [0, 1]), or points of a plane.
    facts : mapping of str to object
        Provenance for the file's text chunks, such as ``{"Run": run_id, "Seed": 5}``.
    columns : int, optional
        Pictures in a row; by default as many as make the sheet about square.
    side_px : int
        Height a picture should have: it gets the nearest whole multiple of its own that fits a sheet.

    Raises
    ------
    CapabilityError
        If the items are neither, or too many for a sheet.
    """
    shape = items.shape[1:]
    if len(shape) == 3:
        return sheet(items, columns, scale=fitting_scale(items.shape, columns, side_px), facts=facts)
    if shape == (2,):
        return scatter(items, facts=facts)
    numbers = "×".join(map(str, shape))
    raise CapabilityError(f"Items of {numbers} numbers are neither pictures nor points of a plane; write .npz.")
