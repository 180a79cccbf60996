"""The cells of a table, row by row, to columns of numbers; rows of numbers alone take a quick way."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from genlab.data.readers.table_text import MAX_NUMBER, is_missing, is_too_large, number


@dataclass(frozen=True)
class Column:
    """One column as it stands in the file.

    Attributes
    ----------
    values : ndarray, shape (rows,), float64
        NaN where a cell is missing or holds words.
    words : int
        Cells that are neither missing nor numbers that can be kept.
    first_words : (int, str)
        The line of the first of them, and what it says.
    too_large : int
        How many of them are numbers, but beyond :data:`~genlab.data.readers.table_text.MAX_NUMBER`.
    is_first_too_large : bool
        Whether the first of them is one.
    """

    name: str
    values: NDArray[np.float64]
    words: int
    missing: int
    first_words: tuple[int, str]
    too_large: int = 0
    is_first_too_large: bool = False

    @property
    def is_numeric(self) -> bool:
        """Whether the column is meant as numbers: more than half of what it holds is."""
        words = self.words - self.too_large
        return len(self.values) - words - self.missing > words


class Columns:
    """Columns being filled.

    Parameters
    ----------
    names : sequence of str
        One a column.
    decimal_comma : bool
        True if ``1,5`` is a number.

    Attributes
    ----------
    wordy : set of int
        The columns in which words were found so far.
    """

    def __init__(self, names: Sequence[str], decimal_comma: bool) -> None:
        self._names, self._comma = names, decimal_comma
        self._numbers = array("d")
        self._words, self._missing = [0] * len(names), [0] * len(names)
        self._first_words = [(0, "")] * len(names)
        self._too_large, self._first_too_large = [0] * len(names), [False] * len(names)
        self.wordy: set[int] = set()

    def add(self, line: int, cells: list[str]) -> None:
        """Take one row, as many cells as there are names."""
        row = self._quick(cells)
        if row is None:
            row = [self._cell(line, i, cell) for i, cell in enumerate(cells)]
        else:
            for i in self.wordy:
                row[i] = self._cell(line, i, cells[i])
        self._numbers.extend(row)

    def finish(self) -> list[Column]:
        """Return the columns; an empty list if no row was taken."""
        if not self._numbers:
            return []
        table = np.frombuffer(self._numbers, np.float64).reshape(-1, len(self._names))
        counted = (self._words, self._missing, self._first_words, self._too_large, self._first_too_large)
        return [Column(*facts) for facts in zip(self._names, table.T, *counted, strict=True)]

    def _quick(self, cells: list[str]) -> list[float] | None:
        """Return a row whose cells are plain finite numbers (0 in wordy columns); None if any is not."""
        if self.wordy:
            cells = cells.copy()
            for i in self.wordy:
                cells[i] = "0"
        together = "".join(cells)
        if "_" in together or not together.isascii():
            return None
        try:
            row = list(map(float, cells))
        except ValueError:
            return None
        is_finite = math.isfinite(sum(row)) and max(row) <= MAX_NUMBER and min(row) >= -MAX_NUMBER
        return row if is_finite else None

    def _cell(self, line: int, i: int, cell: str) -> float:
        cell = cell.strip()
        value = number(cell, self._comma)
        if value is not None and value == value:
            return value
        if is_missing(cell):
            self._missing[i] += 1
        else:
            too_large = is_too_large(cell, self._comma)
            self._words[i] += 1
            self._too_large[i] += too_large
            self.wordy.add(i)
            if self._words[i] == 1:
                self._first_words[i] = (line, cell)
                self._first_too_large[i] = too_large
        return math.nan
