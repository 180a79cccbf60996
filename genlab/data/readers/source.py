"""The bytes of one file: gzip undone, counted, never more of them taken than a header announced and a file can hold."""

from __future__ import annotations

import errno
import gzip
import math
import os
import re
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO, Literal, Protocol, cast

import numpy as np
from numpy.typing import NDArray

from genlab.data.readers.options import ReadConfig
from genlab.errors import DataError

MAX_BYTES = 2**29
"""Largest array read, as stored in its file: 680,000 pictures of 28 x 28; checking one takes little more memory."""
MAX_DEFLATE_RATIO = 1032
"""Bytes that one compressed byte can stand for at most (zlib's documentation): a small file holds no large array."""
_CHUNK_BYTES = 2**20
_START_BYTES = 8
_PEEK_BYTES = 4096

Role = Literal["items", "labels"]


@dataclass(frozen=True)
class Arrays:
    """What a file held: items, labels or both, and where each stood, in the words of an error.

    ``label_names`` and ``feature_names`` name classes and columns where the file does; ``notes`` say what was left out,
    and ``rows`` which rows of the file were not, where some were.
    """

    items: NDArray[np.generic] | None = None
    labels: NDArray[np.generic] | None = None
    items_at: str = ""
    labels_at: str = ""
    label_names: tuple[str, ...] = ()
    feature_names: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    rows: NDArray[np.int64] | None = None

    @classmethod
    def single(cls, array: NDArray[np.generic], wanted: Role, at: str) -> Arrays:
        """Return the only array of a file in the role it was asked for."""
        return cls(items=array, items_at=at) if wanted == "items" else cls(labels=array, labels_at=at)


class Format(Protocol):
    """A file format: a module with these two functions, listed in ``genlab.data.readers.FORMATS``."""

    def matches(self, start: bytes) -> bool:
        """Return True if a file whose first bytes are ``start`` is to be read as this format."""
        ...

    def read(self, source: Source, wanted: Role, config: ReadConfig) -> Arrays:
        """Read the array wanted (and labels beside it); raises DataError for whatever is wrong with the file."""
        ...


class Source:
    """A file, or one entry of an archive, being read from its beginning.

    Parameters
    ----------
    name : str
        What errors call it: the file, or the file and the array.
    stream : binary file
        Already free of gzip.
    size : int
        Bytes that ``stream`` holds, or (``exact`` False) the most it can hold.
    packed : bool
        True if gzip is being undone on the way.

    Attributes
    ----------
    offset : int
        Bytes taken so far, after gzip.
    start : bytes
        The first bytes, at most 8; they are still to be taken.
    """

    def __init__(self, name: str, stream: IO[bytes], size: int, exact: bool = True, packed: bool = False) -> None:
        self.name = name
        self.stream = stream
        self.packed = packed
        self.offset = 0
        self._size = size
        self._exact = exact
        self._ahead = b""
        self.start = self._ahead = self._read(_START_BYTES)

    @classmethod
    def open(cls, name: str, stream: IO[bytes]) -> Source:
        """Begin reading a seekable file, undoing gzip if its first bytes say so."""
        try:
            size = stream.seek(0, 2)
            stream.seek(0)
            magic = stream.read(2)
            stream.seek(0)
        except OSError as error:
            raise DataError(
                f"{name}: the file cannot be read ({error.strerror or error}); check it and try again."
            ) from None
        if magic == b"\x1f\x8b":
            unpacked = cast("IO[bytes]", gzip.GzipFile(fileobj=stream, mode="rb"))
            return cls(name, unpacked, size * MAX_DEFLATE_RATIO, exact=False, packed=True)
        return cls(name, stream, size)

    def peek(self) -> bytes:
        """Return the first 4 KiB (less if fewer were looked at); they are still to be taken."""
        if self.offset == 0 and len(self._ahead) <= _START_BYTES:
            self._ahead += self._fetch(_PEEK_BYTES)
        return self._ahead

    def fault(self, what: str, remedy: str, at: int | None = None) -> DataError:
        """Return the error for a fault at byte ``at`` (of the unpacked bytes): file, place, fault and what to do."""
        place = "" if at is None else f", byte {at:,}{' after gunzip' if self.packed else ''}"
        return DataError(f"{self.name}{place}: {what}; {remedy}.")

    def take(self, n_bytes: int, inside: str) -> bytearray:
        """Return exactly the next ``n_bytes``, growing with what is really there; ``inside`` names them in an error."""
        taken = bytearray()
        while len(taken) < n_bytes:
            chunk = self._read(min(n_bytes - len(taken), _CHUNK_BYTES))
            if not chunk:
                short = f"the file ends inside {inside}, {n_bytes - len(taken):,} bytes short"
                raise self.fault(short, "copy it again", self.offset)
            taken += chunk
            self.offset += len(chunk)
        return taken

    def rest(self, most: int, what: str, remedy: str) -> bytearray:
        """Return all that is left; raises DataError if that is more than ``most`` bytes."""
        taken = bytearray()
        while chunk := self._read(_CHUNK_BYTES):
            taken += chunk
            self.offset += len(chunk)
            if len(taken) > most:
                raise self.fault(f"the file is longer than {_size(most)}, the most of {what}", remedy, self.offset)
        return taken

    def numbers(self, shape: tuple[int, ...], dtype: np.dtype[np.generic]) -> NDArray[np.generic]:
        """Return the array that fills the rest of the file, after checking its size against what can be there.

        Raises
        ------
        DataError
            If the array is empty, above :data:`MAX_BYTES`, or does not end where the file ends.
        """
        n_bytes = math.prod(shape) * dtype.itemsize
        announced = f"the header announces {_times(shape)} numbers of {dtype.itemsize} bytes"
        if n_bytes == 0:
            raise self.fault(f"{announced}, which is no item at all", "give a file with at least one item", self.offset)
        if n_bytes > MAX_BYTES:
            raise self.fault(
                f"{announced}, {_size(n_bytes)} in all, where genlab reads at most {_size(MAX_BYTES)}",
                "check that the file is whole, or save fewer items",
                self.offset,
            )
        left = self._size - self.offset
        if n_bytes > left:
            most = "holds" if self._exact else "can hold at most"
            raise self.fault(
                f"{announced}, {_size(n_bytes)} in all, but the file {most} {_size(left)} more",
                "copy it again",
                self.offset,
            )
        if self._exact and n_bytes < left:
            raise self._goes_on(self.offset + n_bytes)
        array = np.frombuffer(self.take(n_bytes, "its numbers"), dtype)
        if self._read(1):
            raise self._goes_on(self.offset)
        return array.reshape(shape)

    def _goes_on(self, end: int) -> DataError:
        what = "the file goes on after the last announced number"
        return self.fault(what, "it is damaged or of another kind, so make it anew", end)

    def _read(self, n_bytes: int) -> bytes:
        """Return up to ``n_bytes``, the looked-at start first; empty at the end of the file."""
        if self._ahead:
            chunk, self._ahead = self._ahead[:n_bytes], self._ahead[n_bytes:]
            return chunk
        return self._fetch(n_bytes)

    def _fetch(self, n_bytes: int) -> bytes:
        try:
            return self.stream.read(n_bytes)
        except (EOFError, gzip.BadGzipFile, zlib.error, zipfile.BadZipFile) as error:
            fault = f"the compressed data is damaged ({str(error).rstrip('.')})"
            raise self.fault(fault, "copy the file again", self.offset) from None
        except OSError as error:
            fault = f"the file cannot be read ({error.strerror or error})"
            raise self.fault(fault, "check the disk", self.offset) from None


def open_regular(path: Path) -> BinaryIO:
    """Open a file to read; raises OSError for a pipe or a device too, which could be waited for without end."""
    stream = os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb")
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise OSError(errno.EINVAL, "it is no ordinary file")
    return stream


def plain(text: str, longest: int = 80) -> str:
    """Return text from outside as one plain line: letters, digits and ``. + - _ ( )``; all else becomes a space."""
    return " ".join(re.sub(r"[^\w.+()-]+", " ", text).split())[:longest].strip()


def told_apart(names: Iterable[str]) -> list[str]:
    """Return names with those that occur again numbered: ``a``, ``a (2)``; other texts may be alike as plain ones."""
    found: dict[str, None] = {}
    again: Counter[str] = Counter()
    for name in names:
        free = name
        while free in found:
            again[name] += 1
            free = f"{name} ({again[name] + 1})"
        found[free] = None
    return list(found)


def _times(shape: tuple[int, ...]) -> str:
    return " x ".join(f"{n:,}" if n < 2**63 else "over 2^63" for n in shape) or "0"


def _size(n_bytes: int) -> str:
    if n_bytes >= 2**60:
        return "over 2^60 bytes"
    for unit, worth in (("GiB", 2**30), ("MiB", 2**20), ("KiB", 2**10)):
        if n_bytes >= worth:
            return f"{n_bytes / worth:,.1f} {unit}"
    return f"{n_bytes:,} bytes"
