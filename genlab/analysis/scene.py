"""Scene: one run at one checkpoint as Explore shows it. Read from the run's caches; nothing is computed here.

The page, and what is taken home of it, are made of the same scene. Loads no torch.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from genlab.analysis.checkpoints import step_of
from genlab.analysis.decoding import Decoder, decoder_of
from genlab.analysis.fields import Field, fields_of
from genlab.analysis.first_layer import closed_form_file
from genlab.analysis.graphs import graph_at
from genlab.data.dataset import Modality
from genlab.errors import BrokenRunError
from genlab.latent.pca import Pca
from genlab.models.config import ImportedConfig
from genlab.store import Run
from genlab.store.ids import content_hash

BLOCK_ITEMS = 1024
GRAPHS = {"decoder.onnx": "decoder", "enter.onnx": "enter", "encoder.onnx": "encoder"}
_ITEMS = re.compile(r"items-(\d{1,6})\.bin")
_FIELD = re.compile(r"field-(\d{1,4})\.f32")
Floats = NDArray[np.float32]


@dataclass(eq=False)
class Scene:
    r"""What a run learned, ready to be shown.

    Attributes
    ----------
    run : Run
    step : int
        The checkpoint, in optimiser steps.
    items : ndarray, shape (N, \*item_shape), uint8 or float32
        The data, or what a GAN generated; none (N is 0) of a model made elsewhere that came without.
    labels : ndarray, shape (N,), int32, or None
        Of the data; a GAN's sample takes the label of its nearest data item.
    label_names : tuple of str
    codes : ndarray, shape (N, latent_dim), float32
        ``mu`` of an autoencoder, ``z`` of a GAN.
    places : ndarray, shape (N, dim), float32
        The same in the map's space: ``codes`` itself, or a GAN's first activations.
    logvar : ndarray, shape (N, style_dim), float32, or None
        Of a variational autoencoder; the weights of classes have no spread.
    coords, mean, components : ndarray, float32
        The PCA map, shapes (N, k), (dim,), (k, dim); dim is the latent's, or that of a GAN's first activations.
    variance_ratio : ndarray, shape (k,)
    order, effect, centre, spread : ndarray, shape (latent_dim,)
        Dimensions by falling effect, the effect, and mean and standard deviation of the codes.
    block_items : int
        Items that the browser fetches at a time.
    fields : tuple of Field
        What else is known of each item of the data; a GAN's samples have none.
    """

    run: Run
    step: int
    modality: Modality
    items: NDArray[np.generic]
    labels: NDArray[np.int32] | None
    label_names: tuple[str, ...]
    codes: Floats
    places: Floats
    logvar: Floats | None
    coords: Floats
    mean: Floats
    components: Floats
    variance_ratio: Floats
    order: NDArray[np.int64]
    effect: Floats
    centre: Floats
    spread: Floats
    block_items: int = BLOCK_ITEMS
    fields: tuple[Field, ...] = ()

    @property
    def is_gan(self) -> bool:
        """Whether the map is of a GAN's first activations and the items are its own."""
        return self.run.spec.model.family == "gan"

    @property
    def item_shape(self) -> tuple[int, ...]:
        """Shape of one item."""
        return tuple(self.items.shape[1:])

    @property
    def classes(self) -> tuple[str, ...]:
        """Names of the classes that the model is told: the last columns of ``codes`` are their weights."""
        return self.label_names if self.run.spec.model.n_classes > 0 else ()

    @property
    def own_space(self) -> Literal["z", "activations"]:
        """The space of ``places``, ``coords``, ``mean`` and ``components``."""
        return "activations" if self.is_gan else "z"

    @cached_property
    def pca(self) -> Pca:
        """The PCA of the own space, as the run keeps it."""
        return Pca(self.mean, self.components, self.variance_ratio)

    @cached_property
    def pca_of_codes(self) -> Pca:
        """The PCA of z: the own one, or fitted once a scene to a GAN's."""
        return Pca.fit(self.codes) if self.is_gan else self.pca

    @property
    def n_blocks(self) -> int:
        """Number of item blocks."""
        return -(-len(self.items) // self.block_items)

    @cached_property
    def value_range(self) -> tuple[float, float]:
        """Lowest and highest value to show an item in."""
        model = self.run.spec.model
        if isinstance(model, ImportedConfig):
            return model.low, model.high
        if self.modality is Modality.IMAGE or self.items.dtype == np.uint8:
            return 0.0, 1.0
        sample = np.asarray(self.items[:: max(1, len(self.items) // 10_000)], dtype=np.float32)
        low, high = float(sample.min()), float(sample.max())
        return (low, high) if high > low else (low - 1.0, high + 1.0)

    @cached_property
    def version(self) -> str:
        """Hash of all that is shown: addresses that carry it may be kept for ever."""
        arrays = [self.codes, self.logvar, self.coords, self.mean, self.components, self.labels]
        parts = [np.ascontiguousarray(array).tobytes() for array in arrays if array is not None]
        return content_hash(*parts, self.graph("decoder"), str(self.items.shape).encode())

    def has_graph(self, name: str) -> bool:
        """Whether the run's model was traced under this name."""
        return self.run.graph(name) is not None

    def file(self, name: str) -> bytes | None:
        """Return what the browser reads under ``name``, arrays as raw little-endian bytes; None if there is no such.

        ``codes.f32``, ``logvar.f32``, ``labels.i32``, ``coords.f32``, ``mean.f32``, ``components.f32``, a block of
        items as ``items-0.bin``, a field as ``field-0.f32``, :attr:`closed_form` as ``directions.json``, and the graphs
        ``decoder.onnx``, ``enter.onnx`` and ``encoder.onnx``.
        """
        if name == "directions.json":
            return self.closed_form
        if name in GRAPHS:
            return self.graph(GRAPHS[name]) if self.has_graph(GRAPHS[name]) else None
        block = _ITEMS.fullmatch(name)
        if block:
            start = int(block[1]) * self.block_items
            return _raw(self.items[start : start + self.block_items]) if start < len(self.items) else None
        field = _FIELD.fullmatch(name)
        if field:
            return _raw(self.fields[int(field[1])].values) if int(field[1]) < len(self.fields) else None
        arrays = {
            "codes.f32": self.codes,
            "logvar.f32": self.logvar,
            "labels.i32": self.labels,
            "coords.f32": self.coords,
            "mean.f32": self.mean,
            "components.f32": self.components,
        }
        array = arrays.get(name)
        return None if array is None else _raw(array)

    def graph(self, name: str) -> bytes:
        """Return the ONNX file ``name`` with this checkpoint's weights; raises StoreError if there is none."""
        return graph_at(self.run, name, self.step)

    @cached_property
    def closed_form(self) -> bytes | None:
        """Directions read off the weights of the first layer, as JSON; None where there is none, or it is not ours."""
        if self.run.is_imported:
            return None
        return closed_form_file(self.graph("enter" if self.has_graph("enter") else "decoder"))

    @cached_property
    def decoder(self) -> Decoder:
        """The decoder on the server's side, without torch."""
        return decoder_of(self.run, self.step)


def read_scene(run: Run, step: int | None = None) -> Scene | None:
    """Read the scene of a run's checkpoint (the last by default); None while it has not been prepared.

    Raises
    ------
    StoreError
        If the run has no checkpoint yet, no such checkpoint, or damaged files.
    """
    step = step_of(run, step)
    keys = (f"codes-{step}", f"map-pca-{step}", f"effects-{step}")
    codes, map_, effects = (run.cache_get(key) for key in keys)
    if run.is_imported:
        codes = run.given_codes()
    if codes is None or map_ is None or effects is None or run.graph("decoder") is None:
        return None
    gan, facts = run.spec.model.family == "gan", run.facts
    items: NDArray[np.generic]
    fields: tuple[Field, ...]
    try:
        if run.is_imported and not run.spec.data.own:
            items, labels, fields = np.empty((0, *facts.item_shape), np.float32), codes.get("labels"), ()
        elif "x" in codes:  # a GAN's samples; or copies, where a run came without its data
            items, labels, fields = codes["x"], codes.get("labels"), ()
        else:
            data = run.dataset()
            given = codes.get("labels") if run.is_imported else data.labels
            items, labels, fields = data.x, given, fields_of(data)
        read = Scene(
            run=run,
            step=step,
            modality=facts.modality,
            items=items if items.dtype == np.uint8 else _floats(items),
            labels=_labels(labels),
            label_names=facts.label_names,
            codes=_floats(codes["z" if gan else "mu"]),
            places=decoder_of(run, step).code(codes["z"]) if gan else _floats(codes["mu"]),
            logvar=_floats(codes["logvar"]) if "logvar" in codes else None,
            coords=_floats(map_["coords"]),
            mean=_floats(map_["mean"]),
            components=_floats(map_["components"]),
            variance_ratio=_floats(map_["explained_variance_ratio"]),
            order=effects["order"].astype(np.int64),
            effect=_floats(effects["effect"]),
            centre=_floats(effects["mean"]),
            spread=_floats(effects["std"]),
            fields=fields,
        )
    except KeyError as missing:
        raise BrokenRunError(f"The cache of run {run.id} is incomplete: {missing} is missing.") from None
    if len(read.codes) != len(read.coords) or len(read.items) not in (len(read.codes), 0):
        raise BrokenRunError(f"The cache of run {run.id} does not fit its data; train the run again.")
    return read


def _labels(array: NDArray[np.generic] | None) -> NDArray[np.int32] | None:
    return None if array is None else array.astype(np.int32)


def _floats(array: NDArray[np.generic]) -> Floats:
    return np.ascontiguousarray(array, dtype=np.float32)


def _raw(array: NDArray[np.generic]) -> bytes:
    return np.ascontiguousarray(array).astype(array.dtype.newbyteorder("<"), copy=False).tobytes()
