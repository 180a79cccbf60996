"""Codes and items as tables: NPZ for programs, CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from genlab.errors import CapabilityError

Array = NDArray[np.generic]

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
MOST_CELLS = 20_000_000
"""About 200 MB of text; more is what NPZ is for."""
ROWS_AT_ONCE = 1024


def npz_table(columns: Mapping[str, Array]) -> bytes:
    """Return arrays of equal length as a compressed NPZ file; texts as unicode arrays, so nothing is pickled."""
    file = io.BytesIO()
    np.savez_compressed(file, allow_pickle=False, **columns)
    return file.getvalue()


def csv_table(columns: Mapping[str, Array]) -> bytes:
    """Return columns of equal length as CSV in UTF-8, one row of names first.

    Parameters
    ----------
    columns : mapping of str to ndarray, shape (N,) or (N, …)
        An array of several numbers a row becomes as many columns, ``z1``, ``z2``, ….  Floats have as many digits as
        float32 needs to be read back equal; a text that a spreadsheet would run as a formula gets an apostrophe before
        it.

    Raises
    ------
    CapabilityError
        If the table would have over 20,000,000 cells.
    """
    flat = {name: array.reshape(len(array), -1) for name, array in columns.items()}
    rows = len(next(iter(flat.values())))
    cells = rows * sum(array.shape[1] for array in flat.values())
    if cells > MOST_CELLS:
        raise CapabilityError(f"A CSV of {cells:,} cells is over the {MOST_CELLS:,} that genlab writes; take NPZ.")
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(
        [
            safe_text(name if columns[name].ndim == 1 else f"{name}{place + 1}")
            for name, array in flat.items()
            for place in range(array.shape[1])
        ]
    )
    for start in range(0, rows, ROWS_AT_ONCE):
        parts = [_texts(array[start : start + ROWS_AT_ONCE]) for array in flat.values()]
        writer.writerows([cell for part in row for cell in part] for row in zip(*parts, strict=True))
    return file.getvalue().encode()


def safe_text(text: str) -> str:
    """Return ``text`` with an apostrophe before it if a spreadsheet would take it for a formula; never a number.

    References
    ----------
    OWASP, "CSV Injection".
    """
    return f"'{text}" if text.startswith(FORMULA_SIGNS) and not _is_number(text) else text


def _texts(array: Array) -> list[list[str]]:
    if array.dtype.kind == "f":
        return [[f"{value:.9g}" for value in row] for row in array.tolist()]
    return [[safe_text(value) if isinstance(value, str) else str(value) for value in row] for row in array.tolist()]


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return text.isascii() and text == text.strip() and "_" not in text
