"""The text of a table: which encoding, which sign between cells, which first line names the columns."""

from __future__ import annotations

import csv
import io
import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from genlab.data.readers.source import Source, plain, told_apart

MAX_BYTES = 2**25
"""Longest table read: 32 MiB of text is over ten million numbers, and an array file holds more in less."""
MAX_NUMBER = 3.4028234e38
"""Largest number kept, that of float32."""
MAX_COLUMNS = 16_384
_LOOKED_AT = 50
_DELIMITERS = ",;\t|"
_CONTROL = frozenset(range(32)) - {9, 10, 12, 13}
_MISSING = frozenset(("", "na", "n/a", "nan", "null", "none", "-", "?", "."))


def looks_like_text(start: bytes) -> bool:
    """Return True if the first bytes of a file could be those of a table in text."""
    return bool(start) and (start.startswith((b"\xff\xfe", b"\xfe\xff")) or not _CONTROL & set(start))


def decode(source: Source) -> tuple[str, str]:
    """Return the whole text, and a note where its encoding had to be guessed.

    Raises
    ------
    DataError
        If the file is too long, or no text at all.
    """
    data = bytes(source.rest(MAX_BYTES, "a table", "save it as NPZ"))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = [("utf-16", "")]
    else:
        bad = next((at for at, byte in enumerate(data[: 2**16]) if byte in _CONTROL), None)
        bad = data.find(b"\0") if bad is None and b"\0" in data else bad
        if bad is not None:
            raise source.fault(f"the byte {data[bad]:02x} shows that this is no table of text", "give a CSV file", bad)
        encodings = [("utf-8-sig", ""), ("cp1252", "read as Windows-1252, for it is not UTF-8")]
    for encoding, note in encodings:
        try:
            return data.decode(encoding), note
        except UnicodeDecodeError as error:
            at = error.start
    raise source.fault("the text is neither UTF-8 nor Windows-1252", "save the table as UTF-8", at)


def rows(source: Source, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (line number, cells) of every line that is not blank; raises DataError where a line cannot be split."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise source.fault(
                f"line {reader.line_num:,} cannot be split into cells ({error})", "check its quotation marks"
            ) from None
        if len(cells) > 1 or (cells and cells[0].strip()):
            yield reader.line_num, cells


def delimiter_of(source: Source, text: str) -> str:
    """Return the sign that splits the first lines most often into equally many cells, at least two; else a comma."""
    best, score = ",", (0, 0)
    head = "".join(text[: 2**18].splitlines(keepends=True)[:_LOOKED_AT])
    for sign in _DELIMITERS:
        try:
            widths = Counter(
                len(cells) for cells in islice(csv.reader(io.StringIO(head), delimiter=sign), _LOOKED_AT) if cells
            )
        except csv.Error:
            continue
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        if width > 1 and (count, width) > score:
            best, score = sign, (count, width)
    return best


def is_missing(cell: str) -> bool:
    """Return True for an empty cell and what people write for one: NA, N/A, NaN, null, none, -, ? and a dot."""
    return cell.lower() in _MISSING


def number(cell: str, decimal_comma: bool) -> float | None:
    """Return a cell's number, None if it is none; ``1e3`` is one, ``1_000``, ``inf`` and ``0x1f`` are not."""
    value = _value(cell, decimal_comma)
    return value if value is not None and not abs(value) > MAX_NUMBER else None


def is_too_large(cell: str, decimal_comma: bool) -> bool:
    """Return True for a number beyond :data:`MAX_NUMBER`; ``inf`` is no number."""
    value = _value(cell, decimal_comma)
    return value is not None and abs(value) > MAX_NUMBER and (math.isfinite(value) or bool(re.search(r"\d", cell)))


def _value(cell: str, decimal_comma: bool) -> float | None:
    if decimal_comma and "." not in cell:
        cell = cell.replace(",", ".")
    if "_" in cell or not cell.isascii():
        return None
    try:
        return float(cell)
    except ValueError:
        return None


def header(source: Source, first: list[str], decimal_comma: bool) -> tuple[list[str], bool]:
    """Return the columns' names as plain text, each once, and whether the first line held them.

    A first line with a number in it holds no names.
    """
    if len(first) > MAX_COLUMNS:
        raise source.fault(
            f"line 1 has {len(first):,} columns, where {MAX_COLUMNS:,} are allowed", "save it as NPZ, or fewer columns"
        )
    named = not any(number(cell, decimal_comma) is not None or is_too_large(cell, decimal_comma) for cell in first)
    names = told_apart((plain(cell) if named else "") or f"column {place}" for place, cell in enumerate(first, 1))
    return names, named
