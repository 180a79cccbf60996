"""Selections: rows as the browser tells them, as a table to take home, and as a data set of their own."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from genlab.analysis.scene import Scene
from genlab.analysis.take_home import columns
from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.data.preprocess import Recipe, take
from genlab.errors import DataError

Rows = NDArray[np.int64]


def rows_of(mask: str, count: int) -> Rows:
    """Return the rows of a packed mask, rising: eight rows a byte, the first the lowest bit, in base64.

    Raises
    ------
    DataError
        If it is no such thing, or of another number of rows.
    """
    try:
        packed = base64.b64decode(mask, validate=True)
    except (binascii.Error, ValueError):
        raise DataError("The selection cannot be read; select anew.") from None
    if len(packed) != -(-count // 8):
        raise DataError(f"The selection is not of these {count:,} items; select anew.")
    bits = np.unpackbits(np.frombuffer(packed, np.uint8), bitorder="little")[:count]
    return np.flatnonzero(bits)


def selected_columns(
    scene: Scene, rows: Rows, groups: Mapping[str, Rows] | None = None, items: bool = False
) -> dict[str, NDArray[np.generic]]:
    """Return what a table of a selection holds, one row a selected item.

    Parameters
    ----------
    rows : ndarray, shape (S,)
        The selected rows.
    groups : mapping of str to ndarray, optional
        The rows of each named group: a column ``group.<name>`` says 1 of the selected items in it.
    items : bool
        Whether the items' own numbers come along, as ``x``.

    Returns
    -------
    dict of str to ndarray, shape (S,) or (S, …)
        The columns of :func:`~genlab.analysis.take_home.columns`: ids, labels and their names, codes, places, factors.
    """
    found = {name: values[rows] for name, values in columns(scene).items()}
    for name, members in (groups or {}).items():
        found[f"group.{name}"] = np.isin(rows, members).astype(np.uint8)
    return found | ({"x": scene.items[rows]} if items else {})


def selected_data(scene: Scene, rows: Rows, name: str) -> tuple[Dataset, Recipe | None]:
    """Return the selected items as a data set of its own, and how it was made.

    A GAN's samples are pictures within 0 and 1, or numbers without bounds, labelled by their nearest data items; they
    have no recipe, for nothing leads from data to them but the model.

    Raises
    ------
    DataError
        If nothing is selected, or the name is empty.
    """
    called = " ".join(name.split())[:80]
    if len(rows) == 0:
        raise DataError("Nothing is selected; choose items on the map first.")
    if not called:
        raise DataError("A data set's name cannot be empty; type at least one letter.")
    if scene.is_gan or scene.run.is_imported:
        whole = _of_scene(scene)
        return replace(take(whole, rows), name=called), None
    whole = scene.run.dataset()
    source = f"{whole.source}; {len(rows):,} of {len(whole):,} items selected on the map of {scene.run.name}"
    recipe = Recipe(of=whole.name, fingerprint=whole.fingerprint)
    return replace(take(whole, rows), name=called, source=source), recipe


def _of_scene(scene: Scene) -> Dataset:
    x = np.array(scene.items)
    is_picture = scene.modality is Modality.IMAGE
    bounded = x.dtype == np.uint8 or (is_picture and float(x.min()) >= 0 and float(x.max()) <= 1)
    known = scene.labels is not None and len(scene.label_names) > 0 and int(scene.labels.min()) >= 0
    return Dataset(
        name=scene.run.name,
        x=x,
        modality=scene.modality,
        value_kind=ValueKind.UNIT if bounded else ValueKind.REAL,
        labels=scene.labels.astype(np.int64) if known and scene.labels is not None else None,
        label_names=scene.label_names if known else (),
        source=f"selected on the map of {scene.run.name}",
    )
