"""Runs as a list shows them: three small files each, so that a thousand are read in a fraction of a second."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from genlab.config import Config
from genlab.errors import BrokenRunError, StoreError
from genlab.store import checkpoints
from genlab.store.status import damage, read_status
from genlab.training.config import RunSpec

C = TypeVar("C", bound=Config)

MOST_TAGS = 20
LONGEST_TAG = 40


class RunMeta(Config):
    """What a person calls a run: ``meta.json``, the only file of a run that may change at a person's word.

    Attributes
    ----------
    name : str
    created : float
        Unix seconds.
    tags : tuple of str
        Sorted, without repetition (:func:`clean_tags`).
    owner : str
    parent : str
        Id of the run whose last checkpoint this one trains on from; empty for one that began anew.
    parent_step : int
        The step of that checkpoint.
    note : str
        What to try on it, in the pages' own markup; only runs that came with genlab have one.
    """

    name: str
    created: float
    tags: tuple[str, ...] = ()
    owner: str = ""
    parent: str = ""
    parent_step: int = 0
    note: str = ""


class RunSummary(Config):
    """A run as a list shows it; a broken one has state ``broken`` and the reason in ``error``."""

    id: str
    name: str
    state: str
    epoch: float = 0.0
    total_epochs: float = 0.0
    step: int = 0
    preset: str = ""
    family: str = ""
    data: str = ""
    own_data: bool = False
    created: float = 0.0
    seconds: float = 0.0
    gallery: bool = False
    error: str = ""
    tags: tuple[str, ...] = ()
    parent: str = ""


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return tags as they are kept: trimmed, each once whatever its case, sorted.

    Raises
    ------
    StoreError
        For more than 20 tags, one of more than 40 characters, or one with a comma.
    """
    kept: dict[str, str] = {}
    for tag in (" ".join(tag.split()) for tag in tags):
        if len(tag) > LONGEST_TAG or "," in tag:
            raise StoreError(f"A tag has at most {LONGEST_TAG} characters and no comma, got '{tag[:60]}'.")
        if tag:
            kept.setdefault(tag.casefold(), tag)
    if len(kept) > MOST_TAGS:
        raise StoreError(f"A run has at most {MOST_TAGS} tags, got {len(kept)}.")
    return tuple(sorted(kept.values(), key=str.casefold))


def read_spec(folder: Path) -> RunSpec:
    """Return a run's spec; raises BrokenRunError with one sentence if it is missing or damaged."""
    return _read(RunSpec, folder / "spec.json")


def read_meta(folder: Path) -> RunMeta:
    """Return a run's name and birth; raises BrokenRunError with one sentence if it is missing or damaged."""
    return _read(RunMeta, folder / "meta.json")


def summarize(folder: Path, gallery: bool) -> RunSummary:
    """Return a run as a list shows it; never raises for a damaged one."""
    try:
        meta = read_meta(folder)
    except BrokenRunError as error:
        return RunSummary(id=folder.name, name=folder.name, state="broken", gallery=gallery, error=str(error))
    try:
        spec, status = read_spec(folder), read_status(folder / "state.json")
        keeps_weights = status.state == "finished" and spec.model.family != "imported"
        if keeps_weights and not checkpoints.has_whole(folder / "checkpoints"):
            raise BrokenRunError("its checkpoints are missing or damaged; train it anew from a copy of its settings.")
    except BrokenRunError as error:
        return RunSummary(
            id=folder.name,
            name=meta.name,
            state="broken",
            created=meta.created,
            gallery=gallery,
            error=str(error),
            tags=meta.tags,
            parent=meta.parent,
        )
    return RunSummary(
        id=folder.name,
        name=meta.name,
        state=status.state,
        epoch=status.epoch,
        total_epochs=status.total_epochs or spec.training.epochs,
        step=status.step,
        preset=spec.preset,
        family=spec.model.family,
        data=spec.data.name,
        own_data=spec.data.own,
        created=meta.created,
        seconds=status.seconds,
        gallery=gallery,
        error=status.error,
        tags=meta.tags,
        parent=meta.parent,
    )


def _read(config: type[C], path: Path) -> C:
    try:
        return config.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        raise BrokenRunError(f"{path.name} is missing.") from None
    except OSError as error:
        raise BrokenRunError(f"{path.name} cannot be read: {error.strerror or error}.") from error
    except ValidationError as error:
        raise BrokenRunError(f"{path.name} is damaged: {damage(error)}.") from None
