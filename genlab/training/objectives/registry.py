"""The objectives by name. Adding one: its file, its configuration in ``training/config.py``, and a line here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from genlab.registry import Registry

if TYPE_CHECKING:
    from genlab.training.objectives.protocol import Objective

OBJECTIVES: Registry[Callable[..., Objective]] = Registry("objective")
OBJECTIVES.register_lazy("elbo", "genlab.training.objectives.elbo:Elbo")
OBJECTIVES.register_lazy("reconstruction", "genlab.training.objectives.reconstruction:Reconstruction")
OBJECTIVES.register_lazy("non_saturating", "genlab.training.objectives.adversarial:NonSaturating")

FAMILY_OF = {"elbo": "autoencoder", "reconstruction": "autoencoder", "non_saturating": "gan"}
"""The model family each objective trains."""
