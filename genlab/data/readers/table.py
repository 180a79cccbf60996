"""CSV: a table of numbers in text, with a column of classes if one is named. Commas, semicolons, tabs or bars."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from genlab.data.arrays import MAX_CLASSES
from genlab.data.readers import table_text
from genlab.data.readers.options import ReadConfig
from genlab.data.readers.source import Arrays, Role, Source, plain, told_apart
from genlab.data.readers.table_columns import Column, Columns
from genlab.errors import DataError

MAX_CELLS = 2**24
FEW_KINDS = 50
"""A column of more different words than this is hardly meant as classes."""
EVERY = ("*",)
"""Instead of names of columns: all of them."""
matches = table_text.looks_like_text


@dataclass(frozen=True)
class Table:
    """A table read whole.

    Attributes
    ----------
    at : str
        What errors call the file.
    texts : mapping of str to list of str
        The cells of the columns whose words were asked for, empty where missing.
    kinds : mapping of str to int
        Of a survey: how many different words a column holds, for those with few.
    header : tuple of str
        The first line as it stands if it was read as the columns' names, else empty.
    notes : tuple of str
        What was noteworthy.
    """

    at: str
    columns: list[Column]
    texts: dict[str, list[str]]
    kinds: dict[str, int]
    notes: tuple[str, ...]
    header: tuple[str, ...]

    def names(self, numeric: bool) -> list[str]:
        """Return the names of the columns of numbers, or of all."""
        return [column.name for column in self.columns if column.is_numeric or not numeric]


def read(source: Source, wanted: Role, config: ReadConfig) -> Arrays:
    """Read the numbers of a table, and its classes.

    Raises
    ------
    DataError
        If the file is no table, is ragged, holds no number, or has no column of the name asked for.
    """
    config = config.model_copy(
        update={"label_column": plain(config.label_column), "columns": tuple(plain(name) for name in config.columns)}
    )
    if wanted == "labels":
        return _labels(source, config.label_column)
    table = parse(source, (config.label_column,) if config.label_column else ())
    chosen = columns_to_learn(table, config)
    x = np.stack([column.values.astype(np.float32) for column in chosen], axis=1)
    notes = list(table.notes)
    if not table.header:
        notes.append("no line of column names, so the first line was read as an item")
    others = [c.name for c in table.columns if not c.is_numeric and c.name != config.label_column]
    if others and not config.columns:
        notes.append(f"columns without numbers left out: {_some(others)}")
    labels, label_names, unlabelled = _classes(source, table, config.label_column)
    gaps = np.isnan(x)
    keep = ~unlabelled if unlabelled is not None else np.ones(len(x), bool)
    if unlabelled is not None and unlabelled.any():
        notes.append(f"{int(unlabelled.sum()):,} rows without a class left out")
    if gaps.any():
        where = _some([column.name for column, some in zip(chosen, np.any(gaps, axis=0).tolist(), strict=True) if some])
        n_rows = int((gaps.any(axis=1) & keep).sum())
        if config.missing == "mean":
            x = np.where(gaps, np.nanmean(x, axis=0, dtype=np.float64), x).astype(np.float32)
            notes.append(
                f"{int(gaps.sum()):,} missing values in {n_rows:,} rows filled with the column's mean ({where})"
            )
        else:
            keep &= ~gaps.any(axis=1)
            notes.append(f"{n_rows:,} of {len(x):,} rows left out for missing values ({where})")
    if not keep.any():
        raise source.fault("every row has a missing value", "fill them in with missing=mean, or choose fewer columns")
    if labels is not None:
        labels, label_names = _renumbered(labels[keep], label_names)
    return Arrays(
        x[keep],
        labels,
        source.name,
        source.name,
        label_names=label_names,
        feature_names=tuple(column.name for column in chosen),
        notes=tuple(notes),
        rows=None if keep.all() else np.flatnonzero(keep),
    )


def _labels(source: Source, column: str) -> Arrays:
    """Read a file of labels: its column of that name, or the only one, a class a row.

    The first line of a lone column of words names it, unless the same word stands further below as a class.
    """
    table = parse(source, (column,) if column else EVERY)
    if not column and len(table.columns) > 1:
        several = _some(table.names(numeric=False))
        raise source.fault(f"the labels have several columns ({several})", "name the label column")
    name = column or table.columns[0].name
    texts = table.texts[name]
    first = table.header[0].strip() if table.header else ""
    if first and not column and first in texts:
        texts.insert(0, first)
    labels, label_names, unlabelled = _classes(source, table, name)
    if unlabelled is not None and unlabelled.any():
        row = int(np.flatnonzero(unlabelled)[0])
        raise source.fault(f"the label of item {row:,} is missing", "give every item a class, or leave it out of both")
    return Arrays(labels=labels, labels_at=source.name, label_names=label_names)


def parse(source: Source, keep_texts: tuple[str, ...] | None = None) -> Table:
    """Read a table's columns.

    Parameters
    ----------
    keep_texts : tuple of str or None
        Names of the columns whose cells are kept as text, or EVERY; None surveys how many different words each holds.
    """
    text, note = table_text.decode(source)
    delimiter = table_text.delimiter_of(source, text)
    comma = delimiter != "," and "." not in text[: 2**18] and "," in text[: 2**18]
    lines = table_text.rows(source, text, delimiter)
    first = next(lines, None)
    if first is None:
        raise source.fault("the file holds nothing but blank lines", "give a table with a row for each item")
    names, named = table_text.header(source, first[1], comma)
    worded = tuple(names) if keep_texts is EVERY else keep_texts or ()
    for wanted in worded:
        if wanted not in names:
            raise source.fault(
                f"there is no column '{plain(wanted)}' among {_some(names)}",
                "name one of them",
            )
    width = len(names)
    columns = Columns(names, comma)
    texts: dict[int, list[str]] = {i: [] for i, name in enumerate(names) if name in worded}
    kinds: dict[int, set[str]] = {i: set() for i in range(width)} if keep_texts is None else {}
    cells_left = MAX_CELLS
    for line, cells in lines if named else chain([first], lines):
        if len(cells) != width:
            raise source.fault(
                f"line {line:,} has {len(cells):,} cells where the first has {width:,}",
                "give every row the same columns (plain text is not read yet)",
            )
        cells_left -= width
        if cells_left < 0:
            raise source.fault(f"line {line:,} goes beyond {MAX_CELLS:,} cells", "save the numbers as NPZ")
        columns.add(line, cells)
        for i, kept in texts.items():
            kept.append("" if table_text.is_missing(cells[i].strip()) else cells[i].strip())
        for i in columns.wordy & kinds.keys():
            if not table_text.is_missing(cells[i].strip()):
                kinds[i].add(cells[i].strip())
            if len(kinds[i]) > FEW_KINDS:
                del kinds[i]
    found = columns.finish()
    if not found:
        only = f"the table has the names of its columns ({_some(names)}) and no row below them"
        raise source.fault(only, "give a row for each item")
    notes = (*((note,) if note else ()), *(("decimal commas read",) if comma else ()))
    return Table(
        source.name,
        found,
        {names[i]: kept for i, kept in texts.items()},
        {names[i]: len(kept) for i, kept in kinds.items()},
        notes,
        tuple(first[1]) if named else (),
    )


def columns_to_learn(table: Table, config: ReadConfig) -> list[Column]:
    """Return the columns of numbers that ``config`` chooses.

    Raises
    ------
    DataError
        If there is none, or one that is meant as numbers is empty, holds words, or a number that 32 bits cannot hold.
    """
    by_name = {column.name: column for column in table.columns}
    for name in config.columns:
        if name not in by_name:
            raise _fault(table, f"there is no column '{name}' among {_some(list(by_name))}", "name one of them")
    names = config.columns or tuple(name for name in table.names(numeric=True) if name != config.label_column)
    if not names:
        raise _fault(
            table,
            f"no column holds numbers ({_some(list(by_name))})",
            "give a table of numbers; text and music are not read yet",
        )
    for column in (by_name[name] for name in names):
        if column.missing == len(column.values):
            raise _fault(table, f"the column '{column.name}' is empty", "choose other columns")
        if column.words:
            line, cell = column.first_words
            place = f"line {line:,}, column '{column.name}'"
            if column.is_first_too_large:
                shown = plain(cell.replace(",", "."), 40)
                raise _fault(
                    table,
                    f"{place}: the number {shown} is too large for 32 bits, which hold up to 3.4e38 either way",
                    "divide the column, or choose other columns",
                )
            raise _fault(
                table,
                f"{place}: '{plain(cell, 40)}' is not a finite number",
                "mend it, leave the cell empty, or choose other columns",
            )
    return [by_name[name] for name in names]


def _fault(table: Table, what: str, remedy: str) -> DataError:
    return DataError(f"{table.at}: {what}; {remedy}.")


def _classes(
    source: Source, table: Table, name: str
) -> tuple[NDArray[np.int64] | None, tuple[str, ...], NDArray[np.bool_] | None]:
    """Return each row's class, their names in order (numbers by size), and which rows have none.

    Words that differ in signs alone, as ``<5`` and ``>5``, are classes of their own.
    """
    if not name:
        return None, (), None
    texts = [" ".join(text.split()) for text in table.texts[name]]
    found = sorted({text for text in texts if text}, key=_order)
    if not found:
        raise source.fault(f"the column '{name}' names no class", "choose another")
    if len(found) > MAX_CLASSES:
        raise source.fault(
            f"the column '{name}' holds {len(found):,} different words, where {MAX_CLASSES:,} classes are allowed",
            "choose another",
        )
    number = {word: i for i, word in enumerate(found)}
    labels = np.array([number.get(text, 0) for text in texts], np.int64)
    names = told_apart(plain(word) or "-" for word in found)
    return labels, tuple(names), np.array([not text for text in texts])


def _order(word: str) -> tuple[bool, float, str]:
    value = table_text.number(word, decimal_comma=False)
    return (value is None, value or 0.0, word)


def _renumbered(labels: NDArray[np.int64], names: tuple[str, ...]) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """Number the classes that are left anew."""
    left, places = np.unique(labels, return_inverse=True)
    return places.astype(np.int64), tuple(names[i] for i in left)


def _some(names: list[str]) -> str:
    return ", ".join(names[:6]) + (", …" if len(names) > 6 else "")
