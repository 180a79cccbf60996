"""Axes of one's own, the honest map and fog, over linear models whose answers are known."""

import re

import numpy as np
from playwright.sync_api import expect
from sklearn.manifold import trustworthiness

from tests.explorer.hand import by_id, click_map, next_frames, on_map, pixels, ready

ARRAYS = """async () => {
  const { points, latent, map } = lab.data;
  const read = async (url, kind) => Array.from(new kind(await (await fetch(url)).arrayBuffer()));
  const labels = points.labels && (await read(points.labels, Int32Array));
  const [codes, coords] = [await read(points.codes, Float32Array), await read(map.coords, Float32Array)];
  return { codes, labels, coords, dim: latent.dim, k: map.k };
}"""


def arrays(page) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Codes, labels, and places on the run's own map."""
    told = page.evaluate(ARRAYS)
    places = np.array(told["coords"]).reshape(-1, told["k"])
    return np.array(told["codes"]).reshape(-1, told["dim"]), np.array(told["labels"]), places


def test_own_axes_bear_their_groups_names_and_decode_exactly(visit):
    page = ready(visit("vae"))
    by_id(page, "tool-axes").click()
    by_id(page, "axes-across-from").select_option(label="3")
    by_id(page, "axes-across-to").select_option(label="8")
    by_id(page, "axes-up-from").select_option(label="0")
    by_id(page, "axes-up-to").select_option(label="1")
    expect(by_id(page, "axes-up-strip").locator("canvas:visible")).to_have_count(7)
    before = pixels(by_id(page, "map-points"))
    by_id(page, "axes-lay").click()
    expect(by_id(page, "map-method")).to_have_value("own")
    assert by_id(page, "map-across").locator("option").all_inner_texts() == ["3 → 8", "0 → 1"]
    next_frames(page)
    assert pixels(by_id(page, "map-points")) != before
    click_map(page, 0.62, 0.3)
    settled = page.evaluate("lab.settles.at(-1)")
    codes, labels, _ = arrays(page)
    step = [codes[labels == high].mean(0) - codes[labels == low].mean(0) for low, high in ((3, 8), (0, 1))]
    plane = np.stack([axis / np.linalg.norm(axis) for axis in step])
    np.testing.assert_allclose(plane @ (np.array(settled["z"]) - codes.mean(0)), settled["map"], atol=1e-3)
    unseen = np.linalg.svd(plane)[2][2:]
    np.testing.assert_allclose(unseen @ settled["z"], 0, atol=1e-3)  # it began at the middle


def test_axes_that_part_classes_set_them_farther_apart_than_pca_and_groups_without_a_plane_are_refused(visit):
    page = ready(visit("vae"))
    by_id(page, "map-method").select_option("lda")
    names = by_id(page, "map-across").locator("option").all_inner_texts()
    assert len(names) == 9
    assert re.fullmatch(r"LD 1 \(\d+\s%\)", names[0])
    by_id(page, "tool-axes").click()
    by_id(page, "axes-across-from").select_option(label="3")
    by_id(page, "axes-across-to").select_option(label="3")
    expect(by_id(page, "axes-note")).to_contain_text("An axis has no direction")


def test_honest_map_colours_points_and_draws_torn_and_false_neighbours(visit):
    page = ready(visit("vae"))
    plain = pixels(by_id(page, "map-points"))
    by_id(page, "tool-honesty").click()
    page.locator('[data-judged="trustworthiness"]').wait_for()
    next_frames(page)
    coloured = pixels(by_id(page, "map-points"))
    assert coloured != plain
    expect(by_id(page, "honesty-scale")).to_contain_text("beside strangers")
    page.mouse.move(*on_map(page, 0.5, 0.5))
    point = by_id(page, "honesty-point")
    expect(point).to_contain_text("torn away")
    kept, torn, false = (int(n) for n in re.findall(r"(\d+) (?:of its|torn|of those)", point.inner_text()))
    assert kept + torn == kept + false == 10
    assert torn > 0  # two of ten components cannot keep all neighbours
    codes, _, places = arrays(page)
    mean = float(re.search(r"Mean (0\.\d+)", by_id(page, "honesty-state").inner_text())[1])
    assert abs(mean - trustworthiness(codes, places[:, :2], n_neighbors=10)) < 0.001
    by_id(page, "honesty-none").click()
    next_frames(page)
    assert pixels(by_id(page, "map-points")) == plain
    page.keyboard.press("Escape")
    expect(by_id(page, "honesty-scale")).to_have_count(0)


def test_fog_lies_where_codes_are_rare_and_stays_until_it_is_taken_away(visit):
    page = ready(visit("ring"))
    backdrop = by_id(page, "backdrop")
    clear = pixels(backdrop)
    by_id(page, "tool-fog").click()
    by_id(page, "field-codes").click()
    legend = by_id(page, "fog-legend").and_(page.locator('[data-ready="true"]'))
    legend.wait_for()
    expect(legend).to_contain_text("nats")
    page.mouse.move(*on_map(page, 0.5, 0.5))  # the middle of the ring is empty
    hole = here(page)
    assert hole < -3
    page.keyboard.press("Escape")
    expect(by_id(page, "tool-panel-fog")).to_have_count(0)
    expect(legend).to_be_visible()
    assert pixels(backdrop) != clear
    legend.get_by_role("button").click()
    expect(by_id(page, "fog-legend")).to_have_count(0)
    next_frames(page, 4)
    assert pixels(backdrop) == clear


def here(page) -> float:
    expect(by_id(page, "fog-here")).to_contain_text("here")
    return float(by_id(page, "fog-here").inner_text().removeprefix("here ").replace("−", "-"))


def test_fields_that_cannot_be_had_say_why(visit):
    page = ready(visit("gan"))
    by_id(page, "tool-fog").click()
    assert "no encoder" in by_id(page, "field-round-trip").get_attribute("title")
    assert "server" in by_id(page, "field-judge").get_attribute("title")
    expect(by_id(page, "field-round-trip")).to_be_disabled()
    for field in ("codes", "magnification"):
        by_id(page, f"field-{field}").click()
        by_id(page, "fog-legend").and_(page.locator('[data-ready="true"]')).wait_for()
