"""The model families by name, and the one way to build a model from its configuration."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from genlab.errors import CapabilityError
from genlab.models.config import AutoencoderConfig, GanConfig, ImportedConfig
from genlab.registry import Registry

if TYPE_CHECKING:
    from genlab.models.autoencoder import Autoencoder
    from genlab.models.gan import Gan

FAMILIES: Registry[Callable[..., Autoencoder | Gan]] = Registry("model family")
FAMILIES.register_lazy("autoencoder", "genlab.models.autoencoder:Autoencoder")
FAMILIES.register_lazy("gan", "genlab.models.gan:Gan")


def build(
    config: AutoencoderConfig | GanConfig | ImportedConfig, item_shape: tuple[int, ...], seed: int = 0
) -> Autoencoder | Gan:
    """Return a freshly initialised model.

    Parameters
    ----------
    config : ModelConfig
    item_shape : tuple of int
        (C, H, W) of a picture, (D,) of a vector.
    seed : int
        Equal seeds give equal weights; torch's own random state is left as it was.

    Raises
    ------
    ConfigError
        If the body cannot take items of that shape.
    CapabilityError
        For a model made elsewhere, which only browsers run.
    """
    if isinstance(config, ImportedConfig):
        raise CapabilityError("A model made elsewhere runs in the browser alone; it is neither trained nor run here.")
    import torch

    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return FAMILIES.get(config.family)(config, tuple(item_shape))
