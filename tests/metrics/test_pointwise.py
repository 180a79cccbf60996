import numpy as np
import pytest
from sklearn.manifold import trustworthiness as reference

from genlab.metrics.pointwise import point_figures


@pytest.fixture
def torn_sheet():
    """A flat sheet shown rightly, but for its right edge, which is shown at the far left."""
    rng = np.random.default_rng(0)
    x = rng.uniform(0, 1, (200, 2)) * [4, 1]
    shown = x.copy()
    moved = x[:, 0] > 3.5
    shown[moved, 0] -= 5
    return x, shown, moved


@pytest.mark.parametrize("k", [1, 5, 10])
def test_mean_of_the_points_is_the_figure_of_the_map(k):
    rng = np.random.default_rng(1)
    x = rng.normal(size=(120, 8))
    shown = x[:, :2] + 0.3 * rng.normal(size=(120, 2))
    found = point_figures(x, shown, k)
    assert found.trustworthiness.mean() == pytest.approx(reference(x, shown, n_neighbors=k), abs=1e-12)
    assert found.continuity.mean() == pytest.approx(reference(shown, x, n_neighbors=k), abs=1e-12)


def test_tear_lowers_continuity_along_it_and_trust_nowhere(torn_sheet):
    x, shown, moved = torn_sheet
    found = point_figures(x, shown, 10)
    beside = np.abs(x[:, 0] - 3.5) < 0.15
    assert found.continuity[beside].mean() < 0.8 < 0.99 < found.continuity[x[:, 0] < 3].min()
    assert found.trustworthiness.min() > 0.93


def test_points_folded_onto_others_lose_trust_and_not_continuity(torn_sheet):
    x, _, moved = torn_sheet
    shown = x.copy()
    shown[moved, 0] -= 3.5  # onto the left edge
    found = point_figures(x, shown, 10)
    assert found.trustworthiness[moved].mean() < 0.85
    assert found.trustworthiness[(x[:, 0] > 1) & ~moved].min() > 0.9


def test_exact_map_is_believed_everywhere():
    x = np.random.default_rng(0).normal(size=(50, 2))
    found = point_figures(x, 3 * x + 1)
    assert found.trustworthiness.min() == found.continuity.min() == 1


def test_figures_need_four_points_with_places():
    with pytest.raises(ValueError, match="four or more"):
        point_figures(np.zeros((3, 2)), np.zeros((3, 2)))
