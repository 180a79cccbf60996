"""The tour over the real page, the words that explain themselves, and that every control does."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

UNEXPLAINED = """() => {
  const found = [];
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) walk(element.shadowRoot);
      if (!element.matches("button, input, select, textarea, a[href]")) continue;
      if (root === document || element.type === "file") continue; // Streamlit's own are walked by tests/pages/test_help
      const says = element.title || element.closest("[title]")?.title;
      if (!says) found.push(element.outerHTML.slice(0, 120));
    }
  };
  walk(document);
  return found;
}"""


def visit(page, address: str = "/explore") -> None:
    page.goto(address)
    expect(page.get_by_test_id("tour-start")).to_be_visible(timeout=30_000)


def card(page):
    return page.get_by_role("dialog")


def boxes(page) -> tuple[dict, dict]:
    """Where the card and the ring around what it explains are."""
    return card(page).bounding_box(), page.locator(".ring").bounding_box()


def shared_px(a: dict, b: dict) -> float:
    width = min(a["x"] + a["width"], b["x"] + b["width"]) - max(a["x"], b["x"])
    height = min(a["y"] + a["height"], b["y"] + b["height"]) - max(a["y"], b["y"])
    return max(width, 0) * max(height, 0)


@pytest.mark.parametrize(("width", "height"), [(1440, 900), pytest.param(390, 844, marks=pytest.mark.slow)])
def test_tour_is_walked_by_keyboard_and_covers_nothing_it_explains(chromium, app, width, height):
    with chromium.new_context(viewport={"width": width, "height": height}, base_url=app.url) as context:
        page = context.new_page()
        visit(page)
        expect(page.get_by_test_id("latent-map")).to_be_visible(timeout=30_000)
        page.get_by_test_id("tour-start").press("Enter")
        titles = []
        for number in range(1, 9):
            expect(card(page)).to_contain_text(f"{number} of 8", timeout=20_000)
            expect(card(page)).to_be_focused()
            titles.append(card(page).get_by_role("heading").inner_text())
            page.wait_for_timeout(150)  # a scroll settles
            card_box, ring_box = boxes(page)
            assert shared_px(card_box, ring_box) == 0, titles[-1]
            assert card_box["x"] >= 0
            assert card_box["x"] + card_box["width"] <= width
            assert card_box["y"] >= 0
            assert card_box["y"] + card_box["height"] <= height
            page.keyboard.press("ArrowRight")
        expect(card(page)).to_be_hidden()
        assert len(set(titles)) == 8
        expect(page.get_by_test_id("tour-start")).to_have_text("Tour")
        page.reload()
        expect(page.get_by_test_id("tour-start")).to_have_text("Tour", timeout=30_000)


def test_tour_goes_back_ends_by_escape_and_lets_the_page_be_used(page):
    visit(page)
    expect(page.get_by_test_id("latent-map")).to_be_visible(timeout=30_000)
    expect(page.get_by_test_id("tour-start")).to_have_text("New here? Tour")
    page.get_by_test_id("tour-start").click()
    expect(card(page)).to_contain_text("1 of 8", timeout=20_000)
    sample = page.get_by_test_id("decoded-sample")
    decoded = sample.get_attribute("data-decoded")
    box = page.get_by_test_id("latent-map").bounding_box()
    page.mouse.move(box["x"] + 0.3 * box["width"], box["y"] + 0.5 * box["height"])
    page.mouse.move(box["x"] + 0.4 * box["width"], box["y"] + 0.5 * box["height"])
    expect(sample).not_to_have_attribute("data-decoded", decoded)
    card(page).get_by_role("button", name="Next").click()
    expect(card(page)).to_contain_text("2 of 8", timeout=10_000)
    page.keyboard.press("ArrowLeft")
    expect(card(page)).to_contain_text("1 of 8", timeout=10_000)
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(page.get_by_test_id("tour-start")).to_be_focused()


@pytest.mark.slow
def test_tour_begun_on_another_page_leads_to_the_map(page):
    visit(page, "/data")
    page.get_by_test_id("tour-start").click()
    expect(card(page)).to_contain_text("1 of 8", timeout=30_000)
    expect(page).to_have_url(re.compile("/explore"))


def test_word_says_what_it_means_under_the_pointer_and_by_keyboard(page):
    visit(page)
    word = page.locator("dfn", has_text="latent space").first
    word.hover(timeout=30_000)
    expect(page.get_by_role("tooltip").filter(has_text="The space of all codes")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip").filter(has_text="The space of all codes")).to_be_hidden()
    page.locator("dfn", has_text="decoder").first.focus()
    expect(page.get_by_role("tooltip").filter(has_text="turns a code into an item")).to_be_visible()


def test_every_control_of_the_explorer_has_a_title(page):
    visit(page)
    expect(page.get_by_test_id("latent-map")).to_be_visible(timeout=30_000)
    expect(page.get_by_test_id("decoded-sample")).to_have_attribute("data-decoded", re.compile(r"\d"), timeout=30_000)
    assert page.evaluate(UNEXPLAINED) == []
