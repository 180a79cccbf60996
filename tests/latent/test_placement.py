import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genlab.errors import ConfigError
from genlab.latent.placement import Placement, place

RNG = np.random.default_rng(0)
CODES = np.concatenate([RNG.normal(size=(100, 6)), RNG.normal(size=(100, 6)) + 20]).astype(np.float32)
EMBEDDING = np.concatenate([RNG.normal(size=(100, 2)), RNG.normal(size=(100, 2)) + [50, 0]])


@given(st.integers(1, 40), st.sampled_from([2, 3]), st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_known_code_is_placed_where_the_map_shows_it(n, dim, k, seed):
    rng = np.random.default_rng(seed)
    codes, embedding = rng.normal(size=(n, 7)).astype(np.float32), rng.normal(size=(n, dim))
    np.testing.assert_allclose(place(codes, codes, embedding, k), embedding, atol=1e-5)


def test_new_code_is_placed_among_those_it_is_like():
    places = Placement(CODES, EMBEDDING).place(np.stack([np.zeros(6), np.full(6, 20)]))
    assert places.dtype == np.float32
    assert np.abs(places[0]).max() < 3
    assert np.abs(places[1] - [50, 0]).max() < 3


def test_place_of_a_new_code_is_an_average_of_known_places():
    places = place(RNG.normal(size=(50, 6)) * 100, CODES, EMBEDDING)
    assert np.all(places >= EMBEDDING.min(axis=0) - 1e-5)
    assert np.all(places <= EMBEDDING.max(axis=0) + 1e-5)


def test_place_refuses_in_one_sentence():
    with pytest.raises(ConfigError, match="each of its 200 codes"):
        Placement(CODES, EMBEDDING[:9])
    with pytest.raises(ConfigError, match="must have 6 numbers, as the map's, got 5"):
        place(np.zeros((1, 5)), CODES, EMBEDDING)
    with pytest.raises(ConfigError, match="finite"):
        place(np.full((1, 6), np.inf), CODES, EMBEDDING)
    with pytest.raises(ConfigError, match="n_neighbors"):
        place(CODES[:1], CODES, EMBEDDING, 0)
