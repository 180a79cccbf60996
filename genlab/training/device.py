"""Where and how to compute: device, threads for the network's size, bfloat16 where the processor is fast at it."""

from __future__ import annotations

import ctypes
import math
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

import torch
from torch import Tensor, nn

from genlab.errors import TrainingError
from genlab.models.autoencoder import Autoencoder
from genlab.models.gan import Gan
from genlab.training.config import TrainingConfig

SMALL_STEP = 30e6
"""Multiplications of a step's forward pass below which one thread and float32 are quickest (measured on two cores)."""

MARGIN = 1.2
"""Rounding to bfloat16 and back has a cost beside the products: they have to be so many times as quick."""


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
    keep_freed_memory()
    device = torch.device("cuda" if training.device == "cuda" or (training.device == "auto" and has_cuda) else "cpu")
    is_small = multiplications(model) * training.batch_size < SMALL_STEP
    threads = training.threads or (1 if is_small else min(os.cpu_count() or 1, 8))
    fast = not is_small and device.type == "cpu" and has_fast_bfloat16()
    return Machine(device, threads, training.precision == "bfloat16" or (training.precision == "auto" and fast))


@cache
def keep_freed_memory() -> None:
    """Tell glibc's allocator to reuse freed memory rather than hand it back to the system (elsewhere: do nothing).

    Each step frees and takes the same few arrays; by default the larger ones come as fresh pages every time, and the
    page faults were measured at up to a tenth of a 28x28 perceptron's step. Acts on the whole process.
    """
    if not sys.platform.startswith("linux"):
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        trim_threshold, mmap_threshold = -1, -3  # malloc.h: M_TRIM_THRESHOLD, M_MMAP_THRESHOLD
        mallopt(mmap_threshold, 1 << 30)
        mallopt(trim_threshold, (1 << 31) - 1)


@cache
def has_fast_bfloat16() -> bool:
    """Return True if a product of the size of a layer's takes less time in bfloat16 than in float32, by a clear margin.

    Measured, some 20 ms once a process: instructions alone do not tell. A Xeon with AVX512-BF16 whose AMX is hidden by
    a virtual machine took twice as long, an EPYC with the same instructions half as long.
    """
    if not (torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()):
        return False  # elsewhere PyTorch imitates it
    return MARGIN * seconds_of_product(torch.bfloat16) < seconds_of_product(torch.float32)


def seconds_of_product(dtype: torch.dtype, size: int = 384, times: int = 12) -> float:
    """Return the shortest of several times of a product of square matrices on one thread: others' work drops out."""
    x = torch.ones(size, size, dtype=dtype)
    threads, shortest = torch.get_num_threads(), math.inf
    torch.set_num_threads(1)
    try:
        for _ in range(times):
            start = time.perf_counter()
            x @ x
            shortest = min(shortest, time.perf_counter() - start)
    finally:
        torch.set_num_threads(threads)
    return shortest


def multiplications(model: Autoencoder | Gan) -> int:
    """Return the multiplications of one item's way through every layer of ``model`` that has weights, once each."""
    total = 0

    def count(layer: nn.Module, inputs: tuple[Tensor, ...], output: Tensor) -> None:
        nonlocal total
        if isinstance(layer, nn.Linear):
            total += inputs[0].numel() * layer.out_features
        elif isinstance(layer, nn.Conv2d):
            total += layer.weight.numel() * output[0, 0].numel()
        elif isinstance(layer, nn.ConvTranspose2d):
            total += layer.weight.numel() * inputs[0][0, 0].numel()

    hooks = [layer.register_forward_hook(count) for layer in model.modules()]
    device = next(model.parameters()).device
    with torch.no_grad():
        item = torch.zeros(1, *model.item_shape, device=device)
        if isinstance(model, Gan):
            model.discriminator(item.expand(model.discriminator.packing, *item.shape[1:]))
        else:
            model.encode(item)
        model.decode(torch.zeros(1, model.latent_dim, device=device))
    for hook in hooks:
        hook.remove()
    return total
