"""The importance-weighted bound: several codes an item, weighted by how well they explain it."""

from __future__ import annotations

import math

import torch
from torch import Generator, Tensor

from genlab.models.distributions import DiagonalGaussian, PointCode
from genlab.models.protocols import Likelihood
from genlab.training.config import IwaeConfig, RunSpec
from genlab.training.objectives.autoencoding import Autoencoding


class Iwae(Autoencoding):
    """loss = -log (1/k) sum_i p(x|z_i) p(z_i) / q(z_i|x), z_i drawn from q: a tighter bound the larger k is.

    References
    ----------
    Burda et al. 2016, arXiv:1509.00519, equations 8 and 13.
    """

    figures = ("loss", "recon_loss", "kl")

    def configure(self, spec: RunSpec) -> None:
        """Take up learning rate and the number of codes."""
        super().configure(spec)
        assert isinstance(spec.objective, IwaeConfig)  # the registry pairs them
        self.k = spec.objective.n_samples

    def draw(self, posterior: DiagonalGaussian | PointCode, noise: Generator) -> tuple[Tensor, Tensor | None]:
        """Return k codes an item, shape (k B, latent_dim), and the KL divergence, shape (B,)."""
        assert isinstance(posterior, DiagonalGaussian)  # checked when built
        eps = torch.randn((self.k, *posterior.mu.shape), generator=noise, device=posterior.mu.device)  # (k, B, d)
        z = posterior.mu + (0.5 * posterior.logvar).exp() * eps  # (k, B, d)
        return z.flatten(0, 1), posterior.kl()

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
        """Return loss, and of the single codes recon_loss and kl, shape (B,) each, in nats."""
        assert isinstance(posterior, DiagonalGaussian)  # checked when built
        assert kl is not None
        z = z.unflatten(0, (self.k, len(x)))  # (k, B, d)
        log_p_x = likelihood.log_prob(x.repeat(self.k, *[1] * (x.dim() - 1))).view(self.k, -1)  # (k, B)
        squared_eps = (z - posterior.mu).square() * (-posterior.logvar).exp()  # (k, B, d)
        log_p_over_q = 0.5 * (squared_eps + posterior.logvar - z.square()).sum(2)  # (k, B): log p(z) - log q(z|x)
        bound = torch.logsumexp(log_p_x + log_p_over_q, 0) - math.log(self.k)  # (B,)
        return -bound, -log_p_x.mean(0), kl
