"""What pages and the command line ask of the work outside the server. Loads no torch."""

from __future__ import annotations

import os
import subprocess
import time
from typing import Any

import psutil

from genlab.errors import JobError
from genlab.jobs.processes import launch
from genlab.store import Store
from genlab.training.config import RunSpec

RESUMABLE = ("stopped", "interrupted", "failed")
_LOOK_S = 0.01
_START_S = 5.0
_launched: dict[str, tuple[float, subprocess.Popen[bytes]]] = {}


def start(store: Store, spec: RunSpec, name: str = "") -> str:
    """Make a run and let it wait for a worker; return its id at once.

    Raises
    ------
    StoreError
        If the run cannot be written.
    """
    run = store.create_run(spec, name)
    store.jobs.enqueue(run.id)
    ensure_supervisor(store)
    return run.id


def resume(store: Store, run_id: str) -> None:
    """Let a run that was stopped, interrupted or failed train on from its last checkpoint.

    Raises
    ------
    JobError
        If the run is finished, waits, or is being trained.
    """
    run = store.run(run_id)
    state = run.status().state
    is_forgotten = state == "queued" and run_id not in store.jobs.queued()  # made by a process that died at once
    if state not in RESUMABLE and not is_forgotten:
        raise JobError(f"Run {run_id} is {state}; only a stopped, interrupted or failed run can be resumed.")
    run.requeue()
    store.jobs.enqueue(run_id)
    ensure_supervisor(store)


def ask(store: Store, kind: str, timeout_s: float = 60.0, **arguments: Any) -> dict[str, Any]:
    """Ask the warm worker and wait for its answer.

    Parameters
    ----------
    kind : str
        A name of :data:`genlab.jobs.quick.KINDS`: ``prepare`` (run, step=None), ``evaluate`` (run).
    timeout_s : float
        How long to wait; the question is then withdrawn.

    Raises
    ------
    JobError
        With the worker's sentence, or if it did not answer in time.
    """
    ensure_supervisor(store)
    store.jobs.open()
    name = store.jobs.ask({"kind": kind, "arguments": arguments})
    deadline = time.monotonic() + timeout_s
    try:
        while time.monotonic() < deadline:
            found = store.jobs.answered(name)
            if found is not None:
                if "error" in found:
                    raise JobError(str(found["error"]))
                return dict(found["answer"])
            time.sleep(_LOOK_S)
    finally:
        store.jobs.withdraw(name)
    raise JobError(f"The worker did not answer '{kind}' within {timeout_s:g} s; try again, or look into its log.")


def ensure_supervisor(store: Store) -> None:
    """See to it that a supervisor watches over the store, and say that it is wanted; returns at once.

    Call it every few seconds for as long as somebody may want work done: unwanted and idle, it ends by itself.
    """
    store.jobs.touch()
    if store.jobs.living("supervisor") is not None:
        return
    key = str(store.root)
    since, process = _launched.get(key, (0.0, None))
    if process is not None and process.poll() is None and time.monotonic() - since < _START_S:
        return  # it is just starting
    gallery = ("--gallery", str(store.gallery)) if store.gallery else ()
    _launched[key] = (time.monotonic(), launch(store, "genlab.jobs.supervisor", *gallery))


def stop_supervisor(store: Store, timeout_s: float = 20.0) -> None:
    """End the supervisor and the workers that wait; trainings go on.

    Raises
    ------
    JobError
        If it does not end in time.
    """
    _, starting = _launched.pop(str(store.root), (0.0, None))
    if starting is not None and starting.poll() is None:
        starting.terminate()
    pid = store.jobs.living("supervisor")
    if pid is not None:
        try:
            psutil.Process(pid).terminate()
        except psutil.NoSuchProcess:
            return
    deadline = time.monotonic() + timeout_s
    while store.jobs.living("supervisor") is not None or (starting is not None and starting.poll() is None):
        if time.monotonic() > deadline:
            raise JobError(f"The supervisor did not end within {timeout_s:g} s.")
        time.sleep(_LOOK_S)


def is_warm(store: Store) -> bool:
    """Tell whether a worker waits with everything loaded, so that a training begins within a second."""
    return store.jobs.living("trainer") is not None


def slots() -> int:
    """Return how many trainings may run at once on this machine: half its processors, at least one."""
    return max(1, (os.cpu_count() or 1) // 2)
