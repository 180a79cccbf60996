"""What a person selected and kept, as the Explore page shows it."""

import base64
import io

import numpy as np
import pytest
from PIL import Image

from genlab.ui.bookmarks import keep
from genlab.ui.scenes import scene
from tests.pages.test_explore import component


def mask(rows, count: int) -> str:
    bits = np.zeros(count, bool)
    bits[list(rows)] = True
    return base64.b64encode(np.packbits(bits, bitorder="little").tobytes()).decode()


@pytest.fixture
def bookmark(own_store):
    run = own_store.run("digits-gan")
    shown = scene(run)
    file = io.BytesIO()
    Image.new("RGB", (30, 20)).save(file, "PNG")
    z, n = shown.codes[5].tolist(), len(shown.codes)
    sent = {
        "moment": {
            "settled": {"z": z, "delta": [0.0] * len(shown.mean), "source": "item", "map": [0.0, 1.0]},
            "map": {"method": "pca", "space": "activations", "axes": [1, 0]},
            "look": {"x": 0.0, "y": 1.0, "zoom": 3.0},
            "selected": {"mask": mask([4, 5, 6], n), "tags": [{"name": "mine", "mask": mask([5], n)}]},
        },
        "note": "[a](http://b) *find*",
        "picture": "data:image/png;base64," + base64.b64encode(file.getvalue()).decode(),
    }
    return keep(own_store, shown, sent)


def test_a_bookmark_in_the_address_opens_its_run_with_all_that_it_restores(open_page, own_store, bookmark):
    page = open_page("explore", bookmark=bookmark.id)
    assert not page.exception
    assert page.query_params["run"] == "digits-gan"
    view = component(page)["view"]
    assert view["run"]["id"] == "digits-gan"
    assert view["recall"]["moment"]["look"] == {"x": 0.0, "y": 1.0, "zoom": 3.0}
    assert view["settled"]["z"] == bookmark.moment["settled"]["z"]
    assert view["maps"]["chosen"]["axes"] == [1, 0]
    assert view["selected"]["tags"][0]["name"] == "mine"
    assert "Selection: 3 of" in " ".join(text.value for text in page.markdown)
    (found,) = [box for box in page.expander if "Bookmarks" in box.label]
    assert "Bookmarks of this model: 1" in found.label
    assert r"\[a\]\(http" in " ".join(text.value for text in page.markdown)


def test_a_bookmark_is_opened_once_and_left_when_another_run_is_chosen(open_page, own_store, bookmark):
    page = open_page("explore", bookmark=bookmark.id)
    opening = component(page)["view"]["recall"]["name"]
    page.run()
    assert component(page)["view"]["recall"]["name"] == opening
    page.selectbox(key="explore.run").select("digits-vae").run()
    assert not page.exception
    assert component(page)["view"]["run"]["id"] == "digits-vae"
    assert "bookmark" not in page.query_params
    assert component(page)["view"]["recall"] is None


def test_a_bookmark_that_is_not_there_is_answered_by_a_sentence(open_page, own_store):
    page = open_page("explore", bookmark="0" * 32)
    assert not page.exception
    assert "no such bookmark" in page.warning[0].value
    assert component(page)["view"]["run"]["id"] == "digits-vae"


def test_a_deleted_bookmark_leaves_the_list_and_comes_back_with_undo(open_page, own_store, bookmark):
    page = open_page("explore", run="digits-gan")
    page.button(key=f"bookmarks.delete.{bookmark.id}").click().run()
    assert own_store.bookmarks.of_run("digits-gan") == []
    page.button(key="bookmarks.undo").click().run()
    assert not page.exception
    assert [kept.id for kept in own_store.bookmarks.of_run("digits-gan")] == [bookmark.id]


def test_a_selection_is_offered_as_a_table_and_kept_as_a_data_set(open_page, own_store):
    page = open_page("explore")
    step = own_store.run("digits-vae").checkpoints()[-1]
    assert not [button for button in page.button if button.key == "selection.make"]
    page.session_state[f"explorer.selected.digits-vae.{step}"] = {"mask": mask(range(30), 1797), "rest": "grey"}
    page.run()
    assert not page.exception
    assert "Download CSV" in [button.proto.label for button in page.get("download_button")]
    page.text_input(key="selection.name.digits-vae.30").set_value("thirty").run()
    page.button(key="selection.make").click().run()
    assert not page.exception
    assert [(own.name, own.n_items) for own in own_store.sets.all()] == [("thirty", 30)]
    assert "Kept 30 items" in page.success[0].value


def test_nonsense_from_a_browser_is_no_selection(open_page, own_store):
    page = open_page("explore")
    step = own_store.run("digits-vae").checkpoints()[-1]
    for told in ({"mask": "AAAA"}, {"mask": 7}, {"mask": "", "tags": "x"}, "all"):
        page.session_state[f"explorer.selected.digits-vae.{step}"] = told
        page.run()
        assert not page.exception
        assert not [button for button in page.button if button.key == "selection.make"]
