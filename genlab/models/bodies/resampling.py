"""Convolutions with 4x4 kernels and stride 2, down and up, whose weight gradients are matrix products.

oneDNN makes the gradient of such a kernel with threads that spin until the others are there: on a machine that had
other work to do, one call was measured at 1.3 s instead of 9 ms. Everything else is left to it. First derivatives only,
as in ``chain.py``.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.autograd.function import FunctionCtx, once_differentiable
from torch.nn.functional import conv2d, conv_transpose2d, pad

from genlab.models.bodies.chain import runs_as_one_node

KERNEL, STRIDE, PADDING = 4, 2, 1
WINDOWS = 2**21
"""Numbers in the windows listed at once; with eight times as many the product ran a fifth slower on two cores."""

FEW = 4
"""Up to so many maps, a picture's channels, products of listed windows take half as long as oneDNN's convolutions."""

SOME = 16
"""Up to so many maps oneDNN takes up to twice as long for a transposed convolution as for one with 2x2 kernels."""


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
        if not has_few(weight):
            ctx.save_for_backward(x, weight)
            return conv2d(maps_last(x), weight, bias, STRIDE, PADDING)
        seen = windows(x)  # (B h w, 16 N)
        ctx.save_for_backward(seen, weight)
        return product(seen, weight, x, bias)

    @staticmethod
    @once_differentiable
    def backward(ctx: FunctionCtx, grad: Tensor) -> tuple[Tensor | None, ...]:
        kept, weight = ctx.saved_tensors  # type: ignore[attr-defined]
        needs_x, needs_weight, _ = ctx.needs_input_grad  # type: ignore[attr-defined]
        gradient = weight_gradient_from if has_few(weight) else weight_gradient
        return (
            up(grad, weight) if needs_x else None,
            gradient(grad, kept) if needs_weight else None,
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
        grad_bias = grad.sum((0, 2, 3)) if needs_weight else None
        if not has_few(weight):
            return (
                conv2d(maps_last(grad), weight, None, STRIDE, PADDING) if needs_x else None,
                weight_gradient(x, grad) if needs_weight else None,
                grad_bias,
            )
        seen = windows(grad)  # (B h w, 16 N)
        return (
            product(seen, weight, grad, torch.zeros((), dtype=grad.dtype, device=grad.device)) if needs_x else None,
            weight_gradient_from(x, seen) if needs_weight else None,
            grad_bias,
        )


def has_few(weight: Tensor) -> bool:
    """Tell a kernel, shape (M, N, 4, 4), between a picture's few channels and its maps."""
    return weight.shape[1] <= FEW


def up(x: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    """Return the transposed convolution of ``x``, shape (B, M, h, w), to (B, N, 2h, 2w).

    Few maps are made by one convolution that gives all four places of a 2x2 patch at once (Shi et al. 2016,
    arXiv:1609.05158, section 2.2).

    Parameters
    ----------
    weight : Tensor, shape (M, N, 4, 4)
    bias : Tensor, shape (N,), optional
    """
    if weight.shape[1] > SOME:
        return conv_transpose2d(x, weight, bias, STRIDE, PADDING)
    (maps_in, maps_out), (batch, _, height, width) = weight.shape[:2], x.shape
    # each row and column of the kernel is one of two neighbours, and one of two places in the patch between them
    kernel = weight.reshape(maps_in, maps_out, 2, 2, 2, 2).permute(3, 5, 1, 0, 2, 4).reshape(-1, maps_in, 2, 2)
    kernel = kernel.flip(2, 3).contiguous(memory_format=torch.channels_last)  # (4 N, M, 2, 2)
    patches = conv2d(x, kernel, None if bias is None else bias.repeat(STRIDE**2), padding=1)  # (B, 4 N, h + 1, w + 1)
    runs = in_runs(patches.permute(0, 2, 3, 1).contiguous(), STRIDE * maps_out)  # (B, h + 1, w + 1, two runs)
    rows = runs.unflatten(3, (2, -1)).transpose(2, 3).contiguous().view(x.dtype)  # (B, h + 1, 2, w + 1, 2 N)
    around = rows.view(batch, STRIDE * (height + 1), STRIDE * (width + 1), maps_out)
    out = empty_maps(x, maps_out, STRIDE * height, STRIDE * width)
    return out.copy_(around[:, PADDING:-PADDING, PADDING:-PADDING].permute(0, 3, 1, 2))


def empty_maps(like: Tensor, maps: int, height: int, width: int) -> Tensor:
    """Return memory for pictures of so many maps, shape (B, maps, height, width), those of a place side by side."""
    shape = (len(like), maps, height, width)
    return torch.empty(shape, dtype=like.dtype, device=like.device, memory_format=torch.channels_last)


def in_runs(x: Tensor, run: int) -> Tensor:
    """Return the same memory, read as fewer and larger numbers of which a whole number makes up ``run`` of ``x``'s.

    What is copied in runs of so many is copied faster so.
    """
    size = math.gcd(run * x.element_size(), 16)
    return x.view({2: torch.int16, 4: torch.int32, 8: torch.int64, 16: torch.complex128}[size])


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
        total = total + weight_gradient_from(some, windows(seen)).float()
    return total.to(large.dtype)


def weight_gradient_from(small: Tensor, seen: Tensor) -> Tensor:
    """Return :func:`weight_gradient` with what the kernel sees of ``large``, shape (B h w, 16 N), already listed."""
    rows = small.permute(0, 2, 3, 1).reshape(len(seen), -1)  # (B h w, M)
    return (rows.t() @ seen).view(rows.shape[1], KERNEL, KERNEL, -1).permute(0, 3, 1, 2)  # (M, N, 4, 4)


def product(seen: Tensor, weight: Tensor, large: Tensor, bias: Tensor) -> Tensor:
    """Return the convolution of ``large``, whose windows are ``seen``: (B, M, h, w), the maps of a place together.

    Parameters
    ----------
    weight : Tensor, shape (M, N, 4, 4)
    bias : Tensor, shape (M,) or ()
    """
    out = empty_maps(large, len(weight), large.shape[2] // STRIDE, large.shape[3] // STRIDE)
    kernel = weight.permute(0, 2, 3, 1).reshape(len(weight), -1)  # (M, 16 N), in the order of a window
    torch.addmm(bias, seen, kernel.t(), out=out.permute(0, 2, 3, 1).view(len(seen), -1))
    return out


def windows(x: Tensor) -> Tensor:
    """List what the kernel sees at each place: (B, N, 2h, 2w) to (B h w, 16 N), each window as (4, 4, N)."""
    batch, maps, height, width = x.shape
    padded = pad(x.permute(0, 2, 3, 1), (0, 0, PADDING, PADDING, PADDING, PADDING)).contiguous()
    runs = in_runs(padded.flatten(2), STRIDE * maps)  # (B, 2h + 2, (w + 1) n), n to a step
    image, row, _ = runs.stride()
    n = runs.shape[2] // (width // STRIDE + 1)
    if maps == 1:  # a run of four numbers is copied slowly: one by one, of all places at once
        listed = [runs[:, r : r + height : STRIDE, c : c + width // STRIDE] for r in range(KERNEL) for c in range(2)]
        return torch.stack(listed, -1).view(x.dtype).view(-1, KERNEL * KERNEL)
    shape = (batch, height // STRIDE, width // STRIDE, KERNEL, 2 * n)
    seen = runs.as_strided(shape, (image, STRIDE * row, n, row, 1))
    return seen.reshape(-1, KERNEL * 2 * n).view(x.dtype)
