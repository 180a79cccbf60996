"""Explore as a person uses it: every move decodes, on the gallery's models and on ones just trained."""

import math
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from genlab.exports.provenance import read_provenance
from genlab.jobs.client import start
from genlab.training.config import DataConfig
from genlab.training.presets import spec_for
from tests.explorer.hand import by_id, drag_slider, next_frames, on_map, pixels, ready

pytestmark = pytest.mark.browser

MOVES = 30


def arc(x: float, y: float, rx: float, ry: float, start_deg: float, end_deg: float) -> list[tuple[float, float]]:
    """Points of an arc, in shares of the sheet; 0° is right, 90° is down."""
    angles = [math.radians(start_deg + (end_deg - start_deg) * i / 16) for i in range(17)]
    return [(x + rx * math.cos(angle), y + ry * math.sin(angle)) for angle in angles]


DIGITS = {
    0: arc(0.5, 0.5, 0.2, 0.33, -90, 270),
    2: [*arc(0.5, 0.33, 0.2, 0.18, -170, 40), (0.3, 0.85), (0.72, 0.85)],
    3: [*arc(0.47, 0.32, 0.18, 0.17, -150, 90), *arc(0.47, 0.67, 0.21, 0.18, -90, 150)],
    5: [(0.68, 0.15), (0.36, 0.15), (0.34, 0.45), *arc(0.48, 0.63, 0.2, 0.2, -120, 140)],
    6: [(0.6, 0.13), (0.42, 0.35), (0.33, 0.6), *arc(0.5, 0.66, 0.17, 0.18, 180, -180)],
}


def visit(page, run_id: str) -> None:
    page.goto(f"/explore?run={run_id}")
    expect(page.get_by_test_id("latent-map")).to_be_visible(timeout=60_000)
    ready(page)


def share_that_changes(page) -> float:
    """Move the cursor around the map; return the share of moves after which the sample is another picture."""
    sample = by_id(page, "decoded-sample")
    page.mouse.move(*on_map(page, 0.5, 0.5))
    next_frames(page, 3)
    before, changed = pixels(sample), 0
    for move in range(MOVES):
        turn = 2 * math.pi * move / MOVES
        page.mouse.move(*on_map(page, 0.5 + 0.3 * math.cos(turn), 0.5 + 0.3 * math.sin(2 * turn + 0.3)))
        next_frames(page, 3)
        now = pixels(sample)
        changed += now != before
        before = now
    return changed / MOVES


@pytest.mark.parametrize("run_id", ["digits-vae", pytest.param("digits-gan", marks=pytest.mark.slow)])
def test_sample_changes_with_nearly_every_move_of_the_cursor(page, run_id):
    visit(page, run_id)
    assert share_that_changes(page) >= 0.9


def test_slider_decodes_while_it_is_dragged(page):
    visit(page, "digits-vae")
    sample = by_id(page, "decoded-sample")
    before = pixels(sample)
    drag_slider(page, page.locator('[data-testid^="z-slider-"]').first, 0.8, release=False)
    next_frames(page, 3)
    assert pixels(sample) != before
    page.mouse.up()
    expect(page.get_by_text("Settled by the sliders")).to_be_visible(timeout=15_000)


def test_eight_sliders_fit_the_screen_of_a_laptop(page):
    visit(page, "digits-vae")
    box = page.locator('[data-testid^="z-slider-"]').nth(7).bounding_box()
    assert box["y"] + box["height"] <= 900


def take(page, what):
    """Choose what to take home; a list that has just opened closes when the page moves under it."""
    box = page.get_by_role("combobox", name="What")
    box.scroll_into_view_if_needed()
    box.click()
    box.fill(what)
    page.get_by_role("option", name=what).click()


def test_path_from_a_to_b_is_walked_played_and_saved_as_it_is_shown(page):
    visit(page, "digits-vae")
    page.mouse.click(*on_map(page, 0.3, 0.4))
    by_id(page, "pin-a").click()
    page.mouse.click(*on_map(page, 0.6, 0.6))
    by_id(page, "pin-b").click()
    slider, sample = by_id(page, "path-slider"), by_id(page, "decoded-sample")
    drag_slider(page, slider, 0.0, release=False)
    box, seen = slider.bounding_box(), set()
    for step in range(11):
        page.mouse.move(box["x"] + 8 + (box["width"] - 16) * step / 10, box["y"] + box["height"] / 2)
        next_frames(page, 3)
        seen.add(pixels(sample))
    page.mouse.up()
    assert len(seen) >= 10
    by_id(page, "path-kind").select_option("slerp")
    by_id(page, "play").click()
    expect(by_id(page, "play")).to_have_text("Play", timeout=30_000)  # it has come to B
    take(page, "Walk from A to B")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download GIF").click()
    film = Image.open(download.value.path())
    assert (film.format, film.n_frames, film.info["loop"]) == ("GIF", 58, 0)  # 30 there, and back
    found = read_provenance(download.value.path().read_bytes())
    assert (found.run, found.path) == ("digits-vae", "slerp")


def test_page_is_prepared_outside_the_server_and_downloaded(page):
    visit(page, "ring-gan")
    take(page, "Web page")
    page.get_by_role("button", name="Prepare HTML").click()
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name="Download HTML").click(timeout=60_000)
    assert download.value.suggested_filename.startswith("genlab-ring-gan-")
    assert "genlab-part:decoder.onnx" in download.value.path().read_text()


@pytest.mark.parametrize("size", [pytest.param(0.6, marks=pytest.mark.slow), 1.0])
def test_drawn_digits_land_among_their_own_class(page, size):
    visit(page, "digits-vae")
    box = by_id(page, "draw").bounding_box()
    for digit, line in DIGITS.items():
        by_id(page, "draw-clear").click()
        for number, (x, y) in enumerate(line):
            page.mouse.move(
                box["x"] + box["width"] * (0.5 + size * (x - 0.5)), box["y"] + box["height"] * (0.5 + size * (y - 0.5))
            )
            if number == 0:
                page.mouse.down()
        page.mouse.up()
        expect(by_id(page, "nearest-item")).to_contain_text(f"class {digit},", timeout=15_000)


@pytest.mark.parametrize(("preset", "data", "epochs"), [("vae", "digits", 8), ("gan", "digits", 4)])
@pytest.mark.slow
def test_freshly_trained_model_is_explored(page, app, preset, data, epochs):
    config = DataConfig(name=data)
    run_id = start(app.store, spec_for(preset, app.store.sets.load(config), config, {"epochs": epochs}))
    page.goto(f"/train?run={run_id}")
    expect(page.get_by_text("Trained in")).to_be_visible(timeout=120_000)
    expect(page.get_by_role("combobox", name=re.compile("^Training"))).to_have_value(re.compile("finished"))
    page.get_by_role("link", name="Explore this run").click()
    expect(page.get_by_test_id("latent-map")).to_be_visible(timeout=60_000)
    ready(page)
    assert share_that_changes(page) >= 0.9
    expect(page.get_by_text("Being measured")).to_be_hidden(timeout=60_000)
    expect(page.get_by_test_id("stMetric").first).to_be_visible()
    app.store.delete(run_id)
