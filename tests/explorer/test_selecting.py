"""Selecting on the map: lasso, box and brush, by name and by number; what is kept of it, and the way back."""

import math

import numpy as np
import pytest
from playwright.sync_api import expect
from sklearn.datasets import load_digits

from genlab.analysis.selecting import rows_of
from tests.explorer.hand import by_id, next_frames, on_map, pixels, ready, wait_settled

pytestmark = pytest.mark.browser


def lasso(page, x: float, y: float, radius: float, keys: str = "") -> None:
    """Draw a circle on the map around a place in shares of its sides; the radius is a share of its height."""
    by_id(page, "latent-map").scroll_into_view_if_needed()
    cx, cy = on_map(page, x, y)
    reach = radius * by_id(page, "latent-map").bounding_box()["height"]
    turns = [2 * math.pi * step / 12 for step in range(13)]
    if keys:
        page.keyboard.down(keys)
    page.mouse.move(cx + reach, cy)
    page.mouse.down()
    for turn in turns:
        page.mouse.move(cx + reach * math.cos(turn), cy + reach * math.sin(turn))
    page.mouse.up()
    if keys:
        page.keyboard.up(keys)


def selected(page) -> int:
    return int(by_id(page, "selected").inner_text().split(" of ")[0].replace(",", ""))


def told_rows(page, count: int) -> set[int]:
    """What the page was told is selected, once it has been told of this many rows."""
    page.wait_for_function("(count) => lab.told && lab.told.count === count", arg=count)
    mask = page.evaluate("lab.told.mask")
    return set(rows_of(mask, page.evaluate("lab.data.points.count")).tolist()) if mask else set()


@pytest.mark.parametrize("run", ["vae", pytest.param("gan", marks=pytest.mark.slow)])
def test_lassos_add_subtract_and_intersect_the_points_they_go_around(visit, run):
    page = ready(visit(run))
    by_id(page, "tool-select").click()
    lasso(page, 0.5, 0.45, 0.2)
    first = told_rows(page, selected(page))
    assert 20 < len(first) < page.evaluate("lab.data.points.count")
    lasso(page, 0.58, 0.5, 0.18, keys="Control")
    both = told_rows(page, selected(page))
    assert both > first
    lasso(page, 0.5, 0.45, 0.2, keys="Alt")
    rest = told_rows(page, selected(page))
    assert rest == both - first
    by_id(page, "how-within").click()
    lasso(page, 0.58, 0.5, 0.05)
    assert told_rows(page, selected(page)) < rest
    for was in (rest, both, first, set()):
        by_id(page, "undo").click()
        assert told_rows(page, len(was)) == was
    page.keyboard.press("Control+Shift+Z")
    assert told_rows(page, len(first)) == first


def test_thumbnails_and_hover_stay_with_their_rows_when_the_rest_is_hidden_and_the_axes_change(visit, site):
    page = ready(visit("vae"))
    items = np.frombuffer(page.request.get(f"{site}/vae/items-0.bin").body(), "<f4").reshape(-1, 64)
    by_id(page, "tool-select").click()
    by_id(page, "select-search").fill("7")
    by_id(page, "select-found").get_by_role("button", name="label: 7").click()
    by_id(page, "rest-hidden").click()
    by_id(page, "map-across").select_option("3")
    sevens = np.flatnonzero(load_digits().target == 7)
    assert selected(page) == len(sevens)
    thumbs = by_id(page, "select-thumbs").locator("button[data-shown]")
    expect(thumbs).to_have_count(24)
    for at in (0, 9, 23):
        thumb = thumbs.nth(at)
        row = int(thumb.get_attribute("data-row"))
        assert row == sevens[at]
        drawn = thumb.locator("canvas").evaluate(
            "(c) => Array.from(c.getContext('2d').getImageData(0, 0, 8, 8).data).filter((_, i) => i % 4 === 0)"
        )
        np.testing.assert_allclose(drawn, items[row] * 255, atol=1)
    rows = set()
    for step in range(25):  # a hidden point cannot be picked
        page.mouse.move(*on_map(page, 0.2 + 0.024 * step, 0.5))
        next_frames(page)
        card = by_id(page, "item-card")
        if card.is_visible():
            rows.add(int(card.get_attribute("data-row")))
    assert rows
    assert rows <= set(sevens.tolist())
    page.mouse.move(*on_map(page, 0.5, -0.1))
    thumbs.nth(4).click()
    assert wait_settled(page, 1)["nearest"] == sevens[4]


def test_values_ranges_and_names_select_and_a_group_is_kept(visit):
    page = ready(visit("vae"))
    target, ink = load_digits().target, (load_digits().data / 16).astype(np.float32).sum(1)
    by_id(page, "tool-select").click()
    by_id(page, "select-field").select_option(label="parity")
    by_id(page, "select-values").get_by_role("button", name="odd").click()
    assert told_rows(page, int((target % 2).sum())) == set(np.flatnonzero(target % 2).tolist())
    by_id(page, "tag-name").fill("odd ones")
    page.keyboard.press("Enter")
    by_id(page, "how-within").click()
    by_id(page, "select-field").select_option(label="ink")
    by_id(page, "select-lowest").evaluate(
        "(s) => { s.value = 0.6; s.dispatchEvent(new Event('input')); s.dispatchEvent(new Event('change')); }"
    )
    least = ink.min() + 0.6 * (ink.max() - ink.min())
    wanted = set(np.flatnonzero((target % 2 == 1) & (ink >= least)).tolist())
    assert told_rows(page, len(wanted)) == wanted
    by_id(page, "how-new").click()
    by_id(page, "select-search").fill("12, 40-42")
    page.keyboard.press("Enter")
    assert told_rows(page, 4) == {12, 40, 41, 42}
    by_id(page, "select-search").fill("odd ones")
    page.keyboard.press("Enter")
    assert selected(page) == int((target % 2).sum())
    assert page.evaluate("lab.told.tags[0].name") == "odd ones"
    page.keyboard.press("Escape")
    expect(by_id(page, "tool-panel-select")).to_have_count(0)


def test_brush_paints_a_selection_and_grey_points_are_drawn_beside_it(visit):
    page = ready(visit("ring", dark=True))
    before = pixels(by_id(page, "map-points"))
    by_id(page, "tool-select").click()
    by_id(page, "shape-brush").click()
    by_id(page, "latent-map").scroll_into_view_if_needed()
    page.mouse.move(*on_map(page, 0.3, 0.5))
    page.mouse.down()
    counts = []
    for step in range(8):
        page.mouse.move(*on_map(page, 0.3 + 0.05 * step, 0.5))
        next_frames(page)
        counts.append(selected(page))
    page.mouse.up()
    assert counts == sorted(counts)
    assert 0 < counts[-1] < 4000
    assert pixels(by_id(page, "map-points")) != before
    by_id(page, "select-clear").click()
    next_frames(page)
    assert pixels(by_id(page, "map-points")) == before
