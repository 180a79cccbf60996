"""NPZ: NumPy arrays by name in a ZIP archive. Read in place: nothing is extracted, nothing unpickled."""

from __future__ import annotations

import zipfile

import numpy as np
from numpy.typing import NDArray

from genlab.data.readers import archive as archives
from genlab.data.readers import npy
from genlab.data.readers.source import Arrays, Role, Source, plain
from genlab.errors import DataError

ITEM_NAMES = ("x", "images", "data", "arr_0")
LABEL_NAMES = ("y", "labels")
MAX_DIRECTORY_BYTES = 2**18
_REMEDY = "save it again with numpy.savez"
_EITHER = "zip the folder of pictures again, or save arrays with numpy.savez('name.npz', x=items)"
"""What to do where nothing tells whether pictures or arrays were meant."""


def matches_first(name: str) -> bool:
    """Return True for an archive whose first entry has this name: NumPy's arrays end in ``.npy``."""
    return name.endswith(".npy") or not name


def read(source: Source, wanted: Role) -> Arrays:
    """Read items (an array named x, else images, data or arr_0, else the only one) and labels (y or labels).

    Raises
    ------
    DataError
        If the archive is damaged, hostile or made by something other than NumPy, or no array can be taken for what is
        wanted.
    """
    if source.packed:
        raise source.fault("an NPZ file inside gzip is not read", "unpack it with gunzip first")
    remedy = _REMEDY if archives.first_name(source) else _EITHER
    if archives.check_directory(source, MAX_DIRECTORY_BYTES, remedy) == 0:
        raise source.fault("the archive is empty", remedy)
    try:
        with zipfile.ZipFile(source.stream) as archive:
            entries = _entries(source, archive)
            labels_name = next((name for name in LABEL_NAMES if name in entries), None)
            if wanted == "labels":
                name = labels_name or _only(source, entries, "labels")
                return Arrays.single(_array(source, archive, name, entries[name]), wanted, _at(source, name))
            others = {name: entry for name, entry in entries.items() if name not in LABEL_NAMES}
            name = next((name for name in ITEM_NAMES if name in others), None) or _only(source, others, "items")
            return Arrays(
                items=_array(source, archive, name, entries[name]),
                labels=_array(source, archive, labels_name, entries[labels_name]) if labels_name else None,
                items_at=_at(source, name),
                labels_at=_at(source, labels_name) if labels_name else "",
            )
    except DataError:
        raise
    except archives.DAMAGE:
        raise source.fault("the archive is damaged", "copy the file again, or " + _REMEDY) from None


def _entries(source: Source, archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Return the archive's arrays by name, refusing names that NumPy never writes."""
    for info in archive.infolist():
        name = info.filename.removesuffix(".npy")
        if not info.filename.endswith(".npy") or not name or set(name) & set("/\\:\0") or ".." in name:
            raise source.fault(f"entry '{plain(info.filename)}' is not a plain array name", _REMEDY)
    return {info.filename.removesuffix(".npy"): info for info in archives.check_entries(source, archive, _REMEDY)}


def _only(source: Source, entries: dict[str, zipfile.ZipInfo], wanted: Role) -> str:
    if len(entries) == 1:
        return next(iter(entries))
    names = ITEM_NAMES if wanted == "items" else LABEL_NAMES
    found = ", ".join(plain(name) for name in list(entries)[:8]) + (", …" if len(entries) > 8 else "")
    raise source.fault(
        f"none of its arrays ({found or 'only labels'}) is named {' or '.join(names)}",
        f"save the {wanted} as {names[0]}",
    )


def _array(source: Source, archive: zipfile.ZipFile, name: str, info: zipfile.ZipInfo) -> NDArray[np.generic]:
    with archive.open(info) as stream:
        return npy.read_array(Source(_at(source, name), stream, info.file_size))


def _at(source: Source, name: str) -> str:
    return f"{source.name}, array '{plain(name)}'"
