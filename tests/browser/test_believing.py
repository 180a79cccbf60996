"""How far to believe a map, on the gallery's models: quick maps, fog, the discriminator's score, misread maps."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_explore import visit
from tests.browser.test_maps import PATIENCE_MS, seen_decoding, state
from tests.browser.test_standalone import gallery, open_page  # noqa: F401
from tests.explorer.hand import by_id, next_frames, on_map, pixels

pytestmark = pytest.mark.browser


def lay_field(page, name: str):
    by_id(page, f"field-{name}").click()
    legend = by_id(page, "fog-legend").and_(page.locator('[data-ready="true"]'))
    legend.wait_for(timeout=PATIENCE_MS)
    return legend


def value_at(page, x: float, y: float) -> float:
    page.mouse.move(*on_map(page, x, y))
    next_frames(page)
    return float(by_id(page, "fog-here").inner_text().removeprefix("here ").replace("−", "-"))


@pytest.mark.slow  # tests/jobs/test_projector.py makes one, tests/explorer judges points
def test_pacmap_of_a_vae_is_made_decodes_and_is_judged_point_by_point(page):
    visit(page, "digits-vae")
    by_id(page, "map-method").select_option("pacmap")
    expect(state(page)).to_contain_text("Finished: 450 iterations", timeout=PATIENCE_MS)
    expect(by_id(page, "map-figures")).to_contain_text(re.compile(r"kNN accuracy 0\.9\d"), timeout=PATIENCE_MS)
    assert len(seen_decoding(page)) >= 7
    by_id(page, "map-settings").click()
    expect(by_id(page, "tsne-neighbors")).to_be_visible()
    expect(by_id(page, "tsne-perplexity")).to_be_hidden()
    page.keyboard.press("Escape")
    by_id(page, "tool-honesty").click()
    page.locator('[data-judged="trustworthiness"]').wait_for(timeout=PATIENCE_MS)
    mean = re.search(r"Mean (0\.\d+)", by_id(page, "honesty-state").inner_text())
    assert float(mean[1]) > 0.95


def test_fog_of_a_plain_autoencoder_is_thick_in_its_holes_and_thin_on_its_data(page):
    visit(page, "digits-ae")
    by_id(page, "tool-fog").click()
    legend = lay_field(page, "round-trip")
    expect(legend).to_contain_text("σ of the codes")
    on_data = float(re.search(r"data items: [\d.]+ to ([\d.]+)", legend.inner_text())[1])
    corners = [value_at(page, x, y) for x, y in ((0.02, 0.6), (0.97, 0.8), (0.9, 0.95))]
    assert max(corners) > 5 * on_data
    lay_field(page, "classes")
    page.mouse.move(*on_map(page, 0.5, 0.3))
    expect(by_id(page, "fog-here")).to_contain_text("% of the votes")


@pytest.mark.slow
def test_gan_is_judged_by_its_discriminator_and_laid_along_what_parts_its_classes(page):
    visit(page, "digits-gan")
    by_id(page, "tool-fog").click()
    expect(by_id(page, "field-round-trip")).to_be_disabled()
    legend = lay_field(page, "judge")
    expect(legend).to_contain_text("logits")
    assert len({value_at(page, 0.1 + 0.1 * step, 0.5) for step in range(8)}) > 3
    before = pixels(by_id(page, "map-points"))
    by_id(page, "tool-axes").click()
    by_id(page, "axes-lda").click()
    expect(by_id(page, "map-method")).to_have_value("lda")
    next_frames(page)
    assert pixels(by_id(page, "map-points")) != before
    assert len(seen_decoding(page)) >= 7


def test_lesson_follows_the_perplexity(page):
    page.goto("/misreading")
    expect(page.get_by_role("heading", name="Misreading t-SNE")).to_be_visible(timeout=30_000)
    expect(page.get_by_test_id("stPlotlyChart")).to_have_count(2, timeout=30_000)
    told = page.get_by_test_id("stAlert")
    before = told.inner_text()
    page.get_by_role("slider").focus()
    page.keyboard.press("ArrowLeft")
    expect(told).not_to_have_text(before)
    expect(page.get_by_text("t-SNE at perplexity 15")).to_be_visible()


def test_exported_page_lays_axes_judges_points_and_is_fogged_without_a_server(open_page):  # noqa: F811
    page = open_page("digits-ae")
    assert by_id(page, "map-method").locator("option").all_inner_texts() == ["PCA", "LDA", "Raw axes"]
    by_id(page, "tool-axes").click()
    by_id(page, "axes-lay").click()
    expect(by_id(page, "map-method")).to_have_value("own")
    by_id(page, "tool-honesty").click()
    page.locator('[data-judged="trustworthiness"]').wait_for(timeout=PATIENCE_MS)
    by_id(page, "tool-fog").click()
    expect(lay_field(page, "round-trip")).to_contain_text("data items")
    expect(by_id(page, "field-judge")).to_be_disabled()
