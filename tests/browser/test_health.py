"""A training that goes wrong on purpose, and is mended by the button its alarm offers."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def app(app_of_its_own):
    return app_of_its_own


@pytest.mark.slow
def test_a_failure_raises_its_alarm_and_the_button_mends_it(page, app):
    page.goto("/train")
    page.locator("summary").filter(has_text="See it go wrong").click(timeout=30_000)
    page.get_by_role("combobox", name="What goes wrong").click()
    page.get_by_role("option", name="Codes say nothing").click()
    expect(page.get_by_text("fifty times as much")).to_be_visible(timeout=15_000)
    before = page.url
    page.get_by_role("button", name="See it go wrong").click()
    page.wait_for_url(lambda url: "run=" in url and url != before, timeout=15_000)
    run = app.store.run(page.url.rpartition("run=")[2])
    expect(page.get_by_text("KL collapsed")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("the bound is 0.01")).to_be_visible()
    page.get_by_role("button", name="Set KL weight β to 1").click()
    expect(page.get_by_text("KL collapsed")).to_be_hidden(timeout=30_000)
    assert [line["payload"] for line in run.metrics() if line.get("event") == "set"] == [{"beta": 1.0}]
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("Stopped", exact=True).first).to_be_visible(timeout=30_000)
