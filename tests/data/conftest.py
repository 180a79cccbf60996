"""Files as bytes, for the readers' tests."""

import io
import struct
import zipfile
from collections.abc import Callable

import numpy as np
import pytest

from genlab.data.readers.idx import TYPES

_CODES = {np.dtype(text).newbyteorder("="): code for code, text in TYPES.items()}


@pytest.fixture(scope="session")
def idx_bytes() -> Callable[[np.ndarray], bytes]:
    def write(array: np.ndarray) -> bytes:
        header = bytes([0, 0, _CODES[array.dtype], array.ndim]) + struct.pack(f">{array.ndim}I", *array.shape)
        return header + array.astype(array.dtype.newbyteorder(">")).tobytes()

    return write


@pytest.fixture(scope="session")
def npy_bytes() -> Callable[..., bytes]:
    def write(array: np.ndarray, allow_pickle: bool = False) -> bytes:
        file = io.BytesIO()
        np.save(file, array, allow_pickle=allow_pickle)
        return file.getvalue()

    return write


@pytest.fixture(scope="session")
def npz_bytes() -> Callable[..., bytes]:
    def write(compressed: bool = False, **arrays: np.ndarray) -> bytes:
        file = io.BytesIO()
        (np.savez_compressed if compressed else np.savez)(file, **arrays)
        return file.getvalue()

    return write


@pytest.fixture(scope="session")
def zip_bytes() -> Callable[..., bytes]:
    def write(entries: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", method) as archive:
            for name, data in entries:
                archive.writestr(name, data)
        return file.getvalue()

    return write


@pytest.fixture(scope="session")
def npy_header() -> Callable[[str], bytes]:
    def write(text: str) -> bytes:
        text = text.ljust(117) + "\n"
        return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text.encode("latin1")

    return write
