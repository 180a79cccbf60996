import json

import pytest

from genlab.training.config import DataConfig, RunSpec
from genlab.ui.words import plain
from tests.pages.conftest import html_of


def component(page, kind: str = "bidi_component"):
    """Return what the explorer was told; other components may stand on the page too."""
    told = [json.loads(found.proto.json) for found in page.get(kind)]
    return next((data for data in told if "run" in data.get("view", {})), None)


def test_explore_shows_the_gallerys_digits_vae_to_a_newcomer(open_page, own_store):
    page = open_page("explore")
    assert not page.exception
    assert page.title[0].value == "Explore"
    assert page.selectbox(key="explore.run").value == "digits-vae"
    view = component(page)["view"]
    assert view["run"]["id"] == "digits-vae"
    assert view["points"]["count"] == 1797
    assert view["points"]["labelNames"] == [str(digit) for digit in range(10)]
    assert len(page.metric) >= 3


@pytest.mark.parametrize("run_id", ["digits-gan", "ring-gan"])
def test_explore_shows_the_run_in_the_address_and_writes_there_what_is_chosen(open_page, own_store, run_id):
    page = open_page("explore", run=run_id)
    assert component(page)["view"]["run"]["id"] == run_id
    page.selectbox(key="explore.run").select("digits-vae").run()
    assert not page.exception
    assert page.query_params["run"] == "digits-vae"
    assert component(page)["view"]["run"]["id"] == "digits-vae"


def test_explore_answers_an_unknown_run_with_a_sentence_and_the_gallerys_model(open_page, own_store):
    page = open_page("explore", run="20200101-000000-dead")
    (warning,) = page.warning
    assert plain("20200101-000000-dead") in warning.value
    assert component(page)["view"]["run"]["id"] == "digits-vae"


def test_explore_leads_to_training_when_there_is_no_model(open_page, bare_store):
    page = open_page("explore")
    assert not page.exception
    assert "no trained model" in page.info[0].value
    assert page.get("page_link")


def test_explore_passes_over_a_damaged_run_and_says_why_a_store_cannot_be_read(open_page, own_store, refused_store):
    page = open_page("explore")
    assert not page.exception
    assert "cannot be listed" in page.error[0].value


def test_explore_leaves_damaged_and_unbegun_runs_out_of_its_list(open_page, own_store):
    broken, waiting = (own_store.create_run(RunSpec(data=DataConfig(name="ring"))) for _ in range(2))
    (own_store.root / "runs" / broken.id / "state.json").write_text("{")
    page = open_page("explore")
    assert not page.exception
    listed = page.selectbox(key="explore.run").options
    assert len(listed) == len(list((own_store.gallery / "runs").iterdir()))
    assert page.selectbox(key="explore.run").value == "digits-vae"
    assert not any(waiting.name in label for label in listed)


def test_explore_says_that_a_run_without_checkpoint_cannot_be_explored_yet(open_page, own_store):
    run = own_store.create_run(RunSpec(data=DataConfig(name="ring")))
    with run.writer() as writer:
        writer.status(state="running", step=3)
        page = open_page("explore", run=run.id)
    assert not page.exception
    assert "no checkpoint yet" in page.error[0].value


def test_explore_shows_what_lies_around_the_settled_point(open_page, own_store):
    page = open_page("explore")
    step = own_store.run("digits-vae").checkpoints()[-1]
    page.session_state[f"explorer.settled.digits-vae.{step}"] = {
        "z": [0.0] * 8,
        "source": "random",
        "map": [0.0, 0.0],
    }
    page.run()
    assert not page.exception
    cards = html_of(page)
    assert cards.proto.body.count("<li") == 8
    page.get_by_key("neighbours.count").set_value(16).run()
    page.get_by_key("neighbours.space").set_value("values").run()
    assert html_of(page).proto.body.count("<li") == 16
    assert [button.proto.label for button in page.get("download_button")] == ["Download PNG"]
    assert offered(page, "walk") == "Pin A and B first, under the map."
    assert offered(page, "sheet") == "Download PNG"
    assert offered(page, "code") == "Download JSON"
    assert offered(page, "page") == "Prepare HTML"


def offered(page, what: str) -> str:
    """Choose a thing to take home; return what its button says, or why there is none."""
    page.selectbox(key="take.what").set_value(what).run()
    assert not page.exception
    buttons = [button.proto.label for button in page.get("download_button")]
    buttons += [button.label for button in page.button if button.label.startswith("Prepare")]
    reasons = [button.proto.help for button in page.button if button.key == "take.none"]
    return (buttons + reasons)[0]


def test_explore_offers_files_of_the_run_before_a_point_is_settled(open_page, own_store):
    page = open_page("explore", run="digits-gan")
    assert offered(page, "sample") == "Click on the map first."
    for what, form in {"codes": "CSV", "items": "CSV", "model": "ONNX", "script": "Python"}.items():
        assert offered(page, what) == f"Prepare {form}"


def test_explore_offers_the_walk_as_film_and_strip_once_both_pins_are_set(open_page, own_store):
    page = open_page("explore")
    step = own_store.run("digits-vae").checkpoints()[-1]
    page.session_state[f"explorer.settled.digits-vae.{step}"] = {
        "z": [0.0] * 8,
        "source": "path",
        "map": [0.0, 0.0],
        "pins": {"a": [0.5] * 8, "b": [-0.5] * 8},
        "path": "slerp",
    }
    page.run()
    assert offered(page, "walk") == "Download GIF"
    assert page.number_input(key="take.steps.True").value == 30
    assert page.number_input(key="take.scale.walk.GIF.digits-vae").value == 32
    page.get_by_key("take.format.walk").set_value("PNG").run()
    assert not page.exception
    assert [button.proto.label for button in page.get("download_button")] == ["Download PNG"]
    assert not [box for box in page.selectbox if box.key == "take.loop"]


def test_explore_says_that_only_a_bookmark_outlasts_a_reload(open_page, own_store):
    page = open_page("explore")
    assert any("a bookmark keeps them" in caption.value for caption in page.caption)
