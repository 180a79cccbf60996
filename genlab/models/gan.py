"""The GAN family: a generator from noise to items, a discriminator that tells them from data."""

from __future__ import annotations

import copy
import math
from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Generator as RandomGenerator
from torch import Tensor, nn

from genlab.errors import CapabilityError, ConfigError
from genlab.models.bodies.chain import SLOPE, as_one_node, in_precision_of, runs_as_one_node
from genlab.models.bodies.mlp import ACTIVATIONS, MlpDecoder
from genlab.models.bodies.registry import BODIES
from genlab.models.conditions import draw_classes, with_condition
from genlab.models.config import ConvConfig, GanConfig
from genlab.models.distributions import Gaussian
from genlab.models.fourier import FourierFeatures
from genlab.models.initial import keep_variance
from genlab.models.judge_batch import JudgeBatch
from genlab.models.protocols import Likelihood, Space, refuse_space
from genlab.models.spectral import normalize_spectra
from genlab.models.standardize import Standardize

OUTPUT_LOGVAR = -6.0
"""Log-variance of the narrow Gaussian that stands for a generator's output where a likelihood is asked for."""

COMPANY = 64
"""Samples, or packs of them, that stand for a batch where single items are judged."""


class Generator(nn.Module):
    """Noise (B, latent_dim) to items (B, *item_shape), in two parts that meet at the first activations.

    GANSpace (Härkönen et al. 2020, arXiv:2004.02546, section 3.1) maps the first activations because z itself is a
    plain Gaussian ball: ``enter`` goes there, ``leave`` goes on from there. Told classes enter beside the
    noise (Mirza & Osindero 2014, arXiv:1411.1784, section 3.2).
    """

    def __init__(self, config: GanConfig, item_shape: tuple[int, ...]) -> None:
        super().__init__()
        body = config.body
        self.width = 4 * body.channels if isinstance(body, ConvConfig) else body.hidden[-1]
        self.first = nn.Linear(config.code_size, self.width)
        self.activation = ACTIVATIONS[body.activation]()
        rest = body if isinstance(body, ConvConfig) else body.model_copy(update={"hidden": body.hidden[:-1]})
        self.rest = BODIES.get(body.body).decoder(rest, self.width, item_shape)
        self.is_unit = config.output == "unit"
        self.units = None if self.is_unit else Standardize(item_shape)

    def enter(self, z: Tensor) -> Tensor:
        """Return the first activations, shape (B, width)."""
        return self.activation(self.first(in_precision_of(self.first.weight, z))).float()

    def leave(self, activations: Tensor) -> Tensor:
        """Return items, shape (B, *item_shape)."""
        return self._in_units(self.rest(activations))

    def forward(self, z: Tensor) -> Tensor:
        """Return items, shape (B, *item_shape)."""
        rest, slope = self.rest, SLOPE.get(type(self.activation))
        if isinstance(rest, MlpDecoder) and slope is not None and runs_as_one_node(self):
            return self._in_units(rest.as_items(as_one_node([self.first, *rest.layers.linear], slope, z)))
        return self.leave(self.enter(z))

    def _in_units(self, out: Tensor) -> Tensor:
        return out.sigmoid() if self.units is None else self.units.outward(out)


class Discriminator(nn.Module):
    """Items (B, *item_shape) to logits of being data, shape (B,); with packing, of each ``packing`` in a row together.

    Attributes
    ----------
    packing : int
        Items judged as one, their numbers side by side (PacGAN: Lin et al. 2018, arXiv:1712.04086, section 2).
    minibatch_std : bool
        True if it is told how much the items of a batch differ.
    waves : FourierFeatures or None
        What it is shown beside the numbers of what it judges.
    unit : Tensor or float
        What one step of its input is in the data's units, broadcastable to an item.

    Notes
    -----
    Told classes, the logit is psi(phi(x)) + e(c) . phi(x), with phi the body's features, psi linear and a vector e for
    each class (Miyato & Koyama 2018, arXiv:1802.05637, equation 3). It is linear in c: evenly weighted classes give the
    mean over the classes.
    """

    def __init__(self, config: GanConfig, item_shape: tuple[int, ...]) -> None:
        super().__init__()
        self.packing, self.minibatch_std, self.n_classes = config.packing, config.minibatch_std, config.n_classes
        if config.packing > 1 and config.n_classes > 0:
            raise ConfigError(
                f"A discriminator that is told {config.n_classes} classes judges single items, got "
                f"packing={config.packing}; set packing=1, or n_classes=0."
            )
        packed: tuple[int, ...] = (config.packing * item_shape[0], *item_shape[1:])
        self.waves = None
        if config.fourier_features > 0:
            if isinstance(config.body, ConvConfig):
                raise ConfigError(
                    f"Fourier features are for perceptrons, got fourier_features={config.fourier_features} with "
                    f"body={config.body.body}; set fourier_features=0, or body=mlp."
                )
            self.waves = FourierFeatures(math.prod(packed), config.fourier_features)
            packed = (math.prod(packed) + config.fourier_features,)
        encoder = BODIES.get(config.body.body).encoder
        width = 4 * config.body.channels if isinstance(config.body, ConvConfig) else config.body.hidden[-1]
        if config.n_classes > 0:
            self.body: nn.Module = nn.Sequential(
                encoder(config.body, packed, width), ACTIVATIONS[config.body.activation]()
            )
            self.head = JudgeBatch(width) if config.minibatch_std else nn.Linear(width, 1)
            self.classes = nn.Linear(width, config.n_classes, bias=False)
        elif config.minibatch_std:
            self.body = nn.Sequential(
                encoder(config.body, packed, width), ACTIVATIONS[config.body.activation](), JudgeBatch(width)
            )
        else:
            self.body = encoder(config.body, packed, 1)
        self.units = Standardize(item_shape) if config.output == "real" else None

    @property
    def unit(self) -> Tensor | float:
        """What one step of its input is in the data's units."""
        return 0.5 if self.units is None else self.units.scale

    def forward(self, x: Tensor, c: Tensor | None = None) -> Tensor:
        """Return logits, shape (B,), or (B / packing,); B must be a multiple of ``packing``.

        Parameters
        ----------
        x : Tensor, shape (B, *item_shape)
        c : Tensor, shape (B, n_classes), optional
            Weights of the classes told; without them the mean over the classes.
        """
        # pictures are seen centred: -1 to 1
        seen = 2 * x - 1 if self.units is None else self.units.inward(x)
        if self.packing > 1:
            seen = seen.reshape(len(x) // self.packing, -1, *x.shape[2:])  # (B / packing, packing * C, …)
        if self.waves is not None:
            seen = self.waves(seen.flatten(1))  # (B / packing, numbers and waves)
        if self.n_classes == 0:
            return self.body(seen).squeeze(1)
        features = self.body(seen)  # (B, width): phi(x)
        features = in_precision_of(self.classes.weight, features)
        of_class = self.classes(features).float()  # (B, n_classes): e(c) . phi(x) for every class
        projection = of_class.mean(1) if c is None else (of_class * c).sum(1)  # (B,)
        return self.head(features).float().squeeze(1) + projection

    @contextmanager
    def as_in(self, batch: Tensor) -> Iterator[None]:
        """Inside the ``with`` block, let every batch differ as much as the items ``batch``, shape (B, *item_shape)."""
        (judge,) = (module for module in self.modules() if isinstance(module, JudgeBatch))
        self(batch)
        judge.held = judge.last
        try:
            yield
        finally:
            judge.held = None


class Gan(nn.Module):
    """Generator, discriminator and the averaged generator that is shown.

    Parameters
    ----------
    config : GanConfig
    item_shape : tuple of int

    Attributes
    ----------
    generator_ema : Generator
        Exponential moving average of the generator's weights (Karras et al. 2018, arXiv:1710.10196, section 6);
        everything but training goes through it.

    References
    ----------
    Goodfellow et al. 2014, arXiv:1406.2661; classes: Mirza & Osindero 2014, arXiv:1411.1784.
    """

    has_encoder = False
    travels = True

    def __init__(self, config: GanConfig, item_shape: tuple[int, ...]) -> None:
        super().__init__()
        self.config = config
        self.item_shape = tuple(item_shape)
        self.n_classes, self.is_conditional = config.n_classes, config.n_classes > 0
        self.style_dim, self.latent_dim = config.latent_dim, config.code_size
        self.generator = Generator(config, self.item_shape)
        self.discriminator = Discriminator(config, self.item_shape)
        for module in (*self.generator.modules(), *self.discriminator.modules()):
            keep_variance(module)
        if config.spectral_norm:
            normalize_spectra(self.discriminator)
        self.generator_ema = copy.deepcopy(self.generator).requires_grad_(False)
        self.spaces = (
            Space("activations", self.generator.width, "first activations"),
            Space("z", self.latent_dim, "noise"),
        )

    def start_from(self, x: Tensor) -> None:
        """Take shift and scale of real-valued items from the training items, shape (N, *item_shape)."""
        for part in (self.generator, self.generator_ema, self.discriminator):
            if part.units is not None:
                part.units.fit(x)

    def encode(self, x: Tensor, condition: Tensor | None = None) -> Likelihood:
        """Refuse: a GAN has no encoder.

        Raises
        ------
        CapabilityError
            Always.
        """
        raise CapabilityError(
            "A GAN has no encoder, so it cannot turn items into codes; use a VAE, or sample it instead."
        )

    def decode(self, z: Tensor, condition: Tensor | None = None) -> Likelihood:
        """Return items at noise ``z``, shape (B, latent_dim), as a narrow Gaussian around them.

        Or at noise of shape (B, style_dim), each of the class that ``condition`` says, labels of shape (B,), int64.
        """
        return self._answer(self.generator_ema(with_condition(z, condition, self.style_dim, self.n_classes)))

    def judge(self, x: Tensor) -> Tensor:
        """Return the discriminator's logit of each item, shape (B,).

        One that is told classes is not told any here: it answers with the mean over them. One that judges several
        together, in packs or by how much a batch differs, sees each item among samples of the averaged generator,
        always the same ones: its answer does not depend on what else is asked.
        """
        noise = RandomGenerator(x.device).manual_seed(0)
        packing = self.discriminator.packing
        if packing > 1:
            company = self.generator_ema(self.sample_prior(packing - 1, noise)).expand(len(x), -1, *x.shape[1:])
            x = torch.cat([x.unsqueeze(1), company], 1).flatten(0, 1)  # (B packing, *item_shape)
        if not self.discriminator.minibatch_std:
            return self.discriminator(x)
        with self.discriminator.as_in(self.generator_ema(self.sample_prior(COMPANY * packing, noise))):
            return self.discriminator(x)

    def sample_prior(self, n: int, generator: RandomGenerator | None = None, condition: Tensor | None = None) -> Tensor:
        """Draw standard normal noise, shape (n, latent_dim), of classes drawn evenly or as ``condition`` says."""
        device = generator.device if generator is not None else next(self.parameters()).device
        z = torch.randn(n, self.style_dim, generator=generator, device=device)
        if condition is None and self.is_conditional:
            condition = draw_classes(n, self.n_classes, generator, device)
        return with_condition(z, condition, self.style_dim, self.n_classes)

    def classes_of(self, z: Tensor) -> Tensor | None:
        """Return the weights of classes in noise, shape (B, n_classes); None where no classes are told."""
        return z[:, self.style_dim :] if self.is_conditional else None

    def enter(self, z: Tensor, space: str) -> Tensor:
        """Carry noise into ``space``: first activations (B, width), or z itself."""
        refuse_space(self.spaces, space)
        return self.generator_ema.enter(z) if space == "activations" else z

    def decode_from(self, code: Tensor, space: str) -> Likelihood:
        """Decode a code of ``space``; activations go through the rest of the generator."""
        refuse_space(self.spaces, space)
        return self._answer(self.generator_ema.leave(code)) if space == "activations" else self.decode(code)

    def _answer(self, x: Tensor) -> Gaussian:
        return Gaussian(x, torch.full((), OUTPUT_LOGVAR, device=x.device))
