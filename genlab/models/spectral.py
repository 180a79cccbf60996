"""Spectral normalisation: a layer's weight divided by its largest singular value."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.functional import normalize
from torch.nn.utils.parametrize import register_parametrization

FIRST_TURNS = 15
"""Turns of the power iteration before the first use."""


class SpectralNorm(nn.Module):
    """The map from a weight W to W / sigma(W), with sigma by one turn of the power iteration a use in training.

    Kernels are taken as matrices of shape (n_out, n_in * height * width). The iteration runs in float32, whatever the
    weights are in.

    Parameters
    ----------
    weight : Tensor, shape (n_out, n_in, …)

    References
    ----------
    Miyato et al. 2018, arXiv:1802.05957, algorithm 1.
    """

    u: Tensor
    v: Tensor

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        matrix = weight.detach().flatten(1).float()  # (n_out, n)
        self.register_buffer("u", normalize(torch.randn(len(matrix)), dim=0))
        self.register_buffer("v", normalize(torch.randn(matrix.shape[1]), dim=0))
        for _ in range(FIRST_TURNS):
            self._turn(matrix)

    def forward(self, weight: Tensor) -> Tensor:
        """Return the weight with a largest singular value of about 1, same shape and number format."""
        matrix = weight.flatten(1).float()  # (n_out, n)
        if self.training:
            self._turn(matrix.detach())
        # copies: several uses share one backward pass, and the next turn overwrites the vectors
        sigma = self.u.clone() @ matrix @ self.v.clone()
        return (weight / sigma).to(weight.dtype)

    @torch.no_grad()
    def _turn(self, matrix: Tensor) -> None:
        self.v.copy_(normalize(matrix.t() @ self.u, dim=0))
        self.u.copy_(normalize(matrix @ self.v, dim=0))


def normalize_spectra(module: nn.Module) -> None:
    """Let every linear layer and convolution inside ``module`` compute with its normalised weight from now on."""
    for layer in list(module.modules()):
        if isinstance(layer, nn.Linear | nn.Conv2d):
            register_parametrization(layer, "weight", SpectralNorm(layer.weight))
