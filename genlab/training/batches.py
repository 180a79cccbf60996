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
    """

    def __init__(
        self, items: Tensor | NDArray[np.generic], batch_size: int, seed: int, device: torch.device | str = "cpu"
    ) -> None:
        tensor = items if isinstance(items, Tensor) else torch.from_numpy(np.array(items))
        if tensor.dtype not in (torch.uint8, torch.float32):
            raise TrainingError(f"Training items must be float32 or uint8, got {tensor.dtype}; convert them first.")
        if len(tensor) == 0:
            raise TrainingError("There are no training items; hold fewer out, or give more data.")
        self.items = tensor.to(device).contiguous()
        self.batch_size = min(batch_size, len(self.items))
        self.per_epoch = len(self.items) // self.batch_size
        self.seed = seed
        self._epoch = -1
        self._order: Tensor = torch.empty(0, dtype=torch.int64)

    def at(self, step: int) -> Tensor:
        """Return the batch of step ``step`` (from 0), shape (batch_size, *item_shape), float32."""
        epoch, place = divmod(step, self.per_epoch)
        if epoch != self._epoch:
            generator = torch.Generator().manual_seed(hash((self.seed, epoch)) % 2**63)
            self._order = torch.randperm(len(self.items), generator=generator).to(self.items.device)  # (N,)
            self._epoch = epoch
        rows = self._order[place * self.batch_size : (place + 1) * self.batch_size]  # (B,)
        return as_values(self.items.index_select(0, rows))

    def values(self) -> Tensor:
        """Return every item as float32, shape (N, *item_shape)."""
        return as_values(self.items)


def as_values(items: Tensor) -> Tensor:
    """Return items as float32, bytes scaled to [0, 1]; same shape."""
    return items.to(torch.float32).mul_(1 / 255) if items.dtype == torch.uint8 else items
