"""What every model offers. Pages and measures ask for capabilities, never for class names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from torch import Generator, Tensor

from genlab.errors import CapabilityError
from genlab.models.config import AutoencoderConfig, GanConfig


class Likelihood(Protocol):
    """The decoder's answer: a distribution over items, independent per number."""

    @property
    def mean(self) -> Tensor:
        """Expected item, shape (B, *item_shape)."""
        ...

    @property
    def mode(self) -> Tensor:
        """Most likely item, shape (B, *item_shape)."""
        ...

    def sample(self, generator: Generator | None = None) -> Tensor:
        """Draw one item a row, shape (B, *item_shape)."""
        ...

    def log_prob(self, x: Tensor) -> Tensor:
        """Log-likelihood of items, shape (B,), in nats, summed over an item's numbers."""
        ...


class Posterior(Protocol):
    """The encoder's answer: a diagonal Gaussian over codes, or a point code (logvar is None)."""

    mu: Tensor
    """Shape (B, latent_dim)."""
    logvar: Tensor | None
    """Shape (B, style_dim), or None for a point code; the weights of classes have no spread."""

    def sample(self, generator: Generator | None = None) -> Tensor:
        """Draw z, shape (B, latent_dim); a point code returns mu."""
        ...


@dataclass(frozen=True)
class Space:
    """A space in which a model can be mapped.

    Attributes
    ----------
    name : str
        ``z``, or ``activations`` for a GAN's first activations.
    dim : int
        Numbers in one code of this space, flattened.
    title : str
        What a page calls it.
    exact : bool
        True if every place decodes exactly.
    """

    name: str
    dim: int
    title: str
    exact: bool = True


@runtime_checkable
class LatentModel(Protocol):
    """A model with a latent space.

    Every implementation is a ``torch.nn.Module`` built from ``(config, item_shape)``; its ``spaces[0]`` is the one a
    map shows by default. The code of a model that is told classes is [z | c]: ``style_dim`` numbers as in any model,
    then the weight of each class (:mod:`genlab.models.conditions`).
    """

    config: AutoencoderConfig | GanConfig
    latent_dim: int
    """Numbers of a whole code."""
    style_dim: int
    """Those of them that are no class; all, where no classes are told."""
    item_shape: tuple[int, ...]
    has_encoder: bool
    is_conditional: bool
    travels: bool
    """True if decoder and encoder can be exported as ONNX and run in the browser."""
    spaces: tuple[Space, ...]

    def decode(self, z: Tensor, condition: Tensor | None = None) -> Likelihood:
        """Return the distribution of items at codes ``z``, shape (B, latent_dim).

        Or at styles, shape (B, style_dim), each of the class that ``condition`` says, labels of shape (B,), int64.
        """
        ...

    def encode(self, x: Tensor, condition: Tensor | None = None) -> Posterior:
        """Return the distribution of codes of items; raises CapabilityError without an encoder.

        Their classes are what ``condition`` says, labels of shape (B,), int64; else what the encoder takes them for.
        """
        ...

    def sample_prior(self, n: int, generator: Generator | None = None, condition: Tensor | None = None) -> Tensor:
        """Draw ``n`` codes from the prior, shape (n, latent_dim), on the generator's device.

        Their classes are drawn evenly, or what ``condition`` says, labels of shape (n,), int64.
        """
        ...

    def enter(self, z: Tensor, space: str) -> Tensor:
        """Carry codes from z into ``space``, shape (B, dim); identity for ``z``."""
        ...

    def decode_from(self, code: Tensor, space: str) -> Likelihood:
        """Decode codes of ``space``: ``decode_from(enter(z, s), s)`` equals ``decode(z)``."""
        ...


def refuse_space(spaces: tuple[Space, ...], space: str) -> None:
    """Raise CapabilityError if ``space`` is none of the model's ``spaces``."""
    if space not in (known := [s.name for s in spaces]):
        raise CapabilityError(f"This model has no space '{space}'; it has: {', '.join(known)}.")
