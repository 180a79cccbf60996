"""A multi-layer perceptron: fits every item shape."""

from __future__ import annotations

import math
from itertools import pairwise

import torch
from torch import Tensor, nn

from genlab.models.bodies.chain import Chain
from genlab.models.config import MlpConfig

ACTIVATIONS: dict[str, type[nn.Module]] = {
    "relu": nn.ReLU,
    "leaky_relu": nn.LeakyReLU,
    "silu": nn.SiLU,
    "tanh": nn.Tanh,
}


class MlpEncoder(nn.Module):
    """Items (B, *item_shape) to ``out_dim`` numbers, through ``config.hidden`` in order."""

    def __init__(self, config: MlpConfig, item_shape: tuple[int, ...], out_dim: int) -> None:
        super().__init__()
        self.layers = layers((math.prod(item_shape), *config.hidden, out_dim), config.activation)

    def forward(self, x: Tensor) -> Tensor:
        """Return shape (B, out_dim), float32; numbers that ``x`` lacks at the end of each item count as zeros."""
        rows = x.flatten(1)  # (B, n_in)
        n_in = rows.shape[1]
        return self.layers(rows, n_in if n_in < self.layers.linear[0].in_features else None).float()


class MlpDecoder(nn.Module):
    """Codes (B, code_dim) to items (B, *item_shape), through ``config.hidden`` mirrored."""

    def __init__(self, config: MlpConfig, code_dim: int, item_shape: tuple[int, ...]) -> None:
        super().__init__()
        self.item_shape = item_shape
        self.layers = layers((code_dim, *reversed(config.hidden), math.prod(item_shape)), config.activation)

    def forward(self, code: Tensor) -> Tensor:
        """Return shape (B, *item_shape), unbounded."""
        return self.as_items(self.layers(code))

    def as_items(self, out: Tensor) -> Tensor:
        """Return the last layer's output, shape (B, D), as items."""
        return out.float().unflatten(1, self.item_shape)

    def start_at(self, out: Tensor) -> None:
        """Let untrained codes give about ``out``, shape item_shape, by the last layer's bias."""
        with torch.no_grad():
            list(self.layers.parameters())[-1].copy_(out.flatten())


class Mlp:
    """The perceptron's pair of networks, as the registry knows it."""

    encoder = MlpEncoder
    decoder = MlpDecoder


def layers(widths: tuple[int, ...], activation: str) -> Chain:
    """Return linear layers between ``widths``, with the activation between them and none at the end."""
    return chain([nn.Linear(n_in, n_out) for n_in, n_out in pairwise(widths)], activation)


def chain(linear: list[nn.Linear], activation: str) -> Chain:
    """Return ``linear`` with the activation between them and none at the end."""
    return Chain(*[module for layer in linear for module in (layer, ACTIVATIONS[activation]())][:-1])
