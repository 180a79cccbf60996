"""Orders to a worker: numbered files, taken oldest first, each obeyed once.

A worker removes an order before it obeys it, so that not even a kill in between lets it be obeyed twice.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from filelock import FileLock

from genlab.errors import StoreError
from genlab.store.files import sentences, write_json

KINDS = ("pause", "resume", "step", "phase", "back", "stop", "set", "park")


@dataclass(frozen=True)
class Order:
    """One order: ``kind`` is one of :data:`KINDS`; ``payload`` holds what it needs (``docs/run-format.md``, Orders)."""

    number: int
    kind: str
    payload: Mapping[str, Any] = field(default_factory=dict)


def give(folder: Path, kind: str, payload: Mapping[str, Any]) -> int:
    """Leave an order in ``folder`` and return its number.

    Raises
    ------
    StoreError
        For an unknown kind, or if it cannot be written.
    """
    if kind not in KINDS:
        raise StoreError(f"Unknown order '{kind}'. Known: {', '.join(KINDS)}.")
    with sentences(f"give the order '{kind}'"):
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "giving.lock"):  # two tabs may order at once
            number = max(_numbers(folder), default=0) + 1
            write_json(folder / f"{number:06d}.json", {"kind": kind, "payload": dict(payload)}, durable=False)
            return number


def take(folder: Path) -> list[Order]:
    """Return the waiting orders, oldest first, and remove them; a damaged one is removed unread."""
    orders = []
    for number in sorted(_numbers(folder)):
        path = folder / f"{number:06d}.json"
        try:
            text = path.read_bytes()
            path.unlink()
            value = json.loads(text)
            orders.append(Order(number, str(value["kind"]), dict(value["payload"])))
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return orders


def clear(folder: Path) -> None:
    """Remove every waiting order: they were meant for a worker that is gone."""
    for number in _numbers(folder):
        with suppress(OSError):
            (folder / f"{number:06d}.json").unlink()


def _numbers(folder: Path) -> list[int]:
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries]
    except FileNotFoundError:
        return []
    return [int(name[:-5]) for name in names if name.endswith(".json") and name[:-5].isdecimal()]
