"""The game between generator and discriminator."""

from __future__ import annotations

import torch
from torch import Generator, Tensor
from torch.nn.functional import softplus

from genlab.models.bodies.chain import twice_differentiable
from genlab.models.gan import Gan
from genlab.training.config import NonSaturatingConfig, RunSpec
from genlab.training.objectives.protocol import descend
from genlab.training.optim import FlatAdam, flatten


class NonSaturating:
    """Discriminator: -log D(x) - log(1 - D(G(z))); generator: -log D(G(z)).

    Both halves of a step use the same z, as in the common loop; data and samples go through the discriminator in one
    pass, and the generator's half computes no gradients for the discriminator's weights.

    References
    ----------
    Goodfellow et al. 2014, arXiv:1406.2661, algorithm 1 with the loss of section 3; R1: Mescheder et al. 2018,
    arXiv:1801.04406, equation 9, and its taking turns: Karras et al. 2020, arXiv:1912.04958, section 3.1; averaged
    weights: Karras et al. 2018, arXiv:1710.10196, section 6.
    """

    figures = ("d_loss", "g_loss", "d_real", "d_fake")

    def __init__(self, model: Gan, spec: RunSpec, bfloat16: bool = False) -> None:
        rate, beta1 = spec.training.learning_rate, spec.training.adam_beta1
        self.model = model
        self.generator = FlatAdam(model.generator, rate, beta1, bfloat16=bfloat16)
        self.discriminator = FlatAdam(model.discriminator, rate, beta1, bfloat16=bfloat16)
        self.optimisers = {"generator": self.generator, "discriminator": self.discriminator}
        self.average = flatten(model.generator_ema)  # (P,)
        self.configure(spec)

    def configure(self, spec: RunSpec) -> None:
        """Take up both learning rates and the penalty's weight."""
        assert isinstance(spec.objective, NonSaturatingConfig)  # the registry pairs them
        self.config = spec.objective
        self.generator.learning_rate = spec.training.learning_rate
        self.discriminator.learning_rate = self.config.d_learning_rate or spec.training.learning_rate

    def step(self, x: Tensor, noise: Generator, epoch: float, count: int) -> tuple[Tensor, ...]:
        """Learn from one batch; return d_loss, g_loss, and D's mean probability of being data, on data and samples."""
        generator, discriminator = self.generator.network, self.discriminator.network
        self.generator.zero_grad()
        self.discriminator.zero_grad()
        n = len(x)
        fake = generator(self.model.sample_prior(n, noise))  # (B, *item_shape)

        logits = discriminator(torch.cat([x, fake.detach()]))  # (2B,)
        real_logits, fake_logits = logits.split(n)  # (B,) each
        d_loss = softplus(-real_logits) + softplus(fake_logits)  # (B,)
        is_due = self.config.r1 > 0 and count % self.config.r1_every == 0
        penalised = d_loss + self._gradient_penalty(x) if is_due else d_loss
        descend(penalised)
        self.discriminator.step()

        self.discriminator.freeze(True)
        g_loss = softplus(-discriminator(fake))  # (B,)
        self.discriminator.freeze(False)
        descend(g_loss)
        self.generator.step()
        self._average(count)
        d_real, d_fake = logits.detach().sigmoid().split(n)  # (B,) each
        return d_loss.detach(), g_loss.detach(), d_real, d_fake

    def _gradient_penalty(self, x: Tensor) -> Tensor:
        """R1: r1 / 2 times the squared slope of D's logit at each data item, shape (B,); as heavy as it is rare."""
        x = x.detach().requires_grad_()
        with twice_differentiable():
            logits = self.discriminator.network(x)  # (B,)
        (slope,) = torch.autograd.grad(logits.sum(), x, create_graph=True)  # (B, *item_shape)
        return 0.5 * self.config.r1 * self.config.r1_every * slope.square().flatten(1).sum(1)

    @torch.no_grad()
    def _average(self, count: int) -> None:
        """Move the averaged generator; it follows closely during the first steps, when the weights still run."""
        keep = min(self.config.ema, (1 + count) / (10 + count))
        self.average.lerp_(self.generator.vector, 1 - keep)
