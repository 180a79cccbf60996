"""What encoders and decoders answer: distributions over codes and over items.

Log-likelihoods and divergences are in nats, summed over an item's numbers. Their gradients are written out where that
saves passes over memory: a training step of a small network is mostly such passes.
"""

from __future__ import annotations

import math

import torch
from torch import Generator, Tensor
from torch.autograd.function import FunctionCtx, once_differentiable
from torch.nn.functional import softplus

LOG_2PI = math.log(2 * math.pi)


class DiagonalGaussian:
    """A posterior over codes, independent per dimension.

    Parameters
    ----------
    moments : Tensor, shape (B, 2 * latent_dim), float32
        Means in the first half of the columns, log-variances in the second, as an encoder's last layer gives them.

    References
    ----------
    Kingma & Welling 2014, arXiv:1312.6114, section 2.3 and appendix B.
    """

    def __init__(self, moments: Tensor) -> None:
        self.moments = moments

    @property
    def mu(self) -> Tensor:
        """Means, shape (B, latent_dim)."""
        return self.moments[:, : self.moments.shape[1] // 2]

    @property
    def logvar(self) -> Tensor:
        """Log-variances, shape (B, latent_dim)."""
        return self.moments[:, self.moments.shape[1] // 2 :]

    def sample(self, generator: Generator | None = None) -> Tensor:
        """Draw z = mu + sigma * eps, shape (B, latent_dim); gradients flow to the moments."""
        return self.sample_with_kl(generator)[0]

    def kl(self) -> Tensor:
        """KL divergence to the standard normal prior, shape (B,), in nats, >= 0 (appendix B of the paper)."""
        return self.kl_per_dimension().sum(1)

    def kl_per_dimension(self) -> Tensor:
        """The summands of :meth:`kl`, shape (B, latent_dim), in nats."""
        return 0.5 * (self.mu.square() + self.logvar.exp() - 1 - self.logvar)

    def sample_with_kl(self, generator: Generator | None = None) -> tuple[Tensor, Tensor]:
        """Return :meth:`sample` and :meth:`kl` from one pass.

        Returns
        -------
        z : Tensor, shape (B, latent_dim)
        kl : Tensor, shape (B,), in nats
        """
        rows, columns = self.moments.shape
        eps = torch.randn(rows, columns // 2, generator=generator, device=self.moments.device)  # (B, d)
        return _SampleWithKl.apply(self.moments, eps)


class PointCode:
    """A code without spread, as a plain autoencoder gives.

    Parameters
    ----------
    mu : Tensor, shape (B, latent_dim), float32
    """

    logvar = None

    def __init__(self, mu: Tensor) -> None:
        self.mu = mu

    def sample(self, generator: Generator | None = None) -> Tensor:
        """Return mu: there is nothing to draw."""
        return self.mu


class Bernoulli:
    """Independent pixels that are ink or not.

    Of grey values in [0, 1] the log-likelihood is the usual cross-entropy: a loss, not a density.

    Parameters
    ----------
    logits : Tensor, shape (B, *item_shape), float32
    """

    def __init__(self, logits: Tensor) -> None:
        self.logits = logits

    @property
    def mean(self) -> Tensor:
        """Probability of ink, shape (B, *item_shape), in [0, 1]."""
        return self.logits.sigmoid()

    @property
    def mode(self) -> Tensor:
        """The likelier of 0 and 1, shape (B, *item_shape)."""
        return (self.logits > 0).to(self.logits.dtype)

    def sample(self, generator: Generator | None = None) -> Tensor:
        """Draw zeros and ones, shape (B, *item_shape)."""
        return torch.bernoulli(self.mean, generator=generator)

    def log_prob(self, x: Tensor) -> Tensor:
        """Log-likelihood of ``x`` in [0, 1], shape (B,), in nats."""
        return -_BernoulliNll.apply(self.logits.flatten(1), x.flatten(1))


class ContinuousBernoulli:
    """A density over [0, 1] with Bernoulli's shape: p(x) = exp(l x) / Z(l), Z(l) = (exp(l) - 1) / l, for a logit l.

    In logits the paper's normaliser C = 2 atanh(1 - 2 lambda) / (1 - 2 lambda) becomes l / tanh(l / 2), so that
    C lambda^x (1 - lambda)^(1 - x) is the exponential family above, with log Z as its log-partition. That form has no
    hole at lambda = 0.5 other than 0/0 at l = 0 exactly.

    Parameters
    ----------
    logits : Tensor, shape (B, *item_shape), float32

    References
    ----------
    Loaiza-Ganem & Cunningham 2019, arXiv:1907.06845, equations 5 to 9.
    """

    def __init__(self, logits: Tensor) -> None:
        self.logits = logits

    @property
    def mean(self) -> Tensor:
        """Expected value, shape (B, *item_shape), in [0, 1]; it is not sigmoid(logits)."""
        return _continuous_bernoulli_mean(self.logits)

    @property
    def mode(self) -> Tensor:
        """Where the density is highest, an end of [0, 1]; shape (B, *item_shape)."""
        return (self.logits > 0).to(self.logits.dtype)

    def sample(self, generator: Generator | None = None) -> Tensor:
        """Draw by the inverse of the distribution function, shape (B, *item_shape)."""
        u = torch.rand(self.logits.shape, generator=generator, device=self.logits.device)  # (B, *item_shape)
        size = self.logits.abs().clamp(min=1e-4)
        low = torch.log1p(u * torch.expm1(-size)) / -size  # drawn at logit -|l|, mirrored for positive l
        return torch.where(self.logits > 0, 1 - low, low).clamp(0, 1)

    def log_prob(self, x: Tensor) -> Tensor:
        """Log-density of ``x`` in [0, 1], shape (B,), in nats."""
        return -_ContinuousBernoulliNll.apply(self.logits.flatten(1), x.flatten(1))


class Gaussian:
    """Independent normal numbers around a mean.

    Parameters
    ----------
    mean : Tensor, shape (B, *item_shape), float32
    logvar : Tensor, broadcastable to ``mean``
        Log-variance: a constant for a fixed sigma, one learned number for a learned variance.

    References
    ----------
    Rybkin et al. 2021, arXiv:2006.13202, section 4: one variance for all numbers, learned with the decoder.
    """

    def __init__(self, mean: Tensor, logvar: Tensor) -> None:
        self.mean = mean
        self.logvar = logvar

    @property
    def mode(self) -> Tensor:
        """The mean."""
        return self.mean

    def sample(self, generator: Generator | None = None) -> Tensor:
        """Draw mean + sigma * noise, shape (B, *item_shape)."""
        noise = torch.randn(self.mean.shape, generator=generator, device=self.mean.device)  # (B, *item_shape)
        return self.mean + (0.5 * self.logvar).exp() * noise

    def log_prob(self, x: Tensor) -> Tensor:
        """Log-density of ``x``, shape (B,), in nats."""
        squared = (x - self.mean).square() * (-self.logvar).exp()  # (B, *item_shape)
        return -0.5 * (squared + self.logvar + LOG_2PI).flatten(1).sum(1)


class _SampleWithKl(torch.autograd.Function):
    """(moments, eps) -> (z, kl) with both gradients in one pass back to the moments."""

    @staticmethod
    def forward(ctx: FunctionCtx, moments: Tensor, eps: Tensor) -> tuple[Tensor, Tensor]:
        d = eps.shape[1]
        mu, logvar = moments[:, :d], moments[:, d:]  # (B, d) each
        sigma = logvar.mul(0.5).exp_()  # (B, d)
        noise = sigma * eps  # (B, d)
        variance = sigma.square_()  # (B, d)
        ctx.save_for_backward(moments, noise, variance)
        kl = torch.addcmul(variance - logvar, mu, mu).sum(1).sub_(d).mul_(0.5)  # (B,)
        return mu + noise, kl

    @staticmethod
    @once_differentiable
    def backward(ctx: FunctionCtx, grad_z: Tensor, grad_kl: Tensor) -> tuple[Tensor, None]:
        moments, noise, variance = ctx.saved_tensors  # type: ignore[attr-defined]
        d = noise.shape[1]
        grad_kl = grad_kl.unsqueeze(1)  # (B, 1)
        grad = torch.empty_like(moments)  # (B, 2 d)
        torch.addcmul(grad_z, moments[:, :d], grad_kl, out=grad[:, :d])  # dkl/dmu = mu
        # dkl/dlogvar = (sigma^2 - 1) / 2 and dz/dlogvar = sigma eps / 2
        grad_logvar = torch.addcmul(grad_kl.mul(-0.5), variance, grad_kl, value=0.5, out=grad[:, d:])
        grad_logvar.addcmul_(noise, grad_z, value=0.5)
        return grad, None


class _BernoulliNll(torch.autograd.Function):
    """Cross-entropy of each row; the gradient sigmoid(logits) - x is kept from the forward pass."""

    @staticmethod
    def forward(ctx: FunctionCtx, logits: Tensor, x: Tensor) -> Tensor:
        nll = softplus(logits).addcmul_(logits, x, value=-1).sum(1)  # (B,)
        if ctx.needs_input_grad[0]:  # type: ignore[attr-defined]
            ctx.save_for_backward(logits.sigmoid().sub_(x))  # (B, D)
        return nll

    @staticmethod
    @once_differentiable
    def backward(ctx: FunctionCtx, grad: Tensor) -> tuple[Tensor, None]:
        (slope,) = ctx.saved_tensors  # type: ignore[attr-defined]
        return slope.mul_(grad.unsqueeze(1)), None  # nobody else has it, and a graph is walked once


class _ContinuousBernoulliNll(torch.autograd.Function):
    """log Z(logits) - logits * x, summed over each row; its gradient is mean - x."""

    @staticmethod
    def forward(ctx: FunctionCtx, logits: Tensor, x: Tensor) -> Tensor:
        # log Z(l) = max(l, 0) + log((1 - exp(-|l|)) / |l|): no overflow, and expm1 keeps every digit near l = 0
        size = logits.abs().clamp_(min=1e-6)
        log_z = logits.clamp(min=0).add_(torch.expm1(-size).neg_().div_(size).log_())  # (B, D)
        if ctx.needs_input_grad[0]:  # type: ignore[attr-defined]
            ctx.save_for_backward(_continuous_bernoulli_mean(logits).sub_(x))
        return log_z.addcmul_(logits, x, value=-1).sum(1)

    @staticmethod
    @once_differentiable
    def backward(ctx: FunctionCtx, grad: Tensor) -> tuple[Tensor, None]:
        (slope,) = ctx.saved_tensors  # type: ignore[attr-defined]
        return slope * grad.unsqueeze(1), None


def _continuous_bernoulli_mean(logits: Tensor) -> Tensor:
    """Slope of log Z in the logits: 1 / (1 - exp(-l)) - 1 / l, by its series where the two terms cancel."""
    near = logits.abs() < 0.1
    safe = torch.where(near, torch.ones_like(logits), logits)
    return torch.where(near, 0.5 + logits / 12 - logits**3 / 720, -1 / torch.expm1(-safe) - 1 / safe)
