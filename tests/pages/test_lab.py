import json

import numpy as np
import pytest

from genlab.analysis.planar_scores import is_planar
from genlab.data.cloud import drawn_cloud
from genlab.data.named import load
from genlab.training.config import DataConfig
from genlab.training.presets import spec_for
from genlab.ui import lab_form
from genlab.ui.lab_setting import PLANAR


@pytest.fixture
def started(own_store, monkeypatch):
    """What the page asked to be trained; nothing is."""
    begun = []

    def start(store, spec, name=""):
        run = store.create_run(spec, name, state="queued")
        begun.append(run)
        return run.id

    monkeypatch.setattr(lab_form, "start", start)
    return begun


@pytest.fixture
def make_run(own_store):
    def make(preset="gan", state="running", name="ring", **changes):
        config = DataConfig(name=name)
        run = own_store.create_run(spec_for(preset, own_store.sets.load(config), config, changes), name="*mine*")
        with run.writer() as writer:
            writer.status(state=state, step=100, total_steps=4000)
        return run

    return make


def view(page) -> dict:
    """Return what the Lab's view is told."""
    told = [json.loads(found.proto.json)["view"] for found in page.get("bidi_component")]
    return next(one for one in told if "runs" in one)


def orders(page) -> dict[str, bool]:
    return {button.label: not button.disabled for button in page.button}


def test_sets_offered_are_points_of_the_plane():
    assert all(is_planar(load(name)) for name in PLANAR)
    assert not is_planar(load("digits"))
    assert not is_planar(load("swiss-roll"))


def test_lab_opens_on_a_gan_and_the_ring(open_page, own_store):
    page = open_page("lab")
    assert not page.exception
    assert page.title[0].value == "Lab"
    assert page.selectbox(key="lab.data").value == "ring"
    assert (page.selectbox(key="lab.a").value, page.selectbox(key="lab.b").value) == ("gan", "")
    assert "digits" not in page.selectbox(key="lab.data").options
    assert orders(page)["Train"]
    assert "Press Train" in page.info[0].value


def test_lab_trains_what_was_chosen_and_shows_it(open_page, started):
    page = open_page("lab")
    page.number_input(key="lab.seed").set_value(3)
    page.get_by_key("lab.a.ring.gan.training.learning_rate").set_value(0.004)
    page.button(key="lab.start").click().run()
    assert not page.exception
    (run,) = started
    assert (run.spec.training.seed, run.spec.training.learning_rate, run.spec.data.name) == (3, 0.004, "ring")
    assert page.query_params["run"] == run.id
    told = view(page)
    assert [one["socket"] for one in told["runs"]] == [f"/genlab/runs/{run.id}/lab"]
    assert (told["parts"], told["byModes"]) == (8, True)
    page.button(key="lab.start").click().run()
    assert len(started) == 1  # a second press in the same breath begins nothing


def test_lab_lets_two_models_race_on_the_same_data(open_page, started):
    page = open_page("lab")
    page.selectbox(key="lab.data").select("moons").run()
    page.selectbox(key="lab.b").select("vae").run()
    page.button(key="lab.start").click().run()
    assert not page.exception
    assert [run.spec.preset for run in started] == ["gan", "vae"]
    assert {run.spec.data.name for run in started} == {"moons"}
    assert (page.query_params["run"], page.query_params["beside"]) == tuple(run.id for run in started)
    told = view(page)
    assert [(one["name"], one["encodes"]) for one in told["runs"]] == [("A: GAN", False), ("B: VAE", True)]
    assert not told["byModes"]


def test_lab_ends_what_it_shows_before_it_begins_anew(open_page, make_run, started):
    run = make_run()
    page = open_page("lab", run=run.id)
    page.button(key="lab.start").click().run()
    assert not page.exception
    with run.writer() as writer:
        assert [order.kind for order in writer.commands()] == ["stop"]
    assert len(started) == 1


def test_link_of_a_race_fills_the_form_with_settings_and_seed(open_page, make_run, started):
    runs = [make_run(seed=5, learning_rate=0.004, hidden=(32, 16)), make_run("vae", seed=5, beta=0.5)]
    page = open_page("lab", run=runs[0].id, beside=runs[1].id)
    assert not page.exception
    assert page.number_input(key="lab.seed").value == 5  # the form is that of the runs on screen
    link = next(code.value for code in page.code)
    assert "/lab?data=ring&a=gan~" in link
    asked = dict(part.split("=", 1) for part in link.partition("?")[2].split("&"))

    fresh = open_page("lab", **asked)
    assert not fresh.exception
    fresh.button(key="lab.start").click().run()
    assert not fresh.exception
    assert [run.spec for run in started] == [run.spec for run in runs]


def test_knobs_stand_beside_the_pictures_once_they_are_asked_for(open_page, make_run):
    run = make_run()
    page = open_page("lab", run=run.id)
    key = f"live.{run.id}.objective.d_learning_rate"
    assert key not in [one.key for one in page.number_input]
    page.toggle(key="lab.knobs").set_value(True).run()
    assert not page.exception
    columns = list(page.columns)
    pictures = next(place for place, column in enumerate(columns) if column.get("bidi_component"))
    assert key in [one.key for one in columns[pictures + 1].number_input]
    page.get_by_key(key).set_value(0.05)
    next(button for button in page.button if button.label == "Apply").click().run()
    assert not page.exception
    with run.writer() as writer:
        assert [dict(order.payload) for order in writer.commands()] == [{"d_learning_rate": 0.05}]


def test_knobs_of_a_race_are_told_apart(open_page, make_run):
    runs = [make_run(), make_run("vae", state="paused")]
    page = open_page("lab", run=runs[0].id, beside=runs[1].id)
    page.toggle(key="lab.knobs").set_value(True).run()
    assert not page.exception
    assert [tab.label for tab in page.tabs] == ["Model A", "Model B"]


def test_address_keeps_a_shared_setting_until_it_is_trained(open_page, started):
    asked = {"data": "moons", "a": "vae~beta:0.5", "seed": "7"}
    page = open_page("lab", **asked)
    assert {name: page.query_params[name] for name in page.query_params} == asked  # so a reload finds it again
    page.number_input(key="lab.seed").set_value(9).run()
    assert page.number_input(key="lab.seed").value == 9  # what was changed by hand is not filled in anew
    page.selectbox(key="lab.b").select("gan").run()
    assert (page.query_params["a"], page.query_params["b"]) == ("vae~beta:0.5", "gan")
    page.selectbox(key="lab.data").select("grid").run()
    assert page.selectbox(key="lab.b").value == "gan"
    again = open_page("lab", **page.query_params)
    assert [again.selectbox(key=f"lab.{name}").value for name in ("data", "a", "b")] == ["grid", "vae", "gan"]
    page.button(key="lab.start").click().run()
    assert not page.exception
    assert set(page.query_params) == {"run", "beside"}
    assert started[0].spec.objective.beta == 0.5


def test_share_says_what_its_link_leaves_out(open_page, make_run):
    page = open_page("lab", run=make_run().id)
    assert any("changed while it trained is not in the link" in caption.value for caption in page.caption)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"data": "own-gone", "a": "gan"}, "data of this link are not here"),
        ({"data": "ring", "a": "vea"}, "no model 'vea'"),
        ({"data": "ring", "a": "gan~sped:3"}, "Unknown setting"),
        ({"run": "20200101-000000-aaaa"}, "20200101"),
    ],
)
def test_lab_answers_an_address_that_leads_nowhere_by_a_sentence(open_page, own_store, asked, words):
    page = open_page("lab", **asked)
    assert not page.exception
    said = " ".join(one.value for one in (*page.warning, *page.error)).replace("\\", "")
    assert words in said
    assert page.selectbox(key="lab.data").value == "ring"
    assert orders(page)["Train"]  # the form is there, and can be used


def test_lab_refuses_runs_that_are_no_points_of_the_plane(open_page, make_run):
    page = open_page("lab", run=make_run("vae", name="digits").id)
    assert not page.exception
    assert "points of the plane" in page.error[0].value


def test_lab_refuses_a_race_on_different_data(open_page, make_run):
    page = open_page("lab", run=make_run().id, beside=make_run(name="grid").id)
    assert not page.exception
    assert "same data" in page.error[0].value


def test_lab_gives_its_orders_to_both(open_page, make_run):
    runs = [make_run(), make_run("vae", state="paused")]
    page = open_page("lab", run=runs[0].id, beside=runs[1].id)
    shown = orders(page)
    assert (shown["Pause"], shown["Go on"], shown["Stop"]) == (True, True, True)
    page.button(key="lab.order.pause").click().run()
    page.button(key="lab.order.stop").click().run()
    told = []
    for run in runs:
        with run.writer() as writer:
            told.append([order.kind for order in writer.commands()])
    assert told == [["pause", "stop"], ["stop"]]  # one that is paused already is left alone


def test_lab_offers_what_a_person_drew(open_page, own_store, started):
    points = np.linspace(-0.5, 0.5, 20).tolist()
    kept = own_store.sets.add(drawn_cloud({"name": "*mine*", "x": points, "y": points, "brush": [0] * 20}))
    page = open_page("lab", data=f"own-{kept}")
    assert not page.exception
    assert page.selectbox(key="lab.data").value == f"own-{kept}"
    page.button(key="lab.start").click().run()
    assert not page.exception
    assert (started[0].spec.data.own, started[0].spec.data.name) == (True, kept)
    assert not any("*mine*" in text.value for text in page.markdown)


def test_lab_says_why_a_store_cannot_be_written(open_page, refused_store):
    page = open_page("lab")
    page.button(key="lab.start").click().run()
    assert not page.exception
    assert "Could not write" in page.error[0].value
