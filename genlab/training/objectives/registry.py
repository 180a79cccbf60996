"""The objectives by name. Adding one: its file, its configuration, a line here, and one in ``training/config.py``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from genlab.registry import Registry

if TYPE_CHECKING:
    from genlab.training.objectives.protocol import Objective

OBJECTIVES: Registry[Callable[..., Objective]] = Registry("objective")
OBJECTIVES.register_lazy("elbo", "genlab.training.objectives.elbo:Elbo")
OBJECTIVES.register_lazy("reconstruction", "genlab.training.objectives.reconstruction:Reconstruction")
OBJECTIVES.register_lazy("denoising", "genlab.training.objectives.reconstruction:Denoising")
OBJECTIVES.register_lazy("iwae", "genlab.training.objectives.iwae:Iwae")
OBJECTIVES.register_lazy("tcvae", "genlab.training.objectives.tcvae:Tcvae")
OBJECTIVES.register_lazy("wae_mmd", "genlab.training.objectives.wae:WaeMmd")
for _name in ("non_saturating", "saturating", "least_squares", "wasserstein", "hinge", "relativistic"):
    OBJECTIVES.register_lazy(_name, "genlab.training.objectives.adversarial:Adversarial")
