import numpy as np
import pytest
from sklearn.datasets import load_digits

from genlab.errors import ConfigError
from genlab.latent.pacmap import PacmapConfig, PacmapRun, Pairs, find_pairs, loss, slope
from genlab.latent.pca import Pca
from genlab.metrics.knn_accuracy import knn_accuracy


@pytest.fixture(scope="module")
def digits():
    bunch = load_digits()
    return Pca.fit(bunch.data, 10).transform(bunch.data)[:900], bunch.target[:900]


@pytest.mark.parametrize("weights", [(2.0, 500.0, 1.0), (3.0, 3.0, 1.0), (1.0, 0.0, 1.0)])
def test_slope_is_the_gradient_of_the_loss(weights):
    rng = np.random.default_rng(1)
    embedding = rng.normal(0, 3, (12, 2))
    pairs = Pairs(*(rng.integers(0, 12, (12, m)).astype(np.int32) for m in (3, 2, 4)))
    found = slope(embedding.astype(np.float32), pairs, weights)
    for row, axis in ((0, 0), (5, 1), (11, 0)):
        moved = embedding.copy()
        moved[row, axis] += 1e-5
        back = embedding.copy()
        back[row, axis] -= 1e-5
        wanted = (loss(moved, pairs, weights) - loss(back, pairs, weights)) / 2e-5
        assert found[row, axis] == pytest.approx(wanted, rel=2e-3, abs=1e-4)


def test_pairs_are_near_mid_near_and_far(digits):
    x, _ = digits
    pairs = find_pairs(x, 10, seed=0)
    own = np.arange(len(x))[:, None]
    assert [partners.shape[1] for partners in pairs] == [10, 5, 20]
    distances = [np.linalg.norm(x[:, None] - x[partners], axis=2).mean() for partners in pairs]
    assert distances[0] < 0.6 * distances[1] < 0.6 * distances[2]
    assert not any((partners == own).any() for partners in pairs)
    assert not (pairs.far[:, :, None] == pairs.near[:, None]).any()


def test_map_keeps_classes_together_as_well_as_tsne_does(digits):
    x, labels = digits
    run = PacmapRun.fit(x, PacmapConfig())
    assert run.iteration == 450
    assert knn_accuracy(Pca.fit(x, 2).transform(x), labels) < 0.7
    assert knn_accuracy(run.embedding, labels) > 0.93


def test_run_goes_on_from_its_state_as_if_it_had_not_been_held(digits):
    x, _ = digits
    config = PacmapConfig(seed=4)
    first = PacmapRun(x, config)
    for _ in range(30):
        first.step()
    second = PacmapRun(x, config, first.state())
    for _ in range(5):
        first.step()
        second.step()
    assert np.array_equal(first.embedding, second.embedding)


def test_too_few_points_for_the_neighbours_are_refused():
    with pytest.raises(ConfigError, match="at least 36 points"):
        PacmapRun(np.random.default_rng(0).normal(size=(30, 4)), PacmapConfig())
