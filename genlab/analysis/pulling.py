"""A model's decoder as plain functions of arrays: what it makes of codes, and what pulls them to what is wanted."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray

from genlab.models.protocols import LatentModel

Function = Callable[[NDArray[np.floating]], NDArray[np.float32]]
Pull = Callable[[NDArray[np.floating], NDArray[np.floating]], NDArray[np.float32]]


def decoder_of(model: LatentModel, offsets: NDArray[np.floating] | None = None) -> tuple[Function, Pull]:
    """Return a model's ``decode`` and ``vjp``.

    Parameters
    ----------
    model : LatentModel
    offsets : ndarray, shape (n, dim), optional
        In a GAN's first activations, one for each code, which must then come n at a time and in that order.

    Returns
    -------
    decode : callable
        Codes (n, latent_dim) to items (n, D), each flattened, float32.
    vjp : callable
        Codes (n, latent_dim) and weights (n, D) to ``J(z)^T w``, (n, latent_dim), float32.
    """
    shift = None if offsets is None or not np.any(offsets) else torch.from_numpy(np.asarray(offsets, np.float32))

    def items(z: torch.Tensor) -> torch.Tensor:
        if shift is None:
            return model.decode(z).mean.flatten(1)
        space = model.spaces[0].name
        return model.decode_from(model.enter(z, space) + shift, space).mean.flatten(1)

    def decode(z: NDArray[np.floating]) -> NDArray[np.float32]:
        with torch.inference_mode():
            return items(_tensor(z)).float().numpy()

    def vjp(z: NDArray[np.floating], weights: NDArray[np.floating]) -> NDArray[np.float32]:
        with torch.enable_grad():
            codes = _tensor(z).requires_grad_()
            (pulled,) = torch.autograd.grad(items(codes), codes, _tensor(weights))
        return pulled.numpy()

    return decode, vjp


def _tensor(array: NDArray[np.floating]) -> torch.Tensor:
    return torch.from_numpy(np.array(array, np.float32))
