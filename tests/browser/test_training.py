"""A training as a person has it: from the form, through pause and step and a reload, to its end."""

import re
import time

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def app(app_of_its_own):
    return app_of_its_own


def begin(page, epochs: int, **fields: str) -> str:
    """Open the form, set its fields, press Train twice in a row; return the run's id from the address."""
    page.goto("/train")
    expect(page.get_by_role("heading", level=1)).to_have_text("Train", timeout=30_000)
    form = page.locator("details").filter(has_text="New training")
    form.wait_for(timeout=30_000)
    if form.get_attribute("open") is None:  # it stands open only where nothing has been trained
        page.get_by_text("New training").click()
    for label, value in {"Epochs": str(epochs), **fields}.items():
        box = page.get_by_role("spinbutton", name=re.compile(f"^{label}"))
        box.fill(value)
        box.press("Tab")
    before = page.url
    page.get_by_role("button", name="Train", exact=True).dblclick()
    page.wait_for_url(lambda url: "run=" in url and url != before, timeout=15_000)
    return page.url.rpartition("run=")[2]


def test_number_that_cannot_be_is_refused_and_nothing_else_is_trained(page, app):
    page.goto("/train")
    box = page.get_by_role("spinbutton", name=re.compile("^Epochs"))
    box.fill("0", timeout=60_000)
    box.press("Tab")
    page.get_by_role("button", name="Train", exact=True).click()
    expect(page.get_by_text(re.compile("epochs must be (≥|>=) 1, got 0"))).to_be_visible(timeout=30_000)
    assert [run for run in app.store.runs() if not run.gallery] == []


def state(app, run_id: str) -> str:
    return app.store.run(run_id).status().state


def wait_until(holds, timeout_s: float = 60.0) -> None:
    deadline = time.monotonic() + timeout_s
    while not holds():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.05)


def test_training_from_the_form_shows_its_curves_and_pictures_and_ends_in_explore(page, app):
    run_id = begin(page, epochs=12)
    expect(page.get_by_text(re.compile(r"step [\d,]+ of [\d,]+"))).to_be_visible(timeout=60_000)
    expect(page.locator(".js-plotly-plot").first).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Map of the codes")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Trained in")).to_be_visible(timeout=120_000)
    assert app.store.run(run_id).spec.training.epochs == 12
    assert [run.id for run in app.store.runs() if not run.gallery] == [run_id]  # the double click began one
    page.get_by_role("link", name="Explore this run").click()
    expect(page.get_by_test_id("latent-map")).to_be_visible(timeout=60_000)
    assert page.url.endswith(f"/explore?run={run_id}")


def test_training_obeys_its_buttons_and_survives_a_reload(page, app):
    run_id = begin(page, epochs=5000)
    wait_until(lambda: state(app, run_id) == "running")
    page.get_by_role("button", name="Pause").click()
    wait_until(lambda: state(app, run_id) == "paused")
    expect(page.get_by_text("Paused", exact=True).first).to_be_visible(timeout=15_000)

    before = app.store.run(run_id).status().step
    page.get_by_role("button", name="Step").click()
    wait_until(lambda: app.store.run(run_id).status().step == before + 1)
    expect(page.get_by_text(re.compile(rf"step {before + 1:,} of"))).to_be_visible(timeout=15_000)

    page.reload()
    expect(page.get_by_text("Paused", exact=True).first).to_be_visible(timeout=30_000)
    assert state(app, run_id) == "paused"
    assert page.url.endswith(f"run={run_id}")

    page.get_by_role("button", name="Go on").click()
    wait_until(lambda: app.store.run(run_id).status().step > before + 1)
    page.reload()
    expect(page.get_by_text(re.compile(r" left$"))).to_be_visible(timeout=30_000)
    assert state(app, run_id) == "running"

    page.get_by_role("button", name="Stop").click()
    wait_until(lambda: state(app, run_id) == "stopped")
    expect(page.get_by_text("Stopped", exact=True).first).to_be_visible(timeout=30_000)
    expect(page.get_by_role("button", name="Resume")).to_be_enabled()
    expect(page.get_by_role("combobox", name=re.compile("^Training"))).to_have_value(re.compile("stopped"))

    last = app.store.run(run_id).status().step
    expect(page.get_by_text(f"Step {last:,}, epoch")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Resume").click()
    wait_until(lambda: app.store.run(run_id).status().step > last)
    expect(page.get_by_text(f"Step {last:,}, epoch")).to_be_hidden(timeout=30_000)  # its pictures move on too
    page.get_by_role("button", name="Stop").click()


@pytest.mark.slow
def test_training_begun_elsewhere_is_followed(page, app):
    from genlab.jobs.client import start
    from genlab.training.config import DataConfig
    from genlab.training.presets import spec_for

    config = DataConfig(name="ring")
    run_id = start(app.store, spec_for("gan", app.store.sets.load(config), config, {"epochs": 4000}))
    page.goto("/train")
    wait_until(lambda: state(app, run_id) == "running")
    expect(page).to_have_url(re.compile(run_id), timeout=30_000)
    expect(page.get_by_text(re.compile(r"step [\d,]+ of [\d,]+"))).to_be_visible(timeout=60_000)
    expect(page.get_by_text("D's belief").first).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Stop").click()
    wait_until(lambda: state(app, run_id) == "stopped")
