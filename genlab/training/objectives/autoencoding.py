"""What all objectives of an autoencoder share: encode, draw codes, decode, and lower what comes of it."""

from __future__ import annotations

import torch
from torch import Generator, Tensor

from genlab.errors import ConfigError
from genlab.models.autoencoder import Autoencoder
from genlab.models.distributions import DiagonalGaussian, PointCode
from genlab.models.protocols import Likelihood
from genlab.training.config import RunSpec
from genlab.training.objectives.phases import DECODE, ENCODE, GRADIENTS, LOSS, REPARAMETERIZE, UPDATE, Phases, Side
from genlab.training.objectives.protocol import descend
from genlab.training.optim import FlatAdam


class Autoencoding:
    """A step of an autoencoder's training; objectives differ in :meth:`seen`, :meth:`draw` and :meth:`losses`.

    Attributes
    ----------
    draws_codes : bool
        True if codes are drawn from the posterior; else they are its means.
    """

    figures: tuple[str, ...] = ("loss", "recon_loss")
    sides: tuple[Side, ...] = ()
    draws = 1
    draws_codes = True

    def __init__(self, model: Autoencoder, spec: RunSpec, bfloat16: bool, n_items: int) -> None:
        if spec.objective.needs_spread and not model.config.variational:
            raise ConfigError(
                f"The objective '{spec.objective.objective}' needs codes with a spread; set variational=true, or "
                "objective=reconstruction."
            )
        self.n_items = n_items
        self.adam = FlatAdam(model, spec.training.learning_rate, spec.training.adam_beta1, bfloat16=bfloat16)
        self.optimisers = {"adam": self.adam}
        self.configure(spec)

    def configure(self, spec: RunSpec) -> None:
        """Take up the learning rate; an objective with settings takes those up as well."""
        self.adam.learning_rate = spec.training.learning_rate

    def phases(self, x: Tensor, noise: Generator, epoch: float, count: int, side: Side = "both") -> Phases:
        """Learn from one batch; return :attr:`figures`, of which the first is lowered."""
        posterior = self.adam.network.encode(self.seen(x, noise))  # q(z|x): mu, log sigma^2, (B, latent_dim) each
        yield ENCODE

        z, kl = self.draw(posterior, noise)  # (B, latent_dim), KL(q || p) of shape (B,)
        if self.draws_codes:
            yield REPARAMETERIZE

        likelihood = self.adam.network.decode(z)  # p(x|z)
        yield DECODE

        figures = self.losses(x, posterior, z, kl, likelihood, epoch, noise)  # (B,) each
        loss = figures[0]
        yield LOSS

        self.adam.zero_grad()
        descend(loss)
        yield GRADIENTS

        self.adam.step()
        yield UPDATE

        return tuple(figure.detach() for figure in figures)

    @torch.no_grad()
    def measure(self, model: Autoencoder, x: Tensor, noise: Generator, epoch: float) -> dict[str, float]:
        """Return the figures on items ``x``, shape (B, *item_shape), without learning from them."""
        posterior = model.encode(self.seen(x, noise))
        z, kl = self.draw(posterior, noise)
        figures = self.losses(x, posterior, z, kl, model.decode(z), epoch, noise)
        return {name: figure.mean().item() for name, figure in zip(self.figures, figures, strict=True)}

    def seen(self, x: Tensor, noise: Generator) -> Tensor:
        """Return what the encoder sees of items ``x``, same shape."""
        return x

    def draw(self, posterior: DiagonalGaussian | PointCode, noise: Generator) -> tuple[Tensor, Tensor | None]:
        """Return codes to decode, shape (B, latent_dim), and where there is one the KL divergence, shape (B,)."""
        if isinstance(posterior, DiagonalGaussian):
            return posterior.sample_with_kl(noise)  # z = mu + sigma * eps
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
        """Return :attr:`figures`, shape (B,) each, the loss first."""
        raise NotImplementedError
