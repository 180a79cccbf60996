import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from sklearn.neighbors import NearestNeighbors

from genlab.errors import ConfigError
from genlab.latent.neighbors import nearest

RNG = np.random.default_rng(0)
CODES = RNG.normal(size=(20_000, 16)).astype(np.float32)  # more than one block
PLACES = RNG.normal(size=(5, 16)).astype(np.float32)


@pytest.mark.parametrize("metric", ["euclidean", "cosine"])
def test_nearest_equals_scikit_learns(metric):
    expected, rows = NearestNeighbors(n_neighbors=12, algorithm="brute", metric=metric).fit(CODES).kneighbors(PLACES)
    indices, distances = nearest(CODES, PLACES, 12, metric)
    assert np.array_equal(indices, rows)
    assert np.allclose(distances, expected, atol=1e-5)
    assert (indices.dtype, distances.dtype) == (np.int64, np.float32)


def test_one_place_gives_one_row():
    indices, distances = nearest(CODES, PLACES[0], 3)
    assert indices.shape == distances.shape == (3,)
    assert np.array_equal(indices, nearest(CODES, PLACES, 3)[0][0])


def test_a_code_is_nearest_to_itself_at_distance_zero():
    for metric in ("euclidean", "cosine"):
        indices, distances = nearest(CODES, CODES[17], 1, metric)
        assert indices[0] == 17
        assert distances[0] == pytest.approx(0, abs=1e-6)


def test_near_neighbours_far_from_the_origin_are_told_apart():
    codes = np.array([[4096.0, 0.25], [4096.0, 0.125], [4096.0, 0.5]], np.float32)
    indices, distances = nearest(codes, np.array([4096.0, 0.0]), 3)
    assert indices.tolist() == [1, 0, 2]
    assert distances.tolist() == [0.125, 0.25, 0.5]


@given(hnp.arrays(np.float32, st.tuples(st.integers(1, 30), st.just(3)), elements=st.integers(-2, 2)), st.data())
def test_nearest_of_equals_is_the_earlier_row(codes, data):
    k = data.draw(st.integers(1, len(codes)))
    indices, distances = nearest(codes, np.zeros(3), k)
    order = sorted(range(len(codes)), key=lambda row: (np.linalg.norm(codes[row]), row))
    assert indices.tolist() == order[:k]
    assert np.all(np.diff(distances) >= 0)


def test_cosine_looks_at_the_angle_alone():
    codes = np.array([[10, 0], [0, 0.1], [-3, 0], [0, 0], [1, 1]], np.float32)
    indices, distances = nearest(codes, np.array([0.5, 0]), 5, "cosine")
    assert indices.tolist() == [0, 4, 1, 3, 2]
    assert np.allclose(distances, [0, 1 - np.sqrt(0.5), 1, 1, 2], atol=1e-6)
    assert nearest(codes, np.zeros(2), 5, "cosine")[1].tolist() == [1] * 5


@pytest.mark.parametrize("k", [0, -1, 20_001])
def test_nearest_refuses_a_k_out_of_range(k):
    with pytest.raises(ConfigError, match="k must be between 1 and the number of codes, 20,000"):
        nearest(CODES, PLACES[0], k)


def test_nearest_refuses_what_it_cannot_measure():
    with pytest.raises(ConfigError, match="Unknown metric 'manhattan'"):
        nearest(CODES, PLACES[0], 1, "manhattan")
    with pytest.raises(ValueError, match="do not lie among codes"):
        nearest(CODES, PLACES[0, :3], 1)
    with pytest.raises(ValueError, match="finite"):
        nearest(CODES, np.full(16, np.nan), 1)
