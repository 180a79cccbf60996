"""Own data: ``datasets/<id>/`` with ``x.npy``, memory-mapped when read, labels, and ``dataset.json``; never pickled.

The id is made from the content, so that the same data is kept once, whatever it was called.
"""

from __future__ import annotations

import hashlib
import io
import os
import secrets
import shutil
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray
from pydantic import ValidationError

from genlab.config import Config
from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.data.preprocess import Recipe
from genlab.errors import GenlabError, StoreError
from genlab.store import files
from genlab.store.ids import is_id
from genlab.store.status import damage


class DatasetFacts(Config):
    """What can be said of a data set without its items; a run keeps it as ``dataset.json``.

    ``factor_values`` has one entry a factor: what its values are called, empty where they are numbers. ``recipe`` says
    how an own data set was read and prepared, so that new items can be put through the same.
    """

    name: str
    item_shape: tuple[int, ...]
    modality: Modality
    value_kind: ValueKind
    n_items: int
    label_names: tuple[str, ...] = ()
    factor_names: tuple[str, ...] = ()
    factor_values: tuple[tuple[str, ...], ...] = ()
    feature_names: tuple[str, ...] = ()
    fingerprint: str = ""
    recipe: Recipe | None = None

    @classmethod
    def of(cls, dataset: Dataset) -> Self:
        """Return the facts of ``dataset``."""
        return cls(
            name=dataset.name,
            item_shape=dataset.item_shape,
            modality=dataset.modality,
            value_kind=dataset.value_kind,
            n_items=len(dataset),
            label_names=dataset.label_names,
            factor_names=tuple(dataset.factors),
            factor_values=tuple(tuple(dataset.factor_values.get(name, ())) for name in dataset.factors),
            feature_names=dataset.feature_names,
            fingerprint=dataset.fingerprint,
        )


class DatasetSummary(DatasetFacts):
    """An own data set as a list shows it: its facts, its id, where it came from, how, and which arrays are kept."""

    id: str
    source: str = ""
    licence: str = ""
    labelled: bool = False
    sequences: bool = False


def content_id(dataset: Dataset) -> str:
    """Return 16 hex digits made from items, labels, factors, what they mean and what they are called."""
    meaning = f"{dataset.fingerprint}|{dataset.modality}|{dataset.value_kind}|{dataset.label_names}"
    digest = hashlib.sha256(meaning.encode())
    if dataset.feature_names:
        digest.update(f"|{dataset.feature_names}".encode())
    if dataset.lengths is not None:
        digest.update(np.ascontiguousarray(dataset.lengths).data)
    for name, factor in dataset.factors.items():
        digest.update(f"|{name}|{dataset.factor_values.get(name, ())}|{factor.dtype}".encode())
        digest.update(np.ascontiguousarray(factor).data)
    return digest.hexdigest()[:16]


def _id_in(folder: Path, dataset: Dataset) -> str:
    """Return the id of ``dataset``; a table kept before its columns' names counted goes on under the id it has."""
    if dataset.feature_names:
        earlier = content_id(replace(dataset, feature_names=()))
        with suppress(StoreError):
            if summary(folder, earlier).feature_names == dataset.feature_names:
                return earlier
    return content_id(dataset)


def add(folder: Path, dataset: Dataset, recipe: Recipe | None = None, name: str | None = None) -> str:
    """Keep ``dataset`` under ``folder/<name>`` and return that name; what is already kept stays as it is.

    Parameters
    ----------
    name : str, optional
        The name of a set that genlab knows; by default the content's id.

    Raises
    ------
    StoreError
        If the disk refuses; nothing is left behind.
    """
    name = name or _id_in(folder, dataset)
    place = folder / name
    if (place / "dataset.json").exists():
        return name
    summary = DatasetSummary(
        id=name,
        source=dataset.source,
        licence=dataset.licence,
        labelled=dataset.labels is not None,
        sequences=dataset.lengths is not None,
        recipe=recipe,
        **DatasetFacts.of(dataset).model_dump(exclude={"recipe"}),
    )
    unfinished = folder / f"{files.TEMPORARY}{secrets.token_hex(4)}-{name}"
    with files.sentences(f"keep the data set '{dataset.name}'"):
        try:
            _save(unfinished / "x.npy", dataset.x)
            if dataset.labels is not None:
                _save(unfinished / "labels.npy", dataset.labels)
            if dataset.lengths is not None:
                _save(unfinished / "lengths.npy", dataset.lengths)
            for i, factor in enumerate(dataset.factors.values()):
                _save(unfinished / f"factor-{i}.npy", factor)
            files.write_json(unfinished / "dataset.json", summary.model_dump(mode="json"))
            files.remove(place)  # the leavings of a damaged one
            os.rename(unfinished, place)
            files.flush_folder(folder)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
    return name


def summary(folder: Path, name: str) -> DatasetSummary:
    """Return what is known of the data set ``name``, its arrays unopened; raises StoreError if damaged or missing."""
    if not is_id(name) or not (folder / name).is_dir():
        raise StoreError(f"No data set {name[:40]!r} is in the store; add it first, or give its path.")
    try:
        return DatasetSummary.model_validate(files.read_json(folder / name / "dataset.json"))
    except ValidationError as error:
        raise StoreError(f"The data set {name} is damaged: dataset.json: {damage(error)}.") from None
    except StoreError as error:
        raise StoreError(f"The data set {name} is damaged: {error}") from None


def load(folder: Path, name: str) -> Dataset:
    """Return the data set ``name``, its items memory-mapped; raises StoreError if it is missing or damaged."""
    known = summary(folder, name)
    return _load(folder / name, known)


def rename(folder: Path, name: str, called: str) -> None:
    """Call the data set ``name`` something else; runs keep the name it had when they began.

    Raises
    ------
    StoreError
        If it is missing or damaged, the new name is empty, or the disk refuses.
    """
    known = summary(folder, name)
    called = " ".join(called.split())[:80]
    if not called:
        raise StoreError("A data set's name cannot be empty; type at least one letter.")
    with files.sentences(f"rename the data set '{known.name}'"):
        renamed = known.model_copy(update={"name": called})
        files.write_json(folder / name / "dataset.json", renamed.model_dump(mode="json"))


def listing(folder: Path) -> list[DatasetSummary]:
    """Return the undamaged data sets by name."""
    found = []
    for name in sorted(os.listdir(folder)) if folder.is_dir() else []:
        if is_id(name):
            try:
                found.append(summary(folder, name))
            except StoreError:
                continue
    return sorted(found, key=lambda item: item.name.lower())


@lru_cache(maxsize=8)
def _load(place: Path, known: DatasetSummary) -> Dataset:
    """Open the arrays; cached per process, for the maps cost nothing while unread."""
    x = _open(place / "x.npy")
    if x.shape != (known.n_items, *known.item_shape):
        raise StoreError(f"The data set {known.id} is damaged: x.npy holds {x.shape}, not what dataset.json announces.")
    try:
        return Dataset(
            name=known.name,
            x=x,
            modality=known.modality,
            value_kind=known.value_kind,
            labels=np.asarray(_open(place / "labels.npy"), dtype=np.int64) if known.labelled else None,
            label_names=known.label_names,
            source=known.source,
            licence=known.licence,
            factors={factor: _open(place / f"factor-{i}.npy") for i, factor in enumerate(known.factor_names)},
            lengths=np.asarray(_open(place / "lengths.npy"), dtype=np.int64) if known.sequences else None,
            factor_values={
                factor: values
                for factor, values in zip(known.factor_names, known.factor_values, strict=False)
                if values
            },
            feature_names=known.feature_names,
        )
    except StoreError:
        raise
    except GenlabError as error:
        raise StoreError(f"The data set {known.id} is damaged: {error}") from None


def _save(path: Path, array: NDArray[np.generic]) -> None:
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=False)
    files.write(path, buffer.getbuffer())


def _open(path: Path) -> NDArray[np.generic]:
    try:
        return np.load(path, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise StoreError(f"The data set {path.parent.name} is damaged: {path.name} cannot be read ({error}).") from None
