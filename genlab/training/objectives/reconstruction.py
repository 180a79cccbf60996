"""The reconstruction loss of a plain autoencoder, and its denoising sister."""

from __future__ import annotations

import torch
from torch import Generator, Tensor

from genlab.models.autoencoder import Autoencoder
from genlab.models.distributions import DiagonalGaussian, PointCode
from genlab.models.protocols import Likelihood
from genlab.training.config import DenoisingConfig, RunSpec
from genlab.training.objectives.autoencoding import Autoencoding


class Reconstruction(Autoencoding):
    """loss = -log p(x | z) at the item's own code (its mean, if the model is variational)."""

    draws_codes = False

    def draw(self, posterior: DiagonalGaussian | PointCode, noise: Generator) -> tuple[Tensor, Tensor | None]:
        """Return the means, shape (B, latent_dim)."""
        return posterior.mu, None

    def losses(
        self,
        x: Tensor,
        posterior: DiagonalGaussian | PointCode,
        z: Tensor,
        kl: Tensor | None,
        likelihood: Likelihood,
        epoch: float,
        noise: Generator,
    ) -> tuple[Tensor, ...]:
        """Return loss and recon_loss, shape (B,) each, in nats; they are equal."""
        loss = -likelihood.log_prob(x)  # (B,)
        return loss, loss


class Denoising(Reconstruction):
    """loss = -log p(x | z) of the clean item at the code of a noisy one.

    References
    ----------
    Vincent et al. 2008, Extracting and composing robust features with denoising autoencoders, section 2.3; with
    Gaussian noise: Vincent et al. 2010, section 3.
    """

    def __init__(self, model: Autoencoder, spec: RunSpec, bfloat16: bool, n_items: int) -> None:
        self.unit = 1.0 if model.units is None else model.units.scale
        super().__init__(model, spec, bfloat16, n_items)

    def configure(self, spec: RunSpec) -> None:
        """Take up learning rate and noise."""
        super().configure(spec)
        assert isinstance(spec.objective, DenoisingConfig)  # the registry pairs them
        self.deviation = spec.objective.input_noise

    def seen(self, x: Tensor, noise: Generator) -> Tensor:
        """Return items with noise added, same shape."""
        eps = torch.randn(x.shape, generator=noise, device=x.device)
        return x + self.deviation * self.unit * eps
