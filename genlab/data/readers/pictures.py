"""A folder or ZIP archive of pictures; the path of the folder that holds a picture is its class."""

from __future__ import annotations

import os
import posixpath
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from genlab.data.arrays import MAX_CLASSES
from genlab.data.readers import archive as archives
from genlab.data.readers import picture
from genlab.data.readers.options import ReadConfig
from genlab.data.readers.source import Arrays, Source, open_regular, plain, told_apart
from genlab.errors import DataError

MAX_DIRECTORY_BYTES = 2**24
MAX_UNPACKED_BYTES = 2**30
"""Of all files of an archive together: small archives can unpack to very much."""
MAX_FILES = 65_535
MAX_FILE_BYTES = 2**26
"""Largest file of one picture."""
MAX_ITEM_BYTES = 2**29
"""Largest array of all pictures together, one byte a pixel and channel."""
FREE_PIXELS = 5 * 10**8
MAX_PIXELS_A_BYTE = 200
"""Past 500 million pixels, a set must hold a byte for every 200; one that holds fewer only wants to be decoded."""
_REMEDY = "zip the folder of pictures again"
_PACKED = (".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".7z", ".rar", ".npz")
_MUSIC, _TEXT = (".mid", ".midi", ".abc"), (".txt", ".md")
_JUNK = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")
_SYMLINK = 0o120000


@dataclass(frozen=True)
class _File:
    """A picture still to be read: its path with slashes, and how to get its bytes."""

    path: str
    load: Callable[[], bytes]


def read_zip(source: Source, config: ReadConfig) -> Arrays:
    """Read the pictures of a ZIP archive; nothing is extracted.

    Raises
    ------
    DataError
        If the archive is damaged or hostile, holds no picture, or a picture cannot be read.
    """
    if source.packed:
        raise source.fault("a ZIP archive inside gzip is not read", "unpack it with gunzip first")
    archives.check_directory(source, MAX_DIRECTORY_BYTES, _REMEDY, comment=True)
    try:
        with zipfile.ZipFile(source.stream) as archive:
            entries = archives.check_entries(source, archive, _REMEDY)
            for info in entries:
                _check_entry(source, info)
            if sum(info.file_size for info in entries) > MAX_UNPACKED_BYTES:
                raise source.fault(
                    f"its files unpack to more than {MAX_UNPACKED_BYTES >> 20:,} MiB",
                    "give fewer or smaller pictures",
                )
            files = [_File(info.filename, _loader(source, archive, info)) for info in entries if not info.is_dir()]
            return _read(source.name, files, config)
    except DataError:
        raise
    except archives.DAMAGE:
        raise source.fault("the archive is damaged", "copy the file again, or " + _REMEDY) from None


def read_folder(folder: Path, name: str, config: ReadConfig) -> Arrays:
    """Read the pictures under a folder; hidden files and linked folders are passed over.

    Raises
    ------
    DataError
        If the folder holds no picture, too many files, or a picture that cannot be read.
    """
    files: list[_File] = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(inner for inner in folders if not inner.startswith("."))
        for file in names:
            if file.startswith("."):
                continue
            path = Path(place, file)
            files.append(_File(path.relative_to(folder).as_posix(), _file_loader(path, name)))
        if len(files) > MAX_FILES:
            raise DataError(f"{name}: the folder holds over {MAX_FILES:,} files; give a folder with fewer.")
    return _read(name, files, config)


def _check_entry(source: Source, info: zipfile.ZipInfo) -> None:
    """Refuse an entry whose name leads elsewhere, a link, and an archive in the archive."""
    where, name = f"entry '{plain(info.filename)}'", info.orig_filename
    parts = name.split("/")
    if name.startswith("/") or ".." in parts or set(name) & set("\\:\0") or not name.isprintable():
        raise source.fault(f"{where} has a path that leads out of the archive", _REMEDY)
    if (info.external_attr >> 16) & 0o170000 == _SYMLINK:
        raise source.fault(f"{where} is a link to another file", "zip the files themselves")
    if name.lower().endswith(_PACKED):
        raise source.fault(f"{where} is an archive in the archive", "unpack it and zip its pictures instead")
    if picture.is_picture_name(name) and info.file_size > MAX_FILE_BYTES:
        raise source.fault(
            f"{where} is {info.file_size:,} bytes long, where {MAX_FILE_BYTES:,} are allowed", "leave it out"
        )


def _loader(source: Source, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], bytes]:
    def load() -> bytes:
        try:
            with archive.open(info) as stream:
                return stream.read(MAX_FILE_BYTES)
        except archives.DAMAGE:
            raise source.fault(
                f"entry '{plain(info.filename)}' is damaged", "copy the file again, or " + _REMEDY
            ) from None

    return load


def _file_loader(path: Path, name: str) -> Callable[[], bytes]:
    def load() -> bytes:
        try:
            with open_regular(path) as stream:
                data = stream.read(MAX_FILE_BYTES + 1)
        except OSError as error:
            raise DataError(f"{name}, file '{plain(path.name)}': cannot be read ({error.strerror or error}).") from None
        if len(data) > MAX_FILE_BYTES:
            raise DataError(
                f"{name}, file '{plain(path.name)}': longer than {MAX_FILE_BYTES:,} bytes; make it smaller or leave "
                "it out."
            )
        return data

    return load


def _read(name: str, files: Sequence[_File], config: ReadConfig) -> Arrays:
    honest = [file for file in files if not any(part in _JUNK for part in file.path.split("/"))]
    wanted = sorted((file for file in honest if picture.is_picture_name(file.path)), key=lambda file: file.path)
    if not wanted:
        raise _no_picture(name, [file.path for file in honest])
    with picture.bombs_refused():
        shape, colour = _survey(name, wanted, config)
        items = np.empty((len(wanted), *shape), np.uint8)
        for i, file in enumerate(wanted):
            items[i] = picture.pixels(file.load(), _at(name, file), config, colour)
    labels, label_names = _classes(name, [posixpath.dirname(file.path) for file in wanted])
    left_out = len(honest) - len(wanted)
    which = "files that are" if left_out > 1 else "file that is"
    note = f"{left_out:,} {which} no picture left out" if left_out else ""
    return Arrays(items, labels, name, name, label_names=label_names, notes=(note,) if note else ())


def _survey(name: str, files: Sequence[_File], config: ReadConfig) -> tuple[tuple[int, int, int], bool]:
    """Look at what every picture announces before any is decoded; return the shape of an item, and if it has colour."""
    sizes: dict[tuple[int, int], str] = {}
    n_pixels = n_bytes = 0
    any_colour = False
    for file in files:
        data = file.load()
        seen = picture.outline(data, _at(name, file))
        sizes.setdefault((seen.width, seen.height), file.path)
        any_colour |= seen.colour
        n_pixels += seen.width * seen.height
        n_bytes += len(data)
        if n_pixels > FREE_PIXELS and n_pixels > MAX_PIXELS_A_BYTE * n_bytes:
            raise DataError(
                f"{_at(name, file)}: up to here the pictures announce {n_pixels:,} pixels in {n_bytes:,} bytes, which "
                "no honest pictures do; leave out what is blank."
            )
        if len(sizes) > 1 and not config.size:
            (w1, h1), (w2, h2) = list(sizes)[:2]
            raise DataError(
                f"{_at(name, file)}: the picture is {w2}×{h2} px where others are {w1}×{h1}; choose a size for all "
                "of them, such as size 32."
            )
    colour = any_colour if config.color == "auto" else config.color == "colour"
    width, height = (config.size, config.size) if config.size else next(iter(sizes))
    shape = (3 if colour else 1, height, width)
    if len(files) * int(np.prod(shape)) > MAX_ITEM_BYTES:
        raise DataError(
            f"{name}: {len(files):,} pictures of {width}×{height} px are more than {MAX_ITEM_BYTES / 2**20:,.0f} MiB; "
            "choose a smaller size."
        )
    return shape, colour


def _classes(name: str, folders: Sequence[str]) -> tuple[NDArray[np.int64] | None, tuple[str, ...]]:
    """Return classes by folder, the folders that all share left out of their names; None if there is but one."""
    names = sorted(set(folders))
    if len(names) == 1:
        return None, ()
    if len(names) > MAX_CLASSES:
        raise DataError(
            f"{name}: the pictures lie in {len(names):,} folders, where {MAX_CLASSES:,} classes are allowed; put them "
            "in fewer folders."
        )
    shared = posixpath.commonpath([folder or "." for folder in names]) if "" not in names else ""
    short = [posixpath.relpath(folder or ".", shared or ".") for folder in names]
    shown = (" / ".join(plain(part) for part in part_of.split("/")) or "-" for part_of in short)
    number = {folder: i for i, folder in enumerate(names)}
    return np.array([number[folder] for folder in folders], np.int64), tuple(
        told_apart("top folder" if text == "." else text for text in shown)
    )


def _no_picture(name: str, paths: Sequence[str]) -> DataError:
    lower = [path.lower() for path in paths]
    for endings, kind in ((_MUSIC, "music"), (_TEXT, "text")):
        if any(path.endswith(endings) for path in lower):
            return DataError(f"{name}: it holds {kind}, which genlab does not read yet; give pictures or numbers.")
    found = ", ".join(plain(posixpath.basename(path), 30) for path in paths[:3]) or "nothing"
    return DataError(
        f"{name}: it holds no picture ({found}{', …' if len(paths) > 3 else ''}); give PNG, JPEG, WebP, GIF, PGM or "
        "BMP files, in a folder for each class."
    )


def _at(name: str, file: _File) -> str:
    return f"{name}, picture '{plain(file.path)}'"
