"""What stands beside the sample is of the sample: its nearest item, and whether it lies outside its picture."""

import re

import pytest
from playwright.sync_api import expect

from tests.explorer.hand import by_id, click_map, next_frames, on_map, ready, wait_settled

pytestmark = pytest.mark.browser


def nearest_row(page) -> int:
    """The row that is said to be nearest."""
    return int(re.search(r"no\. (\d+)", by_id(page, "nearest-item").inner_text())[1])


@pytest.mark.parametrize("run", ["vae", "gan", "ring"])
def test_nearest_item_is_that_of_the_sample_under_the_hand(visit, run):
    page = ready(visit(run))
    click_map(page, 0.3, 0.7)
    home = nearest_row(page)
    seen = set()
    for count, place in enumerate([(0.4, 0.4), (0.6, 0.5), (0.5, 0.7)], 2):
        page.mouse.move(*on_map(page, *place))
        next_frames(page, 3)
        expect(page.get_by_text("Under your hand")).to_be_visible()
        under_hand = nearest_row(page)
        page.mouse.down()
        page.mouse.up()
        assert wait_settled(page, count)["nearest"] == under_hand
        seen.add(under_hand)
    assert len(seen | {home}) > 2


def test_nearest_item_comes_back_with_the_settled_point(visit):
    page = ready(visit("vae"))
    click_map(page, 0.3, 0.7)
    home = nearest_row(page)
    page.mouse.move(*on_map(page, 0.6, 0.4))
    next_frames(page, 3)
    assert nearest_row(page) != home
    page.mouse.move(*on_map(page, 0.3, 1.3))
    next_frames(page, 3)
    assert nearest_row(page) == home


def test_nearest_item_follows_a_slider_and_the_way_from_a_to_b(visit):
    page = ready(visit("vae"))
    for place, pin in [((0.3, 0.3), "pin-a"), ((0.7, 0.6), "pin-b")]:
        click_map(page, *place)
        by_id(page, pin).click()
    page.mouse.move(0, 0)
    slider = by_id(page, "path-slider")
    rows = set()
    for t in (0, 0.5, 1):
        slider.evaluate("(s, t) => { s.value = t; s.dispatchEvent(new Event('input')); }", t)
        next_frames(page, 3)
        rows.add(nearest_row(page))
    assert len(rows) == 3


def test_key_n_goes_to_the_item_that_is_shown(visit):
    page = ready(visit("vae"))
    click_map(page, 0.3, 0.7)
    by_id(page, "latent-map").focus()
    page.mouse.move(*on_map(page, 0.6, 0.4))
    next_frames(page, 3)
    shown = nearest_row(page)
    page.keyboard.press("n")
    settled = wait_settled(page, 2)
    assert (settled["source"], settled["nearest"]) == ("item", shown)


def test_picture_of_the_nearest_item_is_not_left_from_another(visit):
    page = ready(visit("vae"))
    thumb = by_id(page, "nearest-item").locator("canvas")
    page.mouse.move(*on_map(page, 0.4, 0.4))
    expect(thumb).to_be_visible()
    page.route("**/vae/items-*.bin", lambda route: route.abort())
    page.mouse.move(*on_map(page, 0.6, 0.4))
    next_frames(page, 3)
    row = nearest_row(page)
    expect(thumb).to_be_visible() if row < 512 else expect(thumb).to_be_hidden()


def test_point_outside_its_picture_is_said_to_be(visit):
    page = ready(visit("ring"))
    sample = by_id(page, "decoded-sample")
    click_map(page, 0.5, 0.5)
    expect(sample).not_to_have_attribute("aria-label", re.compile("outside"))
    click_map(page, 0.95, 0.5)
    expect(sample).to_have_attribute("aria-label", re.compile("^Decoded point .*, outside the frame$"))
