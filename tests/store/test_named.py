import numpy as np
import pytest

from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.data.named import load
from genlab.errors import StoreError
from genlab.store import Store
from genlab.training.config import DataConfig, RunSpec


@pytest.fixture
def olivetti() -> Dataset:
    """Something small under the name of a set that is downloaded."""
    return Dataset(
        name="olivetti",
        x=np.arange(48, dtype=np.uint8).reshape(3, 1, 4, 4),
        modality=Modality.IMAGE,
        value_kind=ValueKind.UNIT,
        labels=np.array([0, 1, 0]),
        label_names=("person 1", "person 2"),
    )


def test_a_set_that_was_never_downloaded_says_how(store):
    assert not store.sets.has_named("olivetti")
    assert store.sets.has_named("digits")
    sentence = r"The Olivetti set of faces is not on this machine yet; download it .*`python -m genlab data olivetti`"
    with pytest.raises(StoreError, match=sentence):
        store.sets.load(DataConfig(name="olivetti"))
    with pytest.raises(StoreError, match=sentence):
        store.create_run(RunSpec(data=DataConfig(name="olivetti")))
    assert store.runs() == []


def test_a_downloaded_set_is_kept_under_its_name(store, olivetti):
    store.sets.keep_named(olivetti)
    again = Store(store.root)
    assert again.sets.has_named("olivetti")
    back = again.sets.load(DataConfig(name="olivetti"))
    assert isinstance(back.x, np.memmap)
    assert back.fingerprint == olivetti.fingerprint
    assert again.sets.all() == []  # no data of one's own


def test_a_run_on_a_downloaded_set_knows_its_facts_without_it(store, olivetti):
    store.sets.keep_named(olivetti)
    run = store.create_run(RunSpec(data=DataConfig(name="olivetti")))
    for file in (store.root / "named" / "olivetti").iterdir():
        file.unlink()
    facts = store.run(run.id).facts
    assert (facts.name, facts.item_shape, facts.label_names) == ("olivetti", (1, 4, 4), ("person 1", "person 2"))


def test_a_set_that_is_slow_to_draw_is_drawn_once(store):
    data = DataConfig(name="shapes-32")
    first = store.sets.load(data)
    again = Store(store.root).sets.load(data)
    assert isinstance(again.x, np.memmap)
    assert again.name == "shapes-32"
    assert first.fingerprint == again.fingerprint == load("shapes-32").fingerprint
    assert again.factor_values == load("shapes-32").factor_values
    assert np.array_equal(again.factors["orientation"], load("shapes-32").factors["orientation"])


def test_a_set_that_is_slow_to_draw_comes_even_where_nothing_can_be_kept(tmp_path):
    (tmp_path / "store").write_text("a file in the way")
    assert Store(tmp_path / "store").sets.load(DataConfig(name="shapes-32")) is load("shapes-32")


def test_facts_tell_the_factors_of_own_data_and_what_their_values_are_called(store):
    faces = Dataset(
        name="faces",
        x=np.zeros((4, 2), np.float32),
        modality=Modality.POINTS,
        value_kind=ValueKind.REAL,
        factors={"hat": np.array([0, 1, 1, 0]), "angle": np.arange(4, dtype=np.float32)},
        factor_values={"hat": ("none", "crown")},
    )
    run = store.create_run(RunSpec(data=DataConfig(name=store.sets.add(faces), own=True)))
    facts = Store(store.root).run(run.id).facts
    assert facts.factor_names == ("hat", "angle")
    assert facts.factor_values == (("none", "crown"), ())
    back = store.sets.load(run.spec.data)
    assert back.factor_values == {"hat": ("none", "crown")}
    assert np.array_equal(back.factors["hat"], faces.factors["hat"])
