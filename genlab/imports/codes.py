"""The codes of a model made elsewhere, and what belongs to them, from one NPZ; read in place, nothing unpickled."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from genlab.data.readers import archive, npy
from genlab.data.readers.source import Source, plain
from genlab.errors import DataError

MOST_BYTES = 256 << 20
MOST_ROWS = 200_000
FEWEST_ROWS = 3
MAX_DIRECTORY_BYTES = 2**16
_NAMES = {
    "codes": ("codes", "z", "mu", "latents", "embeddings"),
    "logvar": ("logvar",),
    "labels": ("labels", "y"),
    "items": ("items", "x", "images"),
    "thumbnails": ("thumbnails", "thumbs"),
}
"""What each array may be called; the first that is there is taken."""
_REMEDY = "save it with numpy.savez(file, codes=…, labels=…, items=…)"

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Codes:
    r"""What was learned elsewhere.

    Attributes
    ----------
    codes : ndarray, shape (N, latent_dim), float32
    logvar : ndarray, shape (N, latent_dim), float32, or None
    labels : ndarray, shape (N,), or None
        As they were given.
    items : ndarray, shape (N, \*any), or None
        Pictures, points or vectors, as they were given.
    thumbnails : bool
        Whether the items are pictures that only show what a row is, of a size of their own.
    """

    codes: Floats
    logvar: Floats | None
    labels: NDArray[np.generic] | None
    items: NDArray[np.generic] | None
    thumbnails: bool


def read_codes(data: bytes) -> Codes:
    """Read an NPZ of ``codes`` (or z, mu), and where there are any ``labels``, ``logvar``, ``items`` or ``thumbnails``.

    Raises
    ------
    DataError
        If it is too large, damaged, no NPZ, has no codes, or its arrays do not fit one another.
    """
    source = Source("The codes", io.BytesIO(data), len(data))
    if len(data) > MOST_BYTES:
        raise source.fault(
            f"the file has {len(data) / 2**20:.0f} MB, where {MOST_BYTES >> 20} MB are taken", "save fewer items"
        )
    arrays = _arrays(source)
    if "codes" not in arrays:
        raise source.fault("the file has no array called codes, z or mu", _REMEDY)
    codes = arrays["codes"]
    if codes.ndim != 2 or not FEWEST_ROWS <= len(codes) <= MOST_ROWS:
        raise source.fault(
            f"they have shape {codes.shape}, where {FEWEST_ROWS} to {MOST_ROWS:,} rows of numbers are taken", _REMEDY
        )
    for name, array in arrays.items():
        if len(array) != len(codes):
            raise source.fault(f"there are {len(codes):,} codes and {len(array):,} {name}", "give as many of each")
    logvar = arrays.get("logvar")
    if logvar is not None and logvar.shape != codes.shape:
        raise source.fault(f"logvar has shape {logvar.shape}, the codes {codes.shape}", "give one an each number")
    items = arrays.get("items", arrays.get("thumbnails"))
    return Codes(
        _finite(source, codes),
        None if logvar is None else _finite(source, logvar),
        arrays.get("labels"),
        items,
        "items" not in arrays and items is not None,
    )


def _arrays(source: Source) -> dict[str, NDArray[np.generic]]:
    if source.packed or not archive.matches(source.start):
        raise source.fault("the file is no NPZ", _REMEDY)
    archive.check_directory(source, MAX_DIRECTORY_BYTES, _REMEDY)
    try:
        with zipfile.ZipFile(source.stream) as opened:
            entries = {info.filename: info for info in archive.check_entries(source, opened, _REMEDY)}
            found = {}
            for role, names in _NAMES.items():
                name = next((name for name in names if f"{name}.npy" in entries), None)
                if name is not None:
                    info = entries[f"{name}.npy"]
                    with opened.open(info) as stream:
                        found[role] = npy.read_array(
                            Source(f"The codes, array '{plain(name)}'", stream, info.file_size)
                        )
            return found
    except DataError:
        raise
    except archive.DAMAGE:
        raise source.fault("the archive is damaged", "copy the file again, or " + _REMEDY) from None


def _finite(source: Source, array: NDArray[np.generic]) -> Floats:
    numbers = np.ascontiguousarray(array, np.float32)
    if not np.isfinite(numbers).all():
        raise source.fault("they hold NaN or infinity", "leave those rows out")
    return numbers
