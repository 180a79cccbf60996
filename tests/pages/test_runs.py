import json
import shutil

import numpy as np
import pytest

from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.store import Run, default_gallery
from genlab.store.datasets import DatasetFacts
from genlab.training.config import DataConfig, RunSpec
from genlab.ui.runs_list import begun


@pytest.fixture
def make_run(own_store):
    """A finished run of the store: a copy of the gallery's digits VAE under a name of its own."""

    def make(number: int, name: str, **changes: str) -> Run:
        run_id = f"20261122-10000{number}-000{number}"
        folder = own_store.root / "runs" / run_id
        shutil.copytree(default_gallery() / "runs" / "digits-vae", folder)
        meta = json.loads((folder / "meta.json").read_text())
        (folder / "meta.json").write_text(json.dumps({**meta, "name": name, "created": 1e9 + number}))
        run = own_store.run(run_id)
        if changes:
            (folder / "spec.json").write_text(run.spec.override(changes).to_json())
        return own_store.run(run_id)

    return make


def names(page) -> list[str]:
    return [box.label.replace("\\", "") for box in page.checkbox]


def pick(page, *runs: Run):
    for run in runs:
        page.checkbox(key=f"runs.pick.{run.id}").check()
    return page.run()


def button(page, label: str):
    return next(button for button in page.button if button.label == label)


def test_runs_leads_to_training_when_there_is_none(open_page, bare_store):
    page = open_page("runs")
    assert not page.exception
    assert page.title[0].value == "Runs"
    assert "no run yet" in page.info[0].value


def test_runs_lists_the_gallery_as_read_only(open_page, own_store):
    page = open_page("runs")
    assert not page.exception
    assert "Digits, VAE" in names(page)
    assert any("read only" in text.value for text in page.markdown)
    pick(page, own_store.run("digits-vae"))
    assert button(page, "Delete").disabled
    assert [link.proto.disabled for link in page.get("page_link") if link.proto.label == "Duplicate"] == [False]


def test_runs_shows_a_broken_run_with_its_reason_while_the_rest_work(open_page, own_store, make_run):
    broken, sound = make_run(1, "torn"), make_run(2, "sound")
    (own_store.root / "runs" / broken.id / "spec.json").write_text("{")
    page = open_page("runs")
    assert not page.exception
    assert names(page)[:2] == ["sound", "torn"]
    assert any("Damaged" in badge.value for badge in page.markdown)
    assert any("spec\\.json is damaged" in text.value for text in page.markdown)
    page = pick(page, sound, broken)
    assert not page.exception
    assert any("fewer than two" in caption.value for caption in page.caption)
    button(page, "Delete").click().run()
    assert [run.id for run in own_store.runs() if not run.gallery] == []


def test_runs_finds_by_every_word_and_sorts(open_page, make_run):
    make_run(1, "wide net"), make_run(2, "narrow net").tag(["keep"])
    page = open_page("runs")
    page.text_input(key="runs.search").set_value("net keep").run()
    assert names(page) == ["narrow net"]
    page.text_input(key="runs.search").set_value("no such run").run()
    assert names(page) == []
    assert any("No run matches" in caption.value for caption in page.caption)
    page.text_input(key="runs.search").set_value("net").run()
    page.selectbox(key="runs.order").select("Oldest first").run()
    assert names(page) == ["wide net", "narrow net"]


def test_runs_renames_and_tags_the_chosen_one(open_page, own_store, make_run):
    run = make_run(1, "old")
    page = pick(open_page("runs"), run)
    page.text_input(key=f"runs.name.{run.id}").set_value("  new *name* ")
    page.text_input(key=f"runs.tags.{run.id}").set_value("a, b, a")
    button(page, "Save").click().run()
    assert not page.exception
    assert (run.meta.name, run.meta.tags) == ("new *name*", ("a", "b"))
    assert names(page)[0] == "new *name*"


def test_runs_says_why_a_name_is_refused(open_page, make_run):
    run = make_run(1, "old")
    page = pick(open_page("runs"), run)
    page.text_input(key=f"runs.name.{run.id}").set_value("   ")
    button(page, "Save").click().run()
    assert "visible character" in page.error[0].value
    assert run.name == "old"


def test_deletion_is_undone(open_page, own_store, make_run):
    first, second = make_run(1, "one"), make_run(2, "two")
    before = own_store.runs()
    page = pick(open_page("runs"), first, second)
    button(page, "Delete").click().run()
    assert not page.exception
    assert [run for run in own_store.runs() if not run.gallery] == []
    assert "Deleted: two, one" in page.info[0].value
    button(page, "Undo").click().run()
    assert not page.exception
    assert own_store.runs() == before
    assert not page.info


def test_runs_compares_figures_settings_and_curves(open_page, make_run):
    runs = make_run(1, "first"), make_run(2, "<b>second</b>", beta="4")
    page = pick(open_page("runs"), *runs)
    assert not page.exception
    figures, settings = (piece.proto.body for piece in page.get("html") if piece.proto.body.startswith("<div"))
    assert "ELBO" in figures
    assert "&lt;b&gt;second&lt;/b&gt;" in figures
    assert "<b>second" not in figures
    assert "KL weight β" in settings
    assert settings.count("<tr>") == 2
    (chart,) = (json.loads(chart.proto.spec) for chart in page.get("plotly_chart"))
    assert chart["layout"]["yaxis"]["title"]["text"] == "loss (nats per item)"
    assert chart["layout"]["xaxis"]["title"]["text"] == "epoch"
    looks = [(line["line"]["color"], line["line"]["dash"], line["marker"]["symbol"]) for line in chart["data"]]
    assert len({color for color, _, _ in looks}) == len({dash for _, dash, _ in looks}) == 2
    assert len({symbol for _, _, symbol in looks}) == 2


def test_own_data_are_compared_by_the_name_that_people_gave_them(open_page, own_store, make_run):
    people = Dataset("people", np.eye(3, dtype=np.float32), Modality.VECTOR, ValueKind.REAL)
    own = own_store.sets.add(people)
    runs = make_run(1, "first"), make_run(2, "second", **{"data.name": own})
    folder = own_store.root / "runs" / runs[1].id
    (folder / "dataset.json").write_text(DatasetFacts.of(people).to_json())
    page = pick(open_page("runs"), *runs)
    assert not page.exception
    settings = [piece.proto.body for piece in page.get("html") if "Settings that differ" in piece.proto.body]
    assert ">Data</dfn></th><td>people</td><td>digits</td>" in settings[0]
    assert own not in settings[0]


def test_thousands_are_set_apart_in_epochs_and_counts(open_page, own_store, make_run):
    run = make_run(1, "long")
    state = own_store.root / "runs" / run.id / "state.json"
    state.write_text(json.dumps({**json.loads(state.read_text()), "epoch": 2500, "total_epochs": 2500}))
    page = open_page("runs")
    assert any("2,500 of 2,500 epochs" in text.value for text in page.markdown)
    twin = make_run(2, "longer", epochs="4000")
    page = pick(open_page("runs"), run, twin)
    (settings,) = (piece.proto.body for piece in page.get("html") if "Settings that differ" in piece.proto.body)
    assert "<td>4,000 epochs</td>" in settings


def test_run_whose_data_cannot_be_named_is_left_out_of_the_comparison(open_page, own_store, make_run):
    runs = make_run(1, "first"), make_run(2, "second"), make_run(3, "torn")
    (own_store.root / "runs" / runs[2].id / "dataset.json").write_text("{")
    page = pick(open_page("runs"), *runs)
    assert not page.exception
    assert "dataset" in page.warning[0].value
    (chart,) = (json.loads(chart.proto.spec) for chart in page.get("plotly_chart"))
    assert len(chart["data"]) == 2


def test_runs_with_the_same_name_are_told_apart_wherever_they_are_named(open_page, own_store, make_run):
    runs = make_run(1, "twin"), make_run(2, "twin"), make_run(3, "twin")
    times = [begun(summary) for summary in own_store.runs() if summary.name == "twin"][::-1]
    assert len(set(times)) == 3
    page = pick(open_page("runs"), *runs[:2])
    lines = " ".join(text.value for text in page.markdown).replace("\\", "")
    assert all(when in lines for when in times)
    (chart,) = (json.loads(chart.proto.spec) for chart in page.get("plotly_chart"))
    called = [line["name"] for line in chart["data"]]
    assert sorted(called) == [f"twin ({when})" for when in times[:2]]
    figures = next(piece.proto.body for piece in page.get("html") if piece.proto.body.startswith("<div"))
    assert all(name in figures for name in called)
    assert f"2 chosen: {called[0]}, {called[1]}" in [text.value for text in page.text]
    button(page, "Delete").click().run()
    assert f"Deleted: {called[0]}, {called[1]}" in page.info[0].value.replace("\\", "")


def test_train_form_is_filled_with_a_copied_run(open_page, own_store):
    spec = RunSpec(preset="vae", data=DataConfig(name="ring")).override(
        {"body": "mlp", "latent_dim": 3, "hidden": "17, 5", "epochs": 77, "beta": 2.5, "likelihood": "gaussian"}
    )
    run = own_store.create_run(spec, name="odd one", state="finished")
    page = open_page("train", copy=run.id)
    assert not page.exception
    assert "copy" not in page.query_params
    assert page.selectbox(key="train.data").value == "ring"
    scope = f"train.ring.vae.mlp.{run.id}"
    assert page.get_by_key(f"{scope}.model.latent_dim").value == 3
    assert page.get_by_key(f"{scope}.model.body.hidden").value == "17, 5"
    assert page.get_by_key(f"{scope}.training.epochs").value == 77
    assert page.get_by_key("train.name").value == "odd one (copy)"
    page.selectbox(key="train.data").select("digits").run()
    assert not page.exception
    assert page.get_by_key("train.digits.vae.mlp.model.latent_dim").value == 8


def test_train_answers_a_copy_of_an_unknown_run_with_a_sentence(open_page, own_store):
    page = open_page("train", copy="20200101-000000-dead")
    assert not page.exception
    assert any("20200101" in warning.value for warning in page.warning)


def test_runs_says_why_a_store_cannot_be_read(open_page, refused_store):
    page = open_page("runs")
    assert not page.exception
    assert "cannot be listed" in page.error[0].value
