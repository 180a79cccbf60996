import numpy as np
import pytest

from genlab.analysis.columns import Column, columns_of
from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.data.preprocess import PreprocessConfig, prepare
from genlab.store.datasets import DatasetFacts

X = np.array([[170, 60], [180, 90], [190, 75]], np.float32)


def table(names: tuple[str, ...] = ("height", "weight")) -> Dataset:
    return Dataset("people", X, Modality.VECTOR, ValueKind.REAL, feature_names=names)


def test_columns_are_named_and_as_they_are_where_nothing_was_scaled():
    assert columns_of(DatasetFacts.of(table())) == (Column("height"), Column("weight"))


def test_a_table_scaled_twice_goes_back_to_its_own_unit():
    once, first = prepare(table(), PreprocessConfig(scaling="standardise"))
    twice, second = prepare(once, PreprocessConfig(scaling="min-max"))
    recipe = second.model_copy(update={"before": first})
    columns = columns_of(DatasetFacts.of(twice).model_copy(update={"recipe": recipe}))
    own = twice.values() * [column.width for column in columns] + [column.shift for column in columns]
    assert own == pytest.approx(X, rel=1e-5)


def test_columns_without_names_are_none():
    assert columns_of(DatasetFacts.of(table(()))) == ()
