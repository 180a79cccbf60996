"""Maps of a run as a person uses them: t-SNE, fog, samples and figures, a GAN's spaces, three dimensions."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_explore import visit
from tests.explorer.hand import FINGERPRINT, by_id, drag_slider, draw_ring, next_frames, on_map, pixels

pytestmark = pytest.mark.browser

PATIENCE_MS = 90_000


def run_tsne(page, **settings: float) -> None:
    """Choose t-SNE and run it with settings other than the usual ones."""
    by_id(page, "map-method").select_option("tsne")
    if not settings:
        return
    by_id(page, "map-settings").click()
    for name, value in settings.items():
        by_id(page, f"tsne-{name}").fill(str(value))
    page.get_by_role("button", name="Run", exact=True).click()


def state(page):
    return by_id(page, "map-state")


def wait_for_change(page, canvas, before: str) -> None:
    changed = f"([canvas, before]) => ({FINGERPRINT})(canvas) !== before"
    page.wait_for_function(changed, arg=[canvas.element_handle(), before], timeout=PATIENCE_MS)


def seen_decoding(page) -> set[str]:
    """What the sample shows at eight places of the map."""
    seen = set()
    for step in range(8):
        page.mouse.move(*on_map(page, 0.3 + 0.05 * step, 0.45))
        next_frames(page, 3)
        seen.add(pixels(by_id(page, "decoded-sample")))
    return seen


def test_tsne_moves_its_points_and_obeys_pause_go_on_and_stop(page):
    visit(page, "digits-vae")
    run_tsne(page, iterations=5000)
    expect(state(page)).to_contain_text("of 5000, ", timeout=PATIENCE_MS)
    points = by_id(page, "map-points")
    first = pixels(points)
    page.wait_for_timeout(700)
    assert pixels(points) != first
    by_id(page, "map-pause").click()
    expect(state(page)).to_contain_text("Paused at iteration", timeout=PATIENCE_MS)
    page.wait_for_timeout(700)  # the last frame may still be gliding in
    held, words = pixels(points), state(page).inner_text()
    assert len(seen_decoding(page)) >= 7
    page.wait_for_timeout(500)
    assert (pixels(points), state(page).inner_text()) == (held, words)
    by_id(page, "map-resume").click()
    expect(state(page)).to_contain_text(re.compile("Iteration .* left"), timeout=PATIENCE_MS)
    page.wait_for_timeout(900)
    assert pixels(points) != held
    by_id(page, "map-stop").click()
    expect(state(page)).to_contain_text("Stopped at iteration", timeout=PATIENCE_MS)
    expect(by_id(page, "map-figures")).to_contain_text("Trustworthiness", timeout=PATIENCE_MS)
    expect(by_id(page, "map-resume")).to_be_visible()


def test_finished_map_decodes_vouches_fogs_and_is_there_at_once_the_next_time(page):
    visit(page, "digits-vae")
    run_tsne(page)
    expect(state(page)).to_contain_text("Finished", timeout=PATIENCE_MS)
    expect(by_id(page, "map-figures")).to_contain_text(
        re.compile(r"Trustworthiness (0\.9\d|1\.00)\s*kNN accuracy 0\.9\d")
    )
    assert len(seen_decoding(page)) == 8
    page.mouse.move(*on_map(page, 0.02, 0.5))
    expect(by_id(page, "confidence")).to_contain_text("Far from all data")
    page.mouse.click(*on_map(page, 0.5, 0.5))
    expect(page.get_by_text("Settled by a click on the map")).to_be_visible(timeout=15_000)

    backdrop = by_id(page, "backdrop")
    seen = [pixels(backdrop)]
    for what in ("fog", "samples"):
        by_id(page, f"map-{what}").check()
        wait_for_change(page, backdrop, seen[-1])
        seen.append(pixels(backdrop))

    page.get_by_role("link", name="Train").first.click()
    expect(page.get_by_test_id("latent-map")).to_be_hidden()
    page.get_by_role("link", name="Explore").first.click()
    expect(by_id(page, "map-method")).to_have_value("tsne", timeout=30_000)
    expect(by_id(page, "map-fog")).to_be_checked()
    expect(state(page)).to_contain_text("Finished")

    visit(page, "digits-vae")  # a reload: the session is another, the map is kept
    expect(by_id(page, "map-method")).to_have_value("pca")
    run_tsne(page)
    expect(state(page)).to_contain_text("Finished")
    assert len(seen_decoding(page)) == 8


@pytest.mark.slow
def test_keys_sliders_drawing_random_and_the_path_work_on_a_tsne_map(page):
    visit(page, "digits-vae")
    run_tsne(page)
    expect(state(page)).to_contain_text("Finished", timeout=PATIENCE_MS)
    coords = by_id(page, "coords")
    by_id(page, "latent-map").focus()
    before = coords.inner_text()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("Settled by a click on the map")).to_be_visible(timeout=15_000)
    assert coords.inner_text() != before
    expect(by_id(page, "confidence")).not_to_contain_text("exact")
    page.keyboard.press("a")
    drag_slider(page, page.locator('[data-testid^="z-slider-"]').first, 0.9)
    expect(page.get_by_text("Settled by the sliders")).to_be_visible(timeout=15_000)
    expect(by_id(page, "confidence")).to_contain_text("exact")
    expect(coords).to_contain_text("t-SNE 1")
    draw_ring(page)
    expect(by_id(page, "nearest-item")).to_contain_text("class 0,", timeout=15_000)
    by_id(page, "latent-map").focus()
    page.keyboard.press("b")
    strip = by_id(page, "path-strip").locator("canvas")
    expect(strip.last).to_be_visible()
    page.keyboard.press(" ")
    expect(by_id(page, "play")).to_have_text("Play", timeout=30_000)  # it has come to B
    page.keyboard.press("r")
    expect(page.get_by_text("Settled by a random draw")).to_be_visible(timeout=15_000)


def test_settings_that_cannot_be_are_answered_by_a_sentence(page):
    visit(page, "digits-vae")
    run_tsne(page, seed=1.5)
    expect(state(page)).to_contain_text("seed", timeout=PATIENCE_MS)
    expect(by_id(page, "map-resume")).to_be_hidden()
    assert len(seen_decoding(page)) == 8  # the map before is still there


@pytest.mark.slow
def test_gan_is_mapped_in_each_of_its_spaces_with_real_data_among_its_outputs(page):
    visit(page, "digits-gan")
    points, space = by_id(page, "map-points"), by_id(page, "map-space")
    shown = {pixels(points)}
    real = by_id(page, "legend-real")
    expect(real).to_be_hidden()
    for name in ("z", "outputs"):
        space.select_option(name)
        expect(by_id(page, "map-figures")).to_contain_text("Trustworthiness", timeout=PATIENCE_MS)
        next_frames(page)
        shown.add(pixels(points))
        assert len(seen_decoding(page)) == 8
    assert len(shown) == 3
    with_real = pixels(points)
    real.click()
    next_frames(page)
    assert pixels(points) != with_real
    real.click()
    encoder = by_id(page, "map-encoder")
    by_codes = encoder.locator("option", has_text="Digits, VAE (VAE)").get_attribute("value")
    encoder.select_option(by_codes)
    wait_for_change(page, points, with_real)
    assert len(seen_decoding(page)) == 8
    expect(by_id(page, "confidence")).to_be_visible()


@pytest.mark.slow
def test_map_in_three_dimensions_is_made_on_request(page):
    visit(page, "digits-vae")
    page.get_by_text("In three dimensions").click()
    figure = page.get_by_test_id("stPlotlyChart")
    expect(figure.locator(".gl-container")).to_be_attached(timeout=PATIENCE_MS)
    expect(figure.locator(".legendtext").first).to_have_text("0")
    expect(page.get_by_text(re.compile(r"Trustworthiness 0\.\d\d · kNN"))).to_be_visible(timeout=PATIENCE_MS)
