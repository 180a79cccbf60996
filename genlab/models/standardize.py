"""Units of real-valued items: a network sees them centred and scaled, a person sees them as they came."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class Standardize(nn.Module):
    """A shift and a scale per number of an item, learned from the training items and kept with the weights.

    Identity until :meth:`fit` is called; pictures never need it.

    Parameters
    ----------
    item_shape : tuple of int
    """

    shift: Tensor
    scale: Tensor

    def __init__(self, item_shape: tuple[int, ...]) -> None:
        super().__init__()
        self.register_buffer("shift", torch.zeros(item_shape))
        self.register_buffer("scale", torch.ones(item_shape))

    def fit(self, x: Tensor) -> None:
        """Take mean and standard deviation of ``x``, shape (N, *item_shape); a constant number keeps scale 1."""
        deviation = x.std(0, correction=0)
        self.shift.copy_(x.mean(0))
        self.scale.copy_(torch.where(deviation > 1e-8, deviation, torch.ones_like(deviation)))

    def inward(self, x: Tensor) -> Tensor:
        """Return ``x`` in the network's units, same shape."""
        return (x - self.shift) / self.scale

    def outward(self, x: Tensor) -> Tensor:
        """Return network output in the data's units, same shape."""
        return torch.addcmul(self.shift, x, self.scale)
