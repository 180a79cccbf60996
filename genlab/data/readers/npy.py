"""NPY: one NumPy array. The header is checked before anything is allocated; nothing is ever unpickled."""

from __future__ import annotations

import io

import numpy as np
from numpy.lib import format as npy_format
from numpy.typing import NDArray

from genlab.data.readers.options import ReadConfig
from genlab.data.readers.source import Arrays, Role, Source

MAX_HEADER_BYTES = 10_000
MAX_DIMENSIONS = 4
_REFUSED = {
    "O": "Python objects, which only unpickling could read, and unpickling runs whatever code a file holds",
    "U": "text",
    "S": "text",
    "c": "complex numbers",
    "V": "records of several fields",
}


def matches(start: bytes) -> bool:
    """Return True for a file that begins as every NPY file does."""
    return start.startswith(npy_format.MAGIC_PREFIX)


def read(source: Source, wanted: Role, config: ReadConfig) -> Arrays:
    """Read an NPY file; see :func:`read_array`."""
    return Arrays.single(read_array(source), wanted, source.name)


def read_array(source: Source) -> NDArray[np.generic]:
    """Read one NPY array of plain numbers, C or Fortran order, from a file or an archive's entry.

    Raises
    ------
    DataError
        If the header cannot be read, names anything but plain numbers, or does not fit the bytes that follow.

    References
    ----------
    NumPy enhancement proposal 1, "A simple file format for NumPy arrays".
    """
    if not matches(source.start):
        raise source.fault("the bytes do not begin like an NPY array", "save it with numpy.savez or numpy.save", 0)
    shape, fortran, dtype = _header(source)
    if dtype.kind not in "biuf":
        held = _REFUSED["O"] if dtype.hasobject else _REFUSED.get(dtype.kind, str(dtype))
        raise source.fault(f"the array holds {held}", "save plain numbers, as uint8 or float32", source.offset)
    if any(type(n) is not int or n < 0 for n in shape):
        raise source.fault(
            "the header's shape is not made of whole numbers from 0", "save the array again", source.offset
        )
    if not 1 <= len(shape) <= MAX_DIMENSIONS:
        raise source.fault(
            f"the array has {len(shape)} dimensions, where genlab reads 1 to {MAX_DIMENSIONS}",
            "save items as (N, D), (N, H, W) or (N, C, H, W)",
            source.offset,
        )
    if fortran:
        return source.numbers(shape[::-1], dtype).T
    return source.numbers(shape, dtype)


def _header(source: Source) -> tuple[tuple[int, ...], bool, np.dtype[np.generic]]:
    """Take and parse the header, whose length is checked first: NumPy's own reader would load 4 GiB of it."""
    major, minor = source.take(8, "the header")[6:]
    if (major, minor) not in ((1, 0), (2, 0), (3, 0)):
        raise source.fault(f"NPY version {major}.{minor} is unknown", "save it with numpy.save", 6)
    length_bytes = source.take(2 if major == 1 else 4, "the header")
    length = int.from_bytes(length_bytes, "little")
    if length > MAX_HEADER_BYTES:
        raise source.fault(
            f"the header is {length:,} bytes long, where {MAX_HEADER_BYTES:,} are allowed", "save it with numpy.save", 8
        )
    header = io.BytesIO(bytes(length_bytes + source.take(length, "the header")))
    # version 3 differs from 2 only by the encoding of field names, and records are refused anyway
    parse = npy_format.read_array_header_1_0 if major == 1 else npy_format.read_array_header_2_0
    try:
        return parse(header, max_header_size=MAX_HEADER_BYTES)
    except Exception:  # from SyntaxError to RecursionError: whatever the parser meets here is the file's fault
        raise source.fault("the header is not one that NumPy wrote", "save it with numpy.save", 10) from None
