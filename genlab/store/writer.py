"""The worker's side of a run: the one writer of its status, records, previews and checkpoints."""

from __future__ import annotations

import shutil
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from filelock import FileLock, Timeout
from numpy.typing import NDArray
from pydantic import ValidationError

from genlab.data.dataset import Dataset
from genlab.errors import StoreError
from genlab.store import checkpoints, commands, files, looks, previews
from genlab.store.commands import Order
from genlab.store.datasets import DatasetFacts
from genlab.store.metrics import MetricsFile
from genlab.store.status import RunStatus, identity, read_status

SWEPT = ("checkpoints", "previews", "lab", "looks", "commands", "cache", "onnx")


class RunWriter:
    """Holds a run's lock while a worker trains it; use as a context manager, made by ``Run.writer()``.

    Parameters
    ----------
    folder : Path
    patience_s : float
        How long to wait for another process that holds it.

    Attributes
    ----------
    run_id : str
    current : RunStatus
        What was last written.
    """

    def __init__(self, folder: Path, patience_s: float = 0.0) -> None:
        self.run_id = folder.name
        self._folder = folder
        self._lock = FileLock(folder / "writer.lock", timeout=patience_s)
        with files.sentences(f"lock run {self.run_id}"):
            try:
                self._lock.acquire()
            except Timeout:
                raise StoreError(f"Run {self.run_id} is being trained by another process; stop it first.") from None
        try:
            for place in (folder, *(folder / part for part in SWEPT)):
                files.sweep(place)
            self._metrics = MetricsFile(folder / "metrics.jsonl")
            self._preview_seq = max(previews.numbers(folder / "previews"), default=-1)
            self._lab_seq = max(previews.numbers(folder / "lab"), default=-1)
            self._look_seq = max(previews.numbers(folder / "looks"), default=-1)
            self.current = read_status(folder / "state.json")
        except BaseException:
            self._lock.release()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def status(self, **changes: Any) -> RunStatus:
        """Write ``state.json`` with some fields changed, the writer's identity and a fresh heartbeat; return it.

        Raises
        ------
        StoreError
            If the disk refuses; the old status stays.
        """
        fresh = {"seq": self._metrics.seq, "heartbeat": time.time(), **identity()}
        try:
            status = RunStatus.model_validate({**self.current.model_dump(), **fresh, **changes})
        except ValidationError as error:
            raise ValueError(f"no such status: {error}") from error
        files.write(self._folder / "state.json", status.to_json().encode())
        self.current = status
        return status

    def metric(self, record: Mapping[str, Any]) -> int:
        """Append a record (``step``, ``epoch``, ``seconds``, ``values``, ``held_out``) and return its number."""
        return self._metrics.append({"time": time.time(), **record})

    def event(self, kind: str, at: tuple[int, float] | None = None, **payload: Any) -> int:
        """Append an event, such as an order obeyed, and return its number.

        Parameters
        ----------
        at : (int, float), optional
            Step and epoch at which it happened; with them it can be marked on the curves.
        """
        when = {} if at is None else {"at_step": at[0], "at_epoch": at[1]}
        return self._metrics.append({"time": time.time(), "event": kind, **when, "payload": payload})

    def look(self, facts: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> int:
        """Show one phase of a step taken slowly and return its number."""
        self._look_seq += 1
        looks.save(self._folder / "looks", self._look_seq, facts, arrays)
        return self._look_seq

    def cut(self, step: int) -> None:
        """Remove the checkpoints beyond ``step`` and all that was computed from them."""
        for later in checkpoints.steps(self._folder / "checkpoints"):
            if later > step:
                files.remove(self._folder / "checkpoints" / str(later))
                self._forget(later)

    def preview(self, **frame: NDArray[Any]) -> int:
        """Show a frame of the training and return its number."""
        previews.save(self._folder / "previews", self._preview_seq + 1, frame)
        self._preview_seq += 1
        return self._preview_seq

    def lab_frame(self, **frame: NDArray[Any]) -> int:
        """Show a frame of a training on points of the plane to the Lab and return its number."""
        previews.save(self._folder / "lab", self._lab_seq + 1, frame)
        self._lab_seq += 1
        return self._lab_seq

    def checkpoint(
        self,
        step: int,
        model: Mapping[str, NDArray[Any]],
        trainer: Mapping[str, NDArray[Any]],
        info: Mapping[str, Any],
        durable: bool = True,
    ) -> None:
        """Keep a checkpoint, and thin the earlier ones (:func:`genlab.store.checkpoints.thin`).

        Parameters
        ----------
        durable : bool
            False for one that nothing will go on from, which is quicker to write.

        Raises
        ------
        StoreError
            If the disk refuses; earlier checkpoints are untouched.
        """
        if durable:
            self._metrics.flush()
        replaced = (self._folder / "checkpoints" / str(step)).exists()
        checkpoints.save(self._folder / "checkpoints", step, model, trainer, info, durable)
        for gone in [step] * replaced + checkpoints.thin(self._folder / "checkpoints"):
            self._forget(gone)

    def commands(self) -> list[Order]:
        """Return the orders that came since the last call, oldest first, each once."""
        return commands.take(self._folder / "commands")

    def facts(self, dataset: Dataset) -> None:
        """Note what the run learns from, if that is not yet noted."""
        path = self._folder / "dataset.json"
        if not path.exists():
            files.write(path, DatasetFacts.of(dataset).to_json().encode())

    def close(self) -> None:
        """Release the run to another writer."""
        self._metrics.close()
        self._lock.release()

    def _forget(self, step: int) -> None:
        """Remove what was computed from a checkpoint that is gone or another now."""
        for name in (f"*-{step}.npz", f"time-*-{step}-*.npz"):  # of it, and of earlier ones laid beside it
            for path in (self._folder / "cache").glob(name):
                files.remove(path)
        for folder in (self._folder / "projections").glob(f"*-{step}-*"):
            shutil.rmtree(folder, ignore_errors=True)
