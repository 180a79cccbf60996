"""Deleting moves to ``trash/``; nothing is lost until the trash is emptied."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

from genlab.errors import StoreError
from genlab.store import files
from genlab.store.ids import is_id


def discard(trash: Path, kind: str, place: Path) -> str:
    """Move the folder ``place`` into the trash and return the name it has there: ``<kind>.<id>.<unix time>``."""
    name = f"{kind}.{place.name}.{time.time_ns() // 1_000_000}"
    with files.sentences(f"move {place.name} to the trash"):
        trash.mkdir(parents=True, exist_ok=True)
        os.rename(place, trash / name)
    return name


def listing(trash: Path, kind: str) -> list[str]:
    """Return the names of what of ``kind`` lies in the trash, last thrown away first."""
    names = [name for name in os.listdir(trash) if name.startswith(f"{kind}.")] if trash.is_dir() else []
    return sorted(names, key=lambda name: name.rsplit(".", 1)[-1], reverse=True)


def restore(trash: Path, name: str, folder: Path) -> str:
    """Move ``name`` back out of the trash into ``folder`` and return its id.

    Raises
    ------
    StoreError
        If nothing of that name is in the trash, or its place is taken.
    """
    parts = name.split(".")
    if len(parts) != 3 or not is_id(parts[1]) or name not in listing(trash, parts[0]):
        raise StoreError(f"Nothing named {name[:60]!r} is in the trash.")
    place = folder / parts[1]
    if place.exists():
        raise StoreError(f"{parts[1]} cannot come back from the trash: its place is taken.")
    with files.sentences(f"restore {parts[1]}"):
        folder.mkdir(parents=True, exist_ok=True)
        os.rename(trash / name, place)
    return parts[1]


def empty(trash: Path) -> int:
    """Remove for good what lies in the trash and return how many things that were."""
    names = os.listdir(trash) if trash.is_dir() else []
    for name in names:
        shutil.rmtree(trash / name, ignore_errors=True)
    return len(names)
