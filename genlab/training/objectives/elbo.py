"""The evidence lower bound of a VAE."""

from __future__ import annotations

import torch
from torch import Generator, Tensor

from genlab.errors import ConfigError
from genlab.models.autoencoder import Autoencoder
from genlab.models.distributions import DiagonalGaussian
from genlab.training.config import ElboConfig, RunSpec
from genlab.training.objectives.protocol import descend
from genlab.training.optim import FlatAdam


class Elbo:
    """loss = E_q[-log p(x|z)] + beta * KL(q(z|x) || p(z)), with one sample of z.

    References
    ----------
    Kingma & Welling 2014, arXiv:1312.6114, equation 10; beta: Higgins et al. 2017, equation 4; free bits: Kingma et al.
    2016, arXiv:1606.04934, appendix C.8, per dimension and averaged over the batch before the floor is applied.
    """

    figures = ("loss", "recon_loss", "kl")

    def __init__(self, model: Autoencoder, spec: RunSpec, bfloat16: bool = False) -> None:
        if not model.config.variational:
            raise ConfigError("The ELBO needs codes with a spread; set variational=true, or objective=reconstruction.")
        self.adam = FlatAdam(model, spec.training.learning_rate, spec.training.adam_beta1, bfloat16=bfloat16)
        self.optimisers = {"adam": self.adam}
        self.configure(spec)

    def configure(self, spec: RunSpec) -> None:
        """Take up learning rate, beta and free bits."""
        assert isinstance(spec.objective, ElboConfig)  # the registry pairs them
        self.config = spec.objective
        self.adam.learning_rate = spec.training.learning_rate

    def kl_weight(self, epoch: float) -> float:
        """Return beta, on its way up from 0 during the first ``kl_warmup`` epochs."""
        warmup = self.config.kl_warmup
        return self.config.beta * min(1.0, epoch / warmup) if warmup > 0 else self.config.beta

    def step(self, x: Tensor, noise: Generator, epoch: float, count: int) -> tuple[Tensor, ...]:
        """Learn from one batch; return loss, recon_loss and kl."""
        self.adam.zero_grad()
        posterior = self.adam.network.encode(x)
        assert isinstance(posterior, DiagonalGaussian)  # checked when built
        z, kl = posterior.sample_with_kl(noise)  # (B, latent_dim), (B,)
        recon_loss = -self.adam.network.decode(z).log_prob(x)  # (B,)
        weight = self.kl_weight(epoch)
        if self.config.free_bits > 0:
            per_dimension = posterior.kl_per_dimension().mean(0)  # (latent_dim,)
            loss = recon_loss + weight * per_dimension.clamp(min=self.config.free_bits).sum()  # (B,)
        else:
            loss = torch.add(recon_loss, kl, alpha=weight)  # (B,)
        descend(loss)
        self.adam.step()
        return loss.detach(), recon_loss.detach(), kl.detach()
