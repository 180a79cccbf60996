"""What a GAN's discriminator says of what its generator makes."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from genlab.errors import CapabilityError, ConfigError
from genlab.models.gan import Gan
from genlab.models.protocols import LatentModel


def scores(model: LatentModel, codes: NDArray[np.floating]) -> NDArray[np.float32]:
    """Return the discriminator's logits of the items at codes of the generator's first activations.

    Parameters
    ----------
    model : LatentModel
        A GAN.
    codes : ndarray, shape (n, width)

    Returns
    -------
    ndarray, shape (n,), float32
        Above 0 where it takes the item for data, below where it takes it for made. A critic's (WGAN) have no zero of
        their own: only their order counts.

    Raises
    ------
    CapabilityError
        If the model has no discriminator.
    ConfigError
        If the codes are not of its activations.
    """
    if not isinstance(model, Gan):
        raise CapabilityError("Only a GAN has a discriminator; choose the round trip or the density of the codes.")
    width = model.generator.width
    if codes.ndim != 2 or codes.shape[1] != width:
        raise ConfigError(f"Codes of this GAN's activations have {width} numbers, got shape {codes.shape}.")
    with torch.inference_mode():
        items = model.decode_from(torch.from_numpy(np.asarray(codes, np.float32)), "activations").mean
        return model.judge(items).numpy()
