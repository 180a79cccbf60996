"""Models that are told classes, explored: a class is chosen by a button, mixed by a slider, drawn with the rest."""

import re
import time

import pytest
from playwright.sync_api import expect

from genlab.jobs.client import start
from genlab.training.config import DataConfig
from genlab.training.presets import spec_for
from tests.explorer.hand import by_id, drag_slider, next_frames, on_map, pixels, ready

pytestmark = [pytest.mark.browser, pytest.mark.slow]

EPOCHS = {"cvae": 5, "cgan": 6}


@pytest.fixture(params=list(EPOCHS))
def run(app, request):
    config = DataConfig(name="digits")
    changes = {"epochs": EPOCHS[request.param]}
    made = app.store.run(start(app.store, spec_for(request.param, app.store.sets.load(config), config, changes)))
    deadline = time.monotonic() + 200
    while made.status().state != "finished" and time.monotonic() < deadline:
        time.sleep(0.3)
    yield made
    app.store.delete(made.id)


def pressed(page) -> list[int]:
    return [i for i in range(10) if by_id(page, f"class-{i}").get_attribute("aria-pressed") == "true"]


def another(page, before: str) -> str:
    """Wait until the sample is another picture than ``before``, and return what it is."""
    sample, deadline = by_id(page, "decoded-sample"), time.monotonic() + 15
    while (now := pixels(sample)) == before:
        assert time.monotonic() < deadline, "the sample stays as it was"
        next_frames(page)
    return now


def test_class_is_chosen_mixed_and_drawn(page, run):
    page.goto(f"/explore?run={run.id}")
    expect(page.get_by_test_id("latent-map")).to_be_visible(timeout=60_000)
    ready(page)
    for share in (0.3, 0.4, 0.5, 0.6, 0.7):  # over items: a VAE's posterior is drawn around each
        page.mouse.move(*on_map(page, share, share))
        next_frames(page, 5)
    expect(page.get_by_text("variances")).to_have_count(0)  # of which one too many would be asked for

    sample, seen = by_id(page, "decoded-sample"), []
    by_id(page, "class-9").click()
    expect(by_id(page, "class-9")).to_have_attribute("aria-pressed", "true")
    next_frames(page, 5)
    for chosen in range(10):
        before = pixels(sample)
        by_id(page, f"class-{chosen}").click()
        seen.append(another(page, before))
        assert pressed(page) == [chosen]
    assert len(set(seen)) == 10

    style = page.locator('[data-testid^="z-slider-"]').first.input_value()
    by_id(page, "class-0").click()
    assert page.locator('[data-testid^="z-slider-"]').first.input_value() == style

    by_id(page, "show-all").click()
    width = run.spec.model.latent_dim
    weight = by_id(page, f"z-slider-{width + 3}")
    assert weight.get_attribute("title").startswith("Weight of the class 3;")
    assert (weight.get_attribute("min"), weight.get_attribute("max")) == ("0", "1")
    before = pixels(sample)
    drag_slider(page, weight, 0.6)
    another(page, before)
    assert pressed(page) == []  # a mixture is no class

    before = pixels(sample)
    by_id(page, "random").click()
    another(page, before)
    assert len(pressed(page)) == 1
    by_id(page, "reset").click()
    expect(by_id(page, "class-0" if run.spec.preset == "cvae" else f"class-{pressed(page)[0]}")).to_have_attribute(
        "aria-pressed", re.compile("true")
    )
