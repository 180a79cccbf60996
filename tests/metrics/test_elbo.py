import numpy as np
import pytest

from genlab.metrics.elbo import elbo
from genlab.metrics.kl import kl_per_item


def gaussian_log_density(x, variance):
    return -0.5 * (x**2 / variance + np.log(2 * np.pi * variance)).sum(axis=-1)


def test_elbo_of_the_exact_posterior_is_the_log_evidence():
    """For z ~ N(0, 1) and x | z ~ N(z, s²), x ~ N(0, 1 + s²) and z | x ~ N(x / (1 + s²), s² / (1 + s²))."""
    rng = np.random.default_rng(0)
    s2 = 0.5
    x = rng.normal(size=(6, 1)) * np.sqrt(1 + s2)
    mu, variance = x / (1 + s2), np.full_like(x, s2 / (1 + s2))
    z = mu + np.sqrt(variance) * rng.standard_normal((200_000, 6, 1))
    log_prob = gaussian_log_density(x - z, s2).mean(axis=0)
    bound = elbo(log_prob, kl_per_item(mu, np.log(variance)))
    evidence = gaussian_log_density(x, 1 + s2).mean()
    assert bound == pytest.approx(evidence, abs=0.01)
    assert elbo(log_prob, kl_per_item(mu, np.log(variance)) + 0.1) < evidence


def test_elbo_refuses_arrays_that_are_not_one_number_an_item():
    with pytest.raises(ValueError, match="one number an item"):
        elbo(np.zeros(3), np.zeros((3, 2)))
