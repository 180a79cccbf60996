"""Runs as a list shows them: three small files each, so that a thousand are read in a fraction of a second."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from genlab.config import Config
from genlab.errors import BrokenRunError
from genlab.store.status import damage, read_status
from genlab.training.config import RunSpec

C = TypeVar("C", bound=Config)


class RunMeta(Config):
    """What a person calls a run: ``meta.json``, the only file of a run that may change at a person's word."""

    name: str
    created: float
    tags: tuple[str, ...] = ()
    owner: str = ""


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
    except BrokenRunError as error:
        return RunSummary(
            id=folder.name, name=meta.name, state="broken", created=meta.created, gallery=gallery, error=str(error)
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
