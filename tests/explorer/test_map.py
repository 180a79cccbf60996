"""The map: decoding under the hand, settling, items, legend, axes, keys."""

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.explorer.hand import by_id, click_map, next_frames, on_map, pixels, ready, settled_count, wait_settled

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("run", ["vae", "gan", pytest.param("ring", marks=pytest.mark.slow)])
def test_sample_changes_under_a_moving_cursor(visit, run):
    page = ready(visit(run))
    sample = by_id(page, "decoded-sample")
    before = pixels(sample)
    changed = 0
    for step in range(30):
        page.mouse.move(*on_map(page, 0.3 + 0.013 * step, 0.4 + 0.008 * (step % 7)))
        next_frames(page)
        now = pixels(sample)
        changed += now != before
        before = now
    assert changed >= 27
    assert settled_count(page) == 0


def test_decoded_sample_is_the_models_own(visit, site, tmp_path):
    page = ready(visit("vae"))
    x, y = on_map(page, 0.6, 0.35)
    page.mouse.click(x, y)
    settled = wait_settled(page, 1)
    shown = np.array(
        by_id(page, "decoded-sample").evaluate("(c) => Array.from(c.getContext('2d').getImageData(0, 0, 8, 8).data)")
    )
    import onnxruntime

    decoder = onnxruntime.InferenceSession(page.request.get(f"{site}/vae/decoder.onnx").body())
    (expected,) = decoder.run(None, {"code": np.array([settled["z"]], np.float32)})
    np.testing.assert_allclose(shown[::4], np.clip(expected.ravel(), 0, 1) * 255, atol=1)


def test_click_settles_and_leaving_comes_back_to_it(visit):
    page = ready(visit("vae"))
    page.mouse.move(*on_map(page, 0.4, 0.4))
    page.mouse.click(*on_map(page, 0.55, 0.6))
    settled = wait_settled(page, 1)
    assert settled["source"] == "map"
    assert settled["nearest"] >= 0
    assert settled["delta"] is None
    here = pixels(by_id(page, "decoded-sample"))
    page.mouse.move(*on_map(page, 0.3, 0.2))
    next_frames(page)
    assert pixels(by_id(page, "decoded-sample")) != here
    page.mouse.move(*on_map(page, 0.3, 1.3))
    next_frames(page)
    assert pixels(by_id(page, "decoded-sample")) == here
    assert f"no. {settled['nearest']}," in by_id(page, "nearest-item").inner_text()
    assert "PC 1" in by_id(page, "coords").inner_text()


def test_drag_decodes_on_the_way_and_settles_once(visit):
    page = ready(visit("gan"))
    sample = by_id(page, "decoded-sample")
    page.mouse.move(*on_map(page, 0.4, 0.4))
    page.mouse.down()
    seen = set()
    for step in range(10):
        page.mouse.move(*on_map(page, 0.4 + 0.02 * step, 0.5))
        next_frames(page)
        seen.add(pixels(sample))
    assert len(seen) >= 9
    assert settled_count(page) == 0
    page.mouse.up()
    settled = wait_settled(page, 1)
    assert np.linalg.norm(settled["delta"]) > 0
    next_frames(page, 5)
    assert settled_count(page) == 1


def test_hovered_item_of_a_vae_shows_itself_and_its_posterior(visit):
    page = ready(visit("vae"))
    card = by_id(page, "item-card")
    row = None
    for step in range(60):
        page.mouse.move(*on_map(page, 0.45 + 0.002 * step, 0.5))
        next_frames(page, 1)
        if card.is_visible():
            row = int(card.get_attribute("data-row"))
            break
    assert row is not None
    card.and_(page.locator(f'[data-shown="{row}"]')).wait_for()
    x, from_mu, drawn = (card.locator("canvas").nth(i) for i in range(3))
    from sklearn.datasets import load_digits

    shown = np.array(x.evaluate("(c) => Array.from(c.getContext('2d').getImageData(0, 0, 8, 8).data)"))[::4]
    np.testing.assert_allclose(shown, load_digits().data[row] * 255 / 16, atol=1)
    first = pixels(drawn)
    still = pixels(from_mu)
    page.wait_for_timeout(900)
    assert pixels(drawn) != first
    assert pixels(from_mu) == still
    page.mouse.move(*on_map(page, 0.5, 1.4))
    card.wait_for(state="hidden")


def test_double_click_goes_to_the_item(visit):
    page = ready(visit("ring"))
    x, y = on_map(page, 0.5, 0.5)
    positions = page.evaluate(
        "fetch('/ring/coords.f32').then((r) => r.arrayBuffer()).then((b) => [...new Float32Array(b, 0, 2)])"
    )
    count = settled_count(page)
    # the first item's place on the screen, by way of a settled click in the middle
    page.mouse.click(x, y)
    middle = wait_settled(page, count + 1)["map"]
    page.mouse.click(x + 100, y)
    right = wait_settled(page, count + 2)["map"]
    scale = 100 / (right[0] - middle[0])
    page.mouse.dblclick(x + (positions[0] - middle[0]) * scale, y - (positions[1] - middle[1]) * scale)
    page.wait_for_function("lab.settles.at(-1).source === 'item'")


def test_legend_hides_and_isolates(visit):
    page = ready(visit("vae"))
    points = by_id(page, "map-points")
    legend = by_id(page, "legend")
    everything = pixels(points)
    assert "178" in legend.get_by_role("button").first.inner_text()
    zero = legend.locator(".gl-class").first
    zero.click()
    next_frames(page)
    without = pixels(points)
    assert zero.get_attribute("aria-pressed") == "false"
    legend.locator(".gl-class").nth(3).dblclick()
    next_frames(page)
    alone = pixels(points)
    assert [b.get_attribute("aria-pressed") for b in legend.locator(".gl-class").all()].count("true") == 1
    legend.get_by_text("Show all").click()
    next_frames(page)
    assert len({everything, without, alone}) == 3
    assert pixels(points) == everything
    legend.get_by_role("button", name="Show only 7").press("Enter")
    next_frames(page)
    assert legend.locator('.gl-class[aria-pressed="true"]').inner_text().startswith("7")


def test_axes_can_be_any_pair_and_raw(visit):
    page = ready(visit("vae"))
    points = by_id(page, "map-points")
    across, up = by_id(page, "map-across"), by_id(page, "map-up")
    assert "%" in across.locator("option").first.inner_text()
    seen = {pixels(points)}
    across.select_option(label=across.locator("option").nth(4).inner_text())
    next_frames(page)
    seen.add(pixels(points))
    up.select_option("4")  # the axis across: they change places
    assert [across.input_value(), up.input_value()] == ["1", "4"]
    by_id(page, "map-method").select_option("raw")
    across.select_option(label="z 3")
    next_frames(page)
    seen.add(pixels(points))
    assert len(seen) == 3
    click_map(page, 0.7, 0.3)
    settled = page.evaluate("lab.settles.at(-1)")
    assert settled["map"] == pytest.approx([settled["z"][2], settled["z"][1]], abs=1e-5)


def test_raw_axes_of_a_gan_move_z_and_keep_its_offset(visit):
    page = ready(visit("gan"))
    click_map(page, 0.6, 0.4)
    offset = page.evaluate("lab.settles.at(-1)")["delta"]
    by_id(page, "map-method").select_option("raw")
    seen = set()
    for step in range(6):
        page.mouse.move(*on_map(page, 0.4 + 0.03 * step, 0.5))
        next_frames(page)
        seen.add(pixels(by_id(page, "decoded-sample")))
    assert len(seen) >= 5
    click_map(page, 0.7, 0.3)
    settled = page.evaluate("lab.settles.at(-1)")
    assert settled["map"] == pytest.approx(settled["z"][:2], abs=1e-5)
    assert settled["delta"] == offset


def test_samples_behind_the_points_are_decoded_and_follow_the_view(visit):
    page = ready(visit("vae"))
    backdrop = by_id(page, "backdrop")
    empty = pixels(backdrop)
    by_id(page, "map-samples").check()
    backdrop.and_(page.locator("[data-samples]")).wait_for()
    next_frames(page)
    first = pixels(backdrop)
    assert first != empty
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_timeout(1500)
    assert pixels(backdrop) != first
    by_id(page, "map-samples").uncheck()
    next_frames(page)
    assert pixels(backdrop) == empty


def test_wheel_and_buttons_zoom_shift_drag_pans_and_fit_resets(visit):
    page = ready(visit("vae"))
    points = by_id(page, "map-points")
    start = pixels(points)
    page.mouse.move(*on_map(page, 0.5, 0.5))
    page.mouse.wheel(0, -300)
    next_frames(page)
    zoomed = pixels(points)
    page.keyboard.down("Shift")
    page.mouse.down()
    page.mouse.move(*on_map(page, 0.6, 0.6), steps=3)
    page.mouse.up()
    page.keyboard.up("Shift")
    next_frames(page)
    panned = pixels(points)
    assert len({start, zoomed, panned}) == 3
    assert settled_count(page) == 0
    page.get_by_role("button", name="Show all points").click()
    next_frames(page)
    assert pixels(points) == start


def test_arrows_move_the_point_and_settle_when_the_hand_rests(visit):
    page = ready(visit("vae"))
    by_id(page, "latent-map").focus()
    sample = by_id(page, "decoded-sample")
    before = pixels(sample)
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    next_frames(page)
    assert pixels(sample) != before
    far = wait_settled(page, 1)
    assert settled_count(page) == 1
    assert far["map"][0] > 0
    page.keyboard.press("Shift+ArrowRight")
    further = wait_settled(page, 2)
    assert 0 < further["map"][0] - far["map"][0] < far["map"][0] / 10
    spoken = page.locator("[aria-live=polite]").inner_text()
    assert "Settled at PC 1" in spoken


def test_keys_draw_pin_and_come_back(visit):
    page = ready(visit("vae"))
    by_id(page, "latent-map").focus()
    page.keyboard.press("r")
    drawn = wait_settled(page, 1)
    assert drawn["source"] == "random"
    page.keyboard.press("a")
    page.keyboard.press("r")
    page.keyboard.press("b")
    page.wait_for_function("lab.settles.at(-1).pins.b !== null")
    settled = page.evaluate("lab.settles.at(-1)")
    assert settled["pins"]["a"] == pytest.approx(drawn["z"])
    assert settled["pins"]["b"] == pytest.approx(settled["z"])
    by_id(page, "path-strip").wait_for()
    page.mouse.move(*on_map(page, 0.5, 0.5))
    next_frames(page)
    expect(page.get_by_text("Under your hand")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text("Settled point")).to_be_visible()
    page.keyboard.press("n")
    page.wait_for_function("lab.settles.at(-1).source === 'item'")
