"""Files on their way from a page to the worker that judges them: left under a name made here, taken once."""

from __future__ import annotations

import secrets
from pathlib import Path

from genlab.errors import StoreError
from genlab.store import files
from genlab.store.ids import is_id
from genlab.store.store import Store

KEPT_S = 3600.0


def leave(store: Store, data: bytes) -> str:
    """Leave a file to be taken by :func:`take` and return the name it has; forgotten ones go after an hour."""
    folder = _folder(store)
    files.sweep(folder, KEPT_S)
    name = secrets.token_hex(8)
    files.write(folder / f"{files.TEMPORARY}{name}", data, durable=False)
    return name


def take(store: Store, name: str) -> bytes:
    """Return a file that was left, and remove it; raises StoreError if it is not there (any more)."""
    path = _folder(store) / f"{files.TEMPORARY}{name if is_id(name) else ''}"
    try:
        data = path.read_bytes()
    except OSError:
        raise StoreError("The uploaded file is not there any more; upload it again.") from None
    files.remove(path)
    return data


def _folder(store: Store) -> Path:
    return store.root / "jobs" / "uploads"
