"""The evidence lower bound of a VAE."""

from __future__ import annotations

import torch
from torch import Generator, Tensor

from genlab.models.distributions import DiagonalGaussian, PointCode
from genlab.models.protocols import Likelihood
from genlab.training.config import ElboConfig, RunSpec
from genlab.training.objectives.autoencoding import Autoencoding


class Elbo(Autoencoding):
    """loss = E_q[-log p(x|z)] + beta * KL(q(z|x) || p(z)), with one sample of z.

    References
    ----------
    Kingma & Welling 2014, arXiv:1312.6114, equation 10; beta: Higgins et al. 2017, equation 4; free bits: Kingma et al.
    2016, arXiv:1606.04934, appendix C.8, per dimension and averaged over the batch before the floor is applied.
    """

    figures = ("loss", "recon_loss", "kl")

    def configure(self, spec: RunSpec) -> None:
        """Take up learning rate, beta and free bits."""
        super().configure(spec)
        assert isinstance(spec.objective, ElboConfig)  # the registry pairs them
        self.config = spec.objective

    def kl_weight(self, epoch: float) -> float:
        """Return beta, on its way up from 0 during the first ``kl_warmup`` epochs."""
        warmup = self.config.kl_warmup
        return self.config.beta * min(1.0, epoch / warmup) if warmup > 0 else self.config.beta

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
        """Return loss, recon_loss and kl, shape (B,) each, in nats."""
        assert isinstance(posterior, DiagonalGaussian)  # checked when built
        assert kl is not None
        recon_loss = -likelihood.log_prob(x)  # (B,)
        weight = self.kl_weight(epoch)
        if self.config.free_bits > 0:
            per_dimension = posterior.kl_per_dimension().mean(0)  # (latent_dim,)
            loss = recon_loss + weight * per_dimension.clamp(min=self.config.free_bits).sum()  # (B,)
        else:
            loss = torch.add(recon_loss, kl, alpha=weight)  # (B,)
        return loss, recon_loss, kl
