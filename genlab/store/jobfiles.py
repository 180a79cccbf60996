"""``jobs/``: how server, supervisor and workers speak to each other, by files alone.

::

    jobs/queue/<run>          a run that waits for a worker, oldest first
    jobs/taken/<run>          a run that a worker trains
    jobs/maps/<hash>.json     a map that waits for a projector
    jobs/requests/<id>.json   a question to the warm worker      jobs/answers/<id>.json   its answer
    jobs/supervisor.json      who supervises                     jobs/supervisor.lock     held while it lives
    jobs/trainer.json         which worker waits for a run       jobs/quick.json          which one answers questions
    jobs/download-<set>.json  how far the download of a named set has come
    jobs/wanted               touched while somebody may want work done
    jobs/*.log                what workers and supervisor say
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from filelock import FileLock

from genlab.errors import StoreError
from genlab.store import files
from genlab.store.ids import content_hash, is_id
from genlab.store.status import identity, process_lives


class JobFiles:
    """The folder ``jobs/`` of a store; reading makes nothing, and a missing folder reads as empty."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def exists(self) -> bool:
        """False once the store is gone."""
        return self._folder.is_dir()

    def open(self) -> None:
        """Make the folders."""
        with files.sentences("make the folder jobs"):
            for name in ("queue", "taken", "requests", "answers"):
                (self._folder / name).mkdir(parents=True, exist_ok=True)

    # runs that wait, and runs that are trained

    def enqueue(self, run_id: str) -> None:
        """Let a run wait for a worker."""
        files.write(self._folder / "queue" / run_id, b"")

    def queued(self) -> list[str]:
        """Return the waiting runs, oldest first."""
        return _names(self._folder / "queue")

    def queued_at(self, run_id: str) -> int | None:
        """Return when the run was last put into the queue, in nanoseconds, or None if it does not wait."""
        try:
            return (self._folder / "queue" / run_id).stat().st_mtime_ns
        except FileNotFoundError:
            return None

    def take(self, run_id: str) -> None:
        """Note that the calling worker trains the run: it waits no more."""
        with suppress(FileNotFoundError):
            os.replace(self._folder / "queue" / run_id, self._folder / "taken" / run_id)

    def taken(self) -> list[str]:
        """Return the runs that workers train."""
        return _names(self._folder / "taken")

    def release(self, run_id: str) -> None:
        """Note that no worker trains the run any more; it may wait for the next."""
        with suppress(FileNotFoundError):
            (self._folder / "taken" / run_id).unlink()

    def drop(self, run_id: str) -> None:
        """Forget the run: it neither waits nor is trained."""
        self.release(run_id)
        with suppress(FileNotFoundError):
            (self._folder / "queue" / run_id).unlink()

    # maps that wait for a projector

    def enqueue_map(self, run_id: str, key: str) -> None:
        """Let a map wait for a projector."""
        files.write_json(
            self._folder / "maps" / f"{_map_name(run_id, key)}.json", {"run": run_id, "key": key}, durable=False
        )

    def queued_maps(self) -> list[tuple[str, str]]:
        """Return run and key of the maps that wait, oldest first; damaged notes are passed over."""
        found = []
        for name in _names(self._folder / "maps", ".json"):
            with suppress(StoreError, KeyError):
                note = files.read_json(self._folder / "maps" / name)
                found.append((str(note["run"]), str(note["key"])))
        return found

    def drop_map(self, run_id: str, key: str) -> None:
        """Forget that a map waits: a projector has it, or it cannot be made."""
        with suppress(FileNotFoundError):
            (self._folder / "maps" / f"{_map_name(run_id, key)}.json").unlink()

    # questions and answers

    def ask(self, request: Mapping[str, Any]) -> str:
        """Leave a question for the warm worker and return its id."""
        name = f"{time.time_ns():x}-{secrets.token_hex(4)}"
        files.write_json(self._folder / "requests" / f"{name}.json", request, durable=False)
        return name

    def questions(self) -> list[str]:
        """Return the ids of the open questions, oldest first."""
        return [name.removesuffix(".json") for name in _names(self._folder / "requests", ".json")]

    def question(self, name: str) -> dict[str, Any] | None:
        """Return the question ``name``, or None if it was withdrawn."""
        with suppress(StoreError):
            return files.read_json(self._folder / "requests" / f"{name}.json")
        return None

    def withdraw(self, name: str) -> None:
        """Remove a question, and its answer if there is one."""
        for folder in ("requests", "answers"):
            with suppress(FileNotFoundError):
                (self._folder / folder / f"{name}.json").unlink()

    def answer(self, name: str, answer: Mapping[str, Any]) -> None:
        """Answer the question ``name``, unless nobody waits for it any more."""
        question = self._folder / "requests" / f"{name}.json"
        if question.exists():
            files.write_json(self._folder / "answers" / f"{name}.json", answer, durable=False)
            with suppress(FileNotFoundError):
                question.unlink()

    def answered(self, name: str) -> dict[str, Any] | None:
        """Return the answer to the question ``name``, or None while there is none."""
        path = self._folder / "answers" / f"{name}.json"
        return files.read_json(path) if path.exists() else None

    # downloads

    def report_download(self, name: str, report: Mapping[str, Any]) -> None:
        """Note how far the calling process has come with downloading the named set ``name``."""
        files.write_json(self._folder / f"download-{name}.json", {**identity(), **report}, durable=False)

    def download(self, name: str) -> dict[str, Any] | None:
        """Return what :meth:`report_download` last noted, or None; ``alive`` tells whether that process still lives."""
        if not is_id(name):
            return None
        with suppress(StoreError, KeyError, TypeError, ValueError):
            report = files.read_json(self._folder / f"download-{name}.json")
            return {**report, "alive": process_lives(int(report["pid"]), float(report["pid_started"]))}
        return None

    # who is there

    def lock(self) -> FileLock:
        """Return the lock that the one supervisor holds."""
        return FileLock(self._folder / "supervisor.lock", timeout=0)

    def announce(self, role: str) -> None:
        """Note the calling process as the ``supervisor``, or as the ``trainer`` or ``quick`` worker that waits."""
        files.write_json(self._folder / f"{role}.json", identity(), durable=False)

    def leave(self, role: str) -> None:
        """Take the calling process's note back."""
        with suppress(FileNotFoundError):
            (self._folder / f"{role}.json").unlink()

    def living(self, role: str) -> int | None:
        """Return the process number of whoever announced itself in that role and still lives, or None."""
        with suppress(StoreError, KeyError, TypeError, ValueError):
            known = files.read_json(self._folder / f"{role}.json")
            if process_lives(int(known["pid"]), float(known["pid_started"])):
                return int(known["pid"])
        return None

    def touch(self) -> None:
        """Say that somebody may want work done."""
        path = self._folder / "wanted"
        with files.sentences("write jobs/wanted"):
            self._folder.mkdir(parents=True, exist_ok=True)
            path.touch()

    def wanted_s(self) -> float:
        """Return how many seconds ago somebody last wanted work done; infinite if nobody ever did."""
        try:
            return time.time() - (self._folder / "wanted").stat().st_mtime
        except OSError:
            return float("inf")

    def log(self, name: str) -> Path:
        """Return where the process ``name`` may write what it says (the one path that leaves the store)."""
        return self._folder / f"{name}.log"


def _map_name(run_id: str, key: str) -> str:
    return content_hash(run_id.encode(), b"/", key.encode())


def _names(folder: Path, suffix: str = "") -> list[str]:
    try:
        with os.scandir(folder) as entries:
            found = []
            for entry in entries:
                if entry.name.endswith(suffix) and is_id(entry.name.removesuffix(suffix)):
                    with suppress(FileNotFoundError):
                        found.append((entry.stat().st_mtime_ns, entry.name))
    except FileNotFoundError:
        return []
    return [name for _, name in sorted(found)]
