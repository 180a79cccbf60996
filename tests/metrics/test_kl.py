import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from genlab.metrics.kl import kl, kl_per_dimension, kl_per_item, kl_terms

PAIRS = hnp.arrays(np.float64, (2, 3, 4), elements=st.floats(-8, 8))


def test_kl_equals_a_monte_carlo_estimate():
    rng = np.random.default_rng(0)
    mu, logvar = rng.normal(size=(2, 1, 5))
    sd = np.exp(0.5 * logvar)
    eps = rng.standard_normal((400_000, 5))
    z = mu + sd * eps
    log_q = (-0.5 * eps**2 - np.log(sd)).sum(axis=1)  # both without the constant they share
    log_p = (-0.5 * z**2).sum(axis=1)
    estimate = log_q - log_p
    error = estimate.std() / np.sqrt(len(estimate))
    assert abs(kl(mu, logvar) - estimate.mean()) < 4 * error
    assert error < 0.01


@given(PAIRS)
def test_kl_is_never_negative(pair):
    assert (kl_terms(*pair) >= 0).all()


@given(PAIRS)
def test_kl_sums_over_dimensions_and_averages_over_items(pair):
    terms = kl_terms(*pair)
    assert np.allclose(kl_per_item(*pair), terms.sum(axis=1))
    assert np.allclose(kl_per_dimension(*pair), terms.mean(axis=0))
    assert kl(*pair) == pytest.approx(kl_per_dimension(*pair).sum())


def test_kl_is_zero_at_the_prior_and_only_there():
    assert kl(np.zeros((2, 3)), np.zeros((2, 3))) == 0
    assert kl(np.full((2, 3), 1e-3), np.zeros((2, 3))) > 0


def test_kl_keeps_its_digits_near_the_prior():
    logvar = np.full((1, 1), 1e-6)
    assert kl(np.zeros((1, 1)), logvar) == pytest.approx(1e-12 / 4, rel=1e-4)
