"""ZIP: NumPy's arrays (NPZ) or pictures, told apart by the first entry's name."""

from __future__ import annotations

from genlab.data.readers import archive, npz, pictures
from genlab.data.readers.options import ReadConfig
from genlab.data.readers.source import Arrays, Role, Source

matches = archive.matches


def read(source: Source, wanted: Role, config: ReadConfig) -> Arrays:
    """Read an archive of arrays or of pictures; see :mod:`~genlab.data.readers.npz` and ``pictures``."""
    if npz.matches_first(archive.first_name(source)) or source.packed:
        return npz.read(source, wanted)
    if wanted == "labels":
        raise source.fault("an archive of pictures is no file of labels", "give IDX, NPY or NPZ class numbers")
    return pictures.read_zip(source, config)
