"""A phone: the decoded sample on the map itself, and nothing cut off."""

import pytest
from playwright.sync_api import expect

from tests.explorer.hand import by_id, click_map, next_frames, on_map, pixels, ready, wait_settled

pytestmark = pytest.mark.browser

SHOWS_ITS_WORDS = """(list) => {
  const whole = list.cloneNode(true);
  whole.style.cssText = "flex: none; width: max-content; max-width: none";
  list.parentElement.append(whole);
  const needed = whole.getBoundingClientRect().width;
  whole.remove();
  return list.getBoundingClientRect().width >= needed - 1;
}"""


def phone(visit, run: str = "vae"):
    return ready(visit(run, width=390, height=844, touch=True))


def holds(box: dict, x: float, y: float) -> bool:
    return box["x"] <= x <= box["x"] + box["width"] and box["y"] <= y <= box["y"] + box["height"]


@pytest.mark.parametrize("run", ["vae", "ring"])
def test_tap_shows_the_sample_on_the_map_away_from_the_finger(visit, run):
    page = phone(visit, run)
    inset = by_id(page, "sample-inset")
    expect(inset).to_be_hidden()
    corners = set()
    for count, place in enumerate([(0.15, 0.2), (0.85, 0.2), (0.15, 0.85), (0.85, 0.85)], 1):
        finger = on_map(page, *place)
        page.touchscreen.tap(*finger)
        wait_settled(page, count)
        next_frames(page)
        expect(inset).to_be_in_viewport(ratio=1)
        box = inset.bounding_box()
        assert not holds(box, *finger)
        corners.add((box["x"], box["y"]))
    assert len(corners) == 4


def test_sample_on_the_map_is_the_large_one_and_has_a_name(visit):
    page = phone(visit)
    page.touchscreen.tap(*on_map(page, 0.3, 0.3))
    wait_settled(page, 1)
    next_frames(page)
    small = by_id(page, "sample-inset").locator("canvas")
    expect(small).to_have_attribute("aria-label", "Decoded sample at the settled point: picture, 8 by 8 pixels")
    assert pixels(small) == pixels(by_id(page, "decoded-sample"))


def test_wide_page_has_the_sample_beside_the_map_only(visit):
    page = ready(visit("vae"))
    click_map(page, 0.3, 0.3)
    next_frames(page)
    expect(by_id(page, "sample-inset")).to_be_hidden()


def test_open_tool_cuts_neither_the_sliders_nor_its_lists(visit):
    page = phone(visit)
    by_id(page, "tool-ways").tap()
    expect(by_id(page, "tool-panel-ways")).to_be_visible()
    cut = page.locator(".gl-sliders").evaluate("(list) => list.scrollHeight - list.clientHeight")
    assert cut <= 1
    pace = by_id(page, "pace")
    assert pace.evaluate(SHOWS_ITS_WORDS)
    box = pace.bounding_box()
    assert box["x"] + box["width"] <= 390


def test_pen_width_says_what_it_is(visit):
    page = phone(visit)
    expect(page.locator(".gl-pen")).to_have_text("Pen")
    expect(page.get_by_label("Pen width")).to_be_visible()
