"""Projector mode: large type and thick lines on the page, in charts and in the explorer, kept across pages."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

FONT_PX = "element => parseFloat(getComputedStyle(element).fontSize)"


def size_px(locator) -> float:
    expect(locator.first).to_be_visible(timeout=30_000)
    return locator.first.evaluate(FONT_PX)


def test_projector_makes_everything_large_and_stays_on_other_pages(page):
    page.goto("/explore")
    reset, heading = page.get_by_test_id("reset"), page.get_by_role("heading", level=1)
    before = size_px(heading), size_px(reset)
    page.get_by_text("Projector", exact=True).click()
    expect(page).to_have_url(re.compile("projector=true"), timeout=15_000)
    page.wait_for_function("() => parseFloat(getComputedStyle(document.documentElement).fontSize) > 20")
    assert size_px(heading) > 1.25 * before[0]
    assert size_px(reset) > 1.25 * before[1]
    page.get_by_role("link", name="Data").first.click()
    expect(heading).to_have_text("Data", timeout=30_000)
    assert size_px(page.locator(".js-plotly-plot .xtick text")) >= 18
    expect(page).to_have_url(re.compile("projector=true"))
    page.get_by_text("Projector", exact=True).click()
    page.wait_for_function("() => parseFloat(getComputedStyle(document.documentElement).fontSize) < 20")


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [("explore", 1440, 900), ("explore", 390, 844), pytest.param("runs", 390, 844, marks=pytest.mark.slow)],
)
def test_page_for_a_projector_fits_its_screen(chromium, app, name, width, height):
    with chromium.new_context(viewport={"width": width, "height": height}, base_url=app.url) as context:
        page = context.new_page()
        page.goto(f"/{name}?projector=true")
        expect(page.get_by_role("heading", level=1)).to_have_text(name.capitalize(), timeout=30_000)
        page.wait_for_timeout(1500)
        too_wide_px = page.get_by_test_id("stMain").evaluate("main => main.scrollWidth - main.clientWidth")
        assert too_wide_px <= 0, "the page scrolls sideways"
