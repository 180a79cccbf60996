"""Files that a person takes home of a run: its model, its codes and items, a web page, a script. Loads no torch.

The pages and the command line ask for them by name (:data:`FILES`); pictures and films are in
:mod:`genlab.analysis.pictures`.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from genlab import __version__
from genlab.analysis.checkpoints import step_of
from genlab.analysis.kept_maps import kept_maps
from genlab.analysis.scene import BLOCK_ITEMS, Scene, read_scene
from genlab.analysis.scene_view import scene_view
from genlab.data.dataset import Modality
from genlab.errors import CapabilityError, GenlabError, StoreError, UnknownNameError
from genlab.exports.onnx_files import onnx_files
from genlab.exports.script import retrain_script
from genlab.exports.standalone import part, runtime_parts, standalone_page
from genlab.exports.tables import csv_table, npz_table
from genlab.exports.weights import data_words, notes, weights_file
from genlab.registry import Registry
from genlab.store import Run

FILES: Registry[Callable[[Scene], bytes]] = Registry("file")
"""What can be taken home, by name; each is made of a scene."""

ENDINGS = {
    "onnx": ".zip",
    "safetensors": ".safetensors",
    "html": ".html",
    "script": ".py",
    "codes-csv": ".csv",
    "codes-npz": ".npz",
    "items-csv": ".csv",
    "items-npz": ".npz",
}
"""How the file of each name in :data:`FILES` ends."""

PAGE_POINTS = 5000
PAGE_ITEM_BYTES = 6 << 20
"""A page carries at most so many points, and of their items so many bytes before packing."""


def scene_of(run: Run, step: int | None = None) -> Scene:
    """Return a run's scene; where it has not been prepared, prepare it, which loads torch.

    Raises
    ------
    StoreError
        If the run has no checkpoint, or cannot be read or written.
    """
    step = step_of(run, step)  # a training may keep a later one meanwhile
    found = read_scene(run, step)
    if found is None:
        from genlab.analysis.prepare import prepare_explorer

        prepare_explorer(run, step)
        found = read_scene(run, step)
    if found is None:
        raise StoreError(f"The map of run '{run.id}' could not be prepared.")
    return found


def onnx_graphs(scene: Scene) -> dict[str, bytes]:
    """Return the ONNX files of a checkpoint by name (:func:`genlab.exports.onnx_files.onnx_files`)."""
    graphs = {name: scene.graph(name) for name in ("decoder", "enter", "encoder") if scene.has_graph(name)}
    told = {f"genlab.{name}": text for name, text in notes(scene.run, scene.step).items()}
    return onnx_files(graphs, told)


@FILES.register("onnx")
def onnx_zip(scene: Scene) -> bytes:
    """Return all ONNX files of a checkpoint in one ZIP."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, graph in onnx_graphs(scene).items():
            folder.writestr(f"{name}.onnx", graph)
    return file.getvalue()


@FILES.register("safetensors")
def safetensors(scene: Scene) -> bytes:
    """Return the weights (:func:`genlab.exports.weights.weights_file`)."""
    return weights_file(scene.run, scene.step)


@FILES.register("script")
def script(scene: Scene) -> bytes:
    """Return the script that trains the run again."""
    return retrain_script(scene.run, scene.step).encode()


@FILES.register("codes-csv")
def codes_csv(scene: Scene) -> bytes:
    """Return :func:`columns` as CSV."""
    return csv_table(columns(scene))


@FILES.register("codes-npz")
def codes_npz(scene: Scene) -> bytes:
    """Return :func:`columns` as NPZ."""
    return npz_table(columns(scene))


@FILES.register("items-csv")
def items_csv(scene: Scene) -> bytes:
    """Return :func:`columns` and the items' numbers as CSV."""
    return csv_table({**columns(scene), "x": _items(scene)})


@FILES.register("items-npz")
def items_npz(scene: Scene) -> bytes:
    """Return :func:`columns` and the items as NPZ."""
    return npz_table({**columns(scene), "x": _items(scene)})


def _items(scene: Scene) -> NDArray[np.generic]:
    if len(scene.items) != len(scene.codes):
        raise CapabilityError(
            f"Run {scene.run.id} came without items, so only its codes can be taken home; import it with its items."
        )
    return scene.items


def columns(scene: Scene) -> dict[str, NDArray[np.generic]]:
    """Return what a table of codes holds, one row an item.

    Returns
    -------
    dict of str to ndarray
        ``id`` (N,), the row in the data or of a GAN's samples; where known ``label`` (N,) and its ``name`` (N,); ``z``
        (N, latent_dim), of a variational autoencoder ``logvar`` (N, style_dim); ``map`` (N, k), places on the PCA map;
        and each known factor of the data under ``factor.<name>``.
    """
    found: dict[str, NDArray[np.generic]] = {"id": np.arange(len(scene.codes))}
    if scene.labels is not None:
        names = np.array([*scene.label_names, ""])  # below 0 is the last: unknown
        known = (scene.labels >= 0) & (scene.labels < len(scene.label_names))
        found |= {"label": scene.labels, "name": names[np.where(known, scene.labels, -1)]}
    found["z"] = scene.codes
    if scene.logvar is not None:
        found["logvar"] = scene.logvar
    found["map"] = scene.coords
    return found | ({} if scene.is_gan else _factors(scene))


@FILES.register("html")
def web_page(scene: Scene) -> bytes:
    """Return the explorer with this run in one HTML file that opens from disk."""
    rows = _rows_that_fit(scene)
    carried = _thinned(scene, rows)
    maps, map_parts = kept_maps(scene, rows, part)
    view = scene_view(carried, part, runtime_parts(), maps=maps)
    view["points"]["items"]["url"] = part("items-0.bin")  # one block holds them all
    named = ["codes.f32", "logvar.f32", "labels.i32", "coords.f32", "mean.f32", "components.f32", "items-0.bin"]
    named += [f"field-{i}.f32" for i in range(len(carried.fields))]
    named += ["directions.json", "decoder.onnx", "enter.onnx", "encoder.onnx"]
    parts: dict[str, bytes | None] = {name: carried.file(name) for name in named}
    parts |= map_parts
    run, data = scene.run, data_words(scene.run)
    things = "samples" if scene.is_gan else "data items"
    shown = f"all {len(rows):,}" if len(rows) == len(scene.codes) else f"{len(rows):,} of {len(scene.codes):,}"
    facts = {
        "Model": f"{run.name} (run {run.id}, step {scene.step:,}, seed {run.spec.training.seed})",
        "Learned from": data["name"],
        "Source of the data": data["source"],
        "Licence of the data": data["licence"],
        "Made with": f"genlab {__version__}",
        "Pictures here": "Decoded by a trained model: IPTC digital source type trainedAlgorithmicMedia",
    }
    return standalone_page(
        view,
        {name: data for name, data in parts.items() if data is not None},
        title=run.name,
        lead=f"The latent space of a model that learned from {data['name']}: move over the map and every place decodes "
        "into a new sample, in this browser, without a server or a network.",
        facts={name: text for name, text in facts.items() if text},
        capped=f"The map shows {shown} {things}"
        + ("." if len(rows) == len(scene.codes) else ", drawn at random, so that the file stays small."),
    )


def take(run: Run, name: str, step: int | None = None) -> bytes:
    """Return the file called ``name`` of a checkpoint (the last by default).

    Raises
    ------
    UnknownNameError
        If there is no such file.
    """
    return FILES.get(name)(scene_of(run, step))


def onnx_graph(scene: Scene, name: str) -> bytes:
    """Return one of :func:`onnx_graphs`; raises UnknownNameError if this run has none of that name."""
    graphs = onnx_graphs(scene)
    if name not in graphs:
        raise UnknownNameError(f"Run '{scene.run.id}' has no graph '{name}'. It has: {', '.join(graphs)}.")
    return graphs[name]


def _rows_that_fit(scene: Scene) -> NDArray[np.int64]:
    """Return the rows a page carries, ascending: all, or as many as it may, drawn with a fixed seed."""
    n_bytes = int(np.prod(scene.item_shape)) * (1 if scene.modality is Modality.IMAGE else 4)
    most = max(1, min(PAGE_POINTS, PAGE_ITEM_BYTES // n_bytes))
    if len(scene.codes) <= most:
        return np.arange(len(scene.codes))
    return np.sort(np.random.default_rng(0).permutation(len(scene.codes))[:most])


def _thinned(scene: Scene, rows: NDArray[np.int64]) -> Scene:
    """Return the scene with these rows alone; pictures as bytes, a quarter of the size."""
    items = scene.items[rows] if len(scene.items) else scene.items
    if scene.modality is Modality.IMAGE and items.dtype != np.uint8:
        items = np.rint(np.clip(items, 0, 1) * 255).astype(np.uint8)
    return replace(
        scene,
        items=items,
        labels=None if scene.labels is None else scene.labels[rows],
        codes=scene.codes[rows],
        places=scene.places[rows],
        logvar=None if scene.logvar is None else scene.logvar[rows],
        coords=scene.coords[rows],
        fields=tuple(field.of(rows) for field in scene.fields),
        block_items=max(len(rows), BLOCK_ITEMS),
    )


def _factors(scene: Scene) -> dict[str, NDArray[np.generic]]:
    try:
        data = scene.run.dataset()
    except GenlabError:
        return {}
    return {f"factor.{name}": np.asarray(values) for name, values in data.factors.items()}
