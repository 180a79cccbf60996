"""Every page in a real browser: it opens cold by its own address, at every size, and asks the web for nothing."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PAGES = ("explore", "train", "data", "runs")


def ready(page, name: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(name.capitalize(), timeout=30_000)


def test_cold_deep_link_shows_the_run_it_names(page, app):
    page.goto("/explore?run=digits-gan")  # the first request this server gets
    ready(page, "explore")
    expect(page.get_by_test_id("latent-map")).to_be_visible(timeout=30_000)
    expect(page.get_by_role("combobox", name=re.compile("Model"))).to_have_value(re.compile("GAN"))
    assert page.url.endswith("/explore?run=digits-gan")


def test_root_leads_to_explore_with_the_gallerys_digits_vae(page):
    page.goto("/")
    ready(page, "explore")
    expect(page.get_by_test_id("latent-map")).to_be_visible(timeout=30_000)
    assert page.url.endswith("/explore?run=digits-vae")


def test_vanished_run_is_answered_with_a_sentence_and_the_gallerys_model(page):
    page.goto("/explore?run=20200101-000000-dead")
    expect(page.get_by_text("There is no run")).to_be_visible(timeout=30_000)
    expect(page.get_by_test_id("latent-map")).to_be_visible(timeout=30_000)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_page_fits_its_screen_and_asks_nothing_of_the_web(chromium, app, name, width, height):
    with chromium.new_context(viewport={"width": width, "height": height}, base_url=app.url) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"/{name}")
        ready(page, name)
        page.wait_for_timeout(1000)
        too_wide_px = page.get_by_test_id("stMain").evaluate("main => main.scrollWidth - main.clientWidth")
        assert too_wide_px <= 0, "the page scrolls sideways"
        assert [url for url in asked if not url.startswith((app.url, "data:", "blob:"))] == []


def test_settled_point_shows_its_neighbours(page):
    page.goto("/explore")
    map_ = page.get_by_test_id("latent-map")
    expect(map_).to_be_visible(timeout=30_000)
    expect(page.get_by_test_id("decoded-sample")).to_be_visible(timeout=30_000)
    box = map_.bounding_box()
    page.mouse.click(box["x"] + 0.4 * box["width"], box["y"] + 0.5 * box["height"])
    expect(page.get_by_text(re.compile("^distance "))).to_have_count(8, timeout=15_000)
    page.get_by_role("radio", name="pixels").or_(page.get_by_text("pixels", exact=True)).first.click()
    expect(page.get_by_text(re.compile("^distance "))).to_have_count(8)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download PNG").click()
    assert download.value.path().read_bytes().startswith(b"\x89PNG")


def test_controls_of_what_is_taken_home_stand_in_one_line(page):
    page.goto("/explore")
    what, form = (page.locator(f'[class*="st-key-take-{name}"]').first for name in ("what", "format"))
    expect(page.get_by_test_id("decoded-sample")).to_be_visible(timeout=30_000)  # until then the page still grows
    what.get_by_role("combobox").click()
    page.get_by_role("option", name="Codes of all items").click()
    expect(form).to_be_visible(timeout=15_000)
    tops = [control.get_by_test_id("stWidgetLabel").bounding_box()["y"] for control in (what, form)]
    assert abs(tops[0] - tops[1]) < 2


def test_person_who_comes_back_to_explore_goes_on_where_they_were(page):
    page.goto("/explore?run=ring-gan")
    expect(page.get_by_test_id("latent-map")).to_be_visible(timeout=30_000)
    page.get_by_role("link", name="Data").click()
    ready(page, "data")
    page.get_by_role("link", name="Explore").click()
    ready(page, "explore")
    expect(page.get_by_test_id("latent-map")).to_be_visible(timeout=30_000)
    expect(page).to_have_url(re.compile("run=ring-gan"))
