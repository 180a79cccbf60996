"""Reading a person's own files: one format a file, chosen by content and never by a name's ending.

To add a format: a module with the two functions of :class:`~genlab.data.readers.source.Format`, named in FORMATS.
Every fault of a file is a :class:`~genlab.errors.DataError`: one sentence with file, place, fault and what to do.
"""

from __future__ import annotations

import io
import os
import re
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

from genlab.data.arrays import dataset_from_arrays
from genlab.data.dataset import Dataset
from genlab.data.readers import idx, npy, picture, pictures, table, zipped
from genlab.data.readers.options import ReadConfig
from genlab.data.readers.source import Arrays, Format, Role, Source, open_regular, plain
from genlab.errors import DataError

FORMATS = cast("tuple[Format, ...]", (idx, npy, zipped, table))
READS = "an IDX, NPY, NPZ or CSV file, or a folder or ZIP archive of pictures"
_ENDINGS = re.compile(r"(\.(gz|gzip|npy|npz|idx|csv|tsv|txt|zip)|[.-]idx[1-4]-ubyte)$", re.IGNORECASE)
_ONE_PICTURE = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM")
_GREY_MAP = re.compile(rb"P[1-6]\s")
_TUNES = re.compile(rb"^X: ?\d", re.MULTILINE)

File = str | os.PathLike[str] | BinaryIO


def read(file: File, labels: File | None = None, config: ReadConfig | None = None) -> Dataset:
    """Read a data set from an IDX, NPY, NPZ or CSV file, gzipped or not, or from a folder or ZIP archive of pictures.

    Parameters
    ----------
    file : path, or seekable binary file
        Items, and perhaps labels; which shapes and numbers are read: :mod:`genlab.data.arrays`.
    labels : path or binary file, optional
        Classes, one an item: numbers, or of a CSV file the column ``config.label_column``, or its only one. They take
        the place of the file's own, and are never guessed from neighbouring files.
    config : ReadConfig, optional
        What to make of tables and pictures.

    Returns
    -------
    Dataset
        Named after the file.

    Raises
    ------
    DataError
        If a file is missing, damaged, too large, hostile, or holds anything but items or labels.
    """
    config = config or ReadConfig()
    own = config if labels is None else config.model_copy(update={"label_column": ""})
    found = _load(file, "items", own)
    apart = _load(labels, "labels", config) if labels is not None else found
    if found.items is None:
        raise DataError(f"{_filename(file)}: the file holds no items; give a file with items.")
    dataset = dataset_from_arrays(
        name=_dataset_name(_filename(file)),
        x=found.items,
        labels=apart.labels,
        source="; ".join((f"{_kind(file)} {_filename(file)}", *found.notes)),
        x_at=found.items_at,
        labels_at=apart.labels_at,
    )
    names = apart.label_names or dataset.label_names
    return replace(dataset, label_names=names, feature_names=found.feature_names, file_rows=found.rows)


def read_bytes(
    filename: str, data: bytes, labels: tuple[str, bytes] | None = None, config: ReadConfig | None = None
) -> Dataset:
    """Read an uploaded data set; see :func:`read`.

    Parameters
    ----------
    filename : str
        What the person's computer calls the file; only ever shown.
    data : bytes
        The file itself.
    labels : (filename, data), optional
        A file of labels.
    config : ReadConfig, optional
        What to make of tables and pictures.
    """
    return read(_Named(filename, data), _Named(*labels) if labels is not None else None, config)


def survey_table(filename: str, data: bytes) -> table.Table | None:
    """Return the columns of an uploaded table, for a person to choose among; None if the file is no table.

    Raises
    ------
    DataError
        If it looks like a table and cannot be read as one.
    """
    source = Source.open(plain(filename) or "the file", _Named(filename, data))
    if _format_of(source) is not table:
        return None
    return table.parse(source)


class _Named(io.BytesIO):
    """Bytes in memory with the file name they came under."""

    def __init__(self, name: str, data: bytes) -> None:
        super().__init__(data)
        self.name = name


def _load(file: File, wanted: Role, config: ReadConfig) -> Arrays:
    name = _filename(file)
    if isinstance(file, str | os.PathLike) and Path(file).is_dir():
        if wanted == "labels":
            raise DataError(f"{name}: this is a folder; give a file of labels.")
        return pictures.read_folder(Path(file), name, config)
    with _opened(file, name) as stream:
        source = Source.open(name, stream)
        return _format_of(source).read(source, wanted, config)


def _format_of(source: Source) -> Format:
    """Return the format that a file's first bytes tell; raises DataError, with a hint, if genlab reads none such."""
    start = source.start
    if not start:
        raise source.fault("the file is empty", f"give {READS}")
    named_picture = picture.is_picture_name(source.name)
    if start.startswith(_ONE_PICTURE) or (named_picture and _GREY_MAP.match(start)):
        raise source.fault("this is one file of pictures or sound", "give a folder or ZIP archive of pictures", 0)
    if start.startswith(b"MThd") or (table.matches(start) and _TUNES.search(source.peek())):
        raise source.fault("this is music, which genlab does not read yet", f"give {READS}")
    for form in FORMATS:
        if form.matches(start) and not (form is table and named_picture):
            return form
    if named_picture:
        ending = source.name[source.name.rindex(".") :].lower()
        held = "it holds text" if table.matches(start) else f"it begins with the bytes {start[:4].hex(' ')}"
        raise source.fault(
            f"this is not a picture: {held}, though its name ends in '{ending}'",
            "give a folder or ZIP archive of pictures, or a table under a name of its own",
        )
    raise source.fault(
        f"it begins with the bytes {start[:4].hex(' ')}, which no format genlab reads does", f"give {READS}", 0
    )


def _opened(file: File, name: str) -> AbstractContextManager[BinaryIO]:
    """Open a path; a file that came open stays open."""
    if not isinstance(file, str | os.PathLike):
        return nullcontext(file)
    try:
        return open_regular(Path(file))
    except (OSError, ValueError) as error:  # ValueError: a path with a null character
        reason = getattr(error, "strerror", None) or str(error)
        raise DataError(f"{name}: the file cannot be opened ({reason}); check the path.") from None


def _filename(file: File) -> str:
    """Return a file's last name as plain text, never the folders it lies in."""
    path = str(file) if isinstance(file, str | os.PathLike) else getattr(file, "name", "")
    last = re.split(r"[/\\]", path)[-1] if isinstance(path, str) else ""
    return plain(last) or "the file"


def _kind(file: File) -> str:
    return "folder" if isinstance(file, str | os.PathLike) and Path(file).is_dir() else "file"


def _dataset_name(filename: str) -> str:
    stem = filename
    while _ENDINGS.search(stem):
        stem = _ENDINGS.sub("", stem)
    return stem.strip(" .") or "own data"
