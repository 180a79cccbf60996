"""The autoencoder family: an encoder to codes and a decoder back. With a Gaussian code it is a VAE."""

from __future__ import annotations

import math
from typing import cast

import torch
from torch import Generator, Tensor, nn

from genlab.models.bodies.registry import BODIES, Decoder
from genlab.models.conditions import ClassedCode, check_condition, draw_classes, one_hot, with_condition
from genlab.models.config import AutoencoderConfig
from genlab.models.distributions import Bernoulli, ContinuousBernoulli, DiagonalGaussian, Gaussian, PointCode
from genlab.models.protocols import Likelihood, Space, refuse_space
from genlab.models.standardize import Standardize

MIN_LOGVAR = -10.0
"""Floor of a learned log-variance, so that data a code can copy exactly does not drive the density to infinity."""


class Autoencoder(nn.Module):
    """Encoder q(z|x) and decoder p(x|z).

    Parameters
    ----------
    config : AutoencoderConfig
    item_shape : tuple of int
        (C, H, W) of a picture with values in [0, 1], or (D,) of a vector.

    Notes
    -----
    A Gaussian likelihood of pictures puts its mean through a sigmoid, so that means are always pictures. Vectors are
    standardised number by number, and the Gaussian's sigma is in those units; its densities are in the data's own.

    Told classes, it is model M2 of Kingma et al. (2014) on labelled items: p(x|z, c) and q(c|x), and a code is [z | c].
    Their q(z|x, c) is told the class; here q(z|x) is not, so that one pass over an item says both.

    References
    ----------
    Kingma & Welling 2014, arXiv:1312.6114; classes: Kingma et al. 2014, arXiv:1406.5298, section 2.
    """

    has_encoder = True
    travels = True

    def __init__(self, config: AutoencoderConfig, item_shape: tuple[int, ...]) -> None:
        super().__init__()
        self.config = config
        self.item_shape = tuple(item_shape)
        self.n_classes, self.is_conditional = config.n_classes, config.n_classes > 0
        self.style_dim, self.latent_dim = config.latent_dim, config.code_size
        self.spaces = (Space("z", self.latent_dim, "latent space"),)
        self.is_picture = len(item_shape) == 3
        body = BODIES.get(config.body.body)
        self.moments = self.style_dim * (2 if config.variational else 1)
        self.encoder = body.encoder(config.body, self.item_shape, self.moments + self.n_classes)
        self.decoder = body.decoder(config.body, self.latent_dim, self.item_shape)
        self.units = None if self.is_picture else Standardize(self.item_shape)
        if config.likelihood == "gaussian_learned":
            self.logvar = nn.Parameter(torch.zeros(()))
        elif config.likelihood == "gaussian":
            self.register_buffer("logvar", torch.tensor(2 * math.log(config.sigma)))

    def start_from(self, x: Tensor) -> None:
        """Take from the training items, shape (N, *item_shape), what training need not spend its first steps on.

        Of real-valued vectors that is shift and scale; of other items the decoder's output bias, so that untrained
        codes decode to the mean item (a continuous Bernoulli's mean has no closed inverse and is left alone).
        """
        if self.config.likelihood.startswith("gaussian") and self.units is not None:
            self.units.fit(x)
        elif self.config.likelihood != "continuous_bernoulli":
            cast(Decoder, self.decoder).start_at(x.mean(0).clamp(0.01, 0.99).logit())

    def encode(self, x: Tensor, condition: Tensor | None = None) -> DiagonalGaussian | PointCode | ClassedCode:
        """Return the distribution of codes of items ``x``, shape (B, *item_shape).

        Their classes are certain where ``condition`` tells them, labels of shape (B,), int64; else they are weighted as
        the encoder takes them to be.
        """
        check_condition(condition, x, self.n_classes)
        h = self.encoder(x if self.units is None else self.units.inward(x))  # (B, moments + n_classes)
        moments = h[:, : self.moments] if self.is_conditional else h  # (B, 2 style_dim) or (B, style_dim)
        style = DiagonalGaussian(moments) if self.config.variational else PointCode(moments)
        if not self.is_conditional:
            return style
        logits = h[:, self.moments :]  # (B, n_classes): log q(c|x) but for a constant
        told = None if condition is None else one_hot(condition, self.n_classes)
        return ClassedCode(style, logits, told)

    def decode(self, z: Tensor, condition: Tensor | None = None) -> Likelihood:
        """Return the distribution of items at codes ``z``, shape (B, latent_dim).

        Or at styles, shape (B, style_dim), each of the class that ``condition`` says, labels of shape (B,), int64.
        """
        z = with_condition(z, condition, self.style_dim, self.n_classes)  # (B, latent_dim)
        out = self.decoder(z)  # (B, *item_shape)
        if self.config.likelihood == "bernoulli":
            return Bernoulli(out)
        if self.config.likelihood == "continuous_bernoulli":
            return ContinuousBernoulli(out)
        logvar = self.logvar.float().clamp(min=MIN_LOGVAR)  # ()
        if self.units is None:
            return Gaussian(out.sigmoid(), logvar)
        return Gaussian(self.units.outward(out), logvar + 2 * self.units.scale.log())

    def sample_prior(self, n: int, generator: Generator | None = None, condition: Tensor | None = None) -> Tensor:
        """Draw standard normal codes, shape (n, latent_dim), of classes drawn evenly or as ``condition`` says."""
        device = generator.device if generator is not None else next(self.parameters()).device
        z = torch.randn(n, self.style_dim, generator=generator, device=device)
        if condition is None and self.is_conditional:
            condition = draw_classes(n, self.n_classes, generator, device)
        return with_condition(z, condition, self.style_dim, self.n_classes)

    def enter(self, z: Tensor, space: str) -> Tensor:
        """Return ``z``: an autoencoder is mapped in its codes."""
        refuse_space(self.spaces, space)
        return z

    def decode_from(self, code: Tensor, space: str) -> Likelihood:
        """Return :meth:`decode`."""
        refuse_space(self.spaces, space)
        return self.decode(code)
