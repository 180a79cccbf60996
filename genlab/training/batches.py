"""Batches from one resident tensor, in an order that a step number alone fixes."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from genlab.errors import TrainingError


class Batches:
    """Training items in memory, dealt out in a fresh random order each epoch.

    The order of epoch e depends on (seed, e) alone, so the place in it needs no state but the step's number. The last,
    incomplete batch of an epoch is left out: which items those are changes with the order.

    Parameters
    ----------
    items : Tensor or ndarray, shape (N, *item_shape), float32 or uint8
        uint8 stands for 0..255 of the unit interval and stays bytes in memory.
    batch_size : int
        Cut to N where it is larger.
    seed : int
    device : torch.device
    labels : ndarray, shape (N,), int64, optional
        The items' classes, which are dealt out with them.
    """

    def __init__(
        self,
        items: Tensor | NDArray[np.generic],
        batch_size: int,
        seed: int,
        device: torch.device | str = "cpu",
        labels: NDArray[np.int64] | None = None,
    ) -> None:
        tensor = items if isinstance(items, Tensor) else torch.from_numpy(np.array(items))
        if tensor.dtype not in (torch.uint8, torch.float32):
            raise TrainingError(f"Training items must be float32 or uint8, got {tensor.dtype}; convert them first.")
        if len(tensor) == 0:
            raise TrainingError("There are no training items; hold fewer out, or give more data.")
        self.items = tensor.to(device).contiguous()
        self.labels = None if labels is None else torch.from_numpy(np.array(labels, np.int64)).to(device)
        self.batch_size = min(batch_size, len(self.items))
        self.per_epoch = len(self.items) // self.batch_size
        self.seed = seed
        self._orders: dict[int, tuple[int, Tensor]] = {}  # by draw: the epoch and its order

    def at(self, step: int, draws: int = 1) -> Tensor:
        """Return what step ``step`` (from 0) learns from, float32.

        Parameters
        ----------
        step : int
        draws : int
            Batches for the one step, each from an order of its own; an epoch is counted by the first.

        Returns
        -------
        Tensor, shape (draws * batch_size, *item_shape)
        """
        return as_values(self.items.index_select(0, self._rows(step, draws)))

    def labels_at(self, step: int, draws: int = 1) -> Tensor | None:
        """Return the classes of what :meth:`at` returns, shape (draws * batch_size,), or None where none are known."""
        return None if self.labels is None else self.labels.index_select(0, self._rows(step, draws))

    def _rows(self, step: int, draws: int) -> Tensor:
        epoch, place = divmod(step, self.per_epoch)
        here = slice(place * self.batch_size, (place + 1) * self.batch_size)
        rows = self._order(epoch, 0)[here]  # (B,)
        if draws > 1:
            rows = torch.cat([rows, *(self._order(epoch, draw)[here] for draw in range(1, draws))])  # (draws * B,)
        return rows

    def _order(self, epoch: int, draw: int) -> Tensor:
        """Return the order of an epoch, shape (N,)."""
        known, order = self._orders.get(draw, (-1, None))
        if known == epoch and order is not None:
            return order
        seed = hash((self.seed, epoch, draw) if draw else (self.seed, epoch)) % 2**63
        order = torch.randperm(len(self.items), generator=torch.Generator().manual_seed(seed)).to(self.items.device)
        self._orders[draw] = (epoch, order)
        return order

    def values(self) -> Tensor:
        """Return every item as float32, shape (N, *item_shape)."""
        return as_values(self.items)


def as_values(items: Tensor) -> Tensor:
    """Return items as float32, bytes scaled to [0, 1]; same shape."""
    return items.to(torch.float32).mul_(1 / 255) if items.dtype == torch.uint8 else items
