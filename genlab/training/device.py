"""Where and how to compute: device, threads for the network's size, bfloat16 where the processor is fast at it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import torch

from genlab.errors import TrainingError
from genlab.models.autoencoder import Autoencoder
from genlab.models.gan import Gan
from genlab.training.config import TrainingConfig

SMALL_STEP = 30e6
"""Multiplications of a step's forward pass below which one thread and float32 are quickest (measured on two cores)."""


@dataclass(frozen=True)
class Machine:
    """A choice of device, processor threads and arithmetic.

    Attributes
    ----------
    device : torch.device
    threads : int
    bfloat16 : bool
        True if networks compute in bfloat16 on float32 weights; see :class:`~genlab.training.optim.FlatAdam`.
    """

    device: torch.device
    threads: int
    bfloat16: bool

    @contextmanager
    def in_force(self) -> Iterator[None]:
        """Compute as chosen inside the ``with`` block, and as before after it."""
        threads = torch.get_num_threads()
        if threads != self.threads:
            torch.set_num_threads(self.threads)
        try:
            yield
        finally:
            if threads != self.threads:
                torch.set_num_threads(threads)


def choose(training: TrainingConfig, model: Autoencoder | Gan) -> Machine:
    """Return the machine for one training.

    Raises
    ------
    TrainingError
        If CUDA is asked for and there is none.
    """
    has_cuda = torch.cuda.is_available()
    if training.device == "cuda" and not has_cuda:
        raise TrainingError(
            "device=cuda was asked for, but this machine has no CUDA GPU; use device=auto or device=cpu."
        )
    device = torch.device("cuda" if training.device == "cuda" or (training.device == "auto" and has_cuda) else "cpu")
    is_small = multiplications(model) * training.batch_size < SMALL_STEP
    threads = training.threads or (1 if is_small else min(os.cpu_count() or 1, 8))
    fast = not is_small and device.type == "cpu" and has_fast_bfloat16()
    return Machine(device, threads, training.precision == "bfloat16" or (training.precision == "auto" and fast))


def has_fast_bfloat16() -> bool:
    """Return True if the processor multiplies bfloat16 faster than float32 (AVX512-BF16 or AMX)."""
    return bool(torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported())


def multiplications(model: Autoencoder | Gan) -> int:
    """Return the multiplications of one item's way through every linear layer of ``model``, once each."""
    from torch.utils.flop_counter import FlopCounterMode

    parameter = next(model.parameters())
    with torch.no_grad(), FlopCounterMode(display=False) as counter:
        item = torch.zeros(1, *model.item_shape, device=parameter.device)
        if isinstance(model, Gan):
            model.discriminator(item)
        else:
            model.encode(item)
        model.decode(torch.zeros(1, model.latent_dim, device=parameter.device))
    return counter.get_total_flops() // 2
