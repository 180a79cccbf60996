"""Bring your own model: codes and ONNX graphs from any framework become a run that is explored in the browser.

The graphs are parsed and judged, never run: not here, not in the server, not in a worker.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from genlab.data.arrays import dataset_from_arrays
from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.errors import ConfigError, DataError
from genlab.imports.codes import Codes, read_codes
from genlab.imports.graphs import (
    MOST_LATENT,
    Graph,
    decoder_file,
    encoder_file,
    item_shape_of,
    read_graph,
)
from genlab.models.config import ImportedConfig
from genlab.store import DatasetFacts, Run, Store
from genlab.store.adoption import adopt
from genlab.training.config import DataConfig, RunSpec

LONGEST_NAME = 80
Range = tuple[float, float]


def import_model(
    store: Store,
    codes: bytes,
    decoder: bytes,
    encoder: bytes | None = None,
    name: str = "",
    value_range: Range | None = None,
    label_names: tuple[str, ...] = (),
) -> Run:
    """Judge a model made elsewhere and keep it as a run.

    Parameters
    ----------
    codes : bytes
        An NPZ (:func:`genlab.imports.codes.read_codes`).
    decoder, encoder : bytes
        ONNX files (:func:`genlab.imports.graphs.read_graph`). An encoder with a second output of the codes' shape is
        taken to give mu and logvar, if the NPZ has ``logvar`` too.
    value_range : (low, high), optional
        What black and white are in the decoder's pictures; by default 0 and 1, or -1 and 1 where the items say so.
    label_names : tuple of str
        What the class numbers are called, in their order.

    Raises
    ------
    DataError, ConfigError
        One sentence: what does not fit, and what to do.
    StoreError
        If it cannot be written.
    """
    found = read_codes(codes)
    latent_dim = found.codes.shape[1]
    if latent_dim > MOST_LATENT:
        raise DataError(f"The codes have {latent_dim:,} numbers each, where at most {MOST_LATENT:,} are taken.")
    graph = read_graph(decoder, "decoder")
    _check_width(graph.given, latent_dim, "The decoder takes", "the codes have")
    title = " ".join(name.split())[:LONGEST_NAME] or "imported model"
    given = _items(found, title)
    item_shape = item_shape_of(
        graph.made, None if given is None or found.thumbnails else given.item_shape, "The decoder"
    )
    channels_last = _is_channels_last(found, item_shape)
    graphs = {"decoder": decoder_file(graph, item_shape, channels_last)}
    variational = found.logvar is not None
    if encoder:
        looks = read_graph(encoder, "encoder")
        _check_encoder(looks, item_shape, latent_dim)
        graphs["encoder"] = encoder_file(
            looks, item_shape, latent_dim, channels_last, variational and looks.outputs > 1
        )
    low, high = _range(value_range, given, item_shape)
    data = _shown(given, item_shape, found.thumbnails)
    labels, names = _labels(found, data, label_names)
    if data is not None and names:
        data = _named(data, names)
    model = ImportedConfig(latent_dim=latent_dim, variational=variational, low=low, high=high)
    config = DataConfig(name=store.sets.add(data) if data is not None else "codes", own=data is not None, held_out=0)
    kept: dict[str, NDArray[np.generic]] = {"mu": found.codes, "rows": np.arange(len(found.codes))}
    kept |= {} if found.logvar is None else {"logvar": found.logvar}
    kept |= {} if labels is None else {"labels": labels}
    facts = _facts(data, title, item_shape, len(found.codes), names)
    return adopt(store, RunSpec(preset="imported", data=config, model=model), title, facts, kept, graphs)


def _check_width(given: tuple[int | None, ...], width: int, taker: str, giver: str) -> None:
    if len(given) != 1 or given[0] not in (None, width):
        shape = "×".join("?" if number is None else str(number) for number in given)
        raise DataError(f"{taker} rows of {shape} numbers, {giver} {width}; give the codes that belong to it.")


def _check_encoder(graph: Graph, item_shape: tuple[int, ...], latent_dim: int) -> None:
    numbers = [number for number in graph.given if number is not None]
    if len(numbers) == len(graph.given) and math.prod(numbers) != math.prod(item_shape):
        raise DataError(
            f"The encoder takes items of {math.prod(numbers):,} numbers, the decoder makes items of "
            f"{math.prod(item_shape):,}; give the encoder that belongs to it."
        )
    _check_width(graph.made, latent_dim, "The encoder makes", "the codes have")


def _items(found: Codes, title: str) -> Dataset | None:
    """Return the items given, as a data set without labels."""
    return None if found.items is None else dataset_from_arrays(title, found.items, x_at="The items")


def _is_channels_last(found: Codes, item_shape: tuple[int, ...]) -> bool:
    """Tell whether rows of plain numbers are pictures with the channel last: as the items given are."""
    items = found.items
    if items is None or items.ndim != 4 or found.thumbnails:
        return False
    return len(item_shape) == 3 and items.shape[1] not in (1, 3) and items.shape[3] in (1, 3) and items.shape[3] > 1


def _range(asked: Range | None, given: Dataset | None, item_shape: tuple[int, ...]) -> Range:
    if asked is not None:
        low, high = asked
        if not (math.isfinite(low) and math.isfinite(high) and low < high):
            raise ConfigError(f"The range goes from a lower to a higher number, got {low:g} and {high:g}.")
        return low, high
    if given is None or given.x.dtype == np.uint8:
        return 0.0, 1.0
    low, high = float(given.x.min()), float(given.x.max())
    if len(item_shape) < 3:
        return (low, high) if high > low else (low - 1, high + 1)
    if low >= 0 and high <= 1:
        return 0.0, 1.0
    if low >= -1 and high <= 1:
        return -1.0, 1.0
    raise DataError(
        f"The items' numbers go from {low:.3g} to {high:.3g}; say with --range (or in the form) which are black and "
        "white."
    )


def _shown(given: Dataset | None, item_shape: tuple[int, ...], thumbnails: bool) -> Dataset | None:
    """Return the items as they are shown: thumbnails stretched to the size that the decoder makes."""
    if given is None or not thumbnails or given.item_shape == item_shape:
        return given
    if len(item_shape) != 3 or given.modality is not Modality.IMAGE:
        raise DataError("Thumbnails are pictures, and the decoder makes none; give the items themselves.")
    channels, height, width = item_shape
    rows = np.arange(height) * given.item_shape[1] // height
    columns = np.arange(width) * given.item_shape[2] // width
    stretched = given.x[:, :, rows][:, :, :, columns]
    if channels != stretched.shape[1]:
        stretched = np.repeat(stretched[:, :1], channels, axis=1)
    return Dataset(given.name, np.ascontiguousarray(stretched), Modality.IMAGE, given.value_kind)


def _labels(
    found: Codes, data: Dataset | None, names: tuple[str, ...]
) -> tuple[NDArray[np.int64] | None, tuple[str, ...]]:
    """Return each row's class, and what the classes are called."""
    if found.labels is None:
        return None, ()
    judged = dataset_from_arrays("labels", np.zeros((len(found.codes), 1), np.float32), found.labels)
    if names and len(names) != judged.n_classes:
        raise DataError(f"There are {judged.n_classes} classes and {len(names)} names; give one name a class.")
    return judged.labels, names or judged.label_names


def _named(data: Dataset, names: tuple[str, ...]) -> Dataset:
    return Dataset(data.name, data.x, data.modality, data.value_kind, None, names)


def _facts(
    data: Dataset | None, title: str, item_shape: tuple[int, ...], n_items: int, names: tuple[str, ...]
) -> DatasetFacts:
    if data is not None:
        return DatasetFacts.of(data).model_copy(update={"label_names": names})
    modality = Modality.IMAGE if len(item_shape) == 3 else Modality.POINTS if item_shape == (2,) else Modality.VECTOR
    return DatasetFacts(
        name=title,
        item_shape=item_shape,
        modality=modality,
        value_kind=ValueKind.REAL,
        n_items=n_items,
        label_names=names,
    )
