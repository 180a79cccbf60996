"""Checkpoints: ``checkpoints/<step>/`` with weights, trainer state, facts, and a manifest of SHA-256 sums written last.

Without a valid manifest a checkpoint does not exist. A whole folder is prepared under a temporary name and renamed, so
that a kill at any moment leaves the earlier checkpoints and nothing half made.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load as load_tensors
from safetensors.numpy import save as save_tensors

from genlab.errors import BrokenRunError, StoreError
from genlab.store import files
from genlab.store.arrays import Arrays

MODEL, TRAINER, INFO, MANIFEST = "model.safetensors", "trainer.safetensors", "info.json", "manifest.json"
MOST_KEPT = 20
MOST_KEPT_BYTES = 256 << 20
FEWEST_KEPT = 3


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """One kept moment of a training.

    Attributes
    ----------
    step : int
        Optimiser steps done.
    model : dict of str to ndarray
        The model's weights by the names of its ``state_dict``.
    info : dict
        What the trainer noted in JSON, and ``epoch``.
    """

    step: int
    model: Arrays
    info: dict[str, Any]
    _folder: Path

    @cached_property
    def trainer(self) -> Arrays:
        """Optimisers, generators and place in the data, read when first asked for; raises BrokenRunError if damaged."""
        return _tensors(self._folder / TRAINER, _manifest(self._folder))


def save(
    folder: Path,
    step: int,
    model: Mapping[str, NDArray[Any]],
    trainer: Mapping[str, NDArray[Any]],
    info: Mapping[str, Any],
    durable: bool = True,
) -> None:
    """Keep a checkpoint under ``folder/<step>``; one already there is replaced.

    Parameters
    ----------
    durable : bool
        False skips the flush to the disk, for one that is only looked back at: after a power cut its sums may not fit,
        and then it does not exist.

    Raises
    ------
    StoreError
        If the disk refuses; earlier checkpoints are untouched.
    """
    contents = {
        MODEL: save_tensors(_contiguous(model)),
        TRAINER: save_tensors(_contiguous(trainer)),
        INFO: json.dumps(dict(info)).encode(),
    }
    manifest = {
        "format": 1,
        "step": step,
        "files": {
            name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in contents.items()
        },
    }
    place = folder / str(step)
    unfinished = folder / f"{files.TEMPORARY}{secrets.token_hex(4)}-{step}"
    with files.sentences(f"write checkpoint {step}"):
        try:
            for name, data in contents.items():
                files.write(unfinished / name, data, durable)
            files.write_json(unfinished / MANIFEST, manifest, durable)
            _replace(place, unfinished)
            if durable:
                files.flush_folder(folder)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise


def steps(folder: Path) -> list[int]:
    """Return the steps of the checkpoints with a whole manifest and files of the announced sizes, ascending."""
    try:
        names = os.listdir(folder)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise StoreError(f"The checkpoints cannot be listed: {error.strerror or error}.") from error
    return sorted(int(name) for name in names if name.isdecimal() and _is_whole(folder / name))


def has_whole(folder: Path) -> bool:
    """Tell whether :func:`steps` would name any; looks at the last ones first, so one look is mostly enough."""
    try:
        names = os.listdir(folder)
    except OSError:
        return False
    newest = sorted((int(name) for name in names if name.isdecimal()), reverse=True)
    return any(_is_whole(folder / str(step)) for step in newest)


def written_at(folder: Path, step: int) -> int:
    """Return when the checkpoint of ``step`` was written, in nanoseconds; 0 if there is none.

    A training that went back comes to the same step again, with other weights: step and this moment are one model.
    """
    try:
        return (folder / str(step) / MANIFEST).stat().st_mtime_ns
    except OSError:
        return 0


def load(folder: Path, step: int) -> Checkpoint:
    """Return the checkpoint of ``step``, its sums verified.

    Raises
    ------
    BrokenRunError
        If there is none, or its files are not those its manifest names.
    """
    place = folder / str(step)
    manifest = _manifest(place)
    model = _tensors(place / MODEL, manifest)
    try:
        info = json.loads(_verified(place / INFO, manifest))
    except (ValueError, RecursionError):
        raise BrokenRunError(f"Checkpoint {step} is damaged: {INFO} is not valid JSON.") from None
    if not isinstance(info, dict):
        raise BrokenRunError(f"Checkpoint {step} is damaged: {INFO} holds no JSON object.")
    return Checkpoint(step, model, info, place)


def thin(folder: Path) -> list[int]:
    """Remove checkpoints until few enough are left, spread evenly over the logarithm of steps; return those removed.

    At most 20 stay, fewer if they would take over 256 MB, never under 3. The first and the last two always stay: the
    start to compare with, the end to go on from, and one more should the end be damaged.
    """
    kept = steps(folder)
    if not kept:
        return []
    size = sum(entry.stat().st_size for entry in os.scandir(folder / str(kept[-1])))
    limit = min(MOST_KEPT, max(FEWEST_KEPT, MOST_KEPT_BYTES // max(1, size)))
    removed = []
    while len(kept) > limit:
        middle = range(1, len(kept) - 2)
        crowded = min(middle, key=lambda i: math.log((kept[i + 1] + 1) / (kept[i - 1] + 1)))
        removed.append(kept.pop(crowded))
        files.remove(folder / str(removed[-1]))
    return removed


def _replace(place: Path, finished: Path) -> None:
    """Put a finished folder at ``place``; what was there comes back if that fails."""
    if not place.exists():
        os.rename(finished, place)
        return
    aside = place.with_name(f"{files.TEMPORARY}{secrets.token_hex(4)}-{place.name}")
    os.rename(place, aside)
    try:
        os.rename(finished, place)
    except BaseException:
        os.rename(aside, place)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _manifest(place: Path) -> dict[str, Any]:
    try:
        manifest = files.read_json(place / MANIFEST)
    except StoreError as error:
        raise BrokenRunError(f"Checkpoint {place.name} does not exist: its {error}") from None
    entries = manifest.get("files")
    if not isinstance(entries, dict) or not {MODEL, TRAINER, INFO} <= entries.keys():
        raise BrokenRunError(f"Checkpoint {place.name} is damaged: its {MANIFEST} names no files.")
    return manifest


def _is_whole(place: Path) -> bool:
    try:
        entries = _manifest(place)["files"]
        return all((place / name).stat().st_size == entries[name]["bytes"] for name in (MODEL, TRAINER, INFO))
    except (StoreError, OSError, KeyError, TypeError):
        return False


def _verified(path: Path, manifest: Mapping[str, Any]) -> bytes:
    step = path.parent.name
    try:
        data = path.read_bytes()
        announced = manifest["files"][path.name]["sha256"]
    except OSError as error:
        raise BrokenRunError(f"Checkpoint {step} is damaged: {path.name}: {error.strerror or error}.") from error
    except (KeyError, TypeError):
        raise BrokenRunError(f"Checkpoint {step} is damaged: its {MANIFEST} does not name {path.name}.") from None
    if hashlib.sha256(data).hexdigest() != announced:
        raise BrokenRunError(f"Checkpoint {step} is damaged: {path.name} does not match the sum in its {MANIFEST}.")
    return data


def _tensors(path: Path, manifest: Mapping[str, Any]) -> Arrays:
    try:
        return load_tensors(_verified(path, manifest))
    except SafetensorError as error:
        raise BrokenRunError(f"Checkpoint {path.parent.name} is damaged: {path.name}: {error}.") from None


def _contiguous(arrays: Mapping[str, NDArray[Any]]) -> Arrays:
    """Return the arrays row by row in memory (safetensors writes others wrongly, without a word)."""
    return {name: np.asarray(array, order="C") for name, array in arrays.items()}
