"""Bookmarks and selections on the Explore page: kept, opened by their link in another browser, taken home."""

import csv
import io

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.explorer.hand import by_id, next_frames, on_map, pixels, ready
from tests.explorer.test_selecting import lasso, selected

pytestmark = pytest.mark.browser
WAIT_MS = 60_000


def visit(page, address: str) -> None:
    page.goto(address)
    by_id(page, "latent-map").wait_for(timeout=WAIT_MS)
    ready(page)


def seen(page) -> dict:
    """What a person sees of where they are, once strips and marks have come and nothing changes any more."""
    page.mouse.move(0, 0)
    now = look(page)
    for _ in range(20):
        page.wait_for_timeout(600)
        before, now = now, look(page)
        if now == before:
            return now
    raise AssertionError("the page does not come to rest")


def look(page) -> dict:
    next_frames(page, 3)
    return {
        "points": pixels(by_id(page, "map-points")),
        "over": pixels(page.locator(".gl-map > canvas").nth(2)),
        "sample": pixels(by_id(page, "decoded-sample")),
        "coords": by_id(page, "coords").inner_text(),
        "strip": [pixels(step) for step in by_id(page, "path-strip").locator("canvas").all()],
        "slider": by_id(page, "path-slider").input_value(),
        "axes": [by_id(page, f"map-{axis}").input_value() for axis in ("across", "up")],
    }


@pytest.mark.parametrize("run", ["digits-vae", pytest.param("digits-gan", marks=pytest.mark.slow)])
def test_a_bookmarks_link_shows_another_visitor_exactly_what_was_kept(chromium, app, page, run):
    visit(page, f"/explore?run={run}")
    by_id(page, "map-up").select_option("2")
    for pin, x in (("a", 0.35), ("b", 0.6)):
        page.mouse.click(*on_map(page, x, 0.45))
        by_id(page, f"pin-{pin}").click()
    by_id(page, "path-slider").fill("0.3")
    by_id(page, "legend").get_by_role("button", name="4").first.click()
    by_id(page, "tool-select").click()
    lasso(page, 0.5, 0.5, 0.2)
    count = selected(page)
    by_id(page, "tag-name").fill("middle")
    by_id(page, "tag-keep").click()
    page.mouse.move(*on_map(page, 0.45, 0.5))
    page.mouse.wheel(0, -300)
    by_id(page, "tool-keep").click()
    was = seen(page)
    by_id(page, "keep-note").fill("where the <i>ones</i> lean")
    by_id(page, "keep-save").click()
    link = page.locator("code").filter(has_text="bookmark=")
    link.wait_for(timeout=WAIT_MS)
    assert app.store.bookmarks.of_run(run)[0].note == "where the <i>ones</i> lean"
    other = chromium.new_context(viewport={"width": 1440, "height": 900}).new_page()
    visit(other, link.inner_text())
    expect(other.get_by_text("where the <i>ones</i> lean").first).to_be_attached(timeout=WAIT_MS)
    by_id(other, "tool-keep").click()  # so that the view has the same size
    assert seen(other) == was
    by_id(other, "tool-select").click()
    assert selected(other) == count
    by_id(other, "tags").get_by_role("button", name="middle").first.wait_for()
    other.context.close()


def test_a_lassoed_selection_is_downloaded_with_its_ids_and_trained_on(app, page):
    visit(page, "/explore?run=digits-vae")
    by_id(page, "tool-select").click()
    lasso(page, 0.5, 0.5, 0.25)
    count = selected(page)
    page.get_by_text(f"Selection: {count:,} of 1,797").wait_for(timeout=WAIT_MS)
    with page.expect_download(timeout=WAIT_MS) as coming:
        page.get_by_role("button", name="Download CSV").click()
    rows = list(csv.DictReader(io.StringIO(coming.value.path().read_text())))
    assert len(rows) == count
    digits = app.store.run("digits-vae").dataset()
    ids = np.array([int(row["id"]) for row in rows])
    assert [row["name"] for row in rows] == [str(label) for label in digits.labels[ids]]
    page.get_by_role("button", name="Make data set").click()
    page.get_by_role("link", name="Train on it").click()
    own = next(kept for kept in app.store.sets.all() if kept.n_items == count)
    expect(page.get_by_role("combobox", name="Data").first).to_have_value(
        f"{own.name} (your own: {count} × 8×8 px, grey)"
    )
