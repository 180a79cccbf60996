"""A phone's screen: the menu closes where one expects it to, and nothing lies over a chart's words."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def phone(chromium, app):
    with chromium.new_context(**PHONE, base_url=app.url) as context:
        yield context.new_page()


def open_menu(page):
    """Open the menu on the Data page and return it."""
    page.goto("/data")
    expect(page.get_by_role("heading", level=1)).to_have_text("Data", timeout=30_000)
    page.get_by_test_id("stExpandSidebarButton").tap()
    menu = page.get_by_test_id("stSidebar")
    expect(menu).to_have_attribute("data-collapsed", "false")
    return menu


def test_menu_is_closed_by_its_own_button_and_nothing_else_happens(phone):
    menu = open_menu(phone)
    phone.get_by_test_id("stSidebarCollapseButton").get_by_role("button").tap(timeout=5000)
    expect(menu).to_have_attribute("data-collapsed", "true")
    expect(phone).not_to_have_url(re.compile("projector"))


def test_menu_closes_when_a_page_is_chosen(phone):
    menu = open_menu(phone)
    menu.get_by_role("link", name="Runs").tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Runs", timeout=30_000)
    expect(menu).to_have_attribute("data-collapsed", "true")


def test_charts_tools_are_for_a_mouse_and_lie_over_nothing_on_a_phone(phone, page):
    for visitor in (phone, page):
        visitor.goto("/data")
        expect(visitor.locator(".js-plotly-plot").first).to_be_visible(timeout=30_000)
    expect(phone.locator(".modebar").first).to_be_hidden()
    page.locator(".js-plotly-plot").first.hover()
    expect(page.locator(".modebar").first).to_be_visible()
