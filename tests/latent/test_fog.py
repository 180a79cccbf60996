import numpy as np
import pytest
from scipy.stats import gaussian_kde, multivariate_normal
from sklearn.neighbors import KNeighborsClassifier

from genlab.latent.fog import bandwidth, class_votes, code_density, magnification, prior_density, round_trip


def test_prior_density_is_that_of_the_gaussian_less_its_peak():
    z = np.random.default_rng(0).normal(size=(20, 5))
    prior = multivariate_normal(np.zeros(5))
    assert prior_density(z) == pytest.approx(prior.logpdf(z) - prior.logpdf(np.zeros(5)))
    mean, std = np.arange(5.0), np.array([1, 2, 3, 0.5, 0])
    own = multivariate_normal(mean[:4], np.diag(std[:4] ** 2))
    assert prior_density(z, mean, std) == pytest.approx(own.logpdf(z[:, :4]) - own.logpdf(mean[:4]))


def test_code_density_is_a_kernel_estimate_with_the_typical_code_at_zero():
    rng = np.random.default_rng(1)
    codes, places = rng.normal(size=(80, 1)), rng.normal(size=(10, 1))
    h = bandwidth(codes)
    kernel = gaussian_kde(codes.T, bw_method=h / codes.std(ddof=1))
    found = code_density(places, codes)
    assert np.diff(found) == pytest.approx(np.diff(kernel.logpdf(places.T)))
    own = [np.log(np.exp(-np.square(np.delete(codes, i, 0) - codes[i]) / (2 * h**2)).sum() / 80) for i in range(80)]
    peak = np.log(np.exp(-np.square(codes - places[0]) / (2 * h**2)).sum() / 80)
    assert found[0] == pytest.approx(peak - np.median(own))


def test_code_density_far_away_falls_without_overflow():
    codes = np.random.default_rng(2).normal(size=(50, 4))
    far = code_density(np.full((1, 4), 1e4), codes)
    assert np.isfinite(far).all()
    assert far[0] < -1e6


def test_round_trip_is_zero_on_a_manifold_that_the_encoder_inverts_and_the_way_back_elsewhere():
    decode = lambda z: np.concatenate([z, np.zeros_like(z)], axis=1)  # noqa: E731
    encode = lambda x: np.clip(x[:, :2], -1, 1)  # noqa: E731  knows codes up to 1 only
    assert round_trip(np.array([[0.5, -0.2], [3.0, 0.0]]), decode, encode) == pytest.approx([0, 2], abs=1e-6)


def test_magnification_of_a_paraboloid_is_its_area_element():
    surface = lambda z: np.stack([z[:, 0], z[:, 1], np.square(z).sum(axis=1) / 2], axis=1)  # noqa: E731
    z = np.random.default_rng(3).uniform(-2, 2, (30, 2))
    wanted = np.log10(np.sqrt(1 + np.square(z).sum(axis=1)))
    assert magnification(z, surface, step=1e-3) == pytest.approx(wanted, abs=2e-3)


def test_magnification_of_a_linear_decoder_is_its_determinant():
    a = np.random.default_rng(4).normal(size=(3, 12))
    wanted = np.log10(np.sqrt(np.linalg.det(a @ a.T)))
    assert magnification(np.zeros((2, 3)), lambda z: z @ a) == pytest.approx([wanted, wanted], abs=1e-4)


def test_class_votes_equal_scikit_learn():
    rng = np.random.default_rng(5)
    codes, labels, places = rng.normal(size=(200, 3)), rng.integers(-1, 3, 200), rng.normal(size=(40, 3))
    theirs = KNeighborsClassifier(15).fit(codes.astype(np.float32), labels)
    found = class_votes(places, codes, labels)
    assert np.array_equal(found.labels, theirs.predict(places.astype(np.float32)))
    assert found.shares == pytest.approx(theirs.predict_proba(places.astype(np.float32)).max(axis=1))
