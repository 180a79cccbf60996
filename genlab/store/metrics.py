"""``metrics.jsonl``: one JSON object a line, append-only, numbered, one writer; a torn last line is passed over.

A record is ``{"seq", "time", "step", "epoch", "seconds", "values", "held_out"?}``, an event
``{"seq", "time", "event", "payload", "at_step"?, "at_epoch"?}``. The event ``resume`` carries the step a training went
on from: what was recorded beyond it belongs to a life that was lost or a course that was left, and reading leaves it
out.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from genlab.store.files import sentences

_BLOCK_BYTES = 1 << 16


def read(path: Path, after: int = -1, whole: bool = False) -> list[dict[str, Any]]:
    """Return the records with ``seq > after``, oldest first, reading no more of the file's end than they need.

    Damaged lines are passed over; a missing file holds no records.

    Parameters
    ----------
    whole : bool
        True keeps what a later ``resume`` cut off.
    """
    records: list[dict[str, Any]] = []
    for line in _tail(path, after).split(b"\n"):
        record = _parse(line)
        if record is None or record["seq"] <= after:
            continue
        if record.get("event") == "resume" and not whole:
            step = record.get("payload", {}).get("step", 0)
            records = [kept for kept in records if kept.get("step", kept.get("at_step", 0)) <= step]
        records.append(record)
    return records


class MetricsFile:
    """The writer's end of ``metrics.jsonl``; a torn last line of a killed writer is cut off when it opens.

    Attributes
    ----------
    seq : int
        Number of the last record; -1 before the first.
    """

    def __init__(self, path: Path) -> None:
        with sentences(f"open {path.name}"):
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
            content = path.read_bytes()
            self._length = content.rfind(b"\n") + 1
            os.ftruncate(self._descriptor, self._length)
        last = [record for record in map(_parse, content[: self._length].split(b"\n")) if record is not None]
        self.seq: int = max((record["seq"] for record in last), default=-1)

    def append(self, record: Mapping[str, Any]) -> int:
        """Add one record under the next number and return that number.

        Raises
        ------
        StoreError
            If it cannot be written; the file is then as it was.
        """
        line = (json.dumps({"seq": self.seq + 1, **_plain(record)}) + "\n").encode()
        with sentences("write metrics.jsonl"):
            try:
                os.lseek(self._descriptor, self._length, os.SEEK_SET)
                rest = memoryview(line)
                while rest:
                    rest = rest[os.write(self._descriptor, rest) :]
            except OSError:
                os.ftruncate(self._descriptor, self._length)
                raise
        self._length += len(line)
        self.seq += 1
        return self.seq

    def flush(self) -> None:
        """Make what was appended survive a power cut."""
        with sentences("write metrics.jsonl"):
            os.fsync(self._descriptor)

    def close(self) -> None:
        """Close the file; it takes no further records."""
        os.close(self._descriptor)


def _tail(path: Path, after: int) -> bytes:
    """Return the end of the file that holds every record numbered above ``after``."""
    try:
        with path.open("rb") as file:
            start = file.seek(0, os.SEEK_END)
            tail = b""
            while start > 0:
                size = min(max(_BLOCK_BYTES, len(tail)), start)
                start -= size
                file.seek(start)
                tail = file.read(size) + tail
                first_whole_line = tail.find(b"\n") + 1 if start else 0
                record = _parse(tail[first_whole_line:].split(b"\n", 1)[0])
                if record is not None and record["seq"] <= after:
                    break
            return tail
    except FileNotFoundError:
        return b""
    except OSError as error:
        with sentences("read metrics.jsonl"):
            raise error from None
        raise


def _parse(line: bytes) -> dict[str, Any] | None:
    if not line.strip():
        return None
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) and isinstance(record.get("seq"), int) else None


def _plain(value: Any) -> Any:
    """Return ``value`` as JSON can hold it: NumPy numbers as Python's, NaN and infinity as null."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "item"):
        value = value.item()
    return None if isinstance(value, float) and not math.isfinite(value) else value
