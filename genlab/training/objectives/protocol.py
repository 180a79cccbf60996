"""What an objective is: one optimiser step on one batch, and the figures it reports."""

from __future__ import annotations

from typing import Any, Protocol

import torch
from torch import Generator, Tensor

from genlab.training.config import RunSpec
from genlab.training.objectives.phases import Phases, Side
from genlab.training.optim import FlatAdam


class Objective(Protocol):
    """A loss and the optimisers that lower it. Built as ``Objective(model, spec, bfloat16, n_items)``.

    Attributes
    ----------
    figures : tuple of str
        Names of what :meth:`phases` returns, in order. Losses are in nats, summed over an item's numbers and averaged
        over the batch.
    optimisers : dict of str to FlatAdam
        Every optimiser by name, so that the trainer can keep and restore them.
    sides : tuple of str
        Who can learn alone in a step: ``discriminator`` and ``generator``, or nobody.
    draws : int
        Batches one step learns from; they come in one tensor, one after another.
    """

    figures: tuple[str, ...]
    optimisers: dict[str, FlatAdam[Any]]
    sides: tuple[Side, ...]
    draws: int

    def phases(
        self,
        x: Tensor,
        noise: Generator,
        epoch: float,
        count: int,
        side: Side = "both",
        labels: Tensor | None = None,
    ) -> Phases:
        """Learn from one batch, giving way after each phase (:mod:`genlab.training.objectives.phases`).

        No ``with`` block may span a yield: whoever watches runs other things in between. What is to be seen of a phase
        stands in local variables, gradients in the parameters' ``grad``.

        Parameters
        ----------
        x : Tensor, shape (draws * B, *item_shape), float32
        noise : torch.Generator
            The only source of randomness.
        epoch : float
            Passes over the data so far, for schedules.
        count : int
            Steps taken before this one.
        side : str
            Who learns, of :attr:`sides`; the figures of the other are measured all the same.
        labels : Tensor, shape (draws * B,), int64, optional
            The items' classes, for a model that is told them.

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
