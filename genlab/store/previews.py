"""What a running training shows of itself: the newest frame of samples, reconstructions and map, as one file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from genlab.store import arrays as npz
from genlab.store.arrays import Arrays

KEPT = 3
"""Frames kept: the newest, and two more for readers that are just opening them."""


def save(folder: Path, seq: int, frame: Mapping[str, NDArray[Any]]) -> None:
    """Add a frame under number ``seq`` and drop the oldest ones."""
    npz.save(folder / f"{seq:08d}.npz", frame)
    for old in numbers(folder)[:-KEPT]:
        with suppress(OSError):
            (folder / f"{old:08d}.npz").unlink()


def newest(folder: Path, after: int = -1) -> tuple[int, Arrays] | None:
    """Return number and arrays of the newest whole frame above ``after``, or None."""
    for seq in reversed(numbers(folder)):
        if seq <= after:
            return None
        frame = npz.load(folder / f"{seq:08d}.npz")
        if frame is not None:
            return seq, frame
    return None


def numbers(folder: Path) -> list[int]:
    """Return the numbers of the frames in ``folder``, ascending."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries]
    except FileNotFoundError:
        return []
    return sorted(int(name[:-4]) for name in names if name.endswith(".npz") and name[:-4].isdecimal())
