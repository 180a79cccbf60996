"""The game between generator and discriminator, whatever its loss."""

from __future__ import annotations

import torch
from torch import Generator, Tensor

from genlab.errors import ConfigError
from genlab.models.gan import Gan
from genlab.training.config import RunSpec
from genlab.training.objectives.gan_config import AdversarialConfig
from genlab.training.objectives.gan_losses import LOSSES
from genlab.training.objectives.penalties import gradient_penalty, r1_and_r2
from genlab.training.objectives.phases import (
    D_GRADIENTS,
    D_JUDGE,
    D_LOSS,
    D_SAMPLE,
    D_UPDATE,
    G_GRADIENTS,
    G_JUDGE,
    G_LOSS,
    G_SAMPLE,
    G_UPDATE,
    Phases,
    Side,
)
from genlab.training.objectives.protocol import descend
from genlab.training.optim import FlatAdam, flatten

FINE_RATES = {"generator": 0.05, "discriminator": 0.5}
"""While fine detail is learned: share of its annealed rate the generator keeps, share of the full rate D has.

What tells fine detail changes from step to step, and a generator that follows it quickly is torn off its modes: on the
grid of 25 it lost nine at its annealed rate, one in some runs at a tenth of it.
"""


class Adversarial:
    """Turns of the discriminator, then of the generator, by one of :data:`~gan_losses.LOSSES`.

    The discriminator's last turn and the generator's first share their z, as in the common loop; data and samples go
    through the discriminator in one pass, and the generator's half computes no gradients for the discriminator's
    weights. All losses are trained by Adam; Arjovsky et al. (2017) took RMSProp. Where classes are told, each sample is
    of the class of the data item beside it, so that pairs and the lines between them have one class; Miyato & Koyama
    (2018) draw the samples' classes apart.

    References
    ----------
    Goodfellow et al. 2014, arXiv:1406.2661, algorithm 1; penalties taking turns: Karras et al. 2020, arXiv:1912.04958,
    section 3.1; averaged weights: Karras et al. 2018, arXiv:1710.10196, section 6; instance noise: Sønderby et al.
    2017, arXiv:1610.04490, section 3.
    """

    sides: tuple[Side, ...] = ("discriminator", "generator")

    def __init__(self, model: Gan, spec: RunSpec, bfloat16: bool, n_items: int) -> None:
        packing, batch_size = model.config.packing, min(spec.training.batch_size, n_items)
        if batch_size < packing:
            raise ConfigError(
                f"packing={packing} judges {packing} items together, but a batch has {batch_size}; lower packing, or "
                "raise batch_size."
            )
        rate, beta1 = spec.training.learning_rate, spec.training.adam_beta1
        self.model = model
        self.generator = FlatAdam(model.generator, rate, beta1, bfloat16=bfloat16)
        self.discriminator = FlatAdam(model.discriminator, rate, beta1, bfloat16=bfloat16)
        self.optimisers = {"generator": self.generator, "discriminator": self.discriminator}
        self.average = flatten(model.generator_ema)  # (P,)
        self.loss = LOSSES[spec.objective.objective]
        self.has_always_seen = False  # its waves were open before it was time for fine detail
        self.configure(spec)
        kind = "d" if self.config.outputs == "probability" else "score"
        self.figures = ("d_loss", "g_loss", f"{kind}_real", f"{kind}_fake")

    def configure(self, spec: RunSpec) -> None:
        """Take up rates, penalties and turns."""
        assert isinstance(spec.objective, AdversarialConfig)  # the registry pairs them
        self.config = spec.objective
        self.draws = self.config.d_steps
        self.generator.learning_rate = spec.training.learning_rate
        self.discriminator.learning_rate = self.config.d_learning_rate or spec.training.learning_rate
        waves = self.model.discriminator.waves
        self.has_always_seen = self.has_always_seen or self.config.fine_below == 0
        # of a training gone on with: it stays fine
        self.is_fine = waves is not None and bool(waves.is_open) and not self.has_always_seen

    def phases(
        self,
        x: Tensor,
        noise: Generator,
        epoch: float,
        count: int,
        side: Side = "both",
        labels: Tensor | None = None,
    ) -> Phases:
        """Learn from one batch a turn of D; return d_loss, g_loss, and what D says of data and of samples."""
        generator, discriminator = self.generator.network, self.discriminator.network
        self._learn_detail()
        for turn in range(self.draws):
            real = self._whole_packs(x.chunk(self.draws)[turn])  # (B, *item_shape)
            told = None if labels is None else labels.chunk(self.draws)[turn]  # (B,)
            z = self.model.sample_prior(len(real), noise, told)  # (B, latent_dim)
            c = self.model.classes_of(z)  # (B, n_classes), of data and samples alike
            fake = generator(z) if turn == self.draws - 1 else self._sampled(z)  # (B, *item_shape)
            yield D_SAMPLE

            logits = self._judge_both(real, fake.detach(), c, noise)  # (2B,)
            real_logits, fake_logits = logits.chunk(2)  # (B,) each
            yield D_JUDGE

            d_loss = self.loss.discriminator(real_logits, fake_logits)  # (B,)
            penalised = self._penalised(d_loss, real, fake, c, noise, count)  # (B,)
            yield D_LOSS

            self.discriminator.zero_grad()
            descend(penalised)
            yield D_GRADIENTS

            if side != "generator":
                self.discriminator.step()
                self.discriminator.clip(self.config.weight_clip)
            yield D_UPDATE

        for turn in range(self.config.g_steps):
            if turn > 0:
                z = self.model.sample_prior(len(real), noise, told)  # (B, latent_dim)
                fake = generator(z)  # (B, *item_shape)
            self.discriminator.freeze(True)
            yield G_SAMPLE

            fake_logits = discriminator(self._blurred(fake, noise), c)  # (B,)
            if self.loss.is_relative:
                real_logits = self._judge_data(real, c, noise)  # (B,)
            yield G_JUDGE

            g_loss = self.loss.generator(real_logits, fake_logits)  # (B,)
            yield G_LOSS

            self.generator.zero_grad()
            self.discriminator.freeze(False)
            descend(g_loss)
            yield G_GRADIENTS

            if side != "discriminator":
                self.generator.step()
                self._average(count)
            yield G_UPDATE

        said = logits.detach().sigmoid() if self.config.outputs == "probability" else logits.detach()
        on_real, on_fake = said.chunk(2)  # (B,) each
        return d_loss.detach(), g_loss.detach(), on_real, on_fake

    def _learn_detail(self) -> None:
        """Show the discriminator its Fourier features once it is time; from then on only fine detail is learned."""
        waves, below = self.model.discriminator.waves, self.config.fine_below
        if waves is None:
            return
        if not self.is_fine and (below == 0 or self.generator.pace < below):
            waves.is_open.fill_(1)
            self.is_fine = below > 0
            self.has_always_seen = not self.is_fine
        if self.is_fine:
            self.generator.pace *= FINE_RATES["generator"]
            self.discriminator.pace = FINE_RATES["discriminator"]

    def _whole_packs(self, x: Tensor) -> Tensor:
        """Leave out the items at the end that fill no pack."""
        left_over = len(x) % self.model.config.packing
        return x[:-left_over] if left_over else x

    @torch.no_grad()
    def _sampled(self, z: Tensor) -> Tensor:
        """Return samples that the generator will not learn from."""
        return self.generator.network(z)

    def _judge_both(self, real: Tensor, fake: Tensor, c: Tensor | None, noise: Generator) -> Tensor:
        """Return the logits of data, then of samples, shape (2B,) (of B / packing each, where packed)."""
        discriminator = self.discriminator.network
        real, fake = self._blurred(real, noise), self._blurred(fake, noise)
        if discriminator.minibatch_std:  # whose statistic must not mix the two
            return torch.cat([discriminator(real, c), discriminator(fake, c)])
        return discriminator(torch.cat([real, fake]), None if c is None else torch.cat([c, c]))

    @torch.no_grad()
    def _judge_data(self, real: Tensor, c: Tensor | None, noise: Generator) -> Tensor:
        return self.discriminator.network(self._blurred(real, noise), c)

    def _blurred(self, x: Tensor, noise: Generator) -> Tensor:
        """Return ``x`` under instance noise, same shape."""
        deviation = self.config.instance_noise
        if deviation == 0:
            return x
        eps = torch.randn(x.shape, generator=noise, device=x.device)
        return x + deviation * self.discriminator.network.unit * eps

    def _penalised(
        self, d_loss: Tensor, real: Tensor, fake: Tensor, c: Tensor | None, noise: Generator, count: int
    ) -> Tensor:
        """Add the penalties that are due; R1 and R2 are as much heavier as they are rare, and fall with the rate."""
        config, discriminator = self.config, self.discriminator.network
        weight = 0 if self.is_fine else config.r1_every * self.discriminator.pace**config.r1_fall
        r1, r2 = weight * config.r1, weight * config.r2
        if (r1 > 0 or r2 > 0) and count % config.r1_every == 0:
            d_loss = d_loss + r1_and_r2(discriminator, real, fake, r1, r2, c)
        if config.gradient_penalty > 0:
            d_loss = d_loss + gradient_penalty(discriminator, real, fake, config.gradient_penalty, noise, c)
        return d_loss

    @torch.no_grad()
    def _average(self, count: int) -> None:
        """Move the averaged generator; it follows closely during the first steps, when the weights still run."""
        keep = min(self.config.ema, (1 + count) / (10 + count))
        self.average.lerp_(self.generator.vector, 1 - keep)
