"""The Data page as a person uses it: bring a table and pictures, prepare a set, draw points, and train on them."""

import re

import pytest
from playwright.sync_api import expect

from tests.explorer.hand import along, stroke_by_finger

pytestmark = pytest.mark.browser

SLOW_MS = 30_000


def open_view(page, view: str, data: str = "") -> None:
    page.goto(f"/data?data={data}" if data else "/data")
    expect(page.get_by_role("heading", level=1)).to_have_text("Data", timeout=SLOW_MS)
    page.get_by_role("radio", name=view).click()


def bring(page, file) -> None:
    open_view(page, "Bring your own")
    page.locator("input[type=file]").first.set_input_files(file)


def test_table_is_brought_with_its_classes(page, app, shared_data):
    bring(page, shared_data / "penguins" / "penguins.csv")
    expect(page.get_by_text("A table of 344 rows: 5 of 8 columns are numbers.")).to_be_visible(timeout=SLOW_MS)
    expect(page.get_by_role("combobox", name=re.compile("Label column"))).to_have_value("species")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("penguins: 342 items of 5 numbers in 3 classes.")).to_be_visible(timeout=SLOW_MS)
    expect(page.get_by_text("2 of 344 rows left out for missing values")).to_be_visible()
    expect(page.get_by_role("combobox", name=re.compile("Column"))).to_have_value("bill_length_mm")
    kept = next(kept for kept in app.store.sets.all() if kept.name == "penguins")
    assert kept.label_names == ("Adelie", "Chinstrap", "Gentoo")
    assert kept.recipe.read.label_column == "species"


def test_zip_of_pictures_is_brought_at_32_px(page, app, shared_data):
    bring(page, shared_data / "openmoji" / "openmoji-128.zip")
    expect(page.get_by_role("combobox", name=re.compile("Size"))).to_have_value("32×32", timeout=SLOW_MS)
    page.get_by_role("textbox", name="Name").fill("emoji")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("emoji: 1,906 items of 32×32 px, colour in 9 classes.")).to_be_visible(timeout=SLOW_MS)
    expect(page.get_by_role("img", name="items of class activities")).to_be_visible()
    assert next(kept for kept in app.store.sets.all() if kept.name == "emoji").item_shape == (3, 32, 32)


def test_bad_upload_is_answered_by_a_sentence(page, app):
    before = len(app.store.sets.all())
    bring(page, {"name": "tune.abc", "mimeType": "text/plain", "buffer": b"X: 1\nT: A tune\nK: C\nCDEF|\n"})
    expect(page.get_by_role("alert").filter(has_text="this is music")).to_be_visible(timeout=SLOW_MS)
    expect(page.get_by_role("button", name="Keep it")).to_be_disabled()
    assert len(app.store.sets.all()) == before


def test_prepared_digits_are_shown_before_and_after_and_kept(page, app):
    open_view(page, "Prepare it", "digits")
    keep = page.get_by_role("button", name="Keep as data set")
    expect(keep).to_be_disabled(timeout=SLOW_MS)
    page.get_by_role("combobox", name=re.compile("Classes")).fill("3")
    page.get_by_role("option", name="3", exact=True).click()
    page.get_by_role("combobox", name=re.compile("Classes")).fill("8")
    page.get_by_role("option", name="8", exact=True).click()
    page.keyboard.press("Escape")
    page.get_by_role("combobox", name=re.compile("Size")).click()
    page.get_by_role("option", name="16×16").click()
    expect(page.get_by_text("1,797 items of 8×8 px, grey become 357 items of 16×16 px, grey.")).to_be_visible(
        timeout=SLOW_MS
    )
    expect(page.get_by_role("heading", name="After")).to_be_visible()
    page.get_by_role("textbox", name="Name of the prepared set").fill("threes and eights")
    keep.click()
    expect(page.get_by_text("threes and eights: 357 items of 16×16 px, grey in 2 classes.")).to_be_visible(
        timeout=SLOW_MS
    )
    kept = next(kept for kept in app.store.sets.all() if kept.name == "threes and eights")
    assert (kept.recipe.of, kept.recipe.prepare.size) == ("digits", 16)
    page.get_by_role("link", name="Train on this").click()
    expect(page.get_by_role("combobox", name=re.compile("Data"))).to_have_value(
        re.compile("threes and eights"), timeout=SLOW_MS
    )


def test_drawn_points_are_kept_and_offered_for_training(page, app):
    open_view(page, "Draw points")
    sheet = page.get_by_test_id("cloud-sheet")
    expect(sheet).to_be_visible(timeout=SLOW_MS)
    keep = page.get_by_role("button", name="Keep as data set")
    expect(keep).to_be_disabled()
    box = sheet.bounding_box()

    def stroke(x0: float, y0: float, x1: float, y1: float) -> None:
        page.mouse.move(box["x"] + x0 * box["width"], box["y"] + y0 * box["height"])
        page.mouse.down()
        page.mouse.move(box["x"] + x1 * box["width"], box["y"] + y1 * box["height"], steps=12)
        page.mouse.up()

    stroke(0.2, 0.2, 0.8, 0.2)
    page.get_by_role("radio", name="Brush 2").click()
    stroke(0.2, 0.8, 0.8, 0.8)
    status = page.get_by_role("status").filter(has_text="points")
    expect(status).to_contain_text("in 2 classes")
    page.get_by_role("button", name="Undo").click()
    expect(status).not_to_contain_text("classes")
    sheet.focus()
    page.keyboard.press("3")
    for key in ("ArrowDown", "ArrowDown", " ", "ArrowRight", " "):
        page.keyboard.press(key)
    expect(status).to_contain_text("in 2 classes")
    page.get_by_role("textbox", name="Name of the data set").fill("my cloud")
    drawn = status.inner_text()
    page.get_by_role("radio", name="Look at it").click()
    expect(sheet).to_be_hidden(timeout=SLOW_MS)
    page.get_by_role("radio", name="Draw points").click()
    expect(status).to_have_text(drawn, timeout=SLOW_MS)  # what is drawn waits until it is kept or cleared
    keep.click()
    expect(page.get_by_text(re.compile("my cloud: .* items of 2 numbers in 2 classes"))).to_be_visible(timeout=SLOW_MS)
    kept = next(kept for kept in app.store.sets.all() if kept.name == "my cloud")
    assert kept.label_names == ("brush 1", "brush 3")
    page.get_by_role("link", name="Train on this").click()
    expect(page.get_by_role("combobox", name=re.compile("Data"))).to_have_value(re.compile("my cloud"), timeout=SLOW_MS)


@pytest.mark.slow
def test_finger_draws_points_and_dots_and_rubs_them_out(chromium, app):
    with chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, base_url=app.url) as context:
        page = context.new_page()
        open_view(page, "Draw points")
        sheet, status = page.get_by_test_id("cloud-sheet"), page.get_by_role("status").filter(has_text="points")
        expect(sheet).to_be_visible(timeout=SLOW_MS)
        sheet.scroll_into_view_if_needed()
        scrolled = page.get_by_test_id("stMain").evaluate("main => main.scrollTop")
        stroke_by_finger(page, sheet, *along((0.3, 0.3), (0.7, 0.8)))
        expect(status).to_contain_text(re.compile(r"^[1-9]\d+ of 20,000 points"))
        assert page.get_by_test_id("stMain").evaluate("main => main.scrollTop") == scrolled
        expect(page.get_by_role("button", name="Keep as data set")).to_be_enabled()
        sprayed = int(status.inner_text().split()[0])
        tool = page.get_by_role("radio", name="One point at a time")
        tool.click()
        expect(tool).to_be_checked()
        stroke_by_finger(page, sheet, *along((0.1, 0.9), (0.2, 0.9)))
        expect(status).to_contain_text(f"{sprayed + 1} of")  # one, wherever the finger goes
        tool = page.get_by_role("radio", name="Remove the points")
        tool.click()
        expect(tool).to_be_checked()
        for y in (0.2, 0.4, 0.6, 0.8, 1.0):
            stroke_by_finger(page, sheet, *along((0.0, y), (1.0, y)), *along((1.0, y - 0.1), (0.0, y - 0.1)))
        expect(status).to_contain_text(re.compile(r"^\d{1,2} of"))
        page.get_by_role("button", name="Undo").tap()


@pytest.mark.slow
def test_own_set_is_renamed_thrown_away_and_taken_back(page, app):
    bring(page, {"name": "few.csv", "mimeType": "text/csv", "buffer": b"a,b,c\n1,2,3\n4,5,6\n7,8,9\n"})
    expect(page.get_by_text("A table of 3 rows")).to_be_visible(timeout=SLOW_MS)
    page.get_by_role("textbox", name="Name").fill("few")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("few: 3 items of 3 numbers")).to_be_visible(timeout=SLOW_MS)
    page.get_by_role("button", name="Rename or delete").click()
    name = page.get_by_role("textbox", name="New name")
    name.fill("fewer")
    name.press("Enter")
    page.get_by_role("button", name="Rename", exact=True).click()
    expect(page.get_by_text("fewer: 3 items of 3 numbers")).to_be_visible(timeout=SLOW_MS)
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.get_by_text("'fewer' was moved to the trash.")).to_be_visible(timeout=SLOW_MS)
    assert "fewer" not in [kept.name for kept in app.store.sets.all()]
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("was moved to the trash.")).to_have_count(0, timeout=SLOW_MS)
    assert "fewer" in [kept.name for kept in app.store.sets.all()]
