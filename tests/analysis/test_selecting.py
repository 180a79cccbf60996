import csv
import io

import numpy as np
import pytest

from genlab.analysis.selecting import rows_of, selected_columns, selected_data
from genlab.analysis.take_home import scene_of
from genlab.errors import DataError
from genlab.exports.tables import csv_table, npz_table
from genlab.store import default_store


@pytest.fixture(scope="module")
def gallery(tmp_path_factory):
    return default_store(tmp_path_factory.mktemp("runs"))


@pytest.fixture(scope="module")
def digits(gallery):
    return scene_of(gallery.run("digits-vae"))


def test_rows_are_read_from_what_the_browser_packs():
    # state/bits.ts writes the same text: tests/state/selection.test.ts
    assert rows_of("CQEC", 18).tolist() == [0, 3, 8, 17]


@pytest.mark.parametrize(("mask", "count"), [("CQEC", 40), ("CQEC", 9), ("%%%", 18), ("CQE", 18)])
def test_rows_of_another_number_of_items_or_of_nonsense_are_refused(mask, count):
    with pytest.raises(DataError, match="select anew"):
        rows_of(mask, count)


def test_a_table_of_a_selection_has_ids_names_codes_and_groups_of_the_selected_rows(digits):
    rows = np.array([2, 5, 1000])
    groups = {"mine": np.array([5, 7]), "=cmd|' /C calc'!A0": np.array([2])}
    table = selected_columns(digits, rows, groups, items=True)
    data = digits.run.dataset()
    assert table["id"].tolist() == [2, 5, 1000]
    assert table["name"].tolist() == [str(label) for label in data.labels[rows]]
    np.testing.assert_array_equal(table["z"], digits.codes[rows])
    np.testing.assert_array_equal(table["x"], data.x[rows])
    assert table["group.mine"].tolist() == [0, 1, 0]
    lines = list(csv.DictReader(io.StringIO(csv_table(table).decode())))
    assert [line["id"] for line in lines] == ["2", "5", "1000"]
    assert float(lines[1]["z1"]) == pytest.approx(digits.codes[5, 0])
    assert not any(name.startswith(("=", "+", "-", "@")) for name in lines[0])
    with np.load(io.BytesIO(npz_table(table)), allow_pickle=False) as read:
        assert read["group.mine"].tolist() == [0, 1, 0]


def test_a_name_that_a_spreadsheet_would_run_is_defused_in_the_table(digits):
    table = selected_columns(digits, np.array([0, 1]))
    table["name"] = np.array(["=1+1", "two"])
    assert ",'=1+1," in csv_table(table).decode().splitlines()[1]


def test_selected_items_become_a_data_set_that_keeps_labels_source_and_recipe(digits, store):
    rows = np.flatnonzero(digits.labels >= 7)[:50]
    data, recipe = selected_data(digits, rows, "  big digits ")
    whole = digits.run.dataset()
    assert data.name == "big digits"
    np.testing.assert_array_equal(data.x, whole.x[rows])
    assert data.label_names == ("7", "8", "9")
    assert [data.label_names[label] for label in data.labels] == [str(label) for label in whole.labels[rows]]
    assert "50 of 1,797" in data.source
    assert recipe.fingerprint == whole.fingerprint
    kept = store.sets.add(data, recipe)
    assert [own.name for own in store.sets.all()] == ["big digits"]
    assert store.sets.all()[0].id == kept


def test_a_gans_selected_samples_become_a_data_set_labelled_by_their_nearest_items(gallery, store):
    scene = scene_of(gallery.run("digits-gan"))
    data, recipe = selected_data(scene, np.array([3, 4, 9]), "made")
    assert recipe is None
    np.testing.assert_array_equal(data.x, scene.items[[3, 4, 9]])
    assert data.item_shape == (1, 8, 8)
    store.sets.add(data, recipe)
    assert store.sets.all()[0].n_items == 3


def test_an_empty_selection_or_name_makes_no_data_set(digits):
    with pytest.raises(DataError, match="Nothing is selected"):
        selected_data(digits, np.arange(0), "none")
    with pytest.raises(DataError, match="name"):
        selected_data(digits, np.arange(3), "  ")
