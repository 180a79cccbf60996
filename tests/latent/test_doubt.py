import numpy as np
import pytest

from genlab.errors import ConfigError
from genlab.latent.doubt import KNOWN, Doubt
from genlab.latent.geodesic import least_geodesic
from genlab.latent.stones import over_stones


@pytest.fixture(scope="module")
def ring():
    rng = np.random.default_rng(0)
    angle = rng.uniform(0, 2 * np.pi, 2000)
    return np.stack([np.cos(angle), np.sin(angle)], 1) * rng.normal(2, 0.1, 2000)[:, None]


def test_doubt_is_small_among_the_codes_and_whole_in_emptiness(ring):
    doubt = Doubt.fit(ring, most=3.0)
    assert np.median(doubt.std(ring)) == pytest.approx(KNOWN * 3)
    np.testing.assert_allclose(doubt.std(np.array([[0.0, 0.0], [50.0, 0.0]])), 3, rtol=0.05)


def test_pull_is_the_slope_of_the_doubt(ring):
    doubt = Doubt.fit(ring, most=3.0)
    z = np.array([[1.4, 0.3], [2.1, 0.0], [0.5, -2.4]])
    step = 1e-5
    slopes = [(doubt.std(z + step * axis) - doubt.std(z - step * axis)) / (2 * step) for axis in np.eye(2)]
    weights = np.array([1.0, -2.0, 0.5])
    np.testing.assert_allclose(doubt.pull(z, weights), weights[:, None] * np.stack(slopes, 1), atol=1e-6)


def test_geodesic_with_doubt_goes_around_the_hole(ring):
    doubt = Doubt.fit(ring, most=3.0)

    def decode(z):
        return np.concatenate([z, doubt.std(z)[:, None]], 1)

    start = np.linspace((-2.0, 0.2), (2.0, 0.2), 33)
    around = over_stones(start[[0, -1]], decode(start[[0, -1]]), ring[::4], decode(ring[::4]), 32)
    found = least_geodesic([start, around], decode, lambda z, w: w[:, :2] + doubt.pull(z, w[:, 2]))
    assert np.linalg.norm(start, axis=1).min() < 0.3
    assert np.linalg.norm(found.codes, axis=1).min() > 1.2
    assert found.length < 2 * np.pi


def test_stones_that_do_not_join_the_ends_are_no_way(ring):
    far = np.array([[100.0, 0.0], [100.1, 0.0]])
    ends = np.concatenate([ring[:1], far[:1]])
    stones = np.concatenate([ring[:200], far[0] + 0.01 * np.random.default_rng(0).normal(size=(50, 2))])
    assert over_stones(ends, ends, stones, stones, 8) is None


def test_doubt_needs_codes_and_items_that_differ(ring):
    with pytest.raises(ConfigError, match="2 or more codes"):
        Doubt.fit(ring[:1], 1.0)
    with pytest.raises(ConfigError, match="differ"):
        Doubt.fit(ring, 0.0)
