"""Store: the folder in which everything is kept, and the only way to it."""

from __future__ import annotations

import os
import time
from pathlib import Path

from genlab.config import Config
from genlab.errors import BrokenRunError, RunNotFoundError, StoreError
from genlab.store import files, succession, trash
from genlab.store.birth import new_run
from genlab.store.bookmarks import Bookmarks
from genlab.store.datasets import DatasetFacts
from genlab.store.ids import is_id
from genlab.store.jobfiles import JobFiles
from genlab.store.runs import Run
from genlab.store.sets import DataSets
from genlab.store.status import RunStatus, State, read_status
from genlab.store.summary import RunMeta, RunSummary, read_meta, read_spec, summarize
from genlab.training.config import RunSpec

LEFT_S = 86_400.0
"""Nobody takes so long to write something: what is still unfinished was left by a process that is gone."""


class Store:
    """Runs under one folder (``docs/run-format.md``), and what else lies there: ``sets``, ``jobs`` and ``bookmarks``.

    Parameters
    ----------
    root : path
        The folder; made when something is first written.
    gallery : path, optional
        A second folder of the same form whose runs are listed after the own ones, and only read.
    """

    def __init__(self, root: Path | str, gallery: Path | str | None = None) -> None:
        self._root = Path(root).absolute()
        self._gallery = Path(gallery).absolute() if gallery is not None else None
        self.jobs = JobFiles(self._root / "jobs")
        self.sets = DataSets(self._root, self._trash)
        self.bookmarks = Bookmarks(self._root / "bookmarks", self._trash)

    def __repr__(self) -> str:
        return f"Store({str(self._root)!r})"

    @property
    def root(self) -> Path:
        """Where the store lies, for handing it to another process."""
        return self._root

    @property
    def gallery(self) -> Path | None:
        """Where the runs that came with genlab lie, for handing them to another process."""
        return self._gallery

    def create_run(
        self, spec: RunSpec, name: str = "", state: State = "queued", run_id: str | None = None, note: str = ""
    ) -> Run:
        """Make a run that has not begun.

        Parameters
        ----------
        name : str
            What a person calls it; by default preset and data.
        state : str
            Its first state.
        run_id : str, optional
            An id for a run with a fixed place (the gallery's); otherwise one is made.
        note : str
            What to try on it (the gallery's).

        Raises
        ------
        StoreError
            If it cannot be written, or the id is taken or malformed.
        """
        facts = self.sets.facts(spec.data) if run_id is None else None  # the gallery does not carry its data
        label = facts.name if facts else spec.data.name
        if run_id is not None and not is_id(run_id):
            raise StoreError(f"{run_id[:40]!r} is no id of a run: use small letters, digits and single dashes.")
        status = RunStatus(state=state, total_epochs=spec.training.epochs)
        meta = RunMeta(
            name=name.strip() or f"{spec.preset or spec.model.family} on {label}", created=time.time(), note=note
        )
        contents: dict[str, Config] = {"spec.json": spec, "meta.json": meta, "state.json": status}
        if facts:
            contents["dataset.json"] = DatasetFacts.model_validate(
                facts.model_dump(include=set(DatasetFacts.model_fields))
            )
        with new_run(self._root / "runs", run_id) as newborn:
            newborn.write(contents)
        return self.run(newborn.run_id)

    def train_on(self, run_id: str, epochs: int, name: str = "") -> Run:
        """Make a run that begins at another's last sound checkpoint and has ``epochs`` more epochs before it.

        The other stays as it is; the new one keeps its id as ``parent``. On one processor and without
        annealing the result is bit for bit what a single, longer training gives (:mod:`genlab.store.succession`).

        Parameters
        ----------
        name : str
            What a person calls it; by default the other's name.

        Raises
        ------
        RunNotFoundError, BrokenRunError
            If the run, or a sound checkpoint of it, is not there.
        StoreError
            If it is being trained, keeps weights only (the gallery's), or ``epochs`` is below 1.
        """
        parent = self.run(run_id)
        spec = succession.longer(parent, epochs)
        with new_run(self._root / "runs") as newborn:
            status, step = succession.inherit(newborn.folder, parent, self._place(run_id)[0], spec)
            meta = RunMeta(name=name.strip() or parent.name, created=time.time(), parent=run_id, parent_step=step)
            newborn.write({"spec.json": spec, "meta.json": meta, "state.json": status})
        return self.run(newborn.run_id)

    def keep_course(self, run_id: str) -> Run:
        """Make a stopped run of all that another has come to, because that one is about to go back and leave it.

        Raises
        ------
        RunNotFoundError, StoreError
            If the run is not there, or the copy cannot be written.
        """
        run = self.run(run_id)
        with new_run(self._root / "runs") as newborn:
            status = succession.copy_course(newborn.folder, run, self._place(run_id)[0])
            meta = RunMeta(name=f"{run.name} (left at step {status.step:,})", created=time.time())
            newborn.write({"spec.json": run.spec, "meta.json": meta, "state.json": status})
        return self.run(newborn.run_id)

    def run(self, run_id: str) -> Run:
        """Open a run.

        Raises
        ------
        RunNotFoundError
            If no run has that id.
        BrokenRunError
            If its spec, name or status is missing or damaged.
        """
        folder, gallery = self._place(run_id)
        try:
            read_meta(folder)
            read_status(folder / "state.json")
            spec = read_spec(folder)
        except BrokenRunError as error:
            raise BrokenRunError(f"Run {run_id} is broken: {error}") from None
        return Run(self, spec, folder, self._root / "cache" / run_id if gallery else folder, gallery)

    def runs(self) -> list[RunSummary]:
        """Return every run, own ones newest first, then the gallery's; a damaged one has state ``broken``."""
        own = [summarize(folder, False) for folder in _run_folders(self._root)]
        shown = [summarize(folder, True) for folder in _run_folders(self._gallery)] if self._gallery else []
        return sorted(own, key=lambda run: (run.created, run.id), reverse=True) + shown

    def delete(self, run_id: str) -> str:
        """Move a run, broken ones too, to the trash and return its name there.

        Raises
        ------
        RunNotFoundError
            If no run has that id.
        StoreError
            If it is being trained, or belongs to the gallery.
        """
        folder, gallery = self._place(run_id)
        if gallery:
            raise StoreError(f"Run {run_id} came with genlab and cannot be deleted.")
        if summarize(folder, False).state in ("running", "paused"):
            raise StoreError(f"Run {run_id} is being trained; stop it before you delete it.")
        if self._is_being_prepared(run_id):  # its worker would write into a folder that is gone
            raise StoreError(f"Run {run_id} is being made ready to explore; delete it in a few seconds.")
        self.jobs.drop(run_id)
        return trash.discard(self._trash, "run", folder)

    def _is_being_prepared(self, run_id: str) -> bool:
        try:
            return self.run(run_id).status().preparing
        except StoreError:
            return False  # a broken run has no worker

    def deleted_runs(self) -> list[str]:
        """Return the trash names of deleted runs, last deleted first."""
        return trash.listing(self._trash, "run")

    def deleted_run(self, trash_name: str) -> RunSummary:
        """Return a run that lies in the trash as a list shows it; raises StoreError if it does not lie there."""
        if trash_name not in self.deleted_runs():
            raise StoreError(f"Nothing named {trash_name[:60]!r} is in the trash.")
        return summarize(self._trash / trash_name, False)

    def restore_run(self, trash_name: str) -> str:
        """Bring a run, broken ones too, back from the trash as it was, and return its id.

        Raises
        ------
        StoreError
            If nothing of that name is in the trash, or its place is taken.
        """
        run_id = trash.restore(self._trash, trash_name, self._root / "runs")
        if summarize(self._root / "runs" / run_id, False).state == "queued":
            self.jobs.enqueue(run_id)
        return run_id

    def empty_trash(self) -> int:
        """Remove for good what was deleted and return how many things that were."""
        return trash.empty(self._trash)

    @property
    def _trash(self) -> Path:
        return self._root / "trash"

    def sweep(self) -> None:
        """Remove what killed writers left unfinished more than a day ago where no run's next worker comes upon it."""
        for name in ("runs", "datasets", "named", "bookmarks"):
            files.sweep(self._root / name, LEFT_S)
        for computed in ("runs/*/cache", "runs/*/onnx", "cache/*/cache", "cache/*/onnx"):
            for folder in self._root.glob(computed):
                files.sweep(folder, LEFT_S)

    def _place(self, run_id: str) -> tuple[Path, bool]:
        if is_id(run_id):
            if (self._root / "runs" / run_id).is_dir():
                return self._root / "runs" / run_id, False
            if self._gallery and (self._gallery / "runs" / run_id).is_dir():
                return self._gallery / "runs" / run_id, True
        raise RunNotFoundError(f"No run {str(run_id)[:40]!r} is in the store; `python -m genlab runs` lists them.")


def _run_folders(root: Path) -> list[Path]:
    folder = root / "runs"
    try:
        return [folder / name for name in sorted(os.listdir(folder)) if is_id(name)]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise StoreError(f"The runs cannot be listed: {error.strerror or error}.") from error
