"""The Lab as a class has it: the ring from nothing to eight modes, and two models in a race."""

import re
import time

import pytest
from playwright.sync_api import expect

from genlab.ui.words import ACTIVE
from tests.explorer.hand import pixels

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def app(app_of_its_own):
    return app_of_its_own


@pytest.fixture(autouse=True)
def nothing_goes_on(app):
    """A test that fails leaves no training in the way of the next."""
    yield
    for run in app.store.runs():
        if run.state in ACTIVE:
            app.store.run(run.id).order("stop")


def wait_until(holds, timeout_s: float = 90.0) -> None:
    deadline = time.monotonic() + timeout_s
    while not holds():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.1)


def begin(page, asked: str) -> None:
    page.goto(f"/lab?{asked}")
    page.get_by_role("button", name="Train", exact=True).click(timeout=60_000)
    page.wait_for_url(re.compile("run="), timeout=30_000)


def figure(run, name: str) -> int:
    return int(run.get_attribute(f"data-{name}") or 0)


@pytest.mark.slow
def test_ring_is_trained_before_ones_eyes_from_nothing_to_eight_modes(page, app):
    begin(page, "data=ring&a=gan&seed=1")
    run, plane = page.get_by_test_id("lab-run-0"), page.get_by_test_id("lab-data-0").locator("canvas")
    wait_until(lambda: figure(run, "frames") > 0)
    early = pixels(plane)
    wait_until(lambda: figure(run, "covered") == 8)
    assert pixels(plane) != early
    expect(run).to_contain_text(re.compile(r"8 of 8 modes"))
    expect(page.get_by_label(re.compile(r"^Modes captured \(of 8\): GAN 8"))).to_be_visible()

    page.get_by_role("button", name="Pause").click()
    expect(run).to_contain_text("Paused.", timeout=15_000)
    kept = app.store.run(re.search(r"run=([\w-]+)", page.url)[1])
    wait_until(lambda: figure(run, "step") == kept.status().step)
    shown = pixels(plane)
    page.get_by_label("D's field").uncheck()
    assert pixels(plane) != shown
    step = figure(run, "step")
    page.get_by_role("button", name="Step", exact=True).click()
    wait_until(lambda: figure(run, "step") == step + 1)

    page.reload()
    wait_until(lambda: figure(run, "step") == step + 1)  # what was on screen is there again, with its curves
    expect(page.get_by_label(re.compile(r"^Modes captured \(of 8\): GAN 8"))).to_be_visible()
    page.get_by_role("button", name="Stop").click()
    expect(run).to_contain_text("Stopped.", timeout=15_000)


@pytest.mark.slow
def test_gan_and_vae_race_on_the_same_data(page, app):
    begin(page, "data=moons&a=gan~hidden:32,32&b=vae~hidden:32&seed=2")
    runs = [page.get_by_test_id(f"lab-run-{number}") for number in (0, 1)]
    wait_until(lambda: all(figure(run, "frames") > 2 for run in runs))
    expect(page.get_by_test_id("lab-noise-0")).to_be_visible()
    expect(page.get_by_test_id("lab-codes-1")).to_be_visible()
    curve = page.get_by_label(re.compile(r"^JS divergence \(nats\): A: GAN .*, B: VAE"))
    expect(curve).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Stop").click()
    for run in runs:
        expect(run).to_contain_text("Stopped.", timeout=15_000)
    specs = [app.store.run(run.id).spec for run in app.store.runs() if not run.gallery][:2]
    assert {(spec.preset, spec.training.seed, spec.data.name) for spec in specs} == {
        ("gan", 2, "moons"),
        ("vae", 2, "moons"),
    }


@pytest.mark.slow  # half a minute; tests/pages has the knobs
def test_knobs_stand_beside_pictures_that_stay(page, app):
    begin(page, "data=ring&a=gan&seed=1")
    view = page.get_by_test_id("lab-run-0")
    wait_until(lambda: figure(view, "frames") > 0)
    view.evaluate("element => { element.dataset.before = 'yes' }")
    page.get_by_text("Change while it trains").click()
    rate = page.get_by_role("spinbutton", name=re.compile("^Discriminator's learning rate"))
    expect(rate).to_be_visible(timeout=15_000)
    knob, plane = rate.bounding_box(), page.get_by_test_id("lab-data-0").bounding_box()
    assert knob["x"] > plane["x"] + plane["width"]
    assert plane["y"] + plane["height"] / 2 < 900
    assert view.get_attribute("data-before") == "yes"  # not built anew
    page.get_by_role("button", name="Stop").click()
    expect(view).to_contain_text("Stopped.", timeout=15_000)


def test_shared_setting_is_there_after_a_reload(page, app):
    page.goto("/lab?data=moons&a=vae&seed=7")
    for _ in range(2):
        expect(page.get_by_role("spinbutton", name="Seed")).to_have_value("7", timeout=60_000)
        assert "data=moons" in page.url
        page.reload()
