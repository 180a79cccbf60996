"""β-TCVAE: the dependence between a code's dimensions weighted apart."""

from __future__ import annotations

import math

import torch
from torch import Generator, Tensor

from genlab.models.distributions import LOG_2PI, DiagonalGaussian, PointCode
from genlab.models.protocols import Likelihood
from genlab.training.config import RunSpec, TcvaeConfig
from genlab.training.objectives.autoencoding import Autoencoding


class Tcvae(Autoencoding):
    """loss = E_q[-log p(x|z)] + KL(q(z|x) || p(z)) + (beta - 1) * TC(z), TC = KL(q(z) || prod_j q(z_j)).

    The paper's sum of index-code mutual information, beta times the total correlation, and dimension-wise KL, with
    the three together taken as the KL in closed form and only the total correlation estimated.

    References
    ----------
    Chen et al. 2018, arXiv:1802.04942, equations 2 and 4; estimate of q(z) from a batch: appendix C.2.
    """

    figures = ("loss", "recon_loss", "kl", "total_correlation")

    def configure(self, spec: RunSpec) -> None:
        """Take up learning rate and beta."""
        super().configure(spec)
        assert isinstance(spec.objective, TcvaeConfig)  # the registry pairs them
        self.beta = spec.objective.beta

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
        """Return loss, recon_loss, kl and total_correlation, shape (B,) each, in nats."""
        assert isinstance(posterior, DiagonalGaussian)  # checked when built
        assert kl is not None
        recon_loss = -likelihood.log_prob(x)  # (B,)
        correlation = total_correlation(z, posterior, self.n_items)  # (B,)
        return recon_loss + kl + (self.beta - 1) * correlation, recon_loss, kl, correlation


def total_correlation(z: Tensor, posterior: DiagonalGaussian, n_items: int) -> Tensor:
    """Return log q(z) - sum_j log q(z_j) at each code, shape (B,), in nats; its mean estimates the total correlation.

    Parameters
    ----------
    z : Tensor, shape (B, latent_dim)
        A draw from each row of ``posterior``.
    posterior : DiagonalGaussian
        Of the batch.
    n_items : int
        Items of the whole data set, of which the batch is a sample.

    References
    ----------
    Chen et al. 2018, arXiv:1802.04942, appendix C.2 (stratified sampling).
    """
    mu, logvar = posterior.mu, posterior.logvar
    squared = (z.unsqueeze(1) - mu).square() * (-logvar).exp()  # (B, B, d): each code under each item's posterior
    log_q = -0.5 * (squared + logvar + LOG_2PI)  # (B, B, d)
    weights = _strata(len(z), max(n_items, len(z))).to(z.device)  # (B, B)
    joint = torch.logsumexp(log_q.sum(2) + weights, 1)  # (B,)
    single = torch.logsumexp(log_q + weights.unsqueeze(2), 1)  # (B, d)
    return joint - single.sum(1)


def _strata(batch: int, n_items: int) -> Tensor:
    """Return the logarithm of each item's weight in the estimate of q at each code, shape (B, B); rows sum to 1.

    A code's own item stands for itself, 1 of ``n_items``; the others of the batch for the rest of the data set.
    """
    others = batch - 1
    if others == 0:
        return torch.zeros(1, 1)
    weights = torch.full((batch, batch), 1 / others)
    rows = torch.arange(batch)
    weights[rows, rows] = 1 / n_items
    weights[rows, (rows + 1) % batch] = (n_items - others) / (n_items * others)
    return weights.log().clamp(min=-math.log(1e30))
