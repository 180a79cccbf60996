import numpy as np
import pytest

from genlab.analysis.misreading import LESSONS, PERPLEXITIES, SEEDS, N, clumping, examples, sentence

BY_NAME = {lesson.name: lesson for lesson in LESSONS}


def shown(name: str, perplexity: int, seed: int = 0) -> float:
    example = examples()[name]
    return BY_NAME[name].measure(example.maps[perplexity, seed], example.groups)


def true(name: str) -> float:
    example = examples()[name]
    return BY_NAME[name].measure(example.items, example.groups)


@pytest.mark.parametrize("name", BY_NAME)
def test_maps_made_ahead_are_of_the_data_that_the_lesson_makes(name):
    example = examples()[name]
    items, groups = BY_NAME[name].make(np.random.default_rng(0))
    np.testing.assert_allclose(example.items, items, rtol=1e-5, atol=1e-5)
    assert np.array_equal(example.groups, groups)
    assert example.maps.keys() == {(perplexity, seed) for perplexity in PERPLEXITIES for seed in SEEDS}
    for places in example.maps.values():
        assert places.shape == (N, 2)
        assert np.isfinite(places).all()
        assert places.std() > 0.1
    assert not np.allclose(example.maps[30, 0], example.maps[30, 1], atol=0.5)


def test_map_hides_how_wide_a_cluster_is():
    assert true("sizes") == pytest.approx(10, rel=0.15)
    assert 0.6 < shown("sizes", 30) < 2


def test_map_hides_how_far_clusters_lie_apart():
    assert true("distances") == pytest.approx(5, rel=0.05)
    assert max(shown("distances", perplexity) for perplexity in PERPLEXITIES) < 1.5


def test_noise_clumps_at_low_perplexity_and_not_at_high():
    assert min(shown("noise", 2, seed) for seed in SEEDS) > 1.2 * shown("noise", 100)
    even = np.random.default_rng(1).uniform(-1, 1, (2000, 2))
    even = even[np.linalg.norm(even, axis=1) < 1]
    assert clumping(even, np.zeros(len(even))) == pytest.approx(1, abs=0.06)


def test_closed_curve_is_torn_at_low_perplexity_and_whole_at_high():
    assert true("curve") == 0
    assert min(shown("curve", 2, seed) for seed in SEEDS) >= 5
    assert shown("curve", 30) == 0


def test_sentence_names_both_numbers():
    told = sentence(BY_NAME["sizes"], examples()["sizes"], 30, 0)
    assert "9.5 times as wide" in told
    assert f"{shown('sizes', 30):.2f} times" in told
