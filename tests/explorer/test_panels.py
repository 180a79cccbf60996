"""Sliders, random draws, the path between two pins, drawing."""

import io
import math
import re

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect
from sklearn.datasets import load_digits

from tests.explorer.hand import (
    by_id,
    click_map,
    drag_slider,
    draw_ring,
    next_frames,
    on_map,
    pixels,
    ready,
    settled_count,
    stroke_by_finger,
    wait_settled,
)

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("run", ["vae", "gan"])
def test_slider_acts_while_dragged_and_settles_on_release(visit, run):
    page = ready(visit(run))
    sample = by_id(page, "decoded-sample")
    before = pixels(sample)
    start = page.locator('[data-testid^="z-slider-"]').evaluate_all("(all) => all.map((s) => Number(s.value))")
    drag_slider(page, by_id(page, "z-slider-1"), 0.8, release=False)
    next_frames(page)
    assert pixels(sample) != before
    assert settled_count(page) == 0
    page.mouse.up()
    settled = wait_settled(page, 1)
    assert settled["source"] == "slider"
    assert settled["z"][1] == pytest.approx(0.6 * 3, abs=0.6)
    others = [i for i in range(6) if i != 1]
    assert [settled["z"][i] for i in others] == pytest.approx([start[i] for i in others], abs=1e-6)
    by_id(page, "z-slider-1").dblclick()
    page.wait_for_function("lab.settles.at(-1).z[1] === 0")


def test_sliders_begin_with_eight_by_effect_and_show_the_rest_on_request(visit):
    page = ready(visit("vae", latent__order=[3, 1, 0, 2, 4, 5, 6, 7, 8, 9]))
    sliders = page.locator('[data-testid^="z-slider-"]')
    assert sliders.count() == 8
    assert sliders.first.get_attribute("data-testid") == "z-slider-3"
    by_id(page, "show-all").click()
    assert sliders.count() == 10


def test_strips_under_sliders_show_what_each_does(visit):
    page = ready(visit("vae"))
    strip = page.locator(".gl-traversal").first.locator("canvas")
    page.wait_for_function(
        "() => document.querySelector('#host').shadowRoot.querySelector('.gl-traversal canvas').width === 8"
    )
    shown = {pixels(strip.nth(i)) for i in range(strip.count())}
    assert len(shown) == 7
    first = pixels(strip.first)
    click_map(page, 0.7, 0.2)
    page.wait_for_timeout(500)
    assert pixels(strip.first) != first


def test_random_truncation_and_reset(visit):
    page = ready(visit("gan"))
    first = page.evaluate(
        "fetch('/gan/codes.f32').then((r) => r.arrayBuffer()).then((b) => [...new Float32Array(b, 0, 6)])"
    )
    by_id(page, "random").click()
    drawn = np.array(wait_settled(page, 1)["z"])
    drag_slider(page, by_id(page, "truncation"), 0.2)
    pulled = np.array(wait_settled(page, 2)["z"])
    ratio = pulled / drawn
    assert np.ptp(ratio) < 1e-4
    assert 0.2 < ratio[0] < 0.4
    by_id(page, "reset").click()
    settled = wait_settled(page, 3)
    assert settled["source"] == "reset"
    assert settled["z"] == first
    assert settled["delta"] == [0] * 16


def test_random_draws_come_from_near_the_data_or_from_the_prior(visit):
    page = ready(visit("vae"))
    numbers = page.evaluate(
        "fetch('/vae/codes.f32').then((r) => r.arrayBuffer()).then((b) => [...new Float32Array(b)])"
    )

    def distance(first: int) -> float:
        """Return the mean distance of eight draws from the nearest code; the first may have been drawn already."""
        draws = []
        for i in range(first, first + 8):
            if i > first or first == 1:
                by_id(page, "random").click()
            draws.append(wait_settled(page, i)["z"])
        codes = np.array(numbers, np.float32).reshape(-1, len(draws[0]))
        return float(np.linalg.norm(np.array(draws)[:, None] - codes, axis=2).min(1).mean())

    near = distance(1)
    by_id(page, "draw-from").select_option("prior")  # which draws at once
    assert near < 0.7 * distance(9)


def test_random_draws_of_a_gan_of_pictures_can_be_steady_or_from_the_prior(visit):
    page = ready(visit("gan"))
    source = by_id(page, "draw-from")
    assert source.locator("option").all_inner_texts() == ["steady", "from the prior"]
    drawn = []
    for i in range(1, 4):
        by_id(page, "random").click()
        drawn.append(tuple(wait_settled(page, i)["z"]))
    source.select_option("prior")  # which draws at once
    drawn.append(tuple(wait_settled(page, 4)["z"]))
    assert len(set(drawn)) == 4
    assert all(0.3 < np.std(z) < 2 for z in drawn)


@pytest.mark.parametrize(
    ("run", "kind"), [("vae", "lerp"), ("gan", "slerp"), pytest.param("ring", "lerp", marks=pytest.mark.slow)]
)
def test_path_slider_walks_from_a_to_b_while_dragged(visit, run, kind):
    page = ready(visit(run))
    click_map(page, 0.35, 0.4)
    by_id(page, "pin-a").click()
    wait_settled(page, 2)
    at_a = pixels(by_id(page, "decoded-sample"))
    click_map(page, 0.65, 0.55)
    by_id(page, "pin-b").click()
    wait_settled(page, 4)
    page.mouse.move(0, 0)
    next_frames(page)
    at_b = pixels(by_id(page, "decoded-sample"))
    assert by_id(page, "path-kind").input_value() == kind
    slider = by_id(page, "path-slider")
    seen = []
    drag_slider(page, slider, 0.0, release=False)
    box = slider.bounding_box()
    for step in range(11):
        page.mouse.move(box["x"] + 8 + (box["width"] - 16) * step / 10, box["y"] + 10)
        next_frames(page)
        seen.append(pixels(by_id(page, "decoded-sample")))
    assert seen[0] == at_a
    assert seen[-1] == at_b
    assert len(set(seen)) >= 10
    count = settled_count(page)
    page.mouse.up()
    assert wait_settled(page, count + 1)["source"] == "path"
    steps = by_id(page, "path-strip").locator("button")
    assert steps.count() == 11
    steps.nth(5).click()
    wait_settled(page, count + 2)
    assert float(slider.input_value()) == pytest.approx(0.5)


def test_play_runs_to_b_and_space_stops_it(visit):
    page = ready(visit("vae"))
    expect(by_id(page, "play")).to_be_disabled()
    click_map(page, 0.35, 0.4)
    by_id(page, "pin-a").click()
    click_map(page, 0.65, 0.55)
    by_id(page, "pin-b").click()
    by_id(page, "play").click()
    expect(by_id(page, "play")).to_have_text("Pause")
    slider = by_id(page, "path-slider")
    page.wait_for_function("(s) => Number(s.value) > 0.1", arg=slider.element_handle())
    by_id(page, "latent-map").focus()
    page.keyboard.press(" ")
    expect(by_id(page, "play")).to_have_text("Play")
    held = float(slider.input_value())
    next_frames(page, 5)
    assert float(slider.input_value()) == held
    page.keyboard.press(" ")
    page.wait_for_function("(s) => Number(s.value) === 1", arg=slider.element_handle())
    expect(by_id(page, "play")).to_have_text("Play")
    by_id(page, "loop").check()
    by_id(page, "play").click()
    page.wait_for_timeout(3600)
    expect(by_id(page, "play")).to_have_text("Pause")


def test_pin_on_the_map_can_be_dragged(visit):
    page = ready(visit("vae"))
    click_map(page, 0.5, 0.5)
    by_id(page, "pin-a").click()
    before = wait_settled(page, 2)["pins"]["a"]
    page.mouse.move(*on_map(page, 0.5, 0.5))
    page.mouse.down()
    page.mouse.move(*on_map(page, 0.6, 0.3), steps=5)
    page.mouse.up()
    settled = wait_settled(page, 3)
    assert settled["pins"]["a"] != pytest.approx(before)
    assert settled["pins"]["a"] == pytest.approx(settled["z"])


def test_drawing_lands_among_its_own_class_as_it_grows(visit):
    page = ready(visit("vae"))
    sample = by_id(page, "decoded-sample")
    before = pixels(sample)
    draw_ring(page, lift=False)
    next_frames(page, 4)
    assert pixels(sample) != before
    assert settled_count(page) == 0
    page.mouse.up()
    settled = wait_settled(page, 1)
    assert settled["source"] == "draw"
    assert load_digits().target[settled["nearest"]] == 0
    by_id(page, "draw-clear").click()
    assert page.locator(".gl-sheet[data-empty]").count() == 1


def test_picture_file_is_encoded_and_turned_over_when_its_paper_is_bright(visit):
    page = ready(visit("vae"))
    row = 11
    digits = load_digits()
    picture = Image.fromarray((255 - digits.images[row] * 255 / 16).astype(np.uint8)).resize(
        (64, 64), Image.Resampling.NEAREST
    )
    file = io.BytesIO()
    picture.save(file, "PNG")
    by_id(page, "picture").set_input_files({"name": "one.png", "mimeType": "image/png", "buffer": file.getvalue()})
    settled = wait_settled(page, 1)
    assert by_id(page, "invert").is_checked()
    assert settled["nearest"] == row
    by_id(page, "invert").uncheck()
    assert wait_settled(page, 2)["nearest"] != row
    by_id(page, "picture").set_input_files({"name": "no.png", "mimeType": "image/png", "buffer": b"text"})
    page.get_by_text("'no.png' could not be read as a picture").wait_for()


def test_finger_draws_on_the_sheet_and_the_page_stays_where_it_is(visit):
    page = ready(visit("vae", width=390, height=844, touch=True))
    sheet = by_id(page, "draw")
    sheet.scroll_into_view_if_needed()
    before, scrolled = pixels(sheet), page.evaluate("scrollY")
    ring = [
        (0.5 + 0.18 * math.cos(turn / 20 * math.pi), 0.5 + 0.32 * math.sin(turn / 20 * math.pi)) for turn in range(41)
    ]
    stroke_by_finger(page, sheet, *ring)
    settled = wait_settled(page, 1)
    assert settled["source"] == "draw"
    assert load_digits().target[settled["nearest"]] == 0
    assert pixels(sheet) != before
    assert page.evaluate("scrollY") == scrolled
    stroke_by_finger(page, sheet, (0.5, 0.5))  # a dot
    wait_settled(page, 2)


def test_a_tables_columns_are_read_by_name_in_their_own_unit_here_and_of_the_nearest_item(visit):
    names = [f"<i>pixel {i}" for i in range(64)]
    columns = [{"name": name, "shift": 1000 * i, "width": 10} for i, name in enumerate(names)]
    page = ready(visit("vae", item__modality="vector", item__shape=[64], item__columns=columns))
    table = page.get_by_role("table", name="in the data's own units")
    assert table.get_by_role("row").count() == 14
    assert table.get_by_role("row").last.inner_text() == "and 52 more"
    row = table.get_by_role("row", name="<i>pixel 3")
    click_map(page, 0.7, 0.2)
    settled = wait_settled(page, 1)
    item = load_digits().data[settled["nearest"]] / 16
    expect(row.get_by_role("cell").nth(1)).to_have_text(f"{3000 + 10 * item[3]:.4g}")
    decoded = float(row.get_by_role("cell").nth(0).inner_text())
    assert 2990 < decoded < 3020
    assert "<i>pixel 3 30" in by_id(page, "decoded-sample").get_attribute("aria-label")
    expect(page.locator(".gl-traversal canvas").first).to_have_attribute("title", re.compile("^<i>pixel 0 .*52 more$"))


def test_what_is_no_table_has_no_columns_to_read(visit):
    page = ready(visit("ring"))
    expect(by_id(page, "columns")).to_be_hidden()
