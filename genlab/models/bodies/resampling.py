"""Convolutions with 4x4 kernels and stride 2, down and up, whose weight gradients are matrix products.

oneDNN makes the gradient of such a kernel with threads that spin until the others are there: on a machine that had
other work to do, one call was measured at 1.3 s instead of 9 ms. Everything else is left to it. First derivatives only,
as in ``chain.py``.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.autograd.function import FunctionCtx, once_differentiable
from torch.nn.functional import conv2d, conv_transpose2d, pad, pixel_shuffle

from genlab.models.bodies.chain import runs_as_one_node

KERNEL, STRIDE, PADDING = 4, 2, 1
WINDOWS = 2**21
"""Numbers in the windows listed at once; with eight times as many the product ran a fifth slower on two cores."""

FEW = 4
"""Up to so many maps, a picture's channels, oneDNN takes twice as long for a transposed convolution as for this one."""


class Down(nn.Conv2d):
    """Pictures (B, n_in, H, W), H and W even, to (B, n_out, H/2, W/2)."""

    def __init__(self, n_in: int, n_out: int) -> None:
        super().__init__(n_in, n_out, KERNEL, STRIDE, PADDING)

    def forward(self, x: Tensor) -> Tensor:
        """Return the convolution of ``x``."""
        if not runs_as_one_node(self):
            return super().forward(x)
        return _Down.apply(x, self.weight, self.bias)


class Up(nn.ConvTranspose2d):
    """Pictures (B, n_in, H, W) to (B, n_out, 2H, 2W)."""

    def __init__(self, n_in: int, n_out: int) -> None:
        super().__init__(n_in, n_out, KERNEL, STRIDE, PADDING)

    def forward(self, x: Tensor, output_size: list[int] | None = None) -> Tensor:
        """Return the transposed convolution of ``x``."""
        if not runs_as_one_node(self):
            return super().forward(x, output_size)
        return _Up.apply(x, self.weight, self.bias)


class _Down(torch.autograd.Function):
    @staticmethod
    def forward(ctx: FunctionCtx, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
        ctx.save_for_backward(x, weight)
        return conv2d(maps_last(x), weight, bias, STRIDE, PADDING)

    @staticmethod
    @once_differentiable
    def backward(ctx: FunctionCtx, grad: Tensor) -> tuple[Tensor | None, ...]:
        x, weight = ctx.saved_tensors  # type: ignore[attr-defined]
        needs_x, needs_weight, _ = ctx.needs_input_grad  # type: ignore[attr-defined]
        return (
            up(grad, weight) if needs_x else None,
            weight_gradient(grad, x) if needs_weight else None,
            grad.sum((0, 2, 3)) if needs_weight else None,
        )


class _Up(torch.autograd.Function):
    @staticmethod
    def forward(ctx: FunctionCtx, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
        ctx.save_for_backward(x, weight)
        return up(x, weight, bias)

    @staticmethod
    @once_differentiable
    def backward(ctx: FunctionCtx, grad: Tensor) -> tuple[Tensor | None, ...]:
        x, weight = ctx.saved_tensors  # type: ignore[attr-defined]
        needs_x, needs_weight, _ = ctx.needs_input_grad  # type: ignore[attr-defined]
        return (
            conv2d(maps_last(grad), weight, None, STRIDE, PADDING) if needs_x else None,
            weight_gradient(x, grad) if needs_weight else None,
            grad.sum((0, 2, 3)) if needs_weight else None,
        )


def up(x: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    """Return the transposed convolution of ``x``, shape (B, M, h, w), to (B, N, 2h, 2w).

    Few maps are made by one convolution that gives all four places of a 2x2 patch at once (Shi et al. 2016,
    arXiv:1609.05158, section 2.2).

    Parameters
    ----------
    weight : Tensor, shape (M, N, 4, 4)
    bias : Tensor, shape (N,), optional
    """
    if weight.shape[1] > FEW:
        return conv_transpose2d(x, weight, bias, STRIDE, PADDING)
    places = torch.arange(STRIDE)[:, None] + PADDING + STRIDE * torch.tensor([1, 0, -1])  # (2, 3): of kernel, -1 to 4
    spread = pad(weight, (1, 1, 1, 1))[:, :, places + 1][..., places + 1]  # (M, N, 2, 3, 2, 3)
    kernel = spread.permute(1, 2, 4, 0, 3, 5).reshape(-1, len(weight), 3, 3)  # (4 N, M, 3, 3)
    kernel = kernel.contiguous(memory_format=torch.channels_last)
    patches = conv2d(x, kernel, None if bias is None else bias.repeat_interleave(STRIDE**2), padding=1)
    return pixel_shuffle(patches, STRIDE)


def maps_last(x: Tensor) -> Tensor:
    """Return ``x``, shape (B, N, H, W), with the maps of each place side by side in memory.

    PyTorch takes a single map for the other layout, and what is made of it goes through every later layer more slowly.
    """
    x = x.contiguous(memory_format=torch.channels_last)
    _, maps, height, width = x.shape
    return x.as_strided(x.shape, (maps * height * width, 1, maps * width, maps))


def weight_gradient(small: Tensor, large: Tensor) -> Tensor:
    """Return the gradient of the kernel that goes between ``large`` and ``small``, in either direction.

    The products are made piece by piece and summed in float32, whatever they are in.

    Parameters
    ----------
    small : Tensor, shape (B, M, h, w)
    large : Tensor, shape (B, N, 2h, 2w)

    Returns
    -------
    Tensor, shape (M, N, 4, 4)
    """
    pieces = -(-large.numel() * KERNEL**2 // STRIDE**2 // WINDOWS)
    total = torch.zeros((), device=large.device)
    for some, seen in zip(small.chunk(pieces), large.chunk(pieces), strict=True):
        rows = some.permute(0, 2, 3, 1).reshape(-1, small.shape[1])  # (B h w, M)
        total = total + (rows.t() @ windows(seen)).float()  # (M, 16 N)
    return total.to(large.dtype).view(-1, KERNEL, KERNEL, large.shape[1]).permute(0, 3, 1, 2)


def windows(x: Tensor) -> Tensor:
    """List what the kernel sees at each place: (B, N, 2h, 2w) to (B h w, 16 N), each window as (4, 4, N)."""
    batch, maps, height, width = x.shape
    padded = pad(x.permute(0, 2, 3, 1), (0, 0, PADDING, PADDING, PADDING, PADDING)).contiguous()
    image, row, place, _ = padded.stride()
    shape = (batch, height // STRIDE, width // STRIDE, KERNEL, KERNEL * maps)
    seen = padded.as_strided(shape, (image, STRIDE * row, STRIDE * place, row, 1))
    return seen.reshape(-1, KERNEL * KERNEL * maps)
