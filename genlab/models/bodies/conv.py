"""A convolutional body of overlapping 4x4 kernels with stride 2, as in DCGAN, for pictures of any side from 8 to 64.

The kernel is a multiple of the stride, so that every place is covered equally often and no checkerboard is built in
(Odena et al. 2016, https://distill.pub/2016/deconv-checkerboard).
"""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn.functional import linear, pad

from genlab.models.bodies.chain import in_precision_of
from genlab.models.bodies.pyramid import Pyramid, enlarged, in_place, without_grain
from genlab.models.bodies.resampling import Down, Up, maps_last
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


class Colours(nn.Conv2d):
    """Maps (B, n_in, h, w) to the channels of a picture, shape (B, C, h, w), each place by itself."""

    def __init__(self, n_in: int, n_out: int) -> None:
        super().__init__(n_in, n_out, 1)

    def forward(self, x: Tensor) -> Tensor:
        """Return a picture, float32; one product, as for oneDNN's convolutions (:mod:`resampling`)."""
        return linear(x.permute(0, 2, 3, 1), self.weight.flatten(1), self.bias).float().permute(0, 3, 1, 2).contiguous()


class ConvDecoder(nn.Module):
    """Codes (B, code_dim) to pictures (B, C, H, W).

    With ``output_skips`` it draws at every size, and what is drawn is enlarged smoothly and added to the next (Karras
    et al. 2020, arXiv:1912.04958, section 4.1): plain places come small and stay plain, and kinds of pictures differ
    from the first steps on.
    """

    def __init__(self, config: ConvConfig, code_dim: int, item_shape: tuple[int, ...]) -> None:
        super().__init__()
        pyramid = Pyramid(config, item_shape)
        self.grid, self.item_shape = pyramid.grid, item_shape
        self.stem = nn.Linear(code_dim, pyramid.flat)
        self.convolutions = nn.ModuleList(Up(n_in, n_out) for n_in, n_out in pairwise(pyramid.maps[::-1]))
        self.activation = in_place(config.activation)
        self.antialias = config.antialias
        drawn_from = pyramid.maps[:0:-1] if config.output_skips else ()
        self.colours = nn.ModuleList(Colours(n_in, item_shape[0]) for n_in in drawn_from)

    def forward(self, code: Tensor) -> Tensor:
        """Return shape (B, C, H, W), float32, unbounded."""
        h = self.activation(self.stem(in_precision_of(self.stem.weight, code)))  # before any view: it overwrites
        h = h.unflatten(1, (*self.grid, -1)).permute(0, 3, 1, 2)  # (B, maps, h, w), channels last
        *hidden, last = self.convolutions
        drawn = self.colours[0](h) if self.colours else None  # (B, C, h, w)
        for size, convolution in enumerate(hidden, 1):
            h = self.activation(convolution(h))  # (B, maps / 2, 2h, 2w)
            if drawn is None:
                continue
            if self.antialias and size == len(hidden):
                h = maps_last(without_grain(h.contiguous()))
            drawn = enlarged(drawn) + self.colours[size](h)  # (B, C, 2h, 2w)
        out = self._cut(last(h))
        out = without_grain(out) if self.antialias else out
        return out if drawn is None else out + self._cut(enlarged(drawn))

    def _cut(self, picture: Tensor) -> Tensor:
        """Return shape (B, C, H, W), float32, of a picture as large or larger."""
        height, width = self.item_shape[1:]
        return picture[:, :, :height, :width].float().contiguous()

    def start_at(self, out: Tensor) -> None:
        """Let untrained codes give about the mean colour of ``out``, shape (C, H, W), by the last layer's bias."""
        with torch.no_grad():
            list(self.convolutions.parameters())[-1].copy_(out.mean((1, 2)))


class Conv:
    """The convolutional pair of networks, as the registry knows it."""

    encoder = ConvEncoder
    decoder = ConvDecoder
