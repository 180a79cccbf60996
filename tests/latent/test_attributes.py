import numpy as np
import pytest
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.linear_model import LinearRegression

from genlab.errors import ConfigError
from genlab.latent.attributes import along_number, between_groups, orthogonal


def cosine(a, b):
    return a @ b / np.linalg.norm(a) / np.linalg.norm(b)


@pytest.fixture
def groups():
    """Two Gaussian groups of one covariance, which differ along the first axis and spread along a slanted one."""
    rng = np.random.default_rng(0)
    mixing = np.array([[1.0, 0, 0], [1.5, 0.6, 0], [0, 0, 2.0]])
    a, b = rng.normal(size=(4000, 3)) @ mixing.T + 100, rng.normal(size=(3000, 3)) @ mixing.T + 100
    return a + [2.0, 0, 0], b


def test_difference_of_means_leads_from_one_mean_to_the_other(groups):
    a, b = groups
    np.testing.assert_allclose(between_groups(a, b).vector, a.mean(0) - b.mean(0), atol=1e-10)


def test_probe_is_the_normal_of_scikit_learns_discriminant(groups):
    a, b = groups
    theirs = LinearDiscriminantAnalysis().fit(np.concatenate([a, b]), [1] * len(a) + [0] * len(b)).coef_[0]
    found = between_groups(a, b, "probe").vector
    assert cosine(found, theirs) > 0.9999
    assert cosine(found, a.mean(0) - b.mean(0)) < 0.95  # another direction than that of the means


def test_probes_step_crosses_from_mean_to_mean(groups):
    a, b = groups
    step = between_groups(a, b, "probe").vector
    np.testing.assert_allclose(step @ step, step @ (a.mean(0) - b.mean(0)))


def test_accuracy_is_that_of_the_best_cut_in_closed_form():
    rng = np.random.default_rng(1)
    a, b = rng.normal(size=(20_000, 4)) + [1, 0, 0, 0], rng.normal(size=(2_000, 4)) - [1, 0, 0, 0]
    assert between_groups(a, b).score == pytest.approx(0.8413, abs=0.01)  # Phi(1), however unequal the groups


def test_accuracy_is_chance_where_groups_do_not_differ_however_many_dimensions():
    rng = np.random.default_rng(2)
    a, b = rng.normal(size=(150, 100)), rng.normal(size=(150, 100))
    assert between_groups(a, b).score == pytest.approx(0.5, abs=0.12)  # on the rows it was fitted to: above 0.8


def test_accuracy_of_a_few_rows_is_not_told():
    assert np.isnan(between_groups(np.ones((9, 2)), np.zeros((50, 2))).score)


@pytest.mark.parametrize("way", ["means", "probe"])
def test_groups_of_one_row_or_without_spread_have_their_difference(way):
    np.testing.assert_allclose(between_groups(np.ones((1, 3)), np.zeros((1, 3)), way).vector, np.ones(3))
    np.testing.assert_allclose(between_groups(np.ones((20, 3)), np.zeros((20, 3)), way).vector, np.ones(3))


def test_probe_stays_finite_where_a_dimension_does_not_vary(groups):
    a, b = (np.insert(group, 1, 7.0, axis=1) for group in groups)
    found = between_groups(a, b, "probe")
    assert np.isfinite(found.vector).all()
    assert abs(found.vector[1]) < 1e-6


@pytest.fixture
def numbers():
    rng = np.random.default_rng(3)
    codes = rng.normal(size=(5000, 4)) @ np.array([[1, 0.8, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 2.0]])
    return codes, 3 + codes @ [2.0, 0, 0, 0] + rng.normal(size=5000)


def test_number_rises_by_two_deviations_a_step(numbers):
    codes, values = numbers
    probe = along_number(codes, values, "probe").vector
    model = LinearRegression().fit(codes, values)
    assert model.coef_ @ probe == pytest.approx(2 * values.std(), rel=1e-2)
    assert cosine(probe, model.coef_) > 0.9999


def test_number_moves_the_mean_code_as_codes_regress_on_it(numbers):
    codes, values = numbers
    theirs = LinearRegression().fit(values[:, None], codes).coef_[:, 0]
    np.testing.assert_allclose(along_number(codes, values).vector, 2 * values.std() * theirs, atol=1e-8)


def test_score_of_a_number_is_its_share_of_variance_in_closed_form(numbers):
    assert along_number(*numbers).score == pytest.approx(0.8, abs=0.03)  # of 4 + 1 the codes tell 4


def test_number_that_never_changes_has_no_direction():
    found = along_number(np.random.default_rng(0).normal(size=(30, 3)), np.full(30, 2.0))
    assert not found.vector.any()
    assert np.isnan(found.score)


def test_orthogonal_keeps_measures_along_the_others():
    rng = np.random.default_rng(4)
    vector, others = rng.normal(size=6), rng.normal(size=(3, 6))
    left = orthogonal(vector, others)
    np.testing.assert_allclose(others @ left, 0, atol=1e-12)
    assert np.linalg.norm(left) > 0.1
    np.testing.assert_allclose(orthogonal(vector, np.repeat(others, 2, axis=0)), left, atol=1e-12)


def test_nothing_is_left_of_a_vector_orthogonal_to_itself():
    np.testing.assert_allclose(orthogonal(np.array([1.0, 2.0]), np.array([[2.0, 4.0]])), 0, atol=1e-12)


def test_groups_of_different_spaces_are_refused():
    with pytest.raises(ConfigError, match="codes of 3 and 2 numbers"):
        between_groups(np.ones((4, 3)), np.ones((4, 2)))
    with pytest.raises(ConfigError, match="N, dim >= 1"):
        between_groups(np.ones((0, 3)), np.ones((4, 3)))


def test_missing_values_are_refused():
    with pytest.raises(ConfigError, match="as many finite values"):
        along_number(np.ones((4, 3)), np.array([1, 2, np.nan, 3]))
