"""Store: the folder in which everything is kept, and the only way to it."""

from __future__ import annotations

import os
import secrets
import shutil
import time
from pathlib import Path

from genlab.config import Config
from genlab.data.dataset import Dataset
from genlab.errors import BrokenRunError, RunNotFoundError, StoreError
from genlab.store import datasets, files, trash
from genlab.store.datasets import DatasetFacts, DatasetSummary
from genlab.store.ids import is_id, new_run_id
from genlab.store.jobfiles import JobFiles
from genlab.store.runs import Run
from genlab.store.status import RunStatus, State, read_status
from genlab.store.summary import RunMeta, RunSummary, read_meta, read_spec, summarize
from genlab.training.config import DataConfig, RunSpec


class Store:
    """Runs, own data sets, jobs and trash under one folder (``docs/run-format.md``).

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

    # runs

    def create_run(self, spec: RunSpec, name: str = "", state: State = "queued", run_id: str | None = None) -> Run:
        """Make a run that has not begun.

        Parameters
        ----------
        name : str
            What a person calls it; by default preset and data.
        state : str
            Its first state.
        run_id : str, optional
            An id for a run with a fixed place (the gallery's); otherwise one is made.

        Raises
        ------
        StoreError
            If it cannot be written, or the id is taken or malformed.
        """
        facts = datasets.summary(self._datasets, spec.data.name) if spec.data.own else None
        label = facts.name if facts else spec.data.name
        if run_id is not None and not is_id(run_id):
            raise StoreError(f"{run_id[:40]!r} is no id of a run: use small letters, digits and single dashes.")
        status = RunStatus(state=state, total_epochs=spec.training.epochs)
        meta = RunMeta(name=name.strip() or f"{spec.preset or spec.model.family} on {label}", created=time.time())
        contents: dict[str, Config] = {"spec.json": spec, "meta.json": meta, "state.json": status}
        if facts:
            contents["dataset.json"] = DatasetFacts.model_validate(
                facts.model_dump(include=set(DatasetFacts.model_fields))
            )
        runs = self._root / "runs"
        unfinished = runs / f"{files.TEMPORARY}{secrets.token_hex(4)}"
        with files.sentences("make a run"):
            try:
                for name, content in contents.items():
                    files.write(unfinished / name, content.to_json().encode())
                return self.run(_settle(unfinished, runs, run_id))
            except BaseException:
                shutil.rmtree(unfinished, ignore_errors=True)
                raise

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
        self.jobs.drop(run_id)
        return trash.discard(self._trash, "run", folder)

    def deleted_runs(self) -> list[str]:
        """Return the trash names of deleted runs, last deleted first."""
        return trash.listing(self._trash, "run")

    def restore_run(self, trash_name: str) -> Run:
        """Bring a run back from the trash."""
        return self.run(trash.restore(self._trash, trash_name, self._root / "runs"))

    def empty_trash(self) -> int:
        """Remove for good what was deleted and return how many things that were."""
        return trash.empty(self._trash)

    # data sets

    def add_dataset(self, dataset: Dataset) -> str:
        """Keep an own data set and return its id; equal content is kept once."""
        return datasets.add(self._datasets, dataset)

    def datasets(self) -> list[DatasetSummary]:
        """Return the own data sets by name."""
        return datasets.listing(self._datasets)

    def delete_dataset(self, dataset_id: str) -> str:
        """Move an own data set to the trash; runs that learned from it can then only be looked at."""
        datasets.summary(self._datasets, dataset_id)
        return trash.discard(self._trash, "dataset", self._datasets / dataset_id)

    def dataset(self, config: DataConfig) -> Dataset:
        """Return the data a spec names: a named set, or an own one by id.

        Raises
        ------
        UnknownNameError, StoreError
            If there is none of that name or id, or its files are damaged.
        """
        if config.own:
            return datasets.load(self._datasets, config.name)
        from genlab.data.named import load  # scikit-learn and its like, only when a named set is opened

        return load(config.name)

    @property
    def _datasets(self) -> Path:
        return self._root / "datasets"

    @property
    def _trash(self) -> Path:
        return self._root / "trash"

    def _place(self, run_id: str) -> tuple[Path, bool]:
        if is_id(run_id):
            if (self._root / "runs" / run_id).is_dir():
                return self._root / "runs" / run_id, False
            if self._gallery and (self._gallery / "runs" / run_id).is_dir():
                return self._gallery / "runs" / run_id, True
        raise RunNotFoundError(f"No run {str(run_id)[:40]!r} is in the store; `python -m genlab runs` lists them.")


def _settle(unfinished: Path, runs: Path, run_id: str | None) -> str:
    """Give a prepared folder its id for good: ``run_id``, or a new one that no other run has."""
    while True:
        chosen = run_id or new_run_id()
        if not (runs / chosen).exists():
            os.rename(unfinished, runs / chosen)
            files.flush_folder(runs)
            return chosen
        if run_id is not None:
            raise StoreError(f"The id {run_id} is taken by another run.")


def _run_folders(root: Path) -> list[Path]:
    folder = root / "runs"
    try:
        return [folder / name for name in sorted(os.listdir(folder)) if is_id(name)]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise StoreError(f"The runs cannot be listed: {error.strerror or error}.") from error
