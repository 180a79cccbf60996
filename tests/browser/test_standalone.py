"""The exported page, opened from disk in Chromium: it decodes under a moving hand and asks the network for nothing."""

import pytest
from playwright.sync_api import expect

from genlab.analysis.maps import MapSpec
from genlab.analysis.take_home import scene_of, take
from genlab.jobs.projector import project
from genlab.store import default_store
from tests.explorer.hand import by_id, next_frames, on_map, pixels, ready

pytestmark = pytest.mark.browser
MOVES = 20


@pytest.fixture(scope="module")
def gallery(tmp_path_factory):
    return default_store(tmp_path_factory.mktemp("store"))


@pytest.fixture
def open_page(chromium, gallery, tmp_path):
    """Export a run, open the file as a person does, offline; faults and requests that leave the file fail the test."""
    contexts, faults, asked = [], [], []

    def opened(run_id: str, **screen):
        file = tmp_path / "page.html"
        file.write_bytes(take(gallery.run(run_id), "html"))
        context = chromium.new_context(**{"viewport": {"width": 1440, "height": 900}, "offline": True} | screen)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "console",
            lambda said: faults.append(said.text) if said.type == "error" and "Worker" not in said.text else None,
        )
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        return ready(page)

    yield opened
    for context in contexts:
        context.close()
    assert faults == []
    assert {url.split(":")[0] for url in asked} <= {"file", "blob", "data"}
    assert sum(url.startswith("file:") for url in asked) == 1


@pytest.mark.parametrize("run_id", ["digits-vae", "digits-gan", "ring-gan"])
def test_page_from_disk_decodes_with_nearly_every_move_of_the_cursor(open_page, run_id):
    page = open_page(run_id)
    sample = by_id(page, "decoded-sample")
    before, changed = pixels(sample), 0
    for move in range(MOVES):
        page.mouse.move(*on_map(page, 0.3 + 0.02 * move, 0.6 - 0.015 * move))
        next_frames(page, 3)
        now = pixels(sample)
        changed += now != before
        before = now
    assert changed >= 0.9 * MOVES


def test_page_from_disk_shows_the_tsne_map_that_the_run_has_kept_and_decodes_on_it(open_page, gallery):
    run = gallery.run("digits-vae")
    settings = {"method": "tsne", "iterations": 60, "perplexity": 10}
    project(run, run.checkpoints()[-1], MapSpec.parse(settings))
    page = open_page(run.id)
    points, before = by_id(page, "map-points"), pixels(by_id(page, "map-points"))
    by_id(page, "map-method").select_option(label="t-SNE")
    expect(by_id(page, "map-state")).to_have_text("Finished: 60 iterations.")
    expect(by_id(page, "map-figures")).to_contain_text("Trustworthiness")
    expect(by_id(page, "map-settings")).to_be_hidden()
    next_frames(page, 3)
    assert pixels(points) != before
    seen = set()
    for move in range(8):
        page.mouse.move(*on_map(page, 0.3 + 0.05 * move, 0.45))
        next_frames(page, 3)
        seen.add(pixels(by_id(page, "decoded-sample")))
    assert len(seen) >= 7
    page.mouse.move(*on_map(page, 0.02, 0.02))
    expect(by_id(page, "confidence")).to_contain_text("Far from all data")
    by_id(page, "map-method").select_option(label="PCA")
    next_frames(page, 3)
    assert pixels(points) == before


def test_page_from_disk_fills_its_strips_without_a_background_worker(open_page, gallery):
    page = open_page("digits-vae", viewport={"width": 390, "height": 844}, color_scheme="dark")
    strip = page.locator(".gl-traversal canvas")
    strip.nth(0).wait_for()
    shown = {pixels(strip.nth(place)) for place in (0, 3, 6)}
    assert len(shown) == 3
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert by_id(page, "latent-map").is_visible()
    run = scene_of(gallery.run("digits-vae")).run
    assert run.name in page.inner_text("h1")
    assert "CC BY 4.0" in page.inner_text("footer")
