import math

import numpy as np
import pytest
import torch
from scipy.integrate import quad

from genlab.models.distributions import Bernoulli, ContinuousBernoulli, DiagonalGaussian, Gaussian, PointCode


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def moments(rows: int = 4, dim: int = 3) -> torch.Tensor:
    return torch.randn(rows, 2 * dim, generator=generator(1), dtype=torch.float32)


def test_kl_equals_monte_carlo():
    posterior = DiagonalGaussian(moments(2, 3).repeat_interleave(200_000, 0))
    z = posterior.sample(generator())
    mu, logvar = posterior.mu, posterior.logvar
    log_q = -0.5 * ((z - mu).square() / logvar.exp() + logvar + math.log(2 * math.pi)).sum(1)
    log_p = -0.5 * (z.square() + math.log(2 * math.pi)).sum(1)
    estimate = (log_q - log_p).view(2, -1).mean(1)
    assert torch.allclose(estimate, posterior.kl()[::200_000], rtol=0.02)


def test_kl_is_zero_at_the_prior():
    assert DiagonalGaussian(torch.zeros(2, 6)).kl().abs().max() == 0


def test_sample_with_kl_gradient_equals_autograd():
    def plain(m: torch.Tensor) -> torch.Tensor:
        eps = torch.randn(4, 3, generator=generator(7))
        z = m[:, :3] + (0.5 * m[:, 3:]).exp() * eps
        kl = 0.5 * (m[:, :3].square() + m[:, 3:].exp() - 1 - m[:, 3:]).sum(1)
        return (z.sin() * torch.arange(1.0, 4.0)).sum() + (kl * torch.arange(4.0)).sum()

    def fused(m: torch.Tensor) -> torch.Tensor:
        z, kl = DiagonalGaussian(m).sample_with_kl(generator(7))
        return (z.sin() * torch.arange(1.0, 4.0)).sum() + (kl * torch.arange(4.0)).sum()

    first, second = moments().requires_grad_(), moments().requires_grad_()
    a, b = plain(first), fused(second)
    a.backward()
    b.backward()
    assert torch.allclose(a, b)
    assert torch.allclose(first.grad, second.grad, atol=1e-6)


def test_point_code_samples_its_mean():
    mu = torch.randn(3, 2)
    code = PointCode(mu)
    assert code.logvar is None
    assert code.sample() is mu


def test_bernoulli_log_prob_and_gradient_equal_torch():
    x = torch.rand(5, 1, 4, 4, generator=generator())
    first = (4 * torch.randn(5, 1, 4, 4, generator=generator(1))).requires_grad_()
    second = first.detach().clone().requires_grad_()
    ours = Bernoulli(first).log_prob(x)
    theirs = -torch.nn.functional.binary_cross_entropy_with_logits(second, x, reduction="none").flatten(1).sum(1)
    (ours * torch.arange(5.0)).sum().backward()
    (theirs * torch.arange(5.0)).sum().backward()
    assert torch.allclose(ours, theirs, rtol=1e-5)
    assert torch.allclose(first.grad, second.grad, atol=1e-5)


def test_bernoulli_log_prob_is_finite_at_extreme_logits():
    logits = torch.tensor([[-200.0, 200.0]])
    assert torch.isfinite(Bernoulli(logits).log_prob(torch.tensor([[1.0, 0.0]]))).all()


@pytest.mark.parametrize("logit", [-30.0, -3.0, -0.2, -1e-3, 0.0, 1e-5, 0.05, 0.5, 4.0, 25.0])
def test_continuous_bernoulli_is_normalised(logit: float):
    def density(x: float) -> float:
        likelihood = ContinuousBernoulli(torch.tensor([[logit]]))
        return math.exp(float(likelihood.log_prob(torch.tensor([[x]], dtype=torch.float32))))

    total, _ = quad(density, 0, 1, limit=200)
    mean, _ = quad(lambda x: x * density(x), 0, 1, limit=200)
    assert total == pytest.approx(1, abs=2e-4)
    assert float(ContinuousBernoulli(torch.tensor([[logit]])).mean) == pytest.approx(mean, abs=2e-4)


def test_continuous_bernoulli_gradient_equals_finite_differences():
    x = torch.rand(1, 8, generator=generator())
    logits = torch.tensor([[-9.0, -1.0, -0.101, -0.099, 1e-4, 0.099, 0.101, 6.0]], requires_grad=True)
    ContinuousBernoulli(logits).log_prob(x).sum().backward()
    ell = logits.detach().double()

    def log_prob(ell: torch.Tensor) -> torch.Tensor:
        return x.double() * ell - torch.log(torch.expm1(ell) / ell)

    numeric = (log_prob(ell + 1e-5) - log_prob(ell - 1e-5)) / 2e-5
    assert torch.allclose(logits.grad.double(), numeric, atol=1e-5)


@pytest.mark.parametrize("kind", [Bernoulli, ContinuousBernoulli])
def test_unit_interval_samples_average_to_the_mean(kind):
    likelihood = kind(torch.tensor([-3.0, 0.0, 1.0, 8.0]).repeat(50_000, 1))
    x = likelihood.sample(generator())
    assert x.min() >= 0
    assert x.max() <= 1
    assert torch.allclose(x.mean(0), likelihood.mean[0], atol=0.01)


def test_gaussian_log_prob_equals_torch():
    mean, x = torch.randn(3, 2, 2), torch.randn(3, 2, 2)
    logvar = torch.tensor(-1.3)
    theirs = torch.distributions.Normal(mean, (0.5 * logvar).exp()).log_prob(x).flatten(1).sum(1)
    assert torch.allclose(Gaussian(mean, logvar).log_prob(x), theirs, rtol=1e-5)


def test_gaussian_samples_have_the_variance():
    x = Gaussian(torch.zeros(50_000, 2), torch.tensor(2 * math.log(0.3))).sample(generator())
    assert np.allclose(x.std(0), 0.3, rtol=0.02)
