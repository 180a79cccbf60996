"""What all objectives of an autoencoder share: encode, draw codes, decode, and lower what comes of it."""

from __future__ import annotations

import torch
from torch import Generator, Tensor
from torch.nn.functional import cross_entropy

from genlab.errors import ConfigError
from genlab.models.autoencoder import Autoencoder
from genlab.models.conditions import apart
from genlab.models.distributions import DiagonalGaussian, PointCode
from genlab.models.protocols import Likelihood
from genlab.training.config import RunSpec
from genlab.training.objectives.config import AutoencodingConfig
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
        if model.is_conditional:
            self.figures = (*self.figures, "class_loss")
        self.adam = FlatAdam(model, spec.training.learning_rate, spec.training.adam_beta1, bfloat16=bfloat16)
        self.optimisers = {"adam": self.adam}
        self.configure(spec)

    def configure(self, spec: RunSpec) -> None:
        """Take up the learning rate; an objective with settings takes those up as well."""
        assert isinstance(spec.objective, AutoencodingConfig)  # the registry pairs them
        self.adam.learning_rate = spec.training.learning_rate
        self.class_weight = spec.objective.class_weight

    def phases(
        self,
        x: Tensor,
        noise: Generator,
        epoch: float,
        count: int,
        side: Side = "both",
        labels: Tensor | None = None,
    ) -> Phases:
        """Learn from one batch; return :attr:`figures`, of which the first is lowered."""
        answer = self.adam.network.encode(self.seen(x, noise))
        posterior, class_logits = apart(answer)  # q(z|x): mu, log sigma^2; q(c|x) where classes are told
        yield ENCODE

        z, kl = self.draw(posterior, noise)  # (B, style_dim), KL(q || p) of shape (B,)
        if self.draws_codes:
            yield REPARAMETERIZE

        likelihood = self.adam.network.decode(z, told(labels, z))  # p(x|z), or p(x|z, c) where classes are told
        yield DECODE

        figures = self.losses(x, posterior, z, kl, likelihood, epoch, noise)  # (B,) each
        figures = self.with_class_loss(figures, class_logits, labels)
        loss = figures[0]
        yield LOSS

        self.adam.zero_grad()
        descend(loss)
        yield GRADIENTS

        self.adam.step()
        yield UPDATE

        return tuple(figure.detach() for figure in figures)

    @torch.no_grad()
    def measure(
        self, model: Autoencoder, x: Tensor, noise: Generator, epoch: float, labels: Tensor | None = None
    ) -> dict[str, float]:
        """Return the figures on items ``x``, shape (B, *item_shape), and their labels, without learning from them."""
        posterior, class_logits = apart(model.encode(self.seen(x, noise)))
        z, kl = self.draw(posterior, noise)
        figures = self.losses(x, posterior, z, kl, model.decode(z, told(labels, z)), epoch, noise)
        figures = self.with_class_loss(figures, class_logits, labels)
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
        """Return :attr:`figures`, shape (B,) each, the loss first; that of the classes is added later."""
        raise NotImplementedError

    def with_class_loss(
        self, figures: tuple[Tensor, ...], class_logits: Tensor | None, labels: Tensor | None
    ) -> tuple[Tensor, ...]:
        """Add to the loss ``class_weight`` times -log q(c|x), in nats, and to the figures the latter.

        References
        ----------
        Kingma et al. 2014, arXiv:1406.5298, equation 9, where the weight is alpha.
        """
        if class_logits is None or labels is None:
            return figures
        class_loss = cross_entropy(class_logits, labels, reduction="none")  # (B,)
        return figures[0] + self.class_weight * class_loss, *figures[1:], class_loss


def told(labels: Tensor | None, z: Tensor) -> Tensor | None:
    """Return the classes of codes, shape (k B,), of which an item, labels of shape (B,), may have several."""
    return None if labels is None else labels.repeat(len(z) // len(labels))
