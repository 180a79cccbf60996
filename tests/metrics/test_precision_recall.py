"""Precision and recall of clouds whose coverage is known."""

import numpy as np
import pytest

from genlab.metrics.precision_recall import precision_recall


def cloud(n, centre, seed):
    return np.random.default_rng(seed).normal(size=(n, 4)) + centre


def test_precision_and_recall_are_high_when_both_clouds_are_one():
    found = precision_recall(cloud(800, 0.0, 0), cloud(800, 0.0, 1))
    assert found.precision > 0.8
    assert found.recall > 0.8


def test_recall_is_the_share_of_modes_kept_when_a_mode_is_dropped():
    data = np.concatenate([cloud(300, 0.0, 0), cloud(300, 50.0, 1)])
    found = precision_recall(data, cloud(600, 0.0, 2))
    assert found.precision > 0.8
    assert found.recall < 0.51


def test_precision_is_the_share_of_good_samples_when_half_lie_elsewhere():
    generated = np.concatenate([cloud(300, 0.0, 0), cloud(300, 50.0, 1)])
    found = precision_recall(cloud(600, 0.0, 2), generated)
    assert 0.4 < found.precision < 0.51
    assert found.recall > 0.8


def test_figures_equal_the_definition_taken_literally():
    a, b = cloud(40, 0.0, 3), cloud(40, 1.0, 4)

    def covers(manifold, place, k):
        for point in manifold:
            others = np.sort(np.linalg.norm(manifold - point, axis=1))[1:]
            if np.linalg.norm(place - point) <= others[k - 1]:
                return True
        return False

    found = precision_recall(a, b, k=2)
    assert found.precision == pytest.approx(np.mean([covers(a, place, 2) for place in b]))
    assert found.recall == pytest.approx(np.mean([covers(b, place, 2) for place in a]))


def test_more_items_than_asked_for_are_drawn_by_seed():
    a, b = cloud(500, 0.0, 5), cloud(500, 0.5, 6)
    assert precision_recall(a, b, max_items=100, seed=1) == precision_recall(a, b, max_items=100, seed=1)
    assert precision_recall(a, b, max_items=100, seed=1) != precision_recall(a, b, max_items=100, seed=2)


@pytest.mark.parametrize(("n", "m"), [(3, 10), (10, 3)])
def test_too_few_items_are_refused(n, m):
    with pytest.raises(ValueError, match="cannot be compared"):
        precision_recall(cloud(n, 0.0, 0), cloud(m, 0.0, 1))
