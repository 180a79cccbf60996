"""A convolutional body of non-overlapping patches, for pictures of any side from 8 to 64.

Each level takes 2x2 patches to half the side and twice the maps; the decoder mirrors it. A convolution whose stride
equals its kernel is a matrix product over patches and runs at the speed of one. But no patch knows its neighbours, so
where copies are blurred their seams show.
"""

from __future__ import annotations

import math
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.autograd.function import FunctionCtx, once_differentiable
from torch.nn.functional import pad

from genlab.errors import ConfigError
from genlab.models.bodies.chain import runs_as_one_node
from genlab.models.bodies.mlp import chain
from genlab.models.bodies.pyramid import Pyramid, without_grain
from genlab.models.config import ConvConfig


class PatchEncoder(nn.Module):
    """Pictures (B, C, H, W) to ``out_dim`` numbers."""

    def __init__(self, config: ConvConfig, item_shape: tuple[int, ...], out_dim: int) -> None:
        super().__init__()
        pyramid = Pyramid(config, item_shape)
        self.levels = pyramid.levels
        self.padding = pyramid.padding
        patches = [nn.Linear(4 * n_in, n_out) for n_in, n_out in pairwise(pyramid.maps)]
        self.layers = chain([*patches, nn.Linear(pyramid.flat, out_dim)], config.activation)
        order = places((item_shape[0], *pyramid.padded), self.levels)
        self.register_buffer("order", order, persistent=False)
        self.register_buffer("back", order.argsort(), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        """Return shape (B, out_dim)."""
        x = pad(x, self.padding) if any(self.padding) else x
        if runs_as_one_node(self):
            h = _Shuffle.apply(x, self.order, self.back).unflatten(1, (-1, x.shape[1]))  # (B, H W, C)
        else:
            h = gather(x, self.levels)  # (B, H W, C)
        return self.layers(h).flatten(1).float()


class PatchDecoder(nn.Module):
    """Codes (B, code_dim) to pictures (B, C, H, W)."""

    def __init__(self, config: ConvConfig, code_dim: int, item_shape: tuple[int, ...]) -> None:
        super().__init__()
        if config.output_skips:
            raise ConfigError(
                "Patches draw once, at full size, got output_skips=true with body=patches; set output_skips=false, or "
                "body=conv."
            )
        pyramid = Pyramid(config, item_shape)
        self.grid, self.levels, self.item_shape = pyramid.grid, pyramid.levels, item_shape
        self.antialias = config.antialias
        patches = [nn.Linear(n_in, 4 * n_out) for n_in, n_out in pairwise(pyramid.maps[::-1])]
        self.layers = chain([nn.Linear(code_dim, pyramid.flat), *patches], config.activation)
        self.padded = (item_shape[0], *pyramid.padded)
        order = places(self.padded, self.levels)
        self.register_buffer("order", order, persistent=False)
        self.register_buffer("back", order.argsort(), persistent=False)

    def forward(self, code: Tensor) -> Tensor:
        """Return shape (B, C, H, W), unbounded."""
        channels, height, width = self.item_shape
        h = self.layers(code).reshape(code.shape[0], -1, channels)  # (B, H W, C), each 2x2 patch's places side by side
        if runs_as_one_node(self):
            h = _Shuffle.apply(h, self.back, self.order).unflatten(1, self.padded)  # (B, C, H, W), padded
        else:
            h = scatter(h, self.grid, self.levels)
        h = h[:, :, :height, :width].float().contiguous()  # (B, C, H, W)
        return without_grain(h) if self.antialias else h

    def start_at(self, out: Tensor) -> None:
        """Let untrained codes give about the mean colour of ``out``, shape (C, H, W), by the last layer's bias."""
        with torch.no_grad():
            list(self.layers.parameters())[-1].copy_(out.mean((1, 2)).repeat(4))  # (4C,), laid out as (2, 2, C)


class Patches:
    """The pair of networks over patches, as the registry knows it."""

    encoder = PatchEncoder
    decoder = PatchDecoder


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


def places(shape: tuple[int, int, int], levels: int) -> Tensor:
    """Return which number of a picture of ``shape`` (C, H, W) comes where in :func:`gather`, shape (C * H * W,)."""
    numbers = torch.arange(math.prod(shape)).view(1, *shape)
    return gather(numbers, levels).flatten()


class _Shuffle(torch.autograd.Function):
    """Rows put in another order, and gradients ``back``; in a training, five times as fast as copying along seven axes.

    First derivatives only, as in ``chain.py``.
    """

    @staticmethod
    def forward(ctx: FunctionCtx, x: Tensor, order: Tensor, back: Tensor) -> Tensor:
        ctx.save_for_backward(back)
        ctx.shape = x.shape  # type: ignore[attr-defined]
        rows = x.reshape(len(x), -1)  # (B, C H W)
        return rows.gather(1, order.expand_as(rows))

    @staticmethod
    @once_differentiable
    def backward(ctx: FunctionCtx, grad: Tensor) -> tuple[Tensor, None, None]:
        (back,) = ctx.saved_tensors  # type: ignore[attr-defined]
        return grad.gather(1, back.expand_as(grad)).view(ctx.shape), None, None  # type: ignore[attr-defined]
