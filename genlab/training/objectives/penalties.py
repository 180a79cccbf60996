"""What holds a discriminator's slope: R1 and R2, and the gradient penalty of the Wasserstein loss.

A slope is the gradient of the discriminator's output by its input; where several items are judged as one, of all their
numbers. Each penalty differentiates it once more, by the weights.
"""

from __future__ import annotations

import torch
from torch import Generator, Tensor

from genlab.models.bodies.chain import twice_differentiable
from genlab.models.gan import Discriminator


def squared_slope(
    discriminator: Discriminator, x: Tensor, unit: Tensor | float | None = None, c: Tensor | None = None
) -> Tensor:
    """Return the squared length of the slope at each item, shape (B / packing,), differentiable by the weights.

    Parameters
    ----------
    discriminator : Discriminator
    x : Tensor, shape (B, *item_shape)
    unit : Tensor or float, optional
        Measure the slope by steps of this size of each number; by default in the data's own unit.
    c : Tensor, shape (B, n_classes), optional
        Weights of the classes told.
    """
    x = x.detach().requires_grad_()
    with twice_differentiable():
        logits = discriminator(x, c)  # (B / packing,)
    (slope,) = torch.autograd.grad(logits.sum(), x, create_graph=True)  # (B, *item_shape)
    slope = slope if unit is None else slope * unit
    return slope.square().reshape(len(logits), -1).sum(1)


def r1_and_r2(
    discriminator: Discriminator, real: Tensor, fake: Tensor, r1: float, r2: float, c: Tensor | None = None
) -> Tensor:
    """Return r1 / 2 times the squared slope at data, and r2 / 2 times that at samples; shape (B / packing,).

    Data and samples are of the classes ``c``, shape (B, n_classes), where classes are told.

    References
    ----------
    Mescheder et al. 2018, arXiv:1801.04406, equation 9.
    """
    parts = [
        0.5 * weight * squared_slope(discriminator, x, c=c) for weight, x in ((r1, real), (r2, fake)) if weight > 0
    ]
    return torch.stack(parts).sum(0) if len(parts) > 1 else parts[0]


def gradient_penalty(
    discriminator: Discriminator,
    real: Tensor,
    fake: Tensor,
    weight: float,
    noise: Generator,
    c: Tensor | None = None,
) -> Tensor:
    """Return weight * (length of the slope - 1)^2 at places between data and samples, shape (B / packing,).

    Slopes are measured in the units the discriminator sees. Both ends, and what lies between, are of the classes ``c``,
    shape (B, n_classes), where classes are told.

    References
    ----------
    Gulrajani et al. 2017, arXiv:1704.00028, equation 3 and algorithm 1.
    """
    between = interpolates(discriminator, real, fake, noise)
    length = (squared_slope(discriminator, between, discriminator.unit, c) + 1e-12).sqrt()  # a root has no slope at 0
    return weight * (length - 1).square()


def interpolates(discriminator: Discriminator, real: Tensor, fake: Tensor, noise: Generator) -> Tensor:
    """Return places drawn evenly on the lines from data to samples, shape (B, *item_shape); one share a pack."""
    share = torch.rand(len(real) // discriminator.packing, generator=noise, dtype=real.dtype, device=real.device)
    share = share.repeat_interleave(discriminator.packing).view(-1, *[1] * (real.dim() - 1))  # (B, 1, …)
    return torch.lerp(fake.detach(), real, share)
