"""A convolutional body of overlapping 4x4 kernels with stride 2, as in DCGAN, for pictures of any side from 8 to 64.

The kernel is a multiple of the stride, so that every place is covered equally often and no checkerboard is built in
(Odena et al. 2016, https://distill.pub/2016/deconv-checkerboard).
"""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn.functional import pad

from genlab.models.bodies.chain import in_precision_of
from genlab.models.bodies.pyramid import Pyramid, in_place, without_grain
from genlab.models.bodies.resampling import Down, Up
from genlab.models.config import ConvConfig


class ConvEncoder(nn.Module):
    """Pictures (B, C, H, W) to ``out_dim`` numbers."""

    def __init__(self, config: ConvConfig, item_shape: tuple[int, ...], out_dim: int) -> None:
        super().__init__()
        pyramid = Pyramid(config, item_shape)
        self.padding = pyramid.padding
        self.convolutions = nn.ModuleList(Down(n_in, n_out) for n_in, n_out in pairwise(pyramid.maps))
        self.activation = in_place(config.activation)
        self.head = nn.Linear(pyramid.flat, out_dim)

    def forward(self, x: Tensor) -> Tensor:
        """Return shape (B, out_dim), float32."""
        h = in_precision_of(self.head.weight, x)
        h = pad(h, self.padding) if any(self.padding) else h
        h = h.contiguous(memory_format=torch.channels_last)
        for convolution in self.convolutions:
            h = self.activation(convolution(h))  # (B, maps, H/2, W/2)
        return self.head(h.permute(0, 2, 3, 1).flatten(1)).float()  # as they lie: channels last


class ConvDecoder(nn.Module):
    """Codes (B, code_dim) to pictures (B, C, H, W)."""

    def __init__(self, config: ConvConfig, code_dim: int, item_shape: tuple[int, ...]) -> None:
        super().__init__()
        pyramid = Pyramid(config, item_shape)
        self.grid, self.item_shape = pyramid.grid, item_shape
        self.stem = nn.Linear(code_dim, pyramid.flat)
        self.convolutions = nn.ModuleList(Up(n_in, n_out) for n_in, n_out in pairwise(pyramid.maps[::-1]))
        self.activation = in_place(config.activation)
        self.antialias = config.antialias

    def forward(self, code: Tensor) -> Tensor:
        """Return shape (B, C, H, W), float32, unbounded."""
        h = self.activation(self.stem(in_precision_of(self.stem.weight, code)))  # before any view: it overwrites
        h = h.unflatten(1, (*self.grid, -1)).permute(0, 3, 1, 2)  # (B, maps, h, w), channels last
        *hidden, last = self.convolutions
        for convolution in hidden:
            h = self.activation(convolution(h))  # (B, maps / 2, 2h, 2w)
        h = last(h)  # (B, C, H, W) or larger
        height, width = self.item_shape[1:]
        h = h[:, :, :height, :width].float().contiguous()
        return without_grain(h) if self.antialias else h

    def start_at(self, out: Tensor) -> None:
        """Let untrained codes give about the mean colour of ``out``, shape (C, H, W), by the last layer's bias."""
        with torch.no_grad():
            list(self.convolutions.parameters())[-1].copy_(out.mean((1, 2)))


class Conv:
    """The convolutional pair of networks, as the registry knows it."""

    encoder = ConvEncoder
    decoder = ConvDecoder
