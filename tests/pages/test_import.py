"""A model made elsewhere on the pages: listed, explored, and not offered what only a training has."""

import numpy as np
import pytest

from genlab.analysis.importing import import_model
from genlab.analysis.prepare import prepare_explorer
from genlab.analysis.take_home import take
from tests.imports.graphs import linear, npz

CODES = np.random.default_rng(0).standard_normal((30, 4)).astype(np.float32)


@pytest.fixture(params=[True, False], ids=["with items", "codes alone"])
def imported(request, own_store):
    items = {"items": np.zeros((30, 2, 2), np.uint8)} if request.param else {}
    run = import_model(own_store, npz(codes=CODES, **items), linear(4, [2, 2]).SerializeToString(), name="Mine")
    prepare_explorer(run)
    return run


def test_pages_show_an_imported_run_without_a_fault(imported, open_page):
    explore = open_page("explore", run=imported.id)
    assert not explore.exception
    assert not explore.error
    assert explore.selectbox(key="explore.run").value == imported.id
    assert not any("Figures" in title.value for title in explore.subheader)
    runs = open_page("runs")
    assert not runs.exception
    assert any("imported model" in text.value for text in runs.markdown)
    assert any("Bring your own model" in box.label for box in runs.expander)
    train = open_page("train", copy=imported.id)
    assert not train.exception
    assert any("no settings to copy" in told.value for told in train.warning)


def test_page_and_codes_of_an_imported_run_are_taken_home(imported):
    assert b"explorer" in take(imported, "html")
    assert take(imported, "codes-csv").count(b"\n") == 31


def test_two_runs_are_shown_side_by_side(own_store, open_page):
    page = open_page("explore", run="digits-vae", beside="digits-ae")
    assert not page.exception
    assert len(page.get("bidi_component")) == 3, "the tour and two explorers"
    assert "beside" not in open_page("explore", run="digits-vae", beside="nobody").query_params
