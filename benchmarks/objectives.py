"""What each objective's step costs, against a plain PyTorch loop of the same networks with the same passes.

    python benchmarks/objectives.py [--json] [--only NAME]

Games on the ring's points, autoencoders on the digits. The plain loop is the one of PyTorch's DCGAN example, or an
encoder, a decoder and Adam, with only what the objective adds written out: further turns, penalties, codes, kernels.
Both sides take turns in this process, on one thread; a ratio is genlab's time over the plain loop's.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import genlab  # noqa: F401  before torch, which reads how its threads wait

# isort: split
import torch
from peers.networks import plain_autoencoder, plain_gan
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits

from genlab.data.named import load
from genlab.models.distributions import DiagonalGaussian
from genlab.training.build import start
from genlab.training.config import DataConfig, RunSpec
from genlab.training.objectives.gan_losses import LOSSES
from genlab.training.objectives.tcvae import total_correlation
from genlab.training.objectives.wae import squared_mmd
from genlab.training.presets import spec_for

ROUNDS, SECONDS, WANTED = 5, 1.5, 1.15
GAMES = {
    "non-saturating": ("non_saturating", {}),
    "saturating": ("saturating", {}),
    "least squares": ("least_squares", {}),
    "hinge": ("hinge", {}),
    "relativistic": ("relativistic", {}),
    "Wasserstein, clipped": ("wasserstein", {"weight_clip": 0.01, "gradient_penalty": 0.0}),
    "Wasserstein, gradient penalty": ("wasserstein", {"gradient_penalty": 10.0}),
    "non-saturating, R1": ("non_saturating", {"r1": 0.1}),
    "relativistic, R1 and R2": ("relativistic", {"r1": 0.1, "r2": 0.1}),
}
AUTOENCODERS = ("elbo", "reconstruction", "denoising", "iwae", "tcvae", "wae_mmd")


class PlainGame:
    """The DCGAN example's step with a loss and penalties of one's choice."""

    def __init__(self, spec: RunSpec, generator: nn.Module, discriminator: nn.Module, x: Tensor) -> None:
        self.config, self.loss = spec.objective, LOSSES[spec.objective.objective]
        self.generator, self.discriminator = generator, discriminator
        self.latent_dim = spec.model.latent_dim
        loader = torch.utils.data.TensorDataset(x)
        self.loader = torch.utils.data.DataLoader(loader, spec.training.batch_size, shuffle=True, drop_last=True)
        self.batches = iter(self.loader)
        rate = spec.training.learning_rate
        self.adam_d = torch.optim.Adam(discriminator.parameters(), lr=rate, betas=(0.5, 0.999))
        self.adam_g = torch.optim.Adam(generator.parameters(), lr=rate, betas=(0.5, 0.999))

    def step(self) -> None:
        """Take one step, and read its figures to Python as the example does."""
        for _ in range(self.config.d_steps):
            real = self.next_batch()
            self.discriminator.zero_grad()
            fake = self.generator(torch.randn(len(real), self.latent_dim))
            on_real, on_fake = self.discriminator(real), self.discriminator(fake.detach())
            d_loss = self.loss.discriminator(on_real, on_fake).mean() + self.penalties(real, fake.detach())
            d_loss.backward()
            self.adam_d.step()
            if self.config.weight_clip > 0:
                for p in self.discriminator.parameters():
                    p.data.clamp_(-self.config.weight_clip, self.config.weight_clip)
        self.generator.zero_grad()
        on_fake = self.discriminator(fake)
        if self.loss.is_relative:
            with torch.no_grad():
                on_real = self.discriminator(real)
        g_loss = self.loss.generator(on_real.detach(), on_fake).mean()
        g_loss.backward()
        self.adam_g.step()
        _ = (d_loss.item(), g_loss.item(), on_real.mean().item(), on_fake.mean().item())

    def penalties(self, real: Tensor, fake: Tensor) -> Tensor:
        """Return R1, R2 and the gradient penalty, shape ()."""
        config, total = self.config, torch.zeros(())
        for weight, x in ((config.r1, real), (config.r2, fake)):
            if weight > 0:
                total = total + 0.5 * weight * self.slope(x).square().sum(1).mean()
        if config.gradient_penalty > 0:
            between = torch.lerp(fake, real, torch.rand(len(real), 1))
            total = total + config.gradient_penalty * (self.slope(between).norm(dim=1) - 1).square().mean()
        return total

    def slope(self, x: Tensor) -> Tensor:
        """Return the discriminator's gradient at each item, shape (B, D)."""
        x = x.clone().requires_grad_()
        (slope,) = torch.autograd.grad(self.discriminator(x).sum(), x, create_graph=True)
        return slope.flatten(1)

    def next_batch(self) -> Tensor:
        """Return the next batch of data, from a new pass where one has ended."""
        batch = next(self.batches, None)
        if batch is None:
            self.batches = iter(self.loader)
            batch = next(self.batches)
        return batch[0]


class PlainAutoencoder:
    """Encoder, decoder and Adam over a data loader."""

    def __init__(self, spec: RunSpec, encoder: nn.Module, decoder: nn.Module, x: Tensor) -> None:
        self.config, self.kind = spec.objective, spec.objective.objective
        self.encoder, self.decoder, self.n_items = encoder, decoder, len(x)
        loader = torch.utils.data.TensorDataset(x)
        self.loader = torch.utils.data.DataLoader(loader, spec.training.batch_size, shuffle=True, drop_last=True)
        self.batches = iter(self.loader)
        parameters = [*encoder.parameters(), *decoder.parameters()]
        self.adam = torch.optim.Adam(parameters, lr=spec.training.learning_rate)

    next_batch = PlainGame.next_batch

    def step(self) -> None:
        """Take one step, and read its loss to Python."""
        x = self.next_batch()
        self.adam.zero_grad()
        loss = self.loss(x)
        loss.backward()
        self.adam.step()
        _ = loss.item()

    def loss(self, x: Tensor) -> Tensor:
        """Return the objective's loss, shape ()."""
        seen = x + self.config.input_noise * torch.randn_like(x) if self.kind == "denoising" else x
        moments = self.encoder(seen)
        if self.kind in ("reconstruction", "denoising"):
            return self.nll(x, moments).mean()
        if self.kind == "wae_mmd":
            return self.nll(x, moments).mean() + self.config.mmd_weight * squared_mmd(
                moments, torch.randn_like(moments)
            )
        mu, logvar = moments.chunk(2, 1)
        if self.kind == "iwae":
            k = self.config.n_samples
            z = mu + (0.5 * logvar).exp() * torch.randn(k, *mu.shape)
            log_p = -self.nll(x.repeat(k, *[1] * (x.dim() - 1)), z.flatten(0, 1)).view(k, -1)
            log_w = log_p + 0.5 * ((z - mu).square() * (-logvar).exp() + logvar - z.square()).sum(2)
            return -torch.logsumexp(log_w, 0).mean()
        z = mu + (0.5 * logvar).exp() * torch.randn_like(mu)
        kl = 0.5 * (mu.square() + logvar.exp() - 1 - logvar).sum(1)
        loss = self.nll(x, z) + kl
        if self.kind == "tcvae":
            loss = loss + (self.config.beta - 1) * total_correlation(z, DiagonalGaussian(moments), self.n_items)
        return loss.mean()

    def nll(self, x: Tensor, z: Tensor) -> Tensor:
        """Return -log p(x|z), shape (B,), in nats."""
        return binary_cross_entropy_with_logits(self.decoder(z), x, reduction="none").flatten(1).sum(1)


def game(objective: str, changes: dict[str, float]) -> tuple[Callable[[int], object], Callable[[], None]]:
    """Return genlab's steps and a plain one of a game on the ring."""
    data, config = load("ring"), DataConfig(name="ring")
    spec = spec_for("gan", data, config, {"objective": objective, "r1": 0.0, "r1_every": 1, **changes})
    trainer = start(spec, data)
    return trainer.step, PlainGame(spec, *plain_gan(trainer.model), trainer.batches.values()).step


def autoencoder(objective: str) -> tuple[Callable[[int], object], Callable[[], None]]:
    """Return genlab's steps and a plain one of an autoencoder of the digits."""
    data, config = load("digits"), DataConfig(name="digits")
    presets = {"elbo": "vae", "iwae": "iwae", "tcvae": "tc-vae", "reconstruction": "ae", "denoising": "dae"}
    spec = spec_for(presets.get(objective, "wae"), data, config)
    trainer = start(spec, data)
    return trainer.step, PlainAutoencoder(spec, *plain_autoencoder(trainer.model), trainer.batches.values()).step


def measured(ours: Callable[[int], object], plain: Callable[[], None]) -> tuple[float, float, float]:
    """Return genlab's and the plain loop's milliseconds a step, medians of turns, and the median of their ratios."""
    ours(50)
    for _ in range(10):
        plain()
    pairs = []
    for _ in range(ROUNDS):
        steps, began = 0, time.perf_counter()
        while time.perf_counter() - began < SECONDS:
            ours(20)
            steps += 20
        mine = 1000 * (time.perf_counter() - began) / steps
        steps, began = 0, time.perf_counter()
        while time.perf_counter() - began < SECONDS:
            plain()
            steps += 1
        pairs.append((mine, 1000 * (time.perf_counter() - began) / steps))
    return (
        statistics.median(mine for mine, _ in pairs),
        statistics.median(theirs for _, theirs in pairs),
        statistics.median(mine / theirs for mine, theirs in pairs),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    parser.add_argument("--only", default="", help="run the cases whose name contains this")
    given = parser.parse_args()
    torch.set_num_threads(1)
    cases = {name: partial(game, *which) for name, which in GAMES.items()}
    cases |= {name: partial(autoencoder, name) for name in AUTOENCODERS}
    found = {}
    for name, case in cases.items():
        if given.only not in name:
            continue
        mine, theirs, ratio = measured(*case())
        found[name] = {"genlab_ms": mine, "plain_ms": theirs, "ratio": ratio, "wanted": WANTED}
        if not given.json:
            print(f"{name:32}{mine:8.2f} ms {theirs:8.2f} ms  ratio {ratio:5.2f}  (wanted <= {WANTED})", flush=True)
    if given.json:
        print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
