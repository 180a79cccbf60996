"""A run's codes: its data encoded, or for a GAN samples of its prior. What every map and measure starts from."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from genlab.analysis.checkpoints import model_at, step_of
from genlab.data.dataset import Dataset
from genlab.models.protocols import LatentModel
from genlab.store import Run

Arrays = dict[str, NDArray[np.generic]]

GAN_SAMPLES = 2048
SAMPLE_SEED = 0
BATCH = 1024


def codes(run: Run, step: int | None = None) -> Arrays:
    """Return the codes of a checkpoint, cached in the run.

    Returns
    -------
    dict of str to ndarray
        With an encoder, one row an item of the data set, in its order: ``mu`` (N, latent_dim) float32, ``logvar``
        likewise if variational, ``rows`` (N,) int64 and, where known, ``labels`` (N,) int64.

        For a GAN 2,048 samples of the prior: ``z`` (N, latent_dim) float32, ``code`` (N, dim of the map's space)
        float32, and what they decode to, ``x`` (N, *item_shape): uint8 for pictures, float32 for points.
    """
    step = step_of(run, step)

    def make() -> Arrays:
        model = model_at(run, step)
        return encode(model, run.dataset()) if model.has_encoder else _sample_codes(model)

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


def map_codes(arrays: Arrays) -> NDArray[np.float32]:
    """Return, of what :func:`codes` returned, the codes in the map's space: mu, or a GAN's activations."""
    return np.asarray(arrays["mu"] if "mu" in arrays else arrays["code"], dtype=np.float32)


def _sample_codes(model: LatentModel) -> Arrays:
    space = model.spaces[0].name
    with torch.inference_mode():
        z = model.sample_prior(GAN_SAMPLES, torch.Generator().manual_seed(SAMPLE_SEED))
        code = model.enter(z, space)
        x = torch.cat([model.decode_from(part, space).mean for part in code.split(BATCH)]).numpy()
    if len(model.item_shape) == 3:
        x = np.rint(np.clip(x, 0, 1) * 255).astype(np.uint8)
    return {"z": z.numpy(), "code": code.numpy(), "x": x}
