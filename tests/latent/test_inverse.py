import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from genlab.errors import ConfigError
from genlab.latent.blending import Plane, neighbor_weights
from genlab.latent.inverse import confidence, invert

RNG = np.random.default_rng(0)
EMBEDDING = RNG.normal(size=(300, 2))
CODES = RNG.normal(size=(300, 5)).astype(np.float32)
SIZES = st.integers(1, 30)


def grid_maps(n, dim):
    """Maps with many equal places and equal distances."""
    return hnp.arrays(np.float64, (n, dim), elements=st.integers(-3, 3).map(float))


@given(SIZES, st.sampled_from([2, 3]), st.integers(1, 12), st.booleans(), st.integers(0, 2**32 - 1))
def test_place_of_a_row_gives_the_row_s_own_code_with_full_confidence(n, dim, k, shell, seed):
    rng = np.random.default_rng(seed)
    embedding, codes = rng.normal(size=(n, dim)), rng.normal(size=(n, 4)).astype(np.float32)
    found = invert(embedding, embedding, codes, k, shell)
    np.testing.assert_allclose(found.codes, codes, atol=1e-5)
    np.testing.assert_array_equal(found.confidence, 1)


@given(SIZES.flatmap(lambda n: st.tuples(grid_maps(n, 2), grid_maps(5, 2))), st.integers(1, 12), st.booleans())
def test_codes_stay_among_the_rows_and_confidence_in_0_1_whatever_coincides(maps, k, shell):
    embedding, places = maps
    codes = np.linspace(1, 2, len(embedding))[:, None]
    found = invert(places, embedding, codes, k, shell)
    assert np.all((found.codes >= 1 - 1e-6) & (found.codes <= 2 + 1e-6))
    assert np.all((found.confidence >= 0) & (found.confidence <= 1))


@given(
    hnp.arrays(np.float64, st.tuples(st.integers(1, 5), st.integers(1, 9)), elements=st.floats(0, 1e3)),
    st.integers(1, 9),
)
def test_weights_sum_to_one_and_fall_with_distance(distances, k):
    weights = neighbor_weights(np.sort(distances, axis=1), k, 0.5)
    assert weights.shape == (len(distances), min(k, distances.shape[1]))
    np.testing.assert_allclose(weights.sum(axis=1), 1, rtol=1e-9)
    assert np.all(weights >= 0)
    assert np.all(np.diff(weights, axis=1) <= 1e-12)


def test_code_changes_without_a_jump_along_a_line_across_the_map():
    line = np.linspace([-2, -1], [2, 1], 40_001)
    steps = np.abs(np.diff(invert(line, EMBEDDING, CODES).codes, axis=0)).max()
    coarse = np.abs(np.diff(invert(line[::10], EMBEDDING, CODES).codes, axis=0)).max()
    assert steps < 0.3 * coarse  # a jump would be as large however fine the line


def test_confidence_falls_with_distance_from_the_data_in_units_of_its_spacing():
    plane = Plane(EMBEDDING)
    edge = EMBEDDING[EMBEDDING[:, 0].argmax()]
    away = edge + np.outer([0, 1, 3, 10, 100], [plane.spacing, 0])
    found = invert(away, plane, CODES).confidence
    np.testing.assert_allclose(found[:3], [1, np.exp(-1 / 9), np.exp(-1)], atol=1e-6)
    assert np.all(np.diff(found) < 0)
    assert found[-1] < 1e-6
    assert confidence(np.array([6.0]), 2.0) == pytest.approx(np.exp(-1), abs=1e-6)


def test_map_drawn_larger_gives_the_same_answers():
    places = RNG.normal(size=(20, 2))
    small, large = invert(places, EMBEDDING, CODES), invert(1000 * places, 1000 * EMBEDDING, CODES)
    np.testing.assert_allclose(large.codes, small.codes, atol=1e-5)
    np.testing.assert_allclose(large.confidence, small.confidence, atol=1e-5)


def test_blend_of_prior_codes_keeps_the_length_of_prior_codes_on_the_shell():
    codes = RNG.normal(size=(300, 64))
    places = RNG.normal(size=(50, 2))
    inside = np.linalg.norm(invert(places, EMBEDDING, codes).codes, axis=1)
    on_shell = np.linalg.norm(invert(places, EMBEDDING, codes, shell=True).codes, axis=1)
    assert np.median(inside) < 6 < 7 < on_shell.min()
    assert on_shell.max() < 10


def test_spacing_is_the_median_distance_to_the_nearest_other_point():
    plane = Plane(np.array([[0.0, 0], [1, 0], [3, 0], [3, 0]]))
    assert plane.spacing == 1  # the two that coincide are left out
    assert Plane(np.zeros((5, 2))).spacing == Plane(np.zeros((1, 2))).spacing == 1


@pytest.mark.parametrize(
    ("places", "embedding", "codes", "k", "sentence"),
    [
        (np.zeros((1, 2)), EMBEDDING, CODES[:9], 8, "300 rows needs as many codes"),
        (np.zeros((1, 3)), EMBEDDING, CODES, 8, "must have 2 coordinates"),
        (np.full((1, 2), np.nan), EMBEDDING, CODES, 8, "Places must be a finite table"),
        (np.zeros((1, 2)), EMBEDDING, CODES, 0, "n_neighbors must be at least 1"),
        (np.zeros((1, 2)), np.zeros((0, 2)), CODES[:0], 8, "An embedding must be a finite table"),
    ],
)
def test_invert_refuses_in_one_sentence(places, embedding, codes, k, sentence):
    with pytest.raises(ConfigError, match=sentence):
        invert(places, embedding, codes, k)
