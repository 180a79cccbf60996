import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.decomposition import PCA

from genlab.errors import ConfigError
from genlab.latent.ellipse import project_gaussian
from genlab.latent.pca import Pca
from genlab.latent.projection import PROJECTIONS
from genlab.latent.raw import Raw


def codes(n=300, dim=16, seed=0):
    rng = np.random.default_rng(seed)
    mixing = rng.normal(size=(dim, dim)) * np.linspace(2, 0.2, dim)
    return (rng.normal(size=(n, dim)) @ mixing + rng.normal(size=dim)).astype(np.float32)


@pytest.mark.parametrize(("n", "dim"), [(300, 16), (40, 200), (50, 50), (5, 3), (3, 5)])
def test_pca_agrees_with_scikit_learn(n, dim):
    data = codes(n, dim)
    k = min(10, dim, n - 1)
    ours, theirs = Pca.fit(data), PCA(k, svd_solver="full").fit(data.astype(np.float64))
    np.testing.assert_allclose(ours.mean_, theirs.mean_, atol=1e-5)
    np.testing.assert_allclose(ours.explained_variance_ratio_[:k], theirs.explained_variance_ratio_, atol=1e-5)
    same = np.abs(np.einsum("kd,kd->k", ours.components_[:k], theirs.components_))
    np.testing.assert_allclose(same, 1, atol=1e-4)
    np.testing.assert_allclose(
        np.abs(ours.transform(data)[:, :k]), np.abs(theirs.transform(data)), atol=1e-3 * np.abs(data).max()
    )


@pytest.mark.parametrize(("n", "dim"), [(300, 16), (40, 200), (3, 5), (1, 4), (4, 1)])
def test_pca_components_are_orthonormal_with_their_largest_number_positive(n, dim):
    components = Pca.fit(codes(n, dim)).components_
    assert len(components) == min(10, n, dim)
    np.testing.assert_allclose(components @ components.T, np.eye(len(components)), atol=1e-5)
    assert (components[np.arange(len(components)), np.abs(components).argmax(axis=1)] > 0).all()


def test_pca_does_not_flip_when_the_order_of_rows_changes():
    data = codes()
    np.testing.assert_allclose(Pca.fit(data).components_, Pca.fit(data[::-1]).components_, atol=1e-4)


@pytest.mark.parametrize("shape", [(20, 4), (4, 20)])
def test_pca_of_codes_without_variance_has_zero_shares(shape):
    collapsed = Pca.fit(np.full(shape, 3.0, np.float32))
    assert not collapsed.explained_variance_ratio_.any()
    assert np.isfinite(collapsed.components_).all()


@pytest.mark.parametrize("name", PROJECTIONS.names())
@settings(max_examples=30)
@given(seed=st.integers(0, 10_000), dim=st.integers(2, 24), data=st.data())
def test_inverse_is_exact_both_ways_and_keeps_the_rest(name, seed, dim, data):
    sample = codes(40, dim, seed)
    projection = PROJECTIONS.get(name).fit(sample)
    k = len(projection.explained_variance_ratio_)
    axes = data.draw(st.lists(st.integers(0, k - 1), min_size=2, max_size=2, unique=True))
    at = sample[seed % 40]
    places = np.random.default_rng(seed).normal(size=(5, 2)) * 3
    found = projection.inverse(places, at, axes)

    coords = projection.transform(found.codes)
    np.testing.assert_allclose(coords[:, axes], places, atol=2e-4)
    rest = [axis for axis in range(k) if axis not in axes]
    expected = np.repeat(projection.transform(at[None])[:, rest], 5, axis=0)
    np.testing.assert_allclose(coords[:, rest], expected, atol=2e-4)
    np.testing.assert_array_equal(found.confidence, np.ones(5))

    own_place = projection.transform(at[None])[:, axes]
    np.testing.assert_allclose(projection.inverse(own_place, at, axes).codes[0], at, atol=2e-4)


def test_inverse_keeps_what_the_components_do_not_span():
    sample = codes(100, 40)
    pca = Pca.fit(sample)
    moved = pca.inverse(np.array([1.0, -2.0]), sample[0]).codes[0] - sample[0]
    off_plane = moved - pca.components_[:2].T @ (pca.components_[:2] @ moved)
    np.testing.assert_allclose(off_plane, 0, atol=1e-4)


@pytest.mark.parametrize("name", PROJECTIONS.names())
def test_projection_comes_back_from_its_arrays(name):
    data = codes()
    kind = PROJECTIONS.get(name)
    kept = kind.fit(data).to_arrays()
    again = kind.from_arrays(kept)
    np.testing.assert_array_equal(again.transform(data), kind.fit(data).transform(data))
    assert again.to_arrays().keys() == kept.keys()


@pytest.mark.parametrize("name", PROJECTIONS.names())
@pytest.mark.parametrize(
    ("places", "at", "axes", "says"),
    [
        ([[0.0, 0]], np.zeros(16), (0, 0), "different"),
        ([[0.0, 0]], np.zeros(16), (0, 16), "from 0 to"),
        ([[0.0, 0]], np.zeros(16), (-1, 1), "from 0 to"),
        ([[0.0, 0, 0]], np.zeros(16), (0, 1), "one column an axis"),
        ([[0.0, 0]], np.zeros(15), (0, 1), "current code"),
    ],
)
def test_inverse_says_what_is_wrong_with_its_plane(name, places, at, axes, says):
    with pytest.raises(ConfigError, match=says):
        PROJECTIONS.get(name).fit(codes()).inverse(np.array(places), at, axes)


def test_fit_refuses_what_is_no_finite_table_of_codes():
    broken = codes()
    broken[3, 2] = np.nan
    for fit in (Pca.fit, Raw.fit):
        with pytest.raises(ConfigError, match="finite"):
            fit(broken)
        with pytest.raises(ConfigError, match="table"):
            fit(np.zeros((0, 3), np.float32))
    with pytest.raises(ConfigError, match="must be >= 1"):
        Pca.fit(codes(), n_components=0)


def test_raw_shares_add_up_to_one():
    assert Raw.fit(codes()).explained_variance_ratio_.sum() == pytest.approx(1)


@given(st.integers(0, 1000))
def test_ellipse_agrees_with_the_spread_of_projected_samples(seed):
    rng = np.random.default_rng(seed)
    plane = np.linalg.qr(rng.normal(size=(5, 2))).Q.T
    variance = rng.uniform(0.1, 2, 5)
    ellipse = project_gaussian(plane, variance)
    direction = np.array([np.cos(ellipse.angle), np.sin(ellipse.angle)])
    across = np.array([-direction[1], direction[0]])
    covariance = plane @ np.diag(variance) @ plane.T
    assert direction @ covariance @ direction == pytest.approx(ellipse.major**2)
    assert across @ covariance @ across == pytest.approx(ellipse.minor**2)
    assert direction @ covariance @ across == pytest.approx(0, abs=1e-9)
    assert ellipse.major >= ellipse.minor
