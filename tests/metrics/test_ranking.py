import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from genlab.metrics.ranking import ranked_above


def test_ranked_above_is_the_area_under_the_roc_curve():
    rng = np.random.default_rng(0)
    high, low = np.round(rng.normal(0.5, 1, 300), 1), np.round(rng.normal(0, 1, 200), 1)  # with ties
    truth = np.concatenate([np.ones(300), np.zeros(200)])
    assert ranked_above(high, low) == pytest.approx(roc_auc_score(truth, np.concatenate([high, low])))


def test_ranked_above_does_not_mind_the_scale():
    rng = np.random.default_rng(1)
    high, low = rng.normal(1, 1, 50), rng.normal(0, 1, 60)
    assert (
        ranked_above(1e-9 * high, 1e-9 * low) == ranked_above(1e6 * high - 3, 1e6 * low - 3) == ranked_above(high, low)
    )


@pytest.mark.parametrize(("high", "low", "expected"), [([2, 3], [0, 1], 1.0), ([0], [1], 0.0), ([1, 1], [1], 0.5)])
def test_ranked_above_at_its_ends(high, low, expected):
    assert ranked_above(np.asarray(high, float), np.asarray(low, float)) == expected


def test_ranked_above_refuses_an_empty_group():
    with pytest.raises(ValueError, match="at least one"):
        ranked_above(np.empty(0), np.ones(3))
