"""The data sets of a store: own ones, downloaded ones, and those that take long to draw."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from genlab.data.dataset import Dataset
from genlab.data.preprocess import Recipe
from genlab.errors import StoreError
from genlab.store import datasets, trash
from genlab.store.datasets import DatasetSummary
from genlab.training.config import DataConfig


class DataSets:
    """Data sets under a store's folder; how each is kept is told by :mod:`genlab.store.datasets`.

    Parameters
    ----------
    root : Path
        The store's folder.
    trashed : Path
        Where deleted ones go.
    """

    def __init__(self, root: Path, trashed: Path) -> None:
        self._own, self._named, self._trash = root / "datasets", root / "named", trashed

    def add(self, dataset: Dataset, recipe: Recipe | None = None) -> str:
        """Keep an own data set, and how it was made, and return its id; equal content is kept once."""
        if recipe is not None and recipe.read is None:  # made from a set, which may have been prepared itself
            made = (own.recipe for own in self.all() if own.fingerprint == recipe.fingerprint)
            recipe = recipe.model_copy(update={"before": next((known for known in made if known), None)})
        return datasets.add(self._own, dataset, recipe)

    def all(self) -> list[DatasetSummary]:
        """Return the own data sets by name."""
        return datasets.listing(self._own)

    def rename(self, dataset_id: str, name: str) -> None:
        """Call an own data set something else."""
        datasets.rename(self._own, dataset_id, name)

    def delete(self, dataset_id: str) -> str:
        """Move an own data set to the trash; runs that learned from it can then only be looked at."""
        datasets.summary(self._own, dataset_id)
        return trash.discard(self._trash, "dataset", self._own / dataset_id)

    def restore(self, trash_name: str) -> str:
        """Bring an own data set back from the trash and return its id."""
        return trash.restore(self._trash, trash_name, self._own)

    def load(self, config: DataConfig) -> Dataset:
        """Return the data a spec names: a named set, or an own one by id.

        Raises
        ------
        UnknownNameError, StoreError
            If there is none of that name or id, or its files are damaged.
        """
        if config.own:
            return datasets.load(self._own, config.name)
        from genlab.data.named import REMOTES, SLOW, load  # scikit-learn and its like, only when a named set is opened

        if config.name in REMOTES:
            self.facts(config)
            return datasets.load(self._named, config.name)
        if config.name in SLOW:
            kept = f"{config.name}-{SLOW[config.name]}"
            with suppress(StoreError):  # without a place to keep it, it is drawn each time
                if self.is_undrawn(config.name):
                    datasets.add(self._named, load(config.name), name=kept)
                return datasets.load(self._named, kept)
        return load(config.name)

    def facts(self, config: DataConfig) -> DatasetSummary | None:
        """Return what is known of data that is kept here, or None for a set that is drawn when asked for.

        Raises
        ------
        StoreError
            If it is not here.
        """
        if config.own:
            return datasets.summary(self._own, config.name)
        from genlab.data.named import REMOTES

        if config.name not in REMOTES:
            return None
        if not self.has_named(config.name):
            raise StoreError(
                f"{REMOTES.get(config.name).title} is not on this machine yet; download it on the Data page, or with "
                f"`python -m genlab data {config.name}`."
            )
        return datasets.summary(self._named, config.name)

    def has_named(self, name: str) -> bool:
        """Return True if the named set needs no download: it never did, or it is kept here already."""
        from genlab.data.named import REMOTES

        return name not in REMOTES or (self._named / name / "dataset.json").exists()

    def is_undrawn(self, name: str) -> bool:
        """Return True if the named set takes seconds to draw and is not kept here yet."""
        from genlab.data.named import SLOW

        return name in SLOW and not (self._named / f"{name}-{SLOW[name]}" / "dataset.json").exists()

    def keep_named(self, dataset: Dataset) -> None:
        """Keep a downloaded set under its name, for good; raises StoreError if the disk refuses."""
        datasets.add(self._named, dataset, name=dataset.name)
