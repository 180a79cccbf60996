"""Named arrays in one file (NPZ, uncompressed, never pickled): caches and previews."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from genlab.store import files

Arrays: TypeAlias = dict[str, NDArray[Any]]


def save(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Put the arrays at ``path``, whole or not at all; raises StoreError if the disk refuses."""
    buffer = io.BytesIO()
    np.savez(buffer, allow_pickle=False, **{name: np.asarray(array) for name, array in arrays.items()})
    files.write(path, buffer.getvalue(), durable=False)


def load(path: Path) -> Arrays | None:
    """Return the arrays at ``path``, or None if there are none or they are damaged (the file's checksums tell)."""
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as kept:
            return {name: kept[name] for name in kept.files}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, NotImplementedError):
        return None
