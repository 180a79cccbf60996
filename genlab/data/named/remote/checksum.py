"""Is a file brought by hand the very file that its name promises?"""

from __future__ import annotations

import hashlib
from pathlib import Path

from genlab.errors import DataError


def verify(file: Path, sha256: str, name: str) -> None:
    """Raise DataError unless ``file`` has this SHA-256; nothing of it is looked at before."""
    if not file.is_file():
        raise DataError(f"{file.name}: this is no file; give the file {name}.")
    with file.open("rb") as stream:
        found = hashlib.file_digest(stream, "sha256").hexdigest()
    if found != sha256:
        raise DataError(f"{file.name}: this is not {name} as published: its checksum differs; download it again.")
