"""NPZ: NumPy arrays by name in a ZIP archive. Read in place: nothing is extracted, nothing unpickled."""

from __future__ import annotations

import struct
import zipfile
import zlib

import numpy as np
from numpy.typing import NDArray

from genlab.data.readers import npy
from genlab.data.readers.source import MAX_DEFLATE_RATIO, Arrays, Role, Source, plain
from genlab.errors import DataError

ITEM_NAMES = ("x", "images", "data", "arr_0")
LABEL_NAMES = ("y", "labels")
MAX_DIRECTORY_BYTES = 2**18
_END = struct.Struct("<4s4H2LH")
_ENTRY_BYTES = 30
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(ValueError, NotImplementedError, RuntimeError),
)
"""What zipfile raises over a damaged archive, depending on where the damage is."""
_REMEDY = "save it again with numpy.savez"


def matches(start: bytes) -> bool:
    """Return True for a ZIP archive, empty ones included."""
    return start.startswith((b"PK\x03\x04", b"PK\x05\x06"))


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
    _check_directory(source)
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
    except _DAMAGE:
        raise source.fault("the archive is damaged", "copy the file again, or " + _REMEDY) from None


def _check_directory(source: Source) -> None:
    """Check the archive's last record, so that no directory of a million entries is built before it is refused."""
    size = source.stream.seek(0, 2)
    source.stream.seek(max(0, size - _END.size))
    tail = source.stream.read(_END.size)
    if len(tail) < _END.size or not tail.startswith(b"PK\x05\x06") or not tail.endswith(b"\0\0"):
        raise source.fault("the archive does not end with its directory", "copy the file again, or " + _REMEDY, size)
    _, _, _, _, n_entries, directory_bytes, _, _ = _END.unpack(tail)
    source.stream.seek(max(0, size - _END.size - 20))
    if source.stream.read(4) == b"PK\x06\x07" or directory_bytes > MAX_DIRECTORY_BYTES:
        raise source.fault(f"the archive's directory is too large ({n_entries:,} entries)", _REMEDY, size)
    if n_entries == 0:
        raise source.fault("the archive holds no array", "save items as numpy.savez('name.npz', x=items)")


def _entries(source: Source, archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Return the archive's arrays by name, refusing what NumPy never writes and a hostile file may hold."""
    entries: dict[str, zipfile.ZipInfo] = {}
    end = archive.start_dir
    for info in sorted(archive.infolist(), key=lambda info: -info.header_offset):
        name = info.filename.removesuffix(".npy")
        where = f"entry '{plain(info.filename)}'"
        if not info.filename.endswith(".npy") or not name or set(name) & set("/\\:\0") or ".." in name:
            raise source.fault(f"{where} is not a plain array name", _REMEDY)
        if name in entries:
            raise source.fault(f"{where} is there twice", _REMEDY)
        if info.flag_bits & 0x1:
            raise source.fault(f"{where} is encrypted", _REMEDY)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise source.fault(f"{where} is compressed in a way NumPy does not use", _REMEDY)
        if info.header_offset < 0 or info.header_offset + _ENTRY_BYTES + info.compress_size > end:
            raise source.fault(f"{where} overlaps what follows it", _REMEDY, max(info.header_offset, 0))
        ratio = 1 if info.compress_type == zipfile.ZIP_STORED else MAX_DEFLATE_RATIO
        if info.file_size > info.compress_size * ratio:
            raise source.fault(f"{where} announces more bytes than it can hold", _REMEDY, info.header_offset)
        end = info.header_offset
        entries[name] = info
    return dict(reversed(entries.items()))


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
