import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.neighbors import NearestNeighbors

from genlab.analysis.codes import codes
from genlab.analysis.neighbors import latent_neighbors, nearest, pixel_neighbors
from genlab.data.named import load
from genlab.errors import ConfigError, StoreError
from genlab.training.config import DataConfig, RunSpec


@settings(max_examples=30)
@given(st.integers(1, 3000), st.integers(1, 9), st.integers(1, 12), st.integers(0, 99))
def test_nearest_agrees_with_scikit_learn(n_items, dim, n, seed):
    rng = np.random.default_rng(seed)
    items, point = rng.normal(size=(n_items, dim)).astype(np.float32), rng.normal(size=dim).astype(np.float32)
    rows, distances = nearest(items, point, n)
    expected, _ = NearestNeighbors(n_neighbors=min(n, n_items)).fit(items).kneighbors(point[None])
    np.testing.assert_allclose(distances, expected[0], rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(items[rows] - point, axis=1), distances, rtol=1e-4, atol=1e-5)


def test_nearest_takes_the_first_of_equal_items():
    assert nearest(np.zeros((7, 2), np.float32), np.ones(2), 3)[0].tolist() == [0, 1, 2]


def test_nearest_does_not_wrap_bytes_around():
    items = np.array([[0], [250]], np.uint8)
    assert nearest(items, np.array([10.0]), 2)[1].tolist() == [10, 240]


@pytest.mark.parametrize("point", [np.zeros(3), np.zeros((1, 2)), np.array([np.nan, 0])])
def test_nearest_refuses_points_of_another_shape_or_not_finite(point):
    with pytest.raises(ConfigError):
        nearest(np.zeros((4, 2)), point, 1)


def test_latent_neighbors_of_a_code_begin_with_its_own_row(trained):
    run = trained("vae")
    found = latent_neighbors(run, codes(run)["mu"][42], n=5)
    assert (found.among, found.rows[0], found.distances[0]) == ("data", 42, 0)
    assert len(found.rows) == 5
    assert (np.diff(found.distances) >= 0).all()


def test_latent_neighbors_of_a_gan_are_its_samples(trained):
    run = trained("gan")
    found = latent_neighbors(run, codes(run)["code"][7])
    assert (found.among, found.rows[0]) == ("samples", 7)


def test_latent_neighbors_say_when_the_run_is_not_prepared(store):
    run = store.create_run(RunSpec(data=DataConfig(name="digits")))
    with pytest.raises(StoreError, match="no checkpoint yet"):
        latent_neighbors(run, np.zeros(16))


def test_pixel_neighbors_are_in_units_of_the_values():
    digits = load("digits")
    found = pixel_neighbors(digits, digits.values()[10] + 0.01, n=3)
    assert found.rows[0] == 10
    assert found.distances[0] == pytest.approx(0.08, abs=1e-4)  # 64 pixels off by 0.01


def test_pixel_neighbors_of_bytes_and_of_values_agree():
    from genlab.data.arrays import dataset_from_arrays

    x = np.random.default_rng(0).integers(0, 256, (50, 5, 6)).astype(np.uint8)
    bytes_, values = dataset_from_arrays("b", x), dataset_from_arrays("v", (x / 255).astype(np.float32))
    a, b = (pixel_neighbors(d, values.x[3] * 0.9) for d in (bytes_, values))
    assert a.rows.tolist() == b.rows.tolist()
    np.testing.assert_allclose(a.distances, b.distances, rtol=1e-4)
