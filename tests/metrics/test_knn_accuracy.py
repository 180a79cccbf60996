import numpy as np
import pytest
from sklearn.datasets import load_digits
from sklearn.model_selection import LeaveOneOut, cross_val_score
from sklearn.neighbors import KNeighborsClassifier

from genlab.metrics.knn_accuracy import knn_accuracy

CODES, LABELS = load_digits(return_X_y=True)


def test_knn_accuracy_equals_scikit_learns_leave_one_out():
    codes, labels = CODES[:300], LABELS[:300]
    expected = cross_val_score(KNeighborsClassifier(10), codes, labels, cv=LeaveOneOut()).mean()
    assert knn_accuracy(codes, labels) == pytest.approx(expected)


def test_knn_accuracy_is_high_on_real_digits_and_at_chance_on_shuffled_labels():
    assert knn_accuracy(CODES, LABELS) > 0.97
    assert knn_accuracy(CODES, np.random.default_rng(0).permutation(LABELS)) < 0.15


def test_an_item_is_not_its_own_neighbour():
    assert knn_accuracy(np.zeros((2, 3)), np.array([0, 1])) == 0


def test_few_items_of_a_class_are_not_outvoted_by_all_the_others():
    codes = np.repeat(np.eye(3), 3, axis=0) + np.random.default_rng(0).normal(0, 0.01, (9, 3))
    assert knn_accuracy(codes, np.repeat([0, 1, 2], 3)) == 1


def test_knn_accuracy_of_many_items_is_fixed_by_its_seed():
    first = knn_accuracy(CODES, LABELS, max_items=60, seed=1)
    assert first == knn_accuracy(CODES, LABELS, max_items=60, seed=1)
    assert len({knn_accuracy(CODES, LABELS, max_items=60, seed=seed) for seed in range(8)}) > 1


def test_knn_accuracy_needs_two_items_and_as_many_labels():
    for codes, labels in ((CODES[:1], LABELS[:1]), (CODES[:5], LABELS[:4])):
        with pytest.raises(ValueError, match="two or more codes"):
            knn_accuracy(codes, labels)
