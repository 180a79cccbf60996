"""From codes to items, and new items from a model's prior."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from genlab.analysis.codes import BATCH
from genlab.errors import ConfigError
from genlab.models.protocols import LatentModel

MOST_SAMPLES = 1_000_000


def sample(model: LatentModel, n: int, seed: int = 0, label: int | None = None) -> dict[str, NDArray[np.float32]]:
    """Draw codes from the prior and decode them.

    Parameters
    ----------
    n : int
        1 to 1,000,000.
    seed : int
        Equal seeds give equal samples on one machine.
    label : int, optional
        The one class of all of them, for a model that is told classes; by default each class is as likely.

    Returns
    -------
    dict of str to ndarray
        ``x`` (n, *item_shape) float32, the likelihood's mean, and the ``z`` (n, latent_dim) float32 it comes from.

    Raises
    ------
    ConfigError
        If ``n`` or ``seed`` is out of range.
    CapabilityError
        If the model is told no classes, or has none of that number.
    """
    if not 1 <= n <= MOST_SAMPLES:
        raise ConfigError(f"The number of samples must be between 1 and {MOST_SAMPLES:,}, got {n}.")
    if not 0 <= seed < 2**63:
        raise ConfigError(f"seed must be between 0 and 2**63 - 1, got {seed}.")
    condition = None if label is None else torch.full((n,), label)
    z = model.sample_prior(n, torch.Generator().manual_seed(seed), condition).numpy()
    return {"x": decode(model, z), "z": z}


def decode(model: LatentModel, z: NDArray[np.floating]) -> NDArray[np.float32]:
    """Return the items at codes z, shape (N, latent_dim), as (N, *item_shape) float32: the likelihood's mean."""
    with torch.inference_mode():
        parts = torch.tensor(z, dtype=torch.float32).split(BATCH)
        return torch.cat([model.decode(part).mean for part in parts]).numpy()
