import numpy as np
import pytest
from openTSNE import TSNE
from sklearn.datasets import load_digits

from genlab.errors import ConfigError
from genlab.latent.pca import Pca
from genlab.latent.tsne import TsneConfig, TsneRun, initial
from genlab.metrics.knn_accuracy import knn_accuracy

X, LABELS = load_digits(return_X_y=True)
FEW = TsneConfig(iterations=60, perplexity=15)


def test_map_equals_opentsne_s_own():
    theirs = TSNE(
        perplexity=15,
        early_exaggeration_iter=10,
        n_iter=50,
        initialization=initial(X[:400], FEW),
        neighbors="exact",
        negative_gradient_method="bh",
    ).fit(X[:400])
    ours = TsneRun.fit(X[:400], FEW, gradient="bh")
    np.testing.assert_allclose(ours.embedding, np.asarray(theirs), atol=1e-6)
    assert ours.measure() == pytest.approx(theirs.kl_divergence, abs=1e-9)


def test_digits_lie_among_their_own_on_the_map_though_not_where_it_begins():
    config = TsneConfig(iterations=250)
    run = TsneRun(X, config)
    assert knn_accuracy(run.embedding, LABELS) < 0.7
    while not run.finished:
        run.step()
    assert knn_accuracy(run.embedding, LABELS) > 0.96


@pytest.mark.slow
def test_grid_and_tree_lead_to_equally_good_maps():
    config = TsneConfig(iterations=300)
    tree, grid = (TsneRun.fit(X[:500], config, gradient=gradient) for gradient in ("bh", "fft"))
    assert grid.measure() == pytest.approx(tree.measure(), rel=0.05)


def test_map_that_was_kept_and_gone_on_with_equals_one_made_in_one_go():
    whole = TsneRun.fit(X[:300], FEW)
    part = TsneRun(X[:300], FEW)
    for _ in range(23):
        part.step(with_kl=True)
    rest = TsneRun(X[:300], FEW, part.state())
    assert rest.iteration == 23
    while not rest.finished:
        rest.step()
    np.testing.assert_array_equal(rest.embedding, whole.embedding)


def test_map_begins_as_the_pca_map_and_does_not_flip():
    run = TsneRun(X[:500], TsneConfig(iterations=200))
    start = Pca.fit(X[:500], 2).transform(X[:500])
    for axis in (0, 1):
        assert np.corrcoef(run.embedding[:, axis], start[:, axis])[0, 1] > 0.99
    last = run.embedding.copy()
    while not run.finished:
        for _ in range(5):
            run.step()
        turn = np.sum(last * run.embedding) / np.linalg.norm(last) / np.linalg.norm(run.embedding)
        assert turn > 0, "the map turned over between two frames"
        last = run.embedding.copy()


def test_kl_falls_and_a_seed_decides_the_map():
    run = TsneRun(X[:300], FEW)
    at_first = run.measure()
    while not run.finished:
        run.step()
    assert run.measure() < at_first
    np.testing.assert_array_equal(TsneRun.fit(X[:300], FEW).embedding, run.embedding)
    other = TsneRun.fit(X[:300], FEW.model_copy(update={"seed": 1}))
    assert not np.array_equal(other.embedding, run.embedding)


def test_three_dimensions_and_codes_of_fewer():
    run = TsneRun.fit(X[:200, 20:22], FEW.model_copy(update={"n_components": 3}))
    assert run.embedding.shape == (200, 3)
    assert np.isfinite(run.embedding).all()


def test_codes_that_all_coincide_still_give_a_map():
    assert np.isfinite(TsneRun.fit(np.ones((60, 4)), FEW).embedding).all()


@pytest.mark.parametrize("changes", [{"perplexity": 1}, {"iterations": 0}, {"n_components": 4}, {"exaggeration": 0.5}])
def test_config_refuses_what_makes_no_map(changes):
    with pytest.raises(ConfigError, match=next(iter(changes))):
        TsneConfig.parse(changes)


def test_too_few_codes_for_the_perplexity_are_refused_with_the_largest_that_fits():
    with pytest.raises(ConfigError, match="choose at most 13"):
        TsneRun(X[:40], TsneConfig(perplexity=30))
    with pytest.raises(ConfigError, match="at least 8 points"):
        TsneRun(X[:5], TsneConfig(perplexity=2))
