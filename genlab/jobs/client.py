"""What pages and the command line ask of the work outside the server. Loads no torch."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping
from typing import Any

import psutil

from genlab.analysis.maps import MapSpec, check_map
from genlab.errors import JobError
from genlab.jobs.processes import launch
from genlab.store import ProjectionFiles, Run, Store
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


def go_back(store: Store, run_id: str, step: int, keep: bool) -> None:
    """Let a run go back to a checkpoint, and hold there; what it recorded and kept beyond is cut off.

    Parameters
    ----------
    keep : bool
        True keeps the course that is left as a run of its own first.

    Raises
    ------
    JobError
        If the run has no such checkpoint.
    StoreError
        If the run belongs to the gallery, or is just being made ready.
    """
    run = store.run(run_id)
    known = run.checkpoints()
    if step not in known:
        raise JobError(f"Run {run_id} keeps no checkpoint of step {step:,}; it has: {', '.join(map(str, known))}.")
    if run.status().active:
        run.order("back", step=step, keep=keep)
        return
    run.requeue("back", step=step, keep=keep)
    store.jobs.enqueue(run_id)
    ensure_supervisor(store)


def train_on(store: Store, run_id: str, epochs: int, name: str = "") -> str:
    """Make a run that begins at another's last checkpoint and let it wait for a worker; return the new run's id.

    Raises
    ------
    StoreError, ConfigError, BrokenRunError
        If the other run cannot be gone on from (:meth:`genlab.store.Store.train_on`).
    """
    run = store.train_on(run_id, epochs, name)
    store.jobs.enqueue(run.id)
    ensure_supervisor(store)
    return run.id


def project(store: Store, run: Run, step: int, spec: MapSpec, again: bool = False) -> ProjectionFiles:
    """See to it that a map is made, and return it at once; a failed one is tried again, any other left alone.

    Parameters
    ----------
    again : bool
        True also goes on with a map that was stopped or interrupted, or is parked.

    Raises
    ------
    ConfigError, RunNotFoundError
        If the run has no such map.
    StoreError
        If it cannot be written.
    """
    check_map(spec, run)
    files = run.projection(spec.key(run, step))
    queued = (run.id, files.key) in store.jobs.queued_maps()
    status = files.status()  # second, as a projector leaves the queue only when its status says so
    state = status.state if status is not None else "new"
    is_forgotten = state == "queued" and not queued
    if (
        state in ("new", "failed")
        or is_forgotten
        or (again and (state in RESUMABLE or (status is not None and status.parked)))
    ):
        files.request({"run": run.id, "step": step, **spec.model_dump()})
        store.jobs.enqueue_map(run.id, files.key)
        ensure_supervisor(store)
    return files


def download(store: Store, name: str) -> subprocess.Popen[bytes] | None:
    """Begin to download the named set ``name`` in a process of its own; returns at once, and does nothing if one does.

    ``store.jobs.download(name)`` tells how far it has come. The process is returned if this call began it.
    """
    known = store.jobs.download(name)
    if known is not None and known["alive"] and known["state"] == "running":
        return None
    process = launch(store, "genlab.jobs.download", name)
    deadline = time.monotonic() + _START_S
    while time.monotonic() < deadline and process.poll() is None:  # until it has announced itself
        known = store.jobs.download(name)
        if known is not None and known["pid"] == process.pid:
            break
        time.sleep(_LOOK_S)
    return process


def draw(store: Store, name: str) -> None:
    """Have the named set ``name``, which takes seconds to draw, drawn and kept by another process; return when it is.

    Where it could not be kept, it is drawn anew by whoever opens it.
    """
    process = download(store, name)
    if process is not None:
        process.wait()
    while (known := store.jobs.download(name)) is not None and known["alive"] and known["state"] == "running":
        time.sleep(_LOOK_S)


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
    return ask_while(store, kind, lambda: True, timeout_s, arguments)


def ask_while(
    store: Store, kind: str, wanted: Callable[[], bool], timeout_s: float, arguments: Mapping[str, Any]
) -> dict[str, Any]:
    """Ask as :func:`ask` does, and withdraw the question as soon as ``wanted`` says that nobody waits any more.

    Raises
    ------
    JobError
        With the worker's sentence, or if it did not answer in time or while it was wanted.
    """
    ensure_supervisor(store)
    store.jobs.open()
    name = store.jobs.ask({"kind": kind, "arguments": dict(arguments)})
    deadline = time.monotonic() + timeout_s
    try:
        while time.monotonic() < deadline:
            found = store.jobs.answered(name)
            if found is not None:
                if "error" in found:
                    raise JobError(str(found["error"]))
                return dict(found["answer"])
            if not wanted():
                raise JobError(f"Nobody waits for the answer to '{kind}' any more.")
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
