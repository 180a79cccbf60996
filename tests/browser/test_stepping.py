"""A training stepped through before one's eyes: each phase shows its numbers, and a checkpoint can be gone back to."""

import re
import time

import pytest
from playwright.sync_api import expect

from genlab.jobs.client import start
from genlab.training.config import DataConfig
from genlab.training.presets import spec_for

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def app(app_of_its_own):
    return app_of_its_own


def wait_until(holds, timeout_s: float = 60.0) -> None:
    deadline = time.monotonic() + timeout_s
    while not holds():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.05)


def held(app, page, data: str, preset: str):
    """Begin a training, hold it soon, and unfold its steps."""
    config = DataConfig(name=data)
    run = app.store.run(start(app.store, spec_for(preset, app.store.sets.load(config), config, {"epochs": 4000})))
    wait_until(lambda: run.status().step > 20)
    run.order("pause")
    wait_until(lambda: run.status().state == "paused")
    page.goto(f"/train?run={run.id}")
    page.get_by_text("Step through").click(timeout=60_000)
    return run


def phases(run, page, names: list[str], why: str) -> None:
    """Press through the phases, and see each with its code, its networks and its reason."""
    for name in names:
        page.get_by_role("button", name="Next phase").click()
        expect(page.get_by_text(re.compile(rf"phase \d+: {re.escape(name)}\."))).to_be_visible(timeout=30_000)
        expect(page.get_by_role("group", name="The model as it stands")).to_be_visible()
        expect(page.get_by_text(re.compile("What ran: genlab/training/objectives/"))).to_be_visible()
    expect(page.get_by_text(re.compile(why))).to_be_visible()


def test_vae_is_stepped_through_phase_by_phase_and_goes_back(page, app):
    run = held(app, page, "digits", "vae")
    before = run.status().step
    phases(run, page, ["Encode", "Reparameterise"], "the gradient can pass through the draw")
    expect(page.get_by_text("drawn code z")).to_be_visible(timeout=15_000)
    expect(page.locator(".gl-runs")).to_have_count(0)  # no network runs while codes are drawn
    phases(run, page, ["Decode", "Losses", "Gradients"], "layer by layer")
    expect(page.locator(".gl-back")).to_have_count(2)
    phases(run, page, ["Update"], "a new model")
    expect(page.locator(".gl-moves")).to_have_count(2)
    page.get_by_role("button", name="Hold").click()
    wait_until(lambda: run.status().step == before + 1)

    page.get_by_text("Go back", exact=True).click()
    page.get_by_role("button", name=re.compile("Go back to step")).click()
    wait_until(lambda: run.status().step < before)
    expect(page.get_by_text(re.compile(rf"back from step {before + 1}"))).to_be_visible(timeout=30_000)
    assert [one.state for one in app.store.runs() if one.name.endswith(f"(left at step {before + 1:,})")] == ["stopped"]


def test_game_is_played_in_ten_phases_at_a_chosen_pace(page, app):
    run = held(app, page, "ring", "gan")
    pace = page.get_by_role("slider", name="Seconds a phase")
    pace.press("ArrowLeft")
    pace.press("ArrowLeft")
    expect(page.get_by_text("0.25", exact=True).first).to_be_visible()
    page.get_by_role("button", name="Play phases").click()
    seen = set()

    def all_seen() -> bool:
        look = run.look()
        seen.update([look.facts["phase"]["title"]] if look else [])
        return len(seen) == 10

    wait_until(all_seen)
    expect(page.get_by_text(re.compile(r"phase \d+: [DG]: "))).to_be_visible(timeout=30_000)
    before = run.status().step
    page.get_by_role("button", name="Hold").click()
    wait_until(lambda: run.status().step > before)  # the step under way is finished
    before = run.status().step
    page.get_by_text("D only").click()
    page.get_by_role("button", name="Batch").click()
    wait_until(lambda: run.status().step == before + 1)
    expect(page.get_by_text(re.compile("1 step of the discriminator alone"))).to_be_visible(timeout=30_000)


@pytest.mark.slow  # tests/jobs has the orders
def test_every_press_of_next_phase_is_an_order_however_slow_the_worker(page, app):
    config = DataConfig(name="digits")
    run = app.store.create_run(spec_for("vae", app.store.sets.load(config), config))
    with run.writer() as writer:  # a worker that has no time for orders just now
        writer.status(state="paused", step=20, total_steps=4000)
        page.goto(f"/train?run={run.id}")
        page.get_by_text("Step through").click(timeout=60_000)
        for _ in range(3):
            page.get_by_role("button", name="Next phase").click(timeout=30_000)
            time.sleep(0.1)
        time.sleep(4)
        assert [order.kind for order in writer.commands()] == ["phase"] * 3
        writer.status(state="stopped")


@pytest.mark.slow  # tests/jobs has the orders
def test_batch_ends_an_open_step_and_play_can_be_paused(page, app):
    run = held(app, page, "digits", "vae")
    before = run.status().step
    page.get_by_role("button", name="Next phase").click()
    expect(page.get_by_text(f"Step {before + 1:,} · phase 1: Encode.")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Batch").click()
    wait_until(lambda: run.status().step == before + 1)
    expect(page.get_by_text(f"Left at step {before + 1:,}, phase 1")).to_be_visible(timeout=15_000)
    assert run.status().step == before + 1
    page.get_by_role("button", name="Play phases").click()
    expect(page.get_by_text("Phase by phase", exact=True)).to_be_visible(timeout=15_000)
    page.get_by_role("button", name="Pause").click(timeout=15_000)
    wait_until(lambda: run.status().state == "paused")
    expect(page.get_by_text("Paused", exact=True).first).to_be_visible(timeout=15_000)


@pytest.mark.slow  # tests/pages has the choice
def test_checkpoint_that_was_chosen_stays_chosen_while_the_training_goes_on(page, app):
    run = held(app, page, "digits", "vae")
    page.get_by_text("Go back", exact=True).click()
    slider = page.get_by_role("slider", name="Checkpoint (step)")
    slider.press("Home")
    slider.press("ArrowRight")
    chosen = run.checkpoints()[1]
    go = page.get_by_role("button", name=f"Go back to step {chosen:,}", exact=True)
    expect(go).to_be_visible(timeout=15_000)
    before = run.status().step
    page.get_by_role("button", name="Go on", exact=True).click()
    wait_until(lambda: run.status().step > before + 50)
    page.get_by_role("button", name="Pause").click(timeout=15_000)
    wait_until(lambda: run.status().state == "paused")
    expect(page.get_by_text("Paused", exact=True).first).to_be_visible(timeout=15_000)
    expect(go).to_be_visible()
    go.click()
    wait_until(lambda: run.status().step == chosen)
