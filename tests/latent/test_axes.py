import numpy as np
import pytest
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

from genlab.errors import ConfigError
from genlab.latent.axes import Axes, between
from genlab.latent.lda import discriminants


@pytest.fixture
def codes():
    rng = np.random.default_rng(3)
    middles = rng.normal(0, 3, (4, 6))
    labels = rng.integers(0, 4, 300)
    return middles[labels] + rng.normal(0, [1, 0.5, 2, 1, 1, 0.2], (300, 6)), labels


def rows(labels, name):
    return np.flatnonzero(labels == name)


def test_axis_between_groups_puts_their_means_at_its_ends(codes):
    x, labels = codes
    groups = [rows(labels, name) for name in range(4)]
    axes = between(x, (groups[0], groups[1]), (groups[2], groups[3]))
    places = np.stack([axes.transform(x[group]).mean(axis=0) for group in groups])
    apart = np.linalg.norm(x[groups[1]].mean(axis=0) - x[groups[0]].mean(axis=0))
    assert places[1, 0] - places[0, 0] == pytest.approx(apart, rel=1e-5)
    assert places[3, 1] > places[2, 1]
    assert axes.transform(x).mean(axis=0) == pytest.approx([0, 0], abs=1e-5)


def test_second_axis_stands_at_right_angles_to_the_first_and_varies_most_of_such(codes):
    x, labels = codes
    axes = between(x, (rows(labels, 0), rows(labels, 1)))
    first, second = axes.components_
    assert first @ second == pytest.approx(0, abs=1e-6)
    rng = np.random.default_rng(0)
    others = rng.normal(size=(200, 6))
    others -= np.outer(others @ first, first)
    others /= np.linalg.norm(others, axis=1)[:, None]
    assert (x @ second).var() >= (x @ others.T).var(axis=0).max() - 1e-6


@pytest.mark.parametrize("axes", [(0, 1), (1, 0)])
def test_inverse_is_exact_and_the_shortest_step_where_axes_are_oblique(codes, axes):
    x, labels = codes
    oblique = between(x, (rows(labels, 0), rows(labels, 1)), (rows(labels, 0), rows(labels, 2)))
    assert abs(oblique.components_[0] @ oblique.components_[1]) > 0.1
    at, places = x[5], np.array([[1.5, -2.0], [0.0, 0.0], [30.0, 4.0]])
    found = oblique.inverse(places, at, axes)
    assert oblique.transform(found.codes)[:, list(axes)] == pytest.approx(places, abs=1e-4)
    _, _, unseen = np.linalg.svd(oblique.components_)
    assert (found.codes - at) @ unseen[2:].T == pytest.approx(0, abs=1e-4)
    assert oblique.inverse(oblique.transform(at[None])[:, list(axes)], at, axes).codes[0] == pytest.approx(at, abs=1e-5)


def test_axes_are_refused_when_they_span_no_plane(codes):
    x, labels = codes
    some, others = rows(labels, 0), rows(labels, 1)
    with pytest.raises(ConfigError, match="same way"):
        between(x, (some, others), (others, some))
    with pytest.raises(ConfigError, match="no direction"):
        between(x, (some, some))
    with pytest.raises(ConfigError, match="empty"):
        between(x, (some, np.empty(0, int)))


def test_discriminants_equal_those_of_scikit_learn(codes):
    x, labels = codes
    ours = discriminants(x, labels)
    theirs = LinearDiscriminantAnalysis(solver="eigen").fit(x, labels)
    places, wanted = ours.transform(x), theirs.transform(x)
    assert places.shape == (300, 3)
    for axis in range(3):
        assert abs(np.corrcoef(places[:, axis], wanted[:, axis])[0, 1]) == pytest.approx(1, abs=1e-5)
    assert ours.explained_variance_ratio_ == pytest.approx(theirs.explained_variance_ratio_[:3], abs=1e-4)
    within = np.mean([places[labels == c].var(axis=0, ddof=1) for c in range(4)], axis=0)
    assert within == pytest.approx(1, abs=0.15)


def test_discriminants_leave_out_rows_without_label_and_live_with_idle_dimensions(codes):
    x, labels = codes
    some = np.where(np.arange(300) % 3 == 0, -1, labels)
    idle = np.concatenate([x, np.zeros((300, 2))], axis=1)
    assert discriminants(idle, some).components_[:, :6] == pytest.approx(
        discriminants(x[some >= 0], some[some >= 0]).components_, abs=1e-3
    )
    with pytest.raises(ConfigError, match="two classes"):
        discriminants(x, np.zeros(300, int))


def test_axes_are_the_same_after_being_kept_as_arrays(codes):
    x, labels = codes
    axes = discriminants(x, labels)
    assert Axes.from_arrays(axes.to_arrays()).transform(x) == pytest.approx(axes.transform(x))
