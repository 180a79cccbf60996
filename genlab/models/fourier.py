"""Fine detail for a perceptron: waves of its input beside the input itself."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

FREQUENCIES = (6.0, 24.0)
"""Standard deviations of the waves' frequencies, in radians a unit of what the discriminator sees (of numbers their own
standard deviation); half of the waves have each."""


class FourierFeatures(nn.Module):
    """Rows (B, dim) to rows (B, dim + n_waves): random waves of the numbers beside the numbers themselves.

    A perceptron learns what changes slowly first, and hardly at all what changes within a small share of the data's
    spread. The waves can be shut, which makes them zeros, and opened once the coarse is learned.

    Parameters
    ----------
    dim, n_waves : int

    Attributes
    ----------
    is_open : Tensor, shape ()
        1 or 0, kept with the weights; shut at first.

    References
    ----------
    Rahimi & Recht 2007, "Random features for large-scale kernel machines", figure 1; why a network wants them: Tancik
    et al. 2020, arXiv:2006.10739, section 4.
    """

    frequencies: Tensor
    phases: Tensor
    is_open: Tensor

    def __init__(self, dim: int, n_waves: int) -> None:
        super().__init__()
        spread = torch.tensor(FREQUENCIES).repeat(n_waves)[:n_waves]  # (n_waves,)
        self.register_buffer("frequencies", torch.randn(dim, n_waves) * spread)
        self.register_buffer("phases", 2 * math.pi * torch.rand(n_waves))
        self.register_buffer("is_open", torch.zeros(()))

    def forward(self, x: Tensor) -> Tensor:
        """Return shape (B, dim + n_waves); waves that are shut may be left out: a perceptron takes them for zeros."""
        if x.device.type == "cpu" and not self.is_open:  # a GPU would have to be waited for
            return x
        waves = torch.addmm(self.phases, x, self.frequencies).cos()  # (B, n_waves)
        return torch.cat([x, self.is_open * waves], 1)
