import dataclasses

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.data.preprocess import PreprocessConfig, prepare
from genlab.errors import StoreError, UnknownNameError
from genlab.store import Store, datasets
from genlab.training.config import DataConfig, RunSpec


def test_own_data_come_back_memory_mapped(store, own_data):
    name = store.sets.add(own_data)
    back = Store(store.root).sets.load(DataConfig(name=name, own=True))
    assert_array_equal(back.x, own_data.x, strict=True)
    assert isinstance(back.x, np.memmap)
    assert_array_equal(back.labels, own_data.labels)
    assert_array_equal(back.factors["angle"], own_data.factors["angle"])
    for field in ("name", "label_names", "modality", "value_kind", "source", "licence", "fingerprint"):
        assert getattr(back, field) == getattr(own_data, field)


def test_equal_data_are_kept_once(store, own_data):
    first = store.sets.add(own_data)
    assert store.sets.add(dataclasses.replace(own_data, name="another name")) == first
    assert [(known.id, known.name, known.n_items) for known in store.sets.all()] == [(first, "my scans", 30)]


def test_data_with_other_labels_are_other_data(store, own_data):
    first = store.sets.add(own_data)
    assert store.sets.add(dataclasses.replace(own_data, labels=1 - own_data.labels)) != first
    assert store.sets.add(dataclasses.replace(own_data, label_names=("dog", "cat"))) != first


def test_table_with_another_header_is_other_data(store):
    values = np.arange(12, dtype=np.float32).reshape(6, 2)
    table = Dataset(
        name="table", x=values, modality=Modality.VECTOR, value_kind=ValueKind.REAL, feature_names=("a", "b")
    )
    first = store.sets.add(table)
    other = store.sets.add(dataclasses.replace(table, feature_names=("width", "height")))
    assert other != first
    assert store.sets.load(DataConfig(name=other, own=True)).feature_names == ("width", "height")


def test_table_kept_before_its_header_counted_stays_where_it_is(store):
    table = Dataset("t", np.eye(3, dtype=np.float32), Modality.VECTOR, ValueKind.REAL, feature_names=("a", "b", "c"))
    before = datasets.content_id(dataclasses.replace(table, feature_names=()))
    assert datasets.add(store.root / "datasets", table, name=before) == before
    assert store.sets.add(table) == before
    other = dataclasses.replace(table, feature_names=("x", "y", "z"))
    assert store.sets.add(other) not in (before, datasets.content_id(table))
    assert len(store.sets.all()) == 2


def test_unlabelled_data_come_back_unlabelled(store, own_data):
    name = store.sets.add(dataclasses.replace(own_data, labels=None, label_names=(), factors={}))
    assert store.sets.load(DataConfig(name=name, own=True)).labels is None


def test_run_on_own_data_knows_its_facts(store, own_data):
    name = store.sets.add(own_data)
    run = store.create_run(RunSpec(data=DataConfig(name=name, own=True)))
    assert run.name == "autoencoder on my scans"
    assert run.item_shape == (1, 8, 8)
    assert run.facts.label_names == ("cat", "dog")


def test_run_on_missing_own_data_is_not_made(store):
    with pytest.raises(StoreError, match="No data set"):
        store.create_run(RunSpec(data=DataConfig(name="0123456789abcdef", own=True)))
    assert store.runs() == []


def test_unknown_named_data_are_refused(store):
    with pytest.raises(UnknownNameError, match="digits"):
        store.sets.load(DataConfig(name="digit"))


@pytest.mark.parametrize("name", ["../runs", "0123456789abcdef", "."])
def test_missing_own_data_are_refused(store, name):
    with pytest.raises(StoreError, match="No data set"):
        store.sets.load(DataConfig(name=name, own=True))


@pytest.mark.parametrize("file", ["x.npy", "labels.npy", "factor-0.npy", "dataset.json"])
@pytest.mark.parametrize("left", [0, 5, 100])
def test_damaged_own_data_are_refused_in_a_sentence(store, own_data, file, left):
    name = store.sets.add(own_data)
    path = store.root / "datasets" / name / file
    path.write_bytes(path.read_bytes()[:left])
    with pytest.raises(StoreError, match="damaged"):
        store.sets.load(DataConfig(name=name, own=True))


def test_pickled_array_is_never_loaded(store, own_data):
    name = store.sets.add(own_data)
    np.save(store.root / "datasets" / name / "x.npy", np.asarray([{}], dtype=object), allow_pickle=True)
    with pytest.raises(StoreError, match="damaged"):
        store.sets.load(DataConfig(name=name, own=True))


def test_deleted_own_data_lie_in_the_trash(store, own_data):
    name = store.sets.add(own_data)
    store.sets.delete(name)
    assert store.sets.all() == []
    assert list((store.root / "trash").iterdir())
    assert store.sets.add(own_data) == name


def test_a_recipe_and_column_names_come_back(store):
    table = Dataset("t", np.eye(3, dtype=np.float32), Modality.VECTOR, ValueKind.REAL, feature_names=("a", "b", "c"))
    kept = store.sets.add(*prepare(table, PreprocessConfig(scaling="standardise")))
    (summary,) = store.sets.all()
    assert summary.recipe.prepare.scaling == "standardise"
    assert summary.recipe.of == "t"
    assert store.sets.load(DataConfig(name=kept, own=True)).feature_names == ("a", "b", "c")


def test_renaming_changes_the_name_alone(store):
    kept = store.sets.add(Dataset("t", np.eye(3, dtype=np.float32), Modality.VECTOR, ValueKind.REAL))
    store.sets.rename(kept, "  my   table ")
    (summary,) = store.sets.all()
    assert (summary.id, summary.name) == (kept, "my table")
    assert store.sets.load(DataConfig(name=kept, own=True)).name == "my table"
    with pytest.raises(StoreError, match="cannot be empty"):
        store.sets.rename(kept, " ")
    with pytest.raises(StoreError, match="No data set"):
        store.sets.rename("../" + kept, "x")


def test_a_deleted_data_set_comes_back(store):
    kept = store.sets.add(Dataset("t", np.eye(3, dtype=np.float32), Modality.VECTOR, ValueKind.REAL))
    thrown = store.sets.delete(kept)
    assert store.sets.all() == []
    assert store.sets.restore(thrown) == kept
    assert [found.id for found in store.sets.all()] == [kept]
