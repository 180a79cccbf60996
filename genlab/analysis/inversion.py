"""Any item placed into any model: a first guess, then refined until the decoded item is as like it as it gets."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from genlab.analysis.codes import codes as codes_of
from genlab.analysis.pulling import decoder_of
from genlab.errors import DataError
from genlab.latent.inversion import PULL, Search, Wanted, invert
from genlab.latent.regressor import Regressor
from genlab.models.protocols import LatentModel
from genlab.store import Run

Floats = NDArray[np.float32]

SAMPLES = 4096
NEAREST = 3
BATCH = 512


def guesses(run: Run, model: LatentModel, step: int, item: NDArray[np.floating]) -> Floats:
    """Return codes to begin an item's inversion with, shape (n, latent_dim).

    The encoder's; of a model without one what a regressor says that was fitted on the model's own samples (cached in
    the run), and the three samples most like the item.

    Raises
    ------
    DataError
        If the item is not of the model's shape.
    """
    size = int(np.prod(model.item_shape))
    if item.size != size:
        raise DataError(f"Items of this model have {size:,} numbers, got {item.size:,}.")
    flat = np.asarray(item, np.float32).reshape(1, size)
    if model.has_encoder:
        with torch.inference_mode():
            return model.encode(torch.from_numpy(flat.reshape(1, *model.item_shape))).mu.numpy()
    samples = codes_of(run, step)
    scale = np.float32(255 if samples["x"].dtype == np.uint8 else 1)
    made = np.asarray(samples["x"], np.float32).reshape(len(samples["x"]), -1) / scale
    near = np.argsort(((made - flat) ** 2).sum(1), kind="stable")[:NEAREST]
    regressed = _regressor(run, model, step).guess(flat)
    return np.concatenate([regressed, np.asarray(samples["z"], np.float32)[near]])


def place_item(run: Run, model: LatentModel, step: int, item: NDArray[np.floating], pull: float = PULL) -> Search:
    """Return the code that decodes to what is most like the item.

    Parameters
    ----------
    run, model, step
        A run, and the model of one of its checkpoints.
    item : ndarray, of the model's item shape
    pull : float, >= 0
        Of the code towards the middle of the prior, or of the codes where there is none.

    Returns
    -------
    Search
        ``z`` is the code, ``x`` the decoded item, flattened; ``costs`` tell how it came there.
    """
    starts = guesses(run, model, step, item)
    decode, _ = decoder_of(model)
    centre, spread = prior_of(run, model, step)
    flat = np.asarray(item, np.float64).ravel()
    return invert(Wanted(flat, np.ones(flat.size), centre, spread, pull), starts, decode)


def prior_of(run: Run, model: LatentModel, step: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return centre and spread of the prior; of an autoencoder without one those of its codes."""
    found = codes_of(run, step)
    if "mu" not in found or "logvar" in found:
        centre, spread = np.zeros(model.latent_dim), np.ones(model.latent_dim)
        if (n := model.latent_dim - model.style_dim) > 0:  # a class drawn evenly: a one among n weights
            centre[model.style_dim :], spread[model.style_dim :] = 1 / n, np.sqrt((n - 1) / n**2)
        return centre, np.maximum(spread, 1e-6)
    mu = np.asarray(found["mu"], np.float64)
    return mu.mean(0), np.maximum(mu.std(0), 1e-6)


def _regressor(run: Run, model: LatentModel, step: int) -> Regressor:
    def fit() -> dict[str, NDArray[np.generic]]:
        with torch.inference_mode():
            z = model.sample_prior(SAMPLES, torch.Generator().manual_seed(1))
            items = torch.cat([model.decode(part).mean.flatten(1) for part in z.split(BATCH)]).numpy()
        return Regressor.fit(items, z.numpy()).arrays()

    return Regressor.from_arrays(run.cached(f"regressor-{step}", fit))
