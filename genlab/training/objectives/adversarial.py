"""The game between generator and discriminator."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Generator, Tensor

from genlab.models.gan import Gan
from genlab.training.config import NonSaturatingConfig, RunSpec
from genlab.training.optim import FlatAdam, FlatParameters


class NonSaturating:
    """Discriminator: -log D(x) - log(1 - D(G(z))); generator: -log D(G(z)).

    Both halves of a step use the same z, as in the common loop; data and samples go through the discriminator in one
    pass, and the generator's half computes no gradients for the discriminator's weights.

    References
    ----------
    Goodfellow et al. 2014, arXiv:1406.2661, algorithm 1 with the loss of section 3; R1: Mescheder et al. 2018,
    arXiv:1801.04406, equation 9; averaged weights: Karras et al. 2018, arXiv:1710.10196, section 6.
    """

    figures = ("d_loss", "g_loss", "d_real", "d_fake")

    def __init__(self, model: Gan, spec: RunSpec) -> None:
        self.model = model
        self.optimisers = {
            "generator": FlatAdam(model.generator, spec.training.learning_rate, beta1=spec.training.adam_beta1),
            "discriminator": FlatAdam(model.discriminator, spec.training.learning_rate, beta1=spec.training.adam_beta1),
        }
        self.average = FlatParameters(model.generator_ema, with_gradient=False)
        self.configure(spec)

    def configure(self, spec: RunSpec) -> None:
        """Take up both learning rates and the penalty's weight."""
        assert isinstance(spec.objective, NonSaturatingConfig)  # the registry pairs them
        self.config = spec.objective
        self.optimisers["generator"].learning_rate = spec.training.learning_rate
        self.optimisers["discriminator"].learning_rate = self.config.d_learning_rate or spec.training.learning_rate

    def step(self, x: Tensor, noise: Generator, epoch: float, count: int) -> tuple[Tensor, ...]:
        """Learn from one batch; return d_loss, g_loss, and D's mean probability of being data, on data and samples."""
        generator, discriminator = self.optimisers["generator"], self.optimisers["discriminator"]
        generator.zero_grad()
        discriminator.zero_grad()
        n = len(x)
        fake = self.model.generator(self.model.sample_prior(n, noise))  # (B, *item_shape)

        logits = self.model.discriminator(torch.cat([x, fake.detach()]))  # (2B,)
        real_logits, fake_logits = logits[:n], logits[n:]  # (B,) each
        d_loss = F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()  # ()
        penalty = self._gradient_penalty(x) if self.config.r1 > 0 else 0.0
        torch.autograd.backward(d_loss + penalty, inputs=discriminator.parameters)
        discriminator.step()

        g_loss = F.softplus(-self.model.discriminator(fake)).mean()  # ()
        torch.autograd.backward(g_loss, inputs=generator.parameters)
        generator.step()
        self._average(count)
        probabilities = logits.detach().sigmoid()  # (2B,)
        return d_loss.detach(), g_loss.detach(), probabilities[:n].mean(), probabilities[n:].mean()

    def _gradient_penalty(self, x: Tensor) -> Tensor:
        """R1: r1 / 2 times the squared slope of D's logit on data, averaged over the batch; shape ()."""
        x = x.detach().requires_grad_()
        (slope,) = torch.autograd.grad(self.model.discriminator(x).sum(), x, create_graph=True)  # (B, *item_shape)
        return 0.5 * self.config.r1 * slope.square().flatten(1).sum(1).mean()

    @torch.no_grad()
    def _average(self, count: int) -> None:
        """Move the averaged generator; it follows closely during the first steps, when the weights still run."""
        keep = min(self.config.ema, (1 + count) / (10 + count))
        self.average.vector.lerp_(self.optimisers["generator"].flat.vector, 1 - keep)
