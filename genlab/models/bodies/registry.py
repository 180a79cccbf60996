"""The bodies by name. Adding one: its file, its configuration in ``models/config.py``, and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from genlab.registry import Registry

if TYPE_CHECKING:
    from torch import Tensor, nn

    from genlab.models.config import ConvConfig, MlpConfig


class Decoder(Protocol):
    """What a body's decoder offers besides being a network."""

    def start_at(self, out: Tensor) -> None:
        """Let untrained codes give about ``out``, shape item_shape, unbounded numbers."""
        ...


class Body(Protocol):
    """A pair of networks for one item shape: an encoder and a decoder."""

    @staticmethod
    def encoder(config: MlpConfig | ConvConfig, item_shape: tuple[int, ...], out_dim: int) -> nn.Module:
        """Return a network from items (B, *item_shape) to (B, out_dim)."""
        ...

    @staticmethod
    def decoder(config: MlpConfig | ConvConfig, code_dim: int, item_shape: tuple[int, ...]) -> nn.Module:
        """Return a network from codes (B, code_dim) to unbounded numbers (B, *item_shape); a :class:`Decoder`."""
        ...


BODIES: Registry[type[Body]] = Registry("body")
BODIES.register_lazy("mlp", "genlab.models.bodies.mlp:Mlp")
BODIES.register_lazy("conv", "genlab.models.bodies.conv:Conv")
BODIES.register_lazy("patches", "genlab.models.bodies.patches:Patches")
