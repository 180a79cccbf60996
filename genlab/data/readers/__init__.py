"""Reading a person's own files: one format a file, chosen by content and never by a name's ending.

To add a format: a module with the two functions of :class:`~genlab.data.readers.source.Format`, named in FORMATS.
Every fault of a file is a :class:`~genlab.errors.DataError`: one sentence with file, place, fault and what to do.
"""

from __future__ import annotations

import io
import os
import re
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO, cast

from genlab.data.arrays import dataset_from_arrays
from genlab.data.dataset import Dataset
from genlab.data.readers import idx, npy, npz
from genlab.data.readers.source import Arrays, Format, Role, Source, plain
from genlab.errors import DataError

FORMATS = cast("tuple[Format, ...]", (idx, npy, npz))
_ENDINGS = re.compile(r"(\.(gz|gzip|npy|npz|idx)|[.-]idx[1-4]-ubyte)$", re.IGNORECASE)

File = str | os.PathLike[str] | BinaryIO


def read(file: File, labels: File | None = None) -> Dataset:
    """Read a data set from an IDX, NPY or NPZ file, gzipped or not.

    Parameters
    ----------
    file : path, or seekable binary file
        Items, and in an NPZ file perhaps labels; which shapes and numbers are read: :mod:`genlab.data.arrays`.
    labels : path or binary file, optional
        Class numbers, one an item; they take the place of an NPZ file's own. Never guessed from neighbouring files.

    Returns
    -------
    Dataset
        Named after the file.

    Raises
    ------
    DataError
        If a file is missing, damaged, too large, hostile, or holds anything but items or labels.
    """
    found = _load(file, "items")
    apart = _load(labels, "labels") if labels is not None else found
    if found.items is None:
        raise DataError(f"{_filename(file)}: the file holds no items; give a file with items.")
    return dataset_from_arrays(
        name=_dataset_name(_filename(file)),
        x=found.items,
        labels=apart.labels,
        source=f"file {_filename(file)}",
        x_at=found.items_at,
        labels_at=apart.labels_at,
    )


def read_bytes(filename: str, data: bytes, labels: tuple[str, bytes] | None = None) -> Dataset:
    """Read an uploaded data set; see :func:`read`.

    Parameters
    ----------
    filename : str
        What the person's computer calls the file; only ever shown.
    data : bytes
        The file itself.
    labels : (filename, data), optional
        A file of labels.
    """
    return read(_Named(filename, data), _Named(*labels) if labels is not None else None)


class _Named(io.BytesIO):
    """Bytes in memory with the file name they came under."""

    def __init__(self, name: str, data: bytes) -> None:
        super().__init__(data)
        self.name = name


def _load(file: File, wanted: Role) -> Arrays:
    name = _filename(file)
    with _opened(file, name) as stream:
        source = Source.open(name, stream)
        for form in FORMATS:
            if form.matches(source.start):
                return form.read(source, wanted)
        if not source.start:
            raise source.fault("the file is empty", "give an IDX, NPY or NPZ file")
        raise source.fault(
            f"it begins with the bytes {source.start[:4].hex(' ')}, which no format genlab reads does",
            "give an IDX, NPY or NPZ file",
            0,
        )


def _opened(file: File, name: str) -> AbstractContextManager[BinaryIO]:
    """Open a path; a file that came open stays open."""
    if not isinstance(file, str | os.PathLike):
        return nullcontext(file)
    try:
        return Path(file).open("rb")
    except (OSError, ValueError) as error:  # ValueError: a path with a null character
        reason = getattr(error, "strerror", None) or str(error)
        raise DataError(f"{name}: the file cannot be opened ({reason}); check the path.") from None


def _filename(file: File) -> str:
    """Return a file's last name as plain text, never the folders it lies in."""
    path = str(file) if isinstance(file, str | os.PathLike) else getattr(file, "name", "")
    last = re.split(r"[/\\]", path)[-1] if isinstance(path, str) else ""
    return plain(last) or "the file"


def _dataset_name(filename: str) -> str:
    stem = filename
    while _ENDINGS.search(stem):
        stem = _ENDINGS.sub("", stem)
    return stem.strip(" .") or "own data"
