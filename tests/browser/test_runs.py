"""The Runs page as a person uses it: find, rename, compare, duplicate, delete and take it back."""

import json
import re
import shutil

import pytest
from playwright.sync_api import expect

from genlab.store import default_gallery

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def app(app_of_its_own):
    return app_of_its_own


@pytest.fixture(autouse=True)
def runs(app):
    """Three finished runs: copies of the gallery's under names of their own."""
    folder = app.store.root / "runs"
    shutil.rmtree(folder, ignore_errors=True)
    for number, (source, name) in enumerate(
        [("digits-vae", "first try"), ("digits-vae", "second try"), ("digits-gan", "a GAN")]
    ):
        place = folder / f"20261122-10000{number}-000{number}"
        shutil.copytree(default_gallery() / "runs" / source, place)
        meta = json.loads((place / "meta.json").read_text())
        (place / "meta.json").write_text(json.dumps({**meta, "name": name, "created": 1e9 - number}))
    return [run.id for run in app.store.runs() if not run.gallery]


def visit(page) -> None:
    page.goto("/runs")
    expect(page.get_by_role("heading", level=1)).to_have_text("Runs", timeout=30_000)
    expect(line(page, "a GAN")).to_be_visible(timeout=30_000)


def line(page, name: str):
    return page.locator('[data-testid="stCheckbox"]').filter(has_text=re.compile(rf"^{re.escape(name)}$"))


def choose(page, *names: str) -> None:
    for name in names:
        line(page, name).locator("label").first.click()
        expect(line(page, name).get_by_role("checkbox")).to_be_checked(timeout=15_000)
    expect(page.get_by_text(f"{len(names)} chosen: {', '.join(names)}")).to_be_visible(timeout=15_000)


def test_run_is_renamed_tagged_found_deleted_and_brought_back(page, app, runs):
    visit(page)
    choose(page, "first try")
    page.get_by_role("button", name="Name and tags").click()
    page.get_by_role("textbox", name="Name").fill("the good one")
    page.get_by_role("textbox", name="Tags").fill("keep, lesson")
    page.get_by_role("button", name="Save").click()
    expect(line(page, "the good one")).to_be_visible(timeout=15_000)
    expect(page.get_by_role("button", name="Save")).to_be_hidden()
    assert app.store.run(runs[0]).meta.tags == ("keep", "lesson")

    page.get_by_role("searchbox", name="Search").or_(page.get_by_role("textbox", name="Search")).fill("lesson")
    expect(line(page, "second try")).to_be_hidden(timeout=15_000)  # found while typing
    expect(line(page, "the good one")).to_be_visible()

    before = app.store.runs()
    page.get_by_role("button", name="Delete").click()
    expect(line(page, "the good one")).to_be_hidden(timeout=15_000)
    assert runs[0] not in [run.id for run in app.store.runs()]
    page.get_by_role("button", name="Undo").click()
    expect(line(page, "the good one")).to_be_visible(timeout=15_000)
    assert app.store.runs() == before


def test_runs_are_compared_side_by_side(page):
    visit(page)
    choose(page, "first try", "second try", "a GAN")
    expect(page.get_by_role("columnheader", name="second try").first).to_be_visible(timeout=15_000)
    expect(page.get_by_role("rowheader", name="Reconstruction error")).to_be_visible(timeout=60_000)
    expect(page.locator(".js-plotly-plot .legend .traces")).to_have_count(2, timeout=15_000)  # a GAN has no such loss
    expect(page.get_by_text("Without this measure: a GAN")).to_be_visible()


def test_duplicate_opens_the_form_filled(page, app, runs):
    spec = app.store.run(runs[1]).spec.override({"epochs": 77, "latent_dim": 5})
    (app.store.root / "runs" / runs[1] / "spec.json").write_text(spec.to_json())
    visit(page)
    choose(page, "second try")
    page.get_by_role("link", name="Duplicate").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Train", timeout=30_000)
    expect(page.get_by_text("Filled with the settings of second try")).to_be_visible(timeout=15_000)
    expect(page.get_by_role("spinbutton", name=re.compile("^Epochs"))).to_have_value("77", timeout=20_000)
    expect(page.get_by_role("spinbutton", name=re.compile("^Latent size"))).to_have_value("5")
    assert "copy=" not in page.url


@pytest.mark.slow
def test_run_trains_on_from_where_it_ended(page, app):
    from genlab.jobs.worker import train
    from genlab.training.config import DataConfig
    from genlab.training.presets import spec_for

    config = DataConfig(name="digits")
    spec = spec_for("vae", app.store.sets.load(config), config, {"epochs": 2, "hidden": "16", "threads": 1})
    parent = app.store.create_run(spec, name="short")
    train(parent)
    visit(page)
    choose(page, "short")
    page.get_by_role("button", name="Train on", exact=True).click()
    page.get_by_role("spinbutton", name=re.compile("^More epochs")).fill("3")
    page.keyboard.press("Tab")
    page.get_by_test_id("stPopoverBody").get_by_role("button", name="Train on").click()
    expect(page).to_have_url(re.compile(r"/train\?run="), timeout=30_000)
    expect(page.get_by_text("Trained in")).to_be_visible(timeout=120_000)
    (made,) = [run for run in app.store.runs() if run.parent == parent.id]
    assert (made.state, made.epoch, made.total_epochs) == ("finished", 5.0, 5.0)
