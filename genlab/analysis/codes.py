"""A run's codes: its data encoded, or for a GAN samples of its prior. What every map and measure starts from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.neighbors import NearestNeighbors

from genlab.analysis.checkpoints import model_at, step_of
from genlab.data.dataset import Dataset
from genlab.models.protocols import LatentModel
from genlab.store import Run

Arrays = dict[str, NDArray[np.generic]]

GAN_SAMPLES = 2048
SAMPLE_SEED = 0
BATCH = 1024
MOST_COMPARED = 5000


def codes(run: Run, step: int | None = None) -> Arrays:
    """Return the codes of a checkpoint, cached in the run.

    Returns
    -------
    dict of str to ndarray
        With an encoder, one row an item of the data set, in its order: ``mu`` (N, latent_dim) float32, ``logvar``
        (N, style_dim) if variational, ``rows`` (N,) int64 and, where known, ``labels`` (N,) int64.

        For a GAN 2,048 samples of the prior: ``z`` (N, latent_dim) float32, what they decode to, ``x``
        (N, *item_shape): uint8 for pictures, float32 for points, and where the data have labels ``labels`` (N,) int64:
        a sample has none of its own, so it takes its nearest data item's; or the class it was asked for, where the
        model is told classes.
    """
    step = step_of(run, step)
    if run.is_imported:
        return run.given_codes()

    def make() -> Arrays:
        model = model_at(run, step)
        return encode(model, run.dataset()) if model.has_encoder else _sample_codes(model, run.dataset())

    return run.cached(f"codes-{step}", make)


def encode(model: LatentModel, dataset: Dataset) -> Arrays:
    """Encode a data set, item by item in its order; arrays as :func:`codes` returns them for a model with an encoder.

    Raises
    ------
    CapabilityError
        If the model has no encoder.
    """
    found: dict[str, list[NDArray[np.generic]]] = {}
    with torch.inference_mode():
        for start in range(0, len(dataset), BATCH):
            posterior = model.encode(torch.tensor(dataset.values(slice(start, start + BATCH))))
            found.setdefault("mu", []).append(posterior.mu.numpy())
            if posterior.logvar is not None:
                found.setdefault("logvar", []).append(posterior.logvar.numpy())
    arrays: Arrays = {name: np.concatenate(parts) for name, parts in found.items()}
    arrays["rows"] = np.arange(len(dataset))
    if dataset.labels is not None:
        arrays["labels"] = np.asarray(dataset.labels)
    return arrays


def named_labels(
    labels: NDArray[np.integer] | None, names: Sequence[str], known: Sequence[str] = (), n: int = 0
) -> Arrays:
    """Return classes as a file for elsewhere gives them: by the numbers their own file gave them, where it did.

    Parameters
    ----------
    labels : ndarray, shape (N,), or None
        Indices into ``names``.
    names : sequence of str
    known : sequence of str
        Names in the order in which the run numbers its classes: words among these are numbered so.
    n : int
        How many items there are, where they have no labels.

    Returns
    -------
    dict of str to ndarray
        ``labels`` (N,) int64, -1 where there are none; and where the names are words, ``label_names``, which ``labels``
        are indices into.
    """
    if labels is None:
        return {"labels": np.full(n, -1, np.int64)}
    if names and all(name.isdecimal() for name in names):
        return {"labels": np.array([int(name) for name in names], np.int64)[labels]}
    order = list(known) if set(names) <= set(known) else list(names)
    numbers = np.array([order.index(name) for name in names], np.int64)
    return {"labels": numbers[labels], "label_names": np.array(order)} if order else {"labels": labels.astype(np.int64)}


def map_codes(run: Run, step: int | None = None) -> NDArray[np.float32]:
    """Return the codes of :func:`codes` in the map's space, shape (N, dim): mu, or a GAN's first activations."""
    arrays = codes(run, step)
    if "mu" in arrays:
        return np.asarray(arrays["mu"], dtype=np.float32)
    model = model_at(run, step)
    with torch.inference_mode():
        return model.enter(torch.from_numpy(np.asarray(arrays["z"], np.float32)), model.spaces[0].name).numpy()


def _sample_codes(model: LatentModel, dataset: Dataset) -> Arrays:
    with torch.inference_mode():
        z = model.sample_prior(GAN_SAMPLES, torch.Generator().manual_seed(SAMPLE_SEED))
        x = torch.cat([model.decode(part).mean for part in z.split(BATCH)]).numpy()
    arrays: Arrays = {"z": z.numpy()}
    if model.is_conditional:
        arrays["labels"] = z[:, model.style_dim :].argmax(1).numpy()
    elif dataset.labels is not None:
        arrays["labels"] = _labels_of_nearest(x, dataset)
    is_picture = len(model.item_shape) == 3
    arrays["x"] = np.rint(np.clip(x, 0, 1) * 255).astype(np.uint8) if is_picture else x
    return arrays


def _labels_of_nearest(x: NDArray[np.float32], dataset: Dataset) -> NDArray[np.int64]:
    """Return for each sample the label of the nearest of at most 5,000 data items, by their numbers."""
    rows = np.sort(np.random.default_rng(SAMPLE_SEED).permutation(len(dataset))[:MOST_COMPARED])
    items = dataset.values(rows).reshape(len(rows), -1)
    nearest = NearestNeighbors(n_neighbors=1).fit(items).kneighbors(x.reshape(len(x), -1), return_distance=False)
    return np.asarray(dataset.labels)[rows[nearest[:, 0]]]
