"""Ways through pins, placing and painting, on a VAE and on a GAN of the gallery."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_explore import visit
from tests.explorer.hand import FINGERPRINT, by_id, drag_slider, draw_ring, next_frames, on_map, pixels

pytestmark = pytest.mark.browser

RUNS = ["digits-vae", pytest.param("digits-gan", marks=pytest.mark.slow)]
LONG_MS = 60_000  # the warm worker may still be loading torch


def pin(page, which: str, x: float, y: float) -> None:
    """Click on the map, and pin what is decoded there."""
    by_id(page, "latent-map").evaluate("(map) => map.scrollIntoView({ block: 'center' })")
    page.mouse.click(*on_map(page, x, y))
    page.mouse.move(0, 0)
    next_frames(page, 4)
    by_id(page, which).click()


def figure(page, way: str, name: str) -> float:
    text = by_id(page, f"way-{way}").get_by_test_id(f"way-{name}").inner_text()
    return float(text.replace("\u2212", "-"))


def body(page, tool: str):
    return by_id(page, f"tool-panel-{tool}").locator(".gl-tool-body")


@pytest.mark.parametrize("run_id", RUNS)
def test_geodesic_is_the_cheapest_of_the_ways_and_can_be_walked(page, run_id):
    visit(page, run_id)
    pin(page, "pin-a", 0.35, 0.4)
    pin(page, "pin-b", 0.68, 0.6)
    by_id(page, "tool-ways").click()
    expect(by_id(page, "way-geodesic")).to_have_attribute("data-state", "done", timeout=LONG_MS)
    assert figure(page, "geodesic", "energy") < min(figure(page, way, "energy") for way in ("lerp", "slerp"))
    assert figure(page, "lerp", "length") > 0
    strip = by_id(page, "path-strip").locator("canvas").nth(5)
    straight = pixels(strip)
    by_id(page, "walk-geodesic").check()
    expect(by_id(page, "path-kind")).to_have_value("course")
    changed = f"([strip, before]) => ({FINGERPRINT})(strip) !== before"
    page.wait_for_function(changed, arg=[strip.element_handle(), straight])
    drag_slider(page, by_id(page, "path-slider"), 0.5)
    by_id(page, "path-kind").select_option("lerp")
    expect(by_id(page, "walk-geodesic")).not_to_be_checked()


def test_way_goes_through_any_number_of_pins(page):
    visit(page, "digits-vae")
    pin(page, "pin-a", 0.35, 0.4)
    pin(page, "pin-b", 0.68, 0.6)
    by_id(page, "tool-ways").click()
    expect(by_id(page, "way-spline")).to_have_attribute("data-state", "done")
    assert figure(page, "spline", "length") == figure(page, "lerp", "length")
    pin(page, "add-pin", 0.4, 0.75)
    expect(by_id(page, "pin-chip-C")).to_be_visible()
    expect(by_id(page, "way-spline").get_by_test_id("way-length")).not_to_have_text(
        by_id(page, "way-lerp").get_by_test_id("way-length").inner_text()
    )
    by_id(page, "pin-chip-A").get_by_title("Take pin A away").click()
    expect(by_id(page, "pin-chip-C")).to_have_count(0)
    expect(by_id(page, "pin-chip-B")).to_be_visible()


@pytest.mark.parametrize("run_id", RUNS)
def test_drawing_is_placed_and_paint_is_followed(page, run_id):
    visit(page, run_id)
    by_id(page, "tool-place").click()
    draw_ring(page, sheet="place-sheet")
    placing = body(page, "place")
    expect(placing).to_have_attribute("data-placed", "1", timeout=LONG_MS)
    assert int(placing.get_attribute("data-round")) >= 2
    assert float(placing.get_attribute("data-error")) < 0.15
    by_id(page, "place-nearest").click()
    expect(placing).to_have_attribute("data-placed", "2", timeout=LONG_MS)
    assert float(placing.get_attribute("data-error")) < (0.03 if run_id == "digits-gan" else 0.15)

    by_id(page, "tool-paint").click()
    easel = by_id(page, "easel")
    page.wait_for_function("(canvas) => canvas.width > 300", arg=easel.element_handle())
    easel.scroll_into_view_if_needed()
    sample, box = by_id(page, "decoded-sample"), easel.bounding_box()
    before = pixels(sample)
    page.mouse.move(box["x"] + 0.3 * box["width"], box["y"] + 0.5 * box["height"])
    page.mouse.down()
    page.mouse.move(box["x"] + 0.7 * box["width"], box["y"] + 0.5 * box["height"], steps=6)
    page.mouse.up()
    expect(body(page, "paint")).to_have_attribute("data-state", "rests")
    assert pixels(sample) != before
    assert float(body(page, "paint").get_attribute("data-error")) < 0.4
