"""A convolutional body of non-overlapping patches, for pictures of any side from 8 to 64.

Each level takes 2x2 patches to half the side and twice the maps; the decoder mirrors it. A convolution whose stride
equals its kernel is a matrix product over patches and runs at the speed of one, and since no two patches overlap there
is no uneven overlap to leave a checkerboard (Odena et al. 2016, https://distill.pub/2016/deconv-checkerboard).
"""

from __future__ import annotations

import math
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn.functional import pad

from genlab.errors import ConfigError
from genlab.models.bodies.chain import in_precision_of
from genlab.models.bodies.mlp import ACTIVATIONS, chain
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
    padding : (int, int, int, int)
        Left, right, top and bottom, as ``pad`` takes them.
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
        self.padding = (0, self.padded[1] - width, 0, self.padded[0] - height)
        self.maps = (channels, *(config.channels * 2**level for level in range(self.levels)))
        self.flat = self.maps[-1] * self.grid[0] * self.grid[1]


class ConvEncoder(nn.Module):
    """Pictures (B, C, H, W) to ``out_dim`` numbers."""

    def __init__(self, config: ConvConfig, item_shape: tuple[int, ...], out_dim: int) -> None:
        super().__init__()
        pyramid = Pyramid(config, item_shape)
        self.levels = pyramid.levels
        self.padding = pyramid.padding
        patches = [nn.Linear(4 * n_in, n_out) for n_in, n_out in pairwise(pyramid.maps)]
        self.layers = chain([*patches, nn.Linear(pyramid.flat, out_dim)], config.activation)

    def forward(self, x: Tensor) -> Tensor:
        """Return shape (B, out_dim)."""
        h = in_precision_of(self.layers, x)  # (B, C, H, W)
        h = gather(pad(h, self.padding) if any(self.padding) else h, self.levels)  # (B, H W, C)
        return self.layers(h).flatten(1).float()


class ConvDecoder(nn.Module):
    """Codes (B, code_dim) to pictures (B, C, H, W)."""

    def __init__(self, config: ConvConfig, code_dim: int, item_shape: tuple[int, ...]) -> None:
        super().__init__()
        pyramid = Pyramid(config, item_shape)
        self.grid, self.levels, self.item_shape = pyramid.grid, pyramid.levels, item_shape
        patches = [nn.Linear(n_in, 4 * n_out) for n_in, n_out in pairwise(pyramid.maps[::-1])]
        self.layers = chain([nn.Linear(code_dim, pyramid.flat), *patches], config.activation)

    def forward(self, code: Tensor) -> Tensor:
        """Return shape (B, C, H, W), unbounded."""
        channels, height, width = self.item_shape
        h = self.layers(code).reshape(code.shape[0], -1, channels)  # (B, H W, C), each 2x2 patch's places side by side
        return scatter(h, self.grid, self.levels)[:, :, :height, :width].float().contiguous()  # (B, C, H, W)

    def start_at(self, out: Tensor) -> None:
        """Let untrained codes give about the mean colour of ``out``, shape (C, H, W), by the last layer's bias."""
        with torch.no_grad():
            list(self.layers.parameters())[-1].copy_(out.mean((1, 2)).repeat(4))  # (4C,), laid out as (2, 2, C)


class Conv:
    """The convolutional pair of networks, as the registry knows it."""

    encoder = ConvEncoder
    decoder = ConvDecoder


def in_place(activation: str) -> nn.Module:
    """Return the activation, overwriting its input where its derivative can be told from its output."""
    module = ACTIVATIONS[activation]()
    if isinstance(module, nn.ReLU | nn.LeakyReLU):
        module.inplace = True
    return module


def gather(x: Tensor, levels: int) -> Tensor:
    """List the places of a picture so that at every level the four of a 2x2 patch stand side by side.

    The coarsest grid comes first, then within it row and column of each halving; merging patches is then a view, and
    this one reordering the only copy.

    Parameters
    ----------
    x : Tensor, shape (B, C, H, W), H and W multiples of ``2 ** levels``

    Returns
    -------
    Tensor, shape (B, H * W, C)
    """
    batch, maps, height, width = x.shape
    halves = (2,) * levels
    h = x.reshape(batch, maps, height >> levels, *halves, width >> levels, *halves)
    rows, columns = range(2, 3 + levels), range(3 + levels, 4 + 2 * levels)
    order = [axis for pair in zip(rows, columns, strict=True) for axis in pair]
    return h.permute(0, *order, 1).reshape(batch, height * width, maps)


def scatter(h: Tensor, grid: tuple[int, int], levels: int) -> Tensor:
    """Undo :func:`gather`: (B, H * W, C) to (B, C, H, W), where ``grid`` is the coarsest level's (height, width)."""
    batch, _, maps = h.shape
    h = h.reshape(batch, *grid, *(2,) * (2 * levels), maps)
    rows, columns = range(1, 2 + 2 * levels, 2), range(2, 3 + 2 * levels, 2)
    h = h.permute(0, 3 + 2 * levels, *rows, *columns)
    return h.reshape(batch, maps, grid[0] << levels, grid[1] << levels)
