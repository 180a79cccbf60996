"""Moving by directions: attribute vectors, arithmetic, directions found for you, sheets; on a VAE and on a GAN."""

import re

import pytest
from playwright.sync_api import expect

from tests.explorer.hand import by_id, drag_slider, next_frames, pixels, ready

pytestmark = pytest.mark.browser

MODELS = ["digits-vae", pytest.param("digits-gan", marks=pytest.mark.slow)]


def open_tool(page, run_id: str, tool: str):
    """Open a tool on a run; return its panel."""
    page.goto(f"/explore?run={run_id}")
    expect(page.get_by_test_id("latent-map")).to_be_visible(timeout=60_000)
    ready(page)
    by_id(page, f"tool-{tool}").click()
    panel = by_id(page, f"tool-panel-{tool}")
    panel.scroll_into_view_if_needed()
    return panel


def choose(panel, test_id: str, value: str, what: str) -> None:
    """Choose from a list and wait until ``what`` has been painted anew; what is chosen already is only waited for."""
    pictures, shown_by = panel.locator(what), by_id(panel, test_id)
    expect(pictures).to_have_attribute("data-painted", re.compile(r"\d"))
    if shown_by.input_value() != value:
        before = pictures.get_attribute("data-painted")
        shown_by.select_option(value)
        expect(pictures).not_to_have_attribute("data-painted", before)


def shown(panel) -> list[str]:
    """What the pictures of the first strip show."""
    strip = by_id(panel, "strip").first.locator("canvas")
    return [pixels(strip.nth(i)) for i in range(strip.count())]


@pytest.mark.parametrize("run_id", MODELS)
def test_attribute_of_a_label_acts_while_dragged_and_leads_to_that_label(page, run_id):
    panel = open_tool(page, run_id, "vectors")
    by_id(panel, "vector-toward").select_option(label="3")
    expect(by_id(panel, "vector-words")).to_contain_text("told apart by a straight cut")
    expect(by_id(panel, "direction")).to_have_attribute("data-name", "3 \u2212 everything else")
    page.wait_for_timeout(300)
    sample = by_id(page, "decoded-sample")
    before = pixels(sample)
    slider = by_id(panel, "strength")
    drag_slider(page, slider, 0.9, release=False)
    next_frames(page, 3)
    assert pixels(sample) != before
    page.mouse.up()
    expect(page.get_by_text("Settled by a step along a direction")).to_be_visible(timeout=15_000)
    expect(by_id(page, "nearest-item")).to_contain_text("class 3,")
    strip = shown(panel)
    assert len(set(strip)) == 9
    by_id(panel, "strip").locator("button").nth(4).click()  # back to where it began
    next_frames(page, 3)
    assert pixels(sample) == before
    by_id(panel, "keep").click()
    by_id(panel, "vector-apart").select_option(label="3 \u2212 everything else")
    expect(by_id(panel, "vector-words")).to_contain_text("Nothing is left of this direction")


@pytest.mark.parametrize("run_id", MODELS)
def test_three_less_nine_added_to_nines_is_answered_by_threes(page, run_id):
    panel = open_tool(page, run_id, "arithmetic")
    for slot, group in (("A", "mean of 3"), ("B", "mean of 9"), ("C", "mean of 9")):
        by_id(panel, f"slot-from-{slot}").select_option(label=group)
        expect(by_id(panel, f"slot-{slot}")).to_have_attribute("data-filled", "1")
    answers = by_id(panel, "analogies").locator("figcaption")
    expect(answers).to_have_count(8)
    assert sum(text.startswith("3") for text in answers.all_text_contents()) >= 6
    result = pixels(by_id(panel, "sum").locator("canvas"))
    assert result == pixels(by_id(panel, "slot-A").locator("canvas"))  # 3 - 9 + 9
    drag_slider(page, by_id(panel, "sum-share"), 0.05)
    expect(by_id(panel, "sum")).not_to_have_attribute("data-share", "1")
    next_frames(page, 3)
    assert pixels(by_id(panel, "sum").locator("canvas")) != result
    page.keyboard.press("1")  # the point on screen into A
    expect(by_id(panel, "slot-A")).to_have_attribute("data-filled", "2")


@pytest.mark.parametrize(
    ("run_id", "ways"),
    [("digits-vae", ["pca", "layer", "here"]), ("digits-gan", ["ganspace", "ganspace-z", "layer", "here"])],
)
def test_directions_are_found_each_with_its_strip_the_strongest_first(page, run_id, ways):
    panel = open_tool(page, run_id, "directions")
    assert [option.get_attribute("value") for option in by_id(panel, "found-by").locator("option").all()] == ways
    seen = []
    for way in ways:
        choose(panel, "found-by", way, ".gl-directions")
        effects = panel.locator(".gl-effect").all_text_contents()
        shares = [float(text.split("\u202f")[0]) for text in effects]
        assert len(shares) == 8
        assert shares == sorted(shares, reverse=True)
        strip = shown(panel)
        assert len(set(strip)) == 9
        seen.append(tuple(strip))
    assert len(set(seen)) == len(ways)
    sample = by_id(page, "decoded-sample")
    picture = by_id(panel, "strip").first.locator("button").last
    wanted = pixels(picture.locator("canvas"))
    picture.click()
    next_frames(page, 3)
    assert pixels(sample) == wanted


@pytest.mark.parametrize("run_id", MODELS)
def test_picture_of_a_sheet_is_shown_large_and_gone_to(page, run_id):
    panel = open_tool(page, run_id, "sheets")
    sheet = by_id(panel, "sheet")
    sample = by_id(page, "decoded-sample")
    for kind, least in (("all", 72), ("grid", 81), ("random", 60), ("around", 60)):
        choose(panel, "sheet-kind", kind, "[data-testid=sheet]")
        assert sheet.locator("canvas").count() >= least
    settled, under_hand = (page.get_by_role("heading", name=name) for name in ("Settled point", "Under your hand"))
    page.mouse.move(0, 0)  # the panel came to lie under the pointer
    expect(settled).to_be_visible()
    picture = sheet.locator("button").nth(7)
    before, wanted = pixels(sample), pixels(picture.locator("canvas"))
    picture.hover()
    expect(under_hand).to_be_visible()
    assert pixels(sample) == wanted != before
    page.mouse.move(0, 0)
    expect(settled).to_be_visible()
    assert pixels(sample) == before
    picture.press("Enter")
    expect(page.get_by_text("Settled by a picture of a sheet")).to_be_visible(timeout=15_000)
    assert pixels(sample) == wanted
