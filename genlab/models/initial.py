"""Weights to begin a game with: signals keep their variance, and pictures begin smooth."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

GRAIN = 0.2
"""Share of randomness in the kernels with which a picture's generator begins to enlarge."""


def keep_variance(module: nn.Module) -> None:
    """Draw a layer's weights so that signals keep their variance through rectifiers (He et al. 2015, arXiv:1502.01852).

    torch's own default shrinks them layer by layer; a generator then starts deaf to its noise and stays so: one picture
    for every z. DCGAN mends that with batch normalisation, which ties the items of a batch together.
    """
    if not isinstance(module, nn.Linear | nn.Conv2d | nn.ConvTranspose2d):
        return
    fan_in = module.weight[0].numel()
    if isinstance(module, nn.ConvTranspose2d):  # each output place is reached by kernel / stride of the taps a side
        fan_in = module.in_channels * module.weight[0, 0].numel() // math.prod(module.stride)
    nn.init.normal_(module.weight, std=math.sqrt(2 / fan_in))
    if isinstance(module, nn.ConvTranspose2d):
        _begin_smooth(module.weight)
    if module.bias is not None:
        nn.init.zeros_(module.bias)


@torch.no_grad()
def _begin_smooth(kernels: Tensor) -> None:
    """Let kernels, shape (n_in, n_out, 4, 4), begin as mixtures of bilinear ones and a share of what they were.

    Random ones cover every sample with a grain that a short training does not clear away; bilinear ones lay smooth
    pictures over one another, and the training draws the details (after Aitken et al. 2017, arXiv:1707.02937).
    """
    n_in, n_out = kernels.shape[:2]
    line = torch.tensor([0.25, 0.75, 0.75, 0.25])
    mixture = torch.randn(n_in, n_out, 1, 1) * math.sqrt(2 / n_in)
    kernels.mul_(GRAIN).add_(mixture * torch.outer(line, line))
