"""The maps socket over a real server, with real projectors behind it."""

import json
import socket
import threading
import time

import numpy as np
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.websockets import WebSocketDisconnect
from websockets.sync.client import connect

from genlab.jobs.client import stop_supervisor
from genlab.latent.blending import Plane
from genlab.latent.pca import Pca
from genlab.ui.routes import ROUTES

DEADLINE_S = 120


class Told:
    """One end of a maps socket: what it was told last, and the newest places."""

    def __init__(self, connection):
        self.connection = connection
        self.header: dict = {}
        self.places = np.empty(0)
        self.real = np.empty(0)
        self.labels = np.empty(0)
        self.frames = 0

    def say(self, **message):
        self.connection.send(json.dumps(message))

    def hear(self):
        self.header = json.loads(self.connection.recv(DEADLINE_S))
        n_bytes = self.header["bytes"]
        if n_bytes:
            arrays = self.connection.recv(DEADLINE_S)
            assert len(arrays) == n_bytes
            n, real, dim = (self.header[name] for name in ("count", "real", "dim"))
            numbers = np.frombuffer(arrays, "<f4", (n + real) * dim).reshape(-1, dim)
            self.places, self.real = numbers[:n], numbers[n:]
            self.labels = np.frombuffer(arrays, "<i4", offset=4 * numbers.size)
            self.frames += 1
        return self.header

    def until(self, holds):
        deadline = time.monotonic() + DEADLINE_S
        while not self.header or not holds(self.header):
            assert time.monotonic() < deadline, self.header
            assert self.hear()["state"] != "failed", self.header["error"]
        return self.header


@pytest.fixture
def served(own_store):
    """A real server on a free port; its supervisor and projectors are ended afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(Starlette(routes=ROUTES), port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"ws://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(20)
    stop_supervisor(own_store)


@pytest.mark.slow
def test_map_is_shown_at_once_moves_obeys_and_opens_finished_the_next_time(served, digits):
    url = f"{served}/genlab/runs/digits-vae/{digits.step}/maps"
    settings = {"method": "tsne", "perplexity": 10, "iterations": 10_000}
    with connect(url, max_size=None) as connection:
        told = Told(connection)
        told.say(open=settings)
        told.hear()
        assert told.frames == 1  # before any process has begun
        start = Pca.fit(digits.codes, 2).transform(digits.codes)
        assert abs(np.corrcoef(told.places[:, 0], start[:, 0])[0, 1]) > 0.99
        assert told.header["spacing"] == pytest.approx(Plane(told.places).spacing, rel=1e-6)

        told.until(lambda header: header["iteration"] > 20 and told.frames > 3)
        assert told.header["state"] == "running"
        told.say(order="pause")
        told.until(lambda header: header["state"] == "paused")
        told.say(order="resume")
        paused_at = told.header["iteration"]
        told.until(lambda header: header["iteration"] > paused_at)
        with connect(url, max_size=None) as second:  # another tab sees the same map, and may order it
            other = Told(second)
            other.say(open=settings)
            other.until(lambda header: header["state"] == "running" and header["iteration"] > paused_at)
            assert other.header["map"] == told.header["map"]
            other.say(order="stop")
            other.until(lambda header: header["state"] == "stopped")
        told.until(lambda header: header["state"] == "stopped")
        told.say(order="pause")  # a moment late: no mistake, and nothing happens
        assert told.header["figures"]["trustworthiness"] > 0.9
        assert 0.5 < told.header["figures"]["knn_accuracy"] <= 1
        last = told.places

    with connect(url, max_size=None) as connection:
        told = Told(connection)
        told.say(open=settings)
        assert told.hear()["state"] == "stopped"
        np.testing.assert_array_equal(told.places, last)
        told.say(open={"method": "pca"})
        told.until(lambda header: header["method"] == "pca" and header["state"] == "finished")
        assert told.header["figures"]["trustworthiness"] < 0.95
        linear = told.header["linear"]
        np.testing.assert_allclose(
            told.places, (digits.codes - np.array(linear["mean"])) @ np.array(linear["components"]).T, atol=1e-4
        )


def test_outputs_of_a_gan_come_with_the_real_items_and_their_labels(served, own_store):
    step = own_store.run("digits-gan").checkpoints()[-1]
    with connect(f"{served}/genlab/runs/digits-gan/{step}/maps", max_size=None) as connection:
        told = Told(connection)
        told.say(open={"method": "pca", "space": "outputs", "n_components": 3, "encoder": "digits-vae"})
        told.until(lambda header: header["state"] == "finished")
        assert told.places.shape == (2048, 3)
        assert told.real.shape == (1797, 3)
        assert set(told.labels) == set(range(10))


def test_what_makes_no_map_is_refused_in_a_sentence_and_the_socket_stays_open(client, digits):
    with client.websocket_connect(f"/genlab/runs/digits-vae/{digits.step}/maps") as socket:
        for message, sentence in [
            ("hello", "A message is"),
            ("[1, 2]", "A message is"),
            ('{"open": 3}', "A message is"),
            ("{" * 20_000, "A message is"),
            ('{"order": "stop"}', "open one first"),
            ('{"open": {"method": "isomap"}}', "method"),
            ('{"open": {"method": "tsne", "perplexity": 1e9}}', "perplexity"),
            ('{"open": {"method": "tsne", "perplexity": NaN}}', "perplexity"),
            ('{"open": {"space": "outputs"}}', "one space"),
            ('{"open": {"encoder": "../../elsewhere"}}', "outputs"),
            ('{"open": {"surprise": 1}}', "surprise"),
        ]:
            socket.send_text(message)
            header = json.loads(socket.receive_text())
            assert header["state"] == "failed"
            assert sentence in header["error"]
            assert header["error"].endswith(".")
            assert "\n" not in header["error"]
        socket.send_bytes(b"\x00")
        assert "A message is" in json.loads(socket.receive_text())["error"]


def test_maps_socket_of_an_unknown_run_is_closed_with_a_sentence(client):
    with client.websocket_connect("/genlab/runs/nobody/1/maps") as socket:
        assert "nobody" in json.loads(socket.receive_text())["error"]
        with pytest.raises(WebSocketDisconnect):
            socket.receive_text()


def test_maps_socket_refuses_a_page_from_elsewhere(client, digits):
    url = f"/genlab/runs/digits-vae/{digits.step}/maps"
    with (
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect(url, headers={"origin": "http://evil.example"}) as socket,
    ):
        socket.receive_text()
