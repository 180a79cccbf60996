"""What an objective is: one optimiser step on one batch, and the figures it reports."""

from __future__ import annotations

from typing import Any, Protocol

import torch
from torch import Generator, Tensor

from genlab.training.config import RunSpec
from genlab.training.optim import FlatAdam


class Objective(Protocol):
    """A loss and the optimisers that lower it. Built as ``Objective(model, spec, bfloat16)``.

    Attributes
    ----------
    figures : tuple of str
        Names of what :meth:`step` returns, in order. Losses are in nats, summed over an item's numbers and averaged
        over the batch.
    optimisers : dict of str to FlatAdam
        Every optimiser by name, so that the trainer can keep and restore them.
    """

    figures: tuple[str, ...]
    optimisers: dict[str, FlatAdam[Any]]

    def step(self, x: Tensor, noise: Generator, epoch: float, count: int) -> tuple[Tensor, ...]:
        """Learn from one batch.

        Parameters
        ----------
        x : Tensor, shape (B, *item_shape), float32
        noise : torch.Generator
            The only source of randomness.
        epoch : float
            Passes over the data so far, for schedules.
        count : int
            Steps taken before this one.

        Returns
        -------
        tuple of Tensor, each shape (B,) and detached, one a figure. The trainer averages them; nothing is read to
        Python here.
        """
        ...

    def configure(self, spec: RunSpec) -> None:
        """Take up changed rates and weights while running."""
        ...


def descend(loss: Tensor) -> None:
    """Add the gradient of the batch mean of ``loss``, shape (B,), to the parameters' own."""
    share = torch.full_like(loss, 1 / len(loss))  # (B,): the gradient of a mean, without its kernels
    torch.autograd.backward(loss, share)
