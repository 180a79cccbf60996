"""A run: one training and everything it left behind, opened by id and never by path."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray
from pydantic import ValidationError

from genlab.data.dataset import Dataset
from genlab.errors import BrokenRunError, StoreError
from genlab.store import arrays, checkpoints, commands, files, looks, metrics, previews
from genlab.store.arrays import Arrays
from genlab.store.checkpoints import Checkpoint
from genlab.store.datasets import DatasetFacts
from genlab.store.ids import checked_key, is_key
from genlab.store.looks import Looked
from genlab.store.projections import ProjectionFiles
from genlab.store.status import RunStatus, damage, read_status
from genlab.store.summary import RunMeta, clean_tags, read_meta
from genlab.store.writer import RunWriter
from genlab.training.config import RunSpec

if TYPE_CHECKING:
    from genlab.store.store import Store

LEAVING_S = 1.0
"""How long a worker may hold on to a run after it has said that it ended, before another counts as training it."""


class Run:
    """One training and what it left behind.

    Made by :meth:`genlab.store.Store.run`; its parts are read when asked for, so that a page sees a running training
    move on.

    Attributes
    ----------
    id : str
    spec : RunSpec
        What fixes the run; it never changes.
    gallery : bool
        True for a run that came with genlab: it is read, never written.
    """

    def __init__(self, store: Store, spec: RunSpec, folder: Path, scratch: Path, gallery: bool) -> None:
        self.id = folder.name
        self.spec = spec
        self.gallery = gallery
        self.store = store
        self._folder = folder
        self._scratch = scratch  # where made-again things go: the folder itself, or beside the read-only gallery

    def __repr__(self) -> str:
        return f"Run({self.id!r})"

    @property
    def meta(self) -> RunMeta:
        """Name, time of birth (unix seconds), tags and owner."""
        return read_meta(self._folder)

    @property
    def name(self) -> str:
        """What a person calls the run."""
        return self.meta.name

    @cached_property
    def facts(self) -> DatasetFacts:
        """What the run learns from, without its items."""
        path = self._folder / "dataset.json"
        if not path.exists():
            return DatasetFacts.of(self.dataset())
        try:
            return DatasetFacts.model_validate(files.read_json(path))
        except ValidationError as error:
            raise BrokenRunError(f"Run {self.id} is broken: dataset.json: {damage(error)}.") from None
        except StoreError as error:
            raise BrokenRunError(f"Run {self.id} is broken: {error}") from None

    @property
    def item_shape(self) -> tuple[int, ...]:
        """Shape of one item: (C, H, W) for images, (D,) for points."""
        return self.facts.item_shape

    def dataset(self) -> Dataset:
        """Return the data the run learns from; raises StoreError if an own set is gone."""
        return self.store.sets.load(self.spec.data)

    def status(self) -> RunStatus:
        """Return where the run stands now; raises BrokenRunError if its file is damaged."""
        try:
            return read_status(self._folder / "state.json")
        except BrokenRunError as error:
            raise BrokenRunError(f"Run {self.id} is broken: {error}") from None

    def metrics(self, after: int = -1, whole: bool = False) -> list[dict[str, Any]]:
        """Return the records and events numbered above ``after``, oldest first (:mod:`genlab.store.metrics`).

        Parameters
        ----------
        whole : bool
            True keeps what was recorded on courses that were left.
        """
        return metrics.read(self._folder / "metrics.jsonl", after, whole)

    def checkpoints(self) -> list[int]:
        """Return the steps of the whole checkpoints, ascending."""
        return checkpoints.steps(self._folder / "checkpoints")

    def written_at(self, step: int) -> int:
        """Return when the checkpoint of ``step`` was written; see :func:`genlab.store.checkpoints.written_at`."""
        return checkpoints.written_at(self._folder / "checkpoints", step)

    def checkpoint(self, step: int | None = None) -> Checkpoint:
        """Return the checkpoint of ``step``, by default the last undamaged one.

        Raises
        ------
        BrokenRunError
            If there is none, or the one asked for is damaged.
        """
        folder = self._folder / "checkpoints"
        if step is not None:
            return checkpoints.load(folder, step)
        known = self.checkpoints()
        for last in reversed(known):
            try:
                return checkpoints.load(folder, last)
            except BrokenRunError as error:
                reason = str(error)
        raise BrokenRunError(f"Run {self.id} has no checkpoint yet." if not known else reason)

    def preview(self, after: int = -1) -> tuple[int, Arrays] | None:
        """Return number and arrays of the newest frame above ``after``, or None."""
        return previews.newest(self._folder / "previews", after)

    def lab_frame(self, after: int = -1) -> tuple[int, Arrays] | None:
        """Return number and arrays of the newest frame for the Lab above ``after``, or None."""
        return previews.newest(self._folder / "lab", after)

    def look(self, after: int = -1) -> Looked | None:
        """Return the newest phase of a step taken slowly, if it is numbered above ``after``."""
        return looks.newest(self._folder / "looks", after)

    def given_codes(self) -> Arrays:
        """Return the codes that came with a model made elsewhere; raises BrokenRunError if they are gone or damaged."""
        found = arrays.load(self._folder / "codes.npz")
        if found is None:
            raise BrokenRunError(f"Run {self.id} is broken: codes.npz is missing or damaged; import the model again.")
        return found

    @property
    def is_imported(self) -> bool:
        """Whether the model was made elsewhere: no weights, no training, and graphs that only browsers run."""
        return self.spec.model.family == "imported"

    def graph(self, name: str) -> bytes | None:
        """Return the ONNX graph ``name`` (``decoder``, ``encoder``, ``enter``), or None if it was never put."""
        file = f"{checked_key(name, 'a graph')}.onnx"
        for folder in (self._folder, self._scratch):
            try:
                return (folder / "onnx" / file).read_bytes()
            except FileNotFoundError:
                continue
            except OSError as error:
                raise StoreError(f"The graph {name} of run {self.id} cannot be read: {error.strerror}.") from error
        return None

    def put_graph(self, name: str, graph: bytes) -> None:
        """Keep the ONNX graph ``name``."""
        self._check_there()
        files.write(self._scratch / "onnx" / f"{checked_key(name, 'a graph')}.onnx", graph)

    def cache_get(self, key: str) -> Arrays | None:
        """Return the arrays kept under ``key``, or None; damaged ones count as not kept."""
        file = f"{checked_key(key, 'cached arrays')}.npz"
        for folder in dict.fromkeys((self._folder, self._scratch)):
            kept = arrays.load(folder / "cache" / file)
            if kept is not None:
                return kept
        return None

    def cache_put(self, key: str, values: Mapping[str, NDArray[Any]]) -> None:
        """Keep arrays under ``key``; a key made from a checkpoint ends in ``-<step>``."""
        self._check_there()
        arrays.save(self._scratch / "cache" / f"{checked_key(key, 'cached arrays')}.npz", values)

    def cached(self, key: str, make: Callable[[], Mapping[str, NDArray[Any]]]) -> Arrays:
        """Return the arrays kept under ``key``, made and kept first if they are not."""
        kept = self.cache_get(key)
        if kept is None:
            kept = dict(make())
            self.cache_put(key, kept)
        return kept

    def projection(self, key: str) -> ProjectionFiles:
        """Return the map kept under ``key``, which may not exist yet; a gallery run's lies in the own store."""
        return ProjectionFiles(self._scratch / "projections" / checked_key(key, "a map"), key)

    def projections(self) -> list[ProjectionFiles]:
        """Return every map that was ever asked for."""
        folder = self._scratch / "projections"
        names = sorted(os.listdir(folder)) if folder.is_dir() else []
        return [ProjectionFiles(folder / name, name) for name in names if is_key(name)]

    def leave(self, data: bytes) -> str:
        """Leave a file made of the run for whoever is told its unguessable name, and return that name.

        What nobody has fetched is removed by the first that leaves another an hour later.
        """
        self._check_there()
        folder, name = self._scratch / "taken", secrets.token_hex(16)
        files.sweep(folder, prefix="")
        files.write(folder / name, data, durable=False)
        return name

    def _check_there(self) -> None:
        if not self._folder.is_dir():
            raise StoreError(f"Run {self.id} is gone: it was deleted.")

    def fetch(self, name: str) -> bytes:
        """Return what :meth:`leave` left under that name, and remove it; raises StoreError if there is nothing."""
        path = self._scratch / "taken" / checked_key(name, "a file")
        try:
            data = path.read_bytes()
        except OSError as error:
            raise StoreError(f"The file made of run {self.id} is not there any more; ask for it again.") from error
        files.remove(path)
        return data

    def order(self, kind: str, **payload: Any) -> int:
        """Leave an order for the worker: ``pause``, ``resume``, ``step``, ``phase``, ``back``, ``stop``, ``set``.

        What each one takes is told in ``docs/run-format.md``, Orders.

        Raises
        ------
        StoreError
            For an unknown kind, or if the run is not queued, running or paused.
        """
        status = self.status()
        if self.gallery or not status.active:
            raise StoreError(f"Run {self.id} is {status.state}: only a queued, running or paused run takes orders.")
        if kind == "stop" and status.state == "queued" and self._withdraw():
            return 0
        return commands.give(self._folder / "commands", kind, payload)

    def writer(self, patience_s: float = 0.0) -> RunWriter:
        """Return the worker's side of the run, for use as a context manager.

        Parameters
        ----------
        patience_s : float
            How long to wait for another process that is about to let go of the run.

        Raises
        ------
        StoreError
            If another process trains the run, or it belongs to the gallery.
        """
        self._refuse_gallery("trained")
        return RunWriter(self._folder, patience_s)

    def rename(self, name: str) -> None:
        """Give the run another name; raises StoreError for an empty one."""
        self._refuse_gallery("renamed")
        if not name.strip():
            raise StoreError("A run's name must hold at least one visible character.")
        self._write_meta(name=name.strip())

    def tag(self, tags: Iterable[str]) -> None:
        """Give the run these tags in place of those it has; raises StoreError for too many or too long ones."""
        self._refuse_gallery("tagged")
        self._write_meta(tags=clean_tags(tags))

    def _write_meta(self, **changes: object) -> None:
        files.write(self._folder / "meta.json", self.meta.model_copy(update=changes).to_json().encode())

    def _withdraw(self) -> bool:
        """Stop a run that no worker has begun; False if one just did."""
        try:
            with self.writer() as writer:
                self.store.jobs.drop(self.id)
                writer.status(state="stopped")
                return True
        except StoreError:
            return False

    def requeue(self, kind: str = "", **payload: Any) -> None:
        """Put a run that has ended back to ``queued``, and drop the orders meant for its last worker.

        Parameters
        ----------
        kind, **payload
            A first order for the next one, as for :meth:`order`.
        """
        with self.writer(LEAVING_S) as writer:
            writer.commands()
            if kind:
                commands.give(self._folder / "commands", kind, payload)
            writer.status(state="queued", error="", eta_s=None, preparing=False)

    def delete(self) -> str:
        """Move the run to the trash and return its name there (:meth:`genlab.store.Store.delete`)."""
        return self.store.delete(self.id)

    def _refuse_gallery(self, what: str) -> None:
        if self.gallery:
            raise StoreError(f"Run {self.id} came with genlab and cannot be {what}; train a copy of it instead.")
