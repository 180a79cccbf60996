"""A convolutional body of non-overlapping patches, for pictures of any side from 8 to 64.

Each level takes 2x2 patches to half the side and twice the maps; the decoder mirrors it. A convolution whose stride
equals its kernel is a matrix product over patches and runs at the speed of one, and since no two patches overlap there
is no uneven overlap to leave a checkerboard (Odena et al. 2016, https://distill.pub/2016/deconv-checkerboard).
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn.functional import pad

from genlab.errors import ConfigError
from genlab.models.bodies.chain import in_precision_of
from genlab.models.bodies.mlp import ACTIVATIONS
from genlab.models.config import ConvConfig

SIDES = (8, 64)


class Pyramid:
    """Sides and maps of each level, shared by encoder and decoder.

    Attributes
    ----------
    levels : int
        Halvings, so many that at least 4x4 places are left.
    padded : (int, int)
        Height and width as multiples of ``2 ** levels``; a picture is padded to it below and on the right.
    grid : (int, int)
        Places at the smallest level.
    maps : tuple of int
        Maps at each level, the picture's own channels first.
    """

    def __init__(self, config: ConvConfig, item_shape: tuple[int, ...]) -> None:
        if len(item_shape) != 3 or not all(SIDES[0] <= side <= SIDES[1] for side in item_shape[1:]):
            raise ConfigError(
                f"The conv body takes pictures of {SIDES[0]} to {SIDES[1]} pixels a side, got items of shape "
                f"{'x'.join(map(str, item_shape))}; choose body=mlp."
            )
        channels, height, width = item_shape
        self.levels = int(math.log2(min(height, width) / 4))
        step = 2**self.levels
        self.grid = (-(-height // step), -(-width // step))
        self.padded = (self.grid[0] * step, self.grid[1] * step)
        self.maps = (channels, *(config.channels * 2**level for level in range(self.levels)))
        self.flat = self.maps[-1] * self.grid[0] * self.grid[1]


class ConvEncoder(nn.Module):
    """Pictures (B, C, H, W) to ``out_dim`` numbers."""

    def __init__(self, config: ConvConfig, item_shape: tuple[int, ...], out_dim: int) -> None:
        super().__init__()
        pyramid = Pyramid(config, item_shape)
        (height, width), (padded_height, padded_width) = item_shape[1:], pyramid.padded
        self.padding = (0, padded_width - width, 0, padded_height - height)
        self.patches = nn.ModuleList(
            nn.Linear(4 * n_in, n_out) for n_in, n_out in zip(pyramid.maps, pyramid.maps[1:], strict=False)
        )
        self.activation = ACTIVATIONS[config.activation]()
        self.head = nn.Linear(pyramid.flat, out_dim)

    def forward(self, x: Tensor) -> Tensor:
        """Return shape (B, out_dim)."""
        h = in_precision_of(self.head, x)
        h = pad(h, self.padding) if any(self.padding) else h
        h = h.permute(0, 2, 3, 1)  # (B, H, W, C)
        for patch in self.patches:
            h = self.activation(patch(fold(h)))  # (B, H/2, W/2, 2C)
        return self.head(h.flatten(1)).float()


class ConvDecoder(nn.Module):
    """Codes (B, code_dim) to pictures (B, C, H, W)."""

    def __init__(self, config: ConvConfig, code_dim: int, item_shape: tuple[int, ...]) -> None:
        super().__init__()
        pyramid = Pyramid(config, item_shape)
        self.grid, self.item_shape = pyramid.grid, item_shape
        self.stem = nn.Linear(code_dim, pyramid.flat)
        maps = pyramid.maps[::-1]
        self.patches = nn.ModuleList(nn.Linear(n_in, 4 * n_out) for n_in, n_out in zip(maps, maps[1:], strict=False))
        self.activation = ACTIVATIONS[config.activation]()

    def forward(self, code: Tensor) -> Tensor:
        """Return shape (B, C, H, W), unbounded."""
        h = self.stem(in_precision_of(self.stem, code)).unflatten(1, (*self.grid, -1))  # (B, h, w, maps)
        for patch in self.patches:
            h = unfold(patch(self.activation(h)))  # (B, 2h, 2w, maps/2)
        height, width = self.item_shape[1:]
        return h[:, :height, :width].permute(0, 3, 1, 2).float().contiguous()  # (B, C, H, W)

    def start_at(self, out: Tensor) -> None:
        """Let untrained codes give about the mean colour of ``out``, shape (C, H, W), by the last layer's bias."""
        with torch.no_grad():
            list(self.patches.parameters())[-1].copy_(out.mean((1, 2)).repeat(4))  # (4C,), laid out as (2, 2, C)


class Conv:
    """The convolutional pair of networks, as the registry knows it."""

    encoder = ConvEncoder
    decoder = ConvDecoder


def fold(h: Tensor) -> Tensor:
    """Lay each 2x2 patch into one place: (B, H, W, C) to (B, H/2, W/2, 4C)."""
    batch, height, width, maps = h.shape
    h = h.reshape(batch, height // 2, 2, width // 2, 2, maps).transpose(2, 3)  # (B, H/2, W/2, 2, 2, C)
    return h.reshape(batch, height // 2, width // 2, 4 * maps)


def unfold(h: Tensor) -> Tensor:
    """Undo :func:`fold`: (B, H, W, 4C) to (B, 2H, 2W, C)."""
    batch, height, width, maps = h.shape
    h = h.reshape(batch, height, width, 2, 2, maps // 4).transpose(2, 3)  # (B, H, 2, W, 2, C)
    return h.reshape(batch, 2 * height, 2 * width, maps // 4)
