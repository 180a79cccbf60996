import numpy as np
import pytest
from sklearn import manifold

from genlab.metrics.trustworthiness import trustworthiness

RNG = np.random.default_rng(0)
X = RNG.normal(size=(700, 6))


@pytest.mark.parametrize("k", [1, 5, 10])
def test_trustworthiness_equals_scikit_learns(k):
    for embedding in (X[:, :2], RNG.normal(size=(700, 2))):
        theirs = manifold.trustworthiness(X, embedding, n_neighbors=k)
        assert trustworthiness(X, embedding, n_neighbors=k) == pytest.approx(theirs, abs=1e-9)


def test_trustworthiness_is_one_for_the_points_themselves_and_about_a_half_by_chance():
    assert trustworthiness(X, 3 * X) == 1
    assert trustworthiness(X, RNG.normal(size=(700, 2))) == pytest.approx(0.5, abs=0.03)


def test_of_many_points_some_are_drawn_by_seed():
    drawn = [trustworthiness(X, X[:, :2], max_items=200, seed=seed) for seed in (0, 0, 1)]
    assert drawn[0] == drawn[1] != drawn[2]
    assert drawn[0] == pytest.approx(trustworthiness(X, X[:, :2]), abs=0.05)


def test_few_points_have_fewer_neighbours_and_three_are_refused():
    assert 0 <= trustworthiness(X[:4], X[:4, ::-1]) <= 1
    with pytest.raises(ValueError, match="four or more"):
        trustworthiness(X[:3], X[:3])
    with pytest.raises(ValueError, match="each with a place"):
        trustworthiness(X, X[:9])
