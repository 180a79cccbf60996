"""What both convolutional bodies share: the sides and maps of each level."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from genlab.errors import ConfigError
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


def in_place(activation: str) -> nn.Module:
    """Return the activation, overwriting its input where its derivative can be told from its output."""
    module = ACTIVATIONS[activation]()
    if isinstance(module, nn.ReLU | nn.LeakyReLU):
        module.inplace = True
    return module


def without_grain(x: Tensor) -> Tensor:
    """Weigh each pixel of ``x``, shape (B, C, H, W), 1 2 1 with its neighbours, along rows and along columns.

    Each halving's four places have kernels of their own, and a short training leaves a lattice of every other pixel.
    These weights sum to nothing over such a lattice, and what changes more slowly they leave nearly as it is (after
    Karras et al. 2020, arXiv:1912.04958, who filter each enlargement). Two products, as pooling takes eight times as
    long.
    """
    along_height, along_width = (weights_of_neighbours(x.new_ones(side).diag()) for side in x.shape[2:])
    return along_height @ x @ along_width.T


def weights_of_neighbours(one: Tensor) -> Tensor:
    """Return rows 1 2 1 (over 4) around the diagonal of the identity ``one``; an edge is its own neighbour."""
    before, after = torch.cat([one[:1], one[:-1]]), torch.cat([one[1:], one[-1:]])
    return (before + 2 * one + after) / 4


def enlarged(x: Tensor) -> Tensor:
    """Return ``x``, shape (B, C, h, w), at twice the side: between pixels their mixtures, 3 to 1 by nearness."""
    along_height, along_width = (between_neighbours(x.new_ones(side).diag()) for side in x.shape[2:])
    return along_height @ x @ along_width.T


def between_neighbours(one: Tensor) -> Tensor:
    """Return two rows for each of the identity ``one``: 1 3 and 3 1 (over 4) of it and the neighbour on that side."""
    before, after = torch.cat([one[:1], one[:-1]]), torch.cat([one[1:], one[-1:]])
    return torch.stack([3 * one + before, 3 * one + after], 1).flatten(0, 1) / 4
