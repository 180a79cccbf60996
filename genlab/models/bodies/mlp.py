"""A multi-layer perceptron: fits every item shape."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import cast

from torch import Tensor, nn

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
        """Return shape (B, out_dim), float32."""
        return self.layers(in_precision_of(cast(Tensor, self.layers[0].weight), x.flatten(1))).float()


class MlpDecoder(nn.Module):
    """Codes (B, code_dim) to items (B, *item_shape), through ``config.hidden`` mirrored."""

    def __init__(self, config: MlpConfig, code_dim: int, item_shape: tuple[int, ...]) -> None:
        super().__init__()
        self.item_shape = item_shape
        self.layers = layers((code_dim, *reversed(config.hidden), math.prod(item_shape)), config.activation)

    def forward(self, code: Tensor) -> Tensor:
        """Return shape (B, *item_shape), unbounded."""
        return (
            self.layers(in_precision_of(cast(Tensor, self.layers[0].weight), code))
            .float()
            .unflatten(1, self.item_shape)
        )


class Mlp:
    """The perceptron's pair of networks, as the registry knows it."""

    encoder = MlpEncoder
    decoder = MlpDecoder


def in_precision_of(weight: Tensor, x: Tensor) -> Tensor:
    """Return ``x`` in the number format of ``weight``: a training may compute in bfloat16."""
    return x if x.dtype == weight.dtype else x.to(weight.dtype)


def layers(widths: tuple[int, ...], activation: str) -> nn.Sequential:
    """Return linear layers between ``widths``, with the activation between them and none at the end."""
    modules: list[nn.Module] = []
    for n_in, n_out in pairwise(widths):
        modules += [nn.Linear(n_in, n_out), ACTIVATIONS[activation]()]
    return nn.Sequential(*modules[:-1])
