"""A map that has to wait for another: what it waits for, and that nothing bears its name before it is there."""

import json

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.explorer.hand import by_id, next_frames, ready

pytestmark = pytest.mark.browser

COUNT = 1797
STEPS = {"iterations": 750, "eta_s": 3.0, "kl": None, "figures": None, "error": None, "linear": None}
SHAPE = {"n_neighbors": 8, "count": COUNT, "dim": 2, "real": 0, "spacing": 0.1}
COORDS = np.random.default_rng(0).standard_normal((COUNT, 2)).astype("<f4")


class Server:
    """Makes one map at a time, as a server with one worker does; hears what it is told."""

    def __init__(self) -> None:
        self.told: list[dict] = []
        self.running = ""
        self.opened = ""

    def serve(self, socket) -> None:
        def answer(text: str) -> None:
            message = json.loads(text)
            self.told.append(message)
            if "order" in message:
                self.running = ""
                return
            self.opened = message["open"]["method"]
            self.running = self.running or self.opened
            runs = self.running == self.opened
            # what waits is shown as it begins: the points of PCA, tiny
            self.send(socket, "running" if runs else "queued", 40 if runs else 0, COORDS if runs else COORDS / 1000)

        socket.on_message(answer)

    def send(self, socket, state: str, iteration: int, coords: np.ndarray) -> None:
        header = {"map": self.opened, "method": self.opened, "space": "z", "state": state, "iteration": iteration}
        socket.send(json.dumps({**header, **STEPS, **SHAPE, "bytes": coords.nbytes}))
        socket.send(coords.tobytes())


@pytest.fixture
def opened(visit):
    """The digits with a server that makes t-SNE and PaCMAP."""
    page = visit("vae", maps__socket="/maps", maps__methods=["pca", "tsne", "pacmap"])
    server = Server()
    page.route_web_socket("**/maps", server.serve)
    page.reload()
    return ready(page), server


def test_map_that_waits_for_one_left_says_so_and_leaves_the_names_as_they_are(opened):
    page, server = opened
    method, coords = by_id(page, "map-method"), by_id(page, "coords")
    method.select_option("tsne")
    expect(coords).to_contain_text("t-SNE 1")
    method.select_option("pacmap")
    expect(by_id(page, "map-state")).to_have_text("Waiting: t-SNE, which you left, is made first.")
    next_frames(page, 3)
    expect(coords).to_contain_text("t-SNE 1")
    expect(coords).not_to_contain_text("PaCMAP")
    stop = by_id(page, "map-stop-left")
    expect(stop).to_have_text("Stop t-SNE")
    stop.click()
    expect(coords).to_contain_text("PaCMAP 1")
    expect(stop).to_be_hidden()
    assert [told.get("order") or told["open"]["method"] for told in server.told[-3:]] == ["tsne", "stop", "pacmap"]


def test_map_that_waits_for_a_reason_unknown_keeps_the_flat_map_on_screen(opened):
    page, server = opened
    server.running = "another page's"
    by_id(page, "map-method").select_option("pacmap")
    expect(by_id(page, "map-state")).to_contain_text("Waiting for a worker: other maps may come first")
    next_frames(page, 3)
    expect(by_id(page, "coords")).to_contain_text("PC 1")
    expect(by_id(page, "map-stop-left")).to_be_hidden()


def test_map_left_and_chosen_again_is_not_said_to_be_left(opened):
    page, _ = opened
    method = by_id(page, "map-method")
    for name in ("tsne", "pacmap", "tsne"):
        method.select_option(name)
    expect(by_id(page, "map-state")).to_contain_text("Iteration 40 of 750")
    expect(by_id(page, "coords")).to_contain_text("t-SNE 1")
