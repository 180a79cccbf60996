"""IDX: MNIST's format. Two zero bytes, a type code, the number of dimensions, each dimension, then the numbers."""

from __future__ import annotations

import struct

import numpy as np

from genlab.data.readers.options import ReadConfig
from genlab.data.readers.source import Arrays, Role, Source

TYPES = {0x08: ">u1", 0x09: ">i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}
"""Type codes and what they stand for; all numbers of an IDX file are big-endian."""
MAX_DIMENSIONS = 4


def matches(start: bytes) -> bool:
    """Return True for a file that begins with IDX's two zero bytes."""
    return start[:2] == b"\0\0"


def read(source: Source, wanted: Role, config: ReadConfig) -> Arrays:
    """Read the one array of an IDX file.

    Raises
    ------
    DataError
        If the type code or the number of dimensions is unknown, or the numbers do not fill the file exactly.

    References
    ----------
    LeCun, Cortes & Burges, The MNIST database, "the IDX file format".
    """
    _, _, code, n_dimensions = source.take(4, "the header")
    if code not in TYPES:
        known = ", ".join(f"0x{known:02X}" for known in TYPES)
        raise source.fault(f"type code 0x{code:02X} is none of IDX's ({known})", "give an IDX, NPY or NPZ file", 2)
    if not 1 <= n_dimensions <= MAX_DIMENSIONS:
        raise source.fault(
            f"the header announces {n_dimensions} dimensions, where genlab reads 1 to {MAX_DIMENSIONS}",
            "save items as (N, D), (N, H, W) or (N, C, H, W)",
            3,
        )
    shape = struct.unpack(f">{n_dimensions}I", source.take(4 * n_dimensions, "the header"))
    return Arrays.single(source.numbers(shape, np.dtype(TYPES[code])), wanted, source.name)
