"""The live view in a real browser, fed with frames of digits and of points."""

import json
from pathlib import Path

import numpy as np
import pytest
from sklearn.datasets import load_digits

from genlab.explorer.live import live_frames
from genlab.latent.pca import Pca
from tests.explorer.live_server import LiveServer

DIST = Path(__file__).resolve().parents[2] / "genlab" / "explorer" / "dist"
DIGIT = {"modality": "image", "shape": [1, 8, 8], "min": 0, "max": 1}
COPIES = ("originals", "recon")
POINT = {"modality": "points", "shape": [2], "min": -1.2, "max": 1.2}


@pytest.fixture(scope="module")
def bundle() -> Path:
    return DIST / json.loads((DIST / "manifest.json").read_text())["entry"]


def digit_arrays(learned: float = 1.0) -> dict[str, np.ndarray]:
    """Digits as a model that has learned a share of what there is would show them."""
    digits = load_digits()
    x = (digits.data / 16 * 255).astype(np.uint8).reshape(-1, 1, 8, 8)
    noise = np.random.default_rng(0)
    grey = noise.integers(0, 255, x.shape, dtype=np.uint8)
    shown = (learned * x + (1 - learned) * grey).astype(np.uint8)
    place = Pca.fit(digits.data).transform(digits.data)[:, :2] / 10
    blurred = learned * place + (1 - learned) * noise.normal(size=place.shape)
    return {
        "samples": shown[100:116],
        "originals": x[:8],
        "recon": shown[:8],
        "map": blurred.astype(np.float32),
        "map_rows": np.arange(len(x)),
        "map_labels": digits.target.astype(np.int64),
    }


def ring_arrays(spread: float = 0.05) -> dict[str, np.ndarray]:
    angle = np.arange(1000) * np.pi / 4
    ring = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    noise = np.random.default_rng(0).normal(size=(3, 1000, 2))
    return {
        "samples": (ring + spread * noise[0]).astype(np.float32),
        "data": (ring + 0.01 * noise[1]).astype(np.float32),
        "map": (noise[2] * [2, 1]).astype(np.float32),
        "map_rows": np.full(1000, -1),
        "map_labels": np.full(1000, -1),
    }


def pixels(page, test_id: str) -> bytes:
    return page.get_by_test_id(test_id).locator("canvas").screenshot()


def opened(chromium, server: LiveServer, **options):
    page = chromium.new_page(**options)
    page.set_default_timeout(10_000)
    page.goto(server.url)
    page.get_by_role("status").wait_for()
    return page


def shows(page, seq: int) -> None:
    page.locator(f"[data-seq='{seq}']").wait_for()


@pytest.mark.browser
def test_live_shows_samples_copies_and_map_and_they_change_from_frame_to_frame(chromium, bundle):
    with LiveServer(bundle, DIGIT, [str(d) for d in range(10)]) as server:
        page = opened(chromium, server)
        assert "Waiting" in page.get_by_role("status").inner_text()
        server.send(live_frames(1, 20, 0.5, digit_arrays(0.2)))
        shows(page, 1)
        page.wait_for_timeout(500)
        before = {name: pixels(page, name) for name in ("live-samples", "live-recon", "live-map")}
        server.send(live_frames(2, 1240, 3.25, digit_arrays(0.9)))
        shows(page, 2)
        page.wait_for_timeout(500)
        for name, picture in before.items():
            assert pixels(page, name) != picture
        assert "Step 1,240, epoch 3.3" in page.locator("main").inner_text()
        labels = page.get_by_role("img").evaluate_all("all => all.map((one) => one.getAttribute('aria-label'))")
        assert labels[0] == "16 samples from fixed noise at step 1,240, epoch 3.3."
        assert "1,797 data items" in labels[2]
        page.close()


@pytest.mark.browser
def test_items_of_bars_stand_apart_in_live_pictures(chromium, bundle):
    full = {"modality": "vector", "shape": [3], "min": 0, "max": 1}
    arrays = {"samples": np.ones((16, 3), np.float32), **{name: np.ones((8, 3), np.float32) for name in COPIES}}
    with LiveServer(bundle, full, []) as server:
        page = opened(chromium, server)
        server.send(live_frames(1, 20, 0.5, arrays))
        shows(page, 1)
        page.wait_for_timeout(500)
        apart = (
            page.get_by_test_id("live-samples")
            .locator("canvas")
            .evaluate(
                """(canvas) => {
              const line = canvas.getContext("2d").getImageData(0, canvas.height / 8, canvas.width, 1).data;
              const bar = [0, 1, 2].map((i) => line[4 * (canvas.width >> 3) + i]);
              const gaps = [];
              for (let x = 0, empty = 0; x < canvas.width; x++) {
                if (bar.every((value, i) => line[4 * x + i] === value)) { if (empty) gaps.push(empty); empty = 0; }
                else empty++;
              }
              return gaps.slice(1).sort((a, b) => b - a);
            }"""
            )
        )
        assert len(apart) == 11  # two gaps in each of four items of three bars, and three between items
        assert apart[2] > 2 * apart[3]
        page.close()


@pytest.mark.browser
def test_live_map_glides_between_frames_and_jumps_when_motion_is_unwanted(chromium, bundle):
    with LiveServer(bundle, DIGIT, []) as server:
        for motion, moves in (("no-preference", True), ("reduce", False)):
            page = opened(chromium, server, reduced_motion=motion)
            server.send(live_frames(1, 1, 0.1, digit_arrays(0.1)))
            shows(page, 1)
            page.evaluate(
                """() => { window.paints = 0;
                  const drawn = CanvasRenderingContext2D.prototype.clearRect;
                  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
                    if (this.canvas.closest('[data-testid=live-map]')) window.paints++; drawn.apply(this, box); }; }"""
            )
            server.send(live_frames(2, 2, 0.2, digit_arrays(0.9)))
            shows(page, 2)
            page.wait_for_timeout(600)
            assert (page.evaluate("window.paints") > 3) is moves
            page.close()


@pytest.mark.browser
def test_live_says_when_the_run_has_ended_and_tells_the_host_once(chromium, bundle):
    with LiveServer(bundle, DIGIT, []) as server:
        page = opened(chromium, server)
        server.send(live_frames(1, 10, 1.0, digit_arrays()))
        shows(page, 1)
        server.send(live_frames(2, 10, 1.0, state="finished"))
        page.get_by_text("The training has finished; these are its last pictures.").wait_for()
        assert page.evaluate("window.endings") == ["finished"]
        page.wait_for_timeout(800)
        assert server.connections == []
        page.close()


@pytest.mark.browser
def test_live_tells_the_host_nothing_when_the_run_was_over_before(chromium, bundle):
    with LiveServer(bundle, DIGIT, []) as server:
        server.last = live_frames(2, 10, 1.0, digit_arrays(), state="stopped")
        page = opened(chromium, server)
        page.get_by_text("The training was stopped").wait_for()
        shows(page, 2)
        assert page.evaluate("window.endings") == []
        page.close()


@pytest.mark.browser
def test_live_comes_back_when_the_connection_breaks(chromium, bundle):
    with LiveServer(bundle, DIGIT, []) as server:
        page = opened(chromium, server)
        server.send(live_frames(1, 10, 1.0, digit_arrays()))
        shows(page, 1)
        server.drop()
        page.get_by_text("trying again").wait_for()
        server.last = live_frames(2, 30, 2.0, digit_arrays(0.5))
        shows(page, 2)
        assert page.get_by_role("status").inner_text() == "Training."
        page.close()


@pytest.mark.browser
def test_live_says_so_when_a_frame_is_damaged(chromium, bundle):
    with LiveServer(bundle, DIGIT, []) as server:
        page = opened(chromium, server)
        header, arrays = live_frames(1, 10, 1.0, digit_arrays())
        server.send((header, arrays[:-3]))
        page.get_by_text("damaged").wait_for()
        page.close()


@pytest.mark.browser
def test_live_draws_points_over_the_data_without_copies_when_there_is_no_encoder(chromium, bundle):
    with LiveServer(bundle, POINT, []) as server:
        page = opened(chromium, server, viewport={"width": 390, "height": 800})
        server.send(live_frames(1, 10, 1.0, ring_arrays()))
        shows(page, 1)
        assert page.get_by_test_id("live-recon").is_hidden()
        assert "1,000 samples" in page.get_by_test_id("live-samples").inner_text()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.close()


def test_frames_announce_what_the_bytes_hold():
    header, arrays = live_frames(3, 40, 1.5, {**digit_arrays(), "step": np.int64(40)}, state="paused")
    announced = json.loads(header)
    assert [array["name"] for array in announced["arrays"]] == list(digit_arrays())
    assert sum(np.dtype(a["dtype"]).itemsize * int(np.prod(a["shape"])) for a in announced["arrays"]) == len(arrays)
    assert arrays[: 16 * 64] == digit_arrays()["samples"].tobytes()


def test_frames_refuse_numbers_the_view_cannot_read():
    with pytest.raises(TypeError, match="'samples' holds float64"):
        live_frames(1, 1, 0.1, {"samples": np.zeros((2, 2))})
