"""Convolutions with 4x4 kernels and stride 2, down and up, whose weight gradients are matrix products.

oneDNN makes the gradient of such a kernel with threads that spin until the others are there: on a machine that had
other work to do, one call was measured at 1.3 s instead of 9 ms. Everything else is left to it. First derivatives only,
as in ``chain.py``.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.autograd.function import FunctionCtx, once_differentiable
from torch.nn.functional import conv2d, conv_transpose2d, pad

from genlab.models.bodies.chain import runs_as_one_node

KERNEL, STRIDE, PADDING = 4, 2, 1
WINDOWS = 2**21
"""Numbers in the windows listed at once; with eight times as many the product ran a fifth slower on two cores."""


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
        return conv2d(x, weight, bias, STRIDE, PADDING)

    @staticmethod
    @once_differentiable
    def backward(ctx: FunctionCtx, grad: Tensor) -> tuple[Tensor | None, ...]:
        x, weight = ctx.saved_tensors  # type: ignore[attr-defined]
        needs_x, needs_weight, _ = ctx.needs_input_grad  # type: ignore[attr-defined]
        return (
            conv_transpose2d(grad, weight, None, STRIDE, PADDING) if needs_x else None,
            weight_gradient(grad, x) if needs_weight else None,
            grad.sum((0, 2, 3)) if needs_weight else None,
        )


class _Up(torch.autograd.Function):
    @staticmethod
    def forward(ctx: FunctionCtx, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
        ctx.save_for_backward(x, weight)
        return conv_transpose2d(x, weight, bias, STRIDE, PADDING)

    @staticmethod
    @once_differentiable
    def backward(ctx: FunctionCtx, grad: Tensor) -> tuple[Tensor | None, ...]:
        x, weight = ctx.saved_tensors  # type: ignore[attr-defined]
        needs_x, needs_weight, _ = ctx.needs_input_grad  # type: ignore[attr-defined]
        return (
            conv2d(grad, weight, None, STRIDE, PADDING) if needs_x else None,
            weight_gradient(x, grad) if needs_weight else None,
            grad.sum((0, 2, 3)) if needs_weight else None,
        )


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
