"""The losses of the game between generator and discriminator, one short function a side.

Each takes logits, the discriminator's outputs, of data and of samples, shape (B,) each, and returns shape (B,). Adding
one: its functions, a line in :data:`LOSSES`, its configuration in ``gan_config.py``, and a line in ``registry.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from torch import Tensor
from torch.nn.functional import relu, softplus


@dataclass(frozen=True)
class GanLoss:
    """A loss for each side.

    Attributes
    ----------
    discriminator, generator : callable
        From logits of data and of samples to what that side lowers.
    is_relative : bool
        True if the generator's side looks at data too; else it passes their logits over.
    """

    discriminator: Callable[[Tensor, Tensor], Tensor]
    generator: Callable[[Tensor, Tensor], Tensor]
    is_relative: bool = False


def cross_entropy_d(real_logits: Tensor, fake_logits: Tensor) -> Tensor:
    """Return -log D(x) - log(1 - D(G(z))), in nats, where D is the logit's sigmoid.

    References
    ----------
    Goodfellow et al. 2014, arXiv:1406.2661, algorithm 1.
    """
    return softplus(-real_logits) + softplus(fake_logits)


def non_saturating_g(real_logits: Tensor, fake_logits: Tensor) -> Tensor:
    """Return -log D(G(z)), in nats: steep where the discriminator is sure (Goodfellow et al. 2014, section 3)."""
    return softplus(-fake_logits)


def saturating_g(real_logits: Tensor, fake_logits: Tensor) -> Tensor:
    """Return log(1 - D(G(z))), in nats: flat where the discriminator is sure (Goodfellow et al. 2014, equation 1)."""
    return -softplus(fake_logits)


def least_squares_d(real_logits: Tensor, fake_logits: Tensor) -> Tensor:
    """Return (D(x) - 1)^2 / 2 + D(G(z))^2 / 2 (Mao et al. 2017, arXiv:1611.04076, equation 9: a = 0, b = c = 1)."""
    return 0.5 * (real_logits - 1).square() + 0.5 * fake_logits.square()


def least_squares_g(real_logits: Tensor, fake_logits: Tensor) -> Tensor:
    """Return (D(G(z)) - 1)^2 / 2 (Mao et al. 2017, equation 9)."""
    return 0.5 * (fake_logits - 1).square()


def wasserstein_d(real_logits: Tensor, fake_logits: Tensor) -> Tensor:
    """Return D(G(z)) - D(x): less the distance a critic of slope 1 sees (Arjovsky et al. 2017, arXiv:1701.07875, 3)."""
    return fake_logits - real_logits


def wasserstein_g(real_logits: Tensor, fake_logits: Tensor) -> Tensor:
    """Return -D(G(z)) (Arjovsky et al. 2017, algorithm 1)."""
    return -fake_logits


def hinge_d(real_logits: Tensor, fake_logits: Tensor) -> Tensor:
    """Return max(0, 1 - D(x)) + max(0, 1 + D(G(z))) (Lim & Ye 2017, arXiv:1705.02894; Miyato et al. 2018, eq. 16)."""
    return relu(1 - real_logits) + relu(1 + fake_logits)


def relativistic_d(real_logits: Tensor, fake_logits: Tensor) -> Tensor:
    """Return log(1 + exp(D(G(z)) - D(x))), in nats: each data item should score higher than its sample.

    References
    ----------
    Jolicoeur-Martineau 2019, arXiv:1807.00734; with R1 and R2: Huang et al. 2024, R3GAN, arXiv:2501.05441, equation 2.
    """
    return softplus(fake_logits - real_logits)


def relativistic_g(real_logits: Tensor, fake_logits: Tensor) -> Tensor:
    """Return log(1 + exp(D(x) - D(G(z)))), in nats: each sample should score higher than its data item."""
    return softplus(real_logits - fake_logits)


LOSSES = {
    "non_saturating": GanLoss(cross_entropy_d, non_saturating_g),
    "saturating": GanLoss(cross_entropy_d, saturating_g),
    "least_squares": GanLoss(least_squares_d, least_squares_g),
    "wasserstein": GanLoss(wasserstein_d, wasserstein_g),
    "hinge": GanLoss(hinge_d, wasserstein_g),
    "relativistic": GanLoss(relativistic_d, relativistic_g, is_relative=True),
}
"""By the objective's name."""
