"""What a command answers, and how it is written: tables for people, JSON for programs, files whole or not at all."""

from __future__ import annotations

import io
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from genlab.errors import ConfigError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

INTERRUPTED = 130


@dataclass(frozen=True)
class Answer:
    """What a command found: ``value`` for programs, ``text`` for people, and the exit status."""

    value: object
    text: str
    status: int = 0

    def as_json(self) -> str:
        """Return ``value`` as JSON on one line; a number that is not finite becomes null."""
        return json.dumps(_plain(self.value), allow_nan=False)


def table(rows: Sequence[Sequence[object]]) -> str:
    """Return rows of equal length in columns as wide as their widest cell; what cannot be shown becomes ``?``."""
    cells = [["".join(c if c.isprintable() else "?" for c in str(cell)) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cells)
    return "\n".join(line.rstrip() for line in lines)


def shape_text(shape: Sequence[int]) -> str:
    """Return a shape as people write it: ``1×28×28``."""
    return "×".join(map(str, shape))


def known_suffix(path: str, *known: str) -> str:
    """Return the ending of a file to write, in small letters; raises ConfigError if it is none of ``known``."""
    suffix = Path(path).suffix.lower()
    if suffix not in known:
        raise ConfigError(f"--out must end in {' or '.join(known)}, got '{Path(path).name}'.")
    return suffix


def save(path: str, data: bytes) -> None:
    """Write a file in one piece, over one that is there; raises StoreError if the disk refuses."""
    from genlab.store.files import write

    write(Path(path), data)


def save_arrays(path: str, arrays: Mapping[str, NDArray[np.generic]]) -> None:
    """Write arrays as NPZ, as :func:`save` does."""
    import numpy as np

    buffer = io.BytesIO()
    np.savez(buffer, **arrays)  # type: ignore[arg-type]
    save(path, buffer.getvalue())


def _plain(value: object) -> object:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value
