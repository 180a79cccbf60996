"""Training on: a new run that begins where another stands, because a run's spec never changes; and courses left."""

from __future__ import annotations

import math
import os
import shutil
from pathlib import Path

from genlab.errors import StoreError
from genlab.store import checkpoints
from genlab.store.runs import Run
from genlab.store.status import RunStatus
from genlab.training.config import RunSpec


def longer(parent: Run, epochs: int) -> RunSpec:
    """Return the parent's spec with its epochs set to where its last sound checkpoint stands, and ``epochs`` more.

    Raises
    ------
    StoreError
        For fewer than one epoch, or a run that is queued, running or paused.
    ConfigError
        If the sum is more than a training may have.
    BrokenRunError
        If the run has no sound checkpoint.
    """
    if epochs < 1:
        raise StoreError(f"Training on takes at least 1 epoch more, got {epochs}.")
    status = parent.status()
    if status.active:
        raise StoreError(f"Run {parent.id} is {status.state}; wait for its end or stop it before you train on from it.")
    done = float(parent.checkpoint().info.get("epoch", status.epoch))
    return parent.spec.override({"training.epochs": math.ceil(done - 1e-9) + epochs})


def inherit(folder: Path, parent: Run, parent_folder: Path, spec: RunSpec) -> tuple[RunStatus, int]:
    """Fill a new run's ``folder`` with what it goes on from; return its first status and the step of the checkpoint.

    The last sound checkpoint (its spec in force gets the new epochs), the records up to now, the facts of the data and
    the traced graphs are copied: the two runs share no file, so that either may be deleted.

    Raises
    ------
    StoreError
        If the checkpoint holds weights only, as those of the gallery do.
    """
    last = parent.checkpoint()
    if not last.trainer or not isinstance(last.info.get("spec"), dict):
        raise StoreError(
            f"Run {parent.id} keeps its weights but not the state of its training; duplicate it to train it anew."
        )
    in_force = RunSpec.parse(last.info["spec"]).override({"training.epochs": spec.training.epochs})
    info = {**last.info, "spec": in_force.model_dump(mode="json")}
    checkpoints.save(folder / "checkpoints", last.step, last.model, last.trainer, info)
    for name in ("metrics.jsonl", "dataset.json"):
        if (parent_folder / name).exists():
            shutil.copyfile(parent_folder / name, folder / name)
    if (parent_folder / "onnx").is_dir():
        shutil.copytree(parent_folder / "onnx", folder / "onnx")
    status = RunStatus(
        state="queued",
        step=last.step,
        epoch=float(last.info.get("epoch", 0.0)),
        total_epochs=spec.training.epochs,
        seconds=float(last.info.get("seconds", 0.0)),
        seq=parent.status().seq,
    )
    return status, last.step


def copy_course(folder: Path, run: Run, run_folder: Path) -> RunStatus:
    """Fill a new run's ``folder`` with all that ``run`` has come to, before it leaves that course; return its status.

    Checkpoints and graphs are never written into, so they are linked where the disk can: the same bytes under two
    names, and either run may be deleted.
    """
    for name in ("checkpoints", "onnx"):
        if (run_folder / name).is_dir():
            shutil.copytree(run_folder / name, folder / name, copy_function=_link)
    for name in ("metrics.jsonl", "dataset.json"):
        if (run_folder / name).exists():
            shutil.copyfile(run_folder / name, folder / name)
    status = run.status()
    kept = ("step", "total_steps", "epoch", "total_epochs", "seconds", "seq")
    return RunStatus(state="stopped", **{name: getattr(status, name) for name in kept})


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # a disk without links, or another disk
        shutil.copyfile(source, target)
