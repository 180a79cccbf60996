"""Where a run stands, and whether the process that trains it is still alive."""

from __future__ import annotations

import os
import platform
import time
from functools import cache
from pathlib import Path
from typing import Literal

import psutil
from pydantic import ValidationError

from genlab.config import Config
from genlab.errors import BrokenRunError

HEARTBEAT_LIMIT_S = 120.0
"""A worker silent for longer counts as gone, even if its process exists (it hangs, or runs on another machine)."""

State = Literal["queued", "running", "paused", "finished", "stopped", "interrupted", "failed"]
STATES = ("queued", "running", "paused", "finished", "stopped", "interrupted", "failed", "broken")
"""Every state a listing shows; ``interrupted`` is derived, ``broken`` belongs to a damaged run."""


class Heartbeat(Config):
    """The process behind a status.

    Attributes
    ----------
    pid, pid_started, host
        The process that works, its start time (unix seconds) and machine.
    heartbeat : float
        When it last wrote, unix seconds.
    """

    pid: int = 0
    pid_started: float = 0.0
    host: str = ""
    heartbeat: float = 0.0


class RunStatus(Heartbeat):
    """What ``state.json`` holds. The worker writes it; everybody reads it through ``Run.status()``.

    Attributes
    ----------
    state : str
        One of :data:`STATES` but ``broken``. ``interrupted`` is never written: a reader derives it when a running or
        paused run has no living process.
    step, total_steps : int
        Optimiser steps done and in all; total_steps is 0 until the worker knows it.
    epoch, total_epochs : float
        Passes over the training items done and in all.
    seconds : float
        Training time in seconds, pauses left out.
    eta_s : float or None
        Seconds of training left, where known.
    error : str
        One sentence, if the run failed.
    seq : int
        Number of the last record in ``metrics.jsonl``; -1 before the first.
    preparing : bool
        True while the end of a training is made ready to explore (map and figures).
    """

    state: State = "queued"
    step: int = 0
    total_steps: int = 0
    epoch: float = 0.0
    total_epochs: float = 0.0
    seconds: float = 0.0
    eta_s: float | None = None
    error: str = ""
    seq: int = -1
    preparing: bool = False

    @property
    def active(self) -> bool:
        """True while the run waits for, or belongs to, a worker: it takes orders."""
        return self.state in ("queued", "running", "paused")


def read_status(path: Path) -> RunStatus:
    """Return the status in ``path`` with ``interrupted`` derived.

    Raises
    ------
    BrokenRunError
        One sentence, if the file is missing or damaged.
    """
    try:
        status = RunStatus.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        raise BrokenRunError(f"{path.name} is missing.") from None
    except OSError as error:
        raise BrokenRunError(f"{path.name} cannot be read: {error.strerror or error}.") from error
    except ValidationError as error:
        raise BrokenRunError(f"{path.name} is damaged: {damage(error)}.") from None
    if status.state in ("running", "paused") and not is_alive(status):
        return status.model_copy(update={"state": "interrupted", "eta_s": None})
    if status.preparing and not is_alive(status):
        return status.model_copy(update={"preparing": False})
    return status


def damage(error: ValidationError) -> str:
    """Return pydantic's first complaint in a few words."""
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}: {first['msg']}".removeprefix(": ").rstrip(".")


def is_alive(status: Heartbeat, now_s: float | None = None) -> bool:
    """Tell whether the process named in ``status`` still works: it exists, began when it says it did, and speaks."""
    if (time.time() if now_s is None else now_s) - status.heartbeat > HEARTBEAT_LIMIT_S:
        return False
    if status.host != machine():
        return True  # a store shared between machines: only the heartbeat can be seen from here
    return process_lives(status.pid, status.pid_started)


def process_lives(pid: int, started_s: float) -> bool:
    """Tell whether process ``pid`` exists, began at ``started_s`` (unix seconds, to 2 s) and is no zombie."""
    if pid <= 0:
        return False
    if pid == os.getpid():
        return abs(_own_start() - started_s) < 2
    try:
        process = psutil.Process(pid)
        return abs(process.create_time() - started_s) < 2 and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
    except psutil.AccessDenied:
        return True  # someone else's process: it exists, more cannot be seen


def identity() -> dict[str, int | float | str]:
    """Return the fields by which a status names the calling process."""
    return {"pid": os.getpid(), "pid_started": _own_start(), "host": machine()}


@cache
def machine() -> str:
    """Return this machine's name."""
    return platform.node()


def _own_start() -> float:
    return _start_of(os.getpid())  # by pid, so that a forked child does not inherit its parent's answer


@cache
def _start_of(pid: int) -> float:
    return psutil.Process(pid).create_time()
