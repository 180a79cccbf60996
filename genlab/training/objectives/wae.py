"""The Wasserstein autoencoder with a maximum mean discrepancy between codes and prior."""

from __future__ import annotations

import torch
from torch import Generator, Tensor

from genlab.models.distributions import DiagonalGaussian, PointCode
from genlab.models.protocols import Likelihood
from genlab.training.config import RunSpec, WaeMmdConfig
from genlab.training.objectives.autoencoding import Autoencoding

SCALES = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
"""Widths of the kernels, as multiples of the prior's own."""


class WaeMmd(Autoencoding):
    """loss = -log p(x|z) + lambda * MMD^2(codes, prior): all codes together lie as the prior does, none needs a spread.

    References
    ----------
    Tolstikhin et al. 2018, arXiv:1711.01558, algorithm 2; the cost of a copy is our likelihood's, in nats.
    """

    figures = ("loss", "recon_loss", "mmd")

    def configure(self, spec: RunSpec) -> None:
        """Take up learning rate and the discrepancy's weight."""
        super().configure(spec)
        assert isinstance(spec.objective, WaeMmdConfig)  # the registry pairs them
        self.weight = spec.objective.mmd_weight

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
        """Return loss and recon_loss, in nats, and the squared discrepancy of the batch, shape (B,) each."""
        recon_loss = -likelihood.log_prob(x)  # (B,)
        prior = torch.randn(z.shape, generator=noise, device=z.device)  # (B, latent_dim)
        mmd = squared_mmd(z, prior).expand(len(x))  # (B,)
        return recon_loss + self.weight * mmd, recon_loss, mmd


def squared_mmd(a: Tensor, b: Tensor) -> Tensor:
    """Return the unbiased estimate of the squared maximum mean discrepancy, shape (); about 0 where a and b lie alike.

    The kernels are inverse multiquadrics, C / (C + distance^2), summed over widths around that of a standard normal.

    Parameters
    ----------
    a, b : Tensor, shape (B, d), B >= 2

    References
    ----------
    Tolstikhin et al. 2018, section 4 and appendix C; Gretton et al. 2012, lemma 6.
    """
    n = len(a)
    within = (_kernel(a, a).sum() + _kernel(b, b).sum() - 2 * n * len(SCALES)) / (n * max(n - 1, 1))  # pairs of two
    return within - 2 * _kernel(a, b).mean()


def _kernel(a: Tensor, b: Tensor) -> Tensor:
    squared = (a.unsqueeze(1) - b).square().sum(2)  # (B, B)
    width = 2.0 * a.shape[1]
    return torch.stack([scale * width / (scale * width + squared) for scale in SCALES]).sum(0)  # (B, B)
