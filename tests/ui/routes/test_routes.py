"""The server's own addresses, asked as a browser asks them."""

import json
import struct

import numpy as np
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from genlab.explorer import bundle
from genlab.explorer.live import live_frames
from genlab.training.config import DataConfig, RunSpec
from genlab.ui.explorer_host import explorer_data
from genlab.ui.routes import ROUTES
from genlab.ui.routes.arrays import array_url
from genlab.ui.scenes import BLOCK_ITEMS, scene

HOST = "http://127.0.0.1:8501"


@pytest.fixture
def client(own_store):
    return TestClient(Starlette(routes=ROUTES), base_url=HOST)


@pytest.fixture(params=["digits-vae", "digits-gan", "ring-gan"])
def shown(request, own_store):
    return scene(own_store.run(request.param))


@pytest.fixture
def digits(own_store):
    return scene(own_store.run("digits-vae"))


def test_asset_is_kept_for_ever_and_has_the_right_type(client):
    kinds = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm"}
    for name in bundle.files():
        answer = client.get(f"/genlab/assets/{name}")
        assert answer.status_code == 200
        assert answer.headers["content-type"].split(";")[0] == kinds[name[name.rindex(".") :]]
        assert "immutable" in answer.headers["cache-control"]
        assert answer.content == (bundle.DIST / name).read_bytes()


def test_asset_travels_packed_only_to_a_browser_that_takes_it(client):
    (wasm,) = [name for name in bundle.files() if name.endswith(".wasm")]
    packed = client.get(f"/genlab/assets/{wasm}", headers={"accept-encoding": "gzip"})
    plain = client.get(f"/genlab/assets/{wasm}", headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) < 0.5 * int(plain.headers["content-length"])
    assert packed.content == plain.content


@pytest.mark.parametrize("name", ["manifest.json", "..%2fbundle.py", "nothing.js", "%2e%2e%2f%2e%2e%2fpyproject.toml"])
def test_asset_that_the_build_does_not_name_is_not_served(client, name):
    answer = client.get(f"/genlab/assets/{name}")
    assert answer.status_code == 404


def test_arrays_come_as_they_are_in_the_scene(client, shown):
    data = explorer_data(shown)
    for url, array in (
        (data["points"]["codes"], shown.codes),
        (data["map"]["coords"], shown.coords),
        (data["map"]["mean"], shown.mean),
        (data["map"]["components"], shown.components),
    ):
        got = np.frombuffer(client.get(url).content, "<f4").reshape(array.shape)
        np.testing.assert_array_equal(got, array)


def test_item_blocks_put_together_are_all_items(client, shown):
    items = explorer_data(shown)["points"]["items"]
    kind = {"u8": np.uint8, "f32": "<f4"}[items["dtype"]]
    blocks = [client.get(items["url"].replace("{block}", str(block))).content for block in range(shown.n_blocks)]
    assert items["blockSize"] == BLOCK_ITEMS
    got = np.frombuffer(b"".join(blocks), kind).reshape(shown.items.shape)
    np.testing.assert_array_equal(got, shown.items)


def test_labels_come_as_int32(client, digits):
    got = np.frombuffer(client.get(array_url(digits, "labels.i32")).content, "<i4")
    np.testing.assert_array_equal(got, digits.labels)


def test_array_with_its_version_is_kept_for_ever_and_without_it_asked_again(client, digits):
    url = array_url(digits, "coords.f32")
    assert "immutable" in client.get(url).headers["cache-control"]
    assert client.get(url.partition("?")[0]).headers["cache-control"] == "no-cache"
    assert client.get(url.partition("?")[0] + "?v=old").headers["cache-control"] == "no-cache"


def test_array_known_to_the_browser_is_not_sent_again(client, digits):
    url = array_url(digits, "codes.f32")
    first = client.get(url)
    again = client.get(url, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(url, headers={"if-none-match": '"other"'}).status_code == 200


def test_graphs_are_those_of_the_model(client, shown):
    models = explorer_data(shown)["models"]
    assert (models["enter"] is not None) == shown.is_gan
    assert (models["encoder"] is None) == shown.is_gan
    for name, url in models.items():
        if url:
            assert client.get(url).content == shown.graph(name)


@pytest.mark.parametrize(
    "path",
    [
        "nobody/1/codes.f32",
        "..%2f..%2fdigits-vae/1/codes.f32",
        "digits-vae/1/codes.f32",
        "digits-vae/{step}/nothing.f32",
        "digits-vae/{step}/enter.onnx",
        "digits-vae/{step}/items-9999.bin",
        "digits-gan/{gan}/labels.i32",
    ],
)
def test_what_is_not_there_is_answered_by_one_sentence(client, own_store, path):
    steps = {"step": own_store.run("digits-vae").checkpoints()[-1], "gan": own_store.run("digits-gan").checkpoints()[-1]}
    answer = client.get("/genlab/runs/" + path.format(**steps))
    assert answer.status_code in (400, 404)
    assert answer.text.count("\n") == 0
    assert "Traceback" not in answer.text


def test_decode_socket_answers_with_the_request_id_and_the_items(client, shown):
    codes = shown.places[:3]
    with client.websocket_connect(f"/genlab/runs/{shown.run.id}/{shown.step}/decode") as socket:
        socket.send_bytes(struct.pack("<I", 77) + codes.tobytes())
        answer = socket.receive_bytes()
    assert struct.unpack_from("<I", answer)[0] == 77
    got = np.frombuffer(answer, "<f4", offset=4).reshape(3, *shown.item_shape)
    np.testing.assert_allclose(got, shown.decoder.decode(codes), atol=1e-6)


def test_decode_socket_says_what_is_wrong_and_goes_on(client, digits):
    dim = len(digits.mean)
    with client.websocket_connect(f"/genlab/runs/digits-vae/{digits.step}/decode") as socket:
        for wrong in (b"", b"1234", b"12345", struct.pack("<I", 1) + bytes(4 * dim * 1025)):
            socket.send_bytes(wrong)
            assert socket.receive_text().endswith(".")
        socket.send_text("hello")
        assert str(dim) in socket.receive_text()
        socket.send_bytes(struct.pack("<I", 2) + np.full(dim, np.nan, "<f4").tobytes())
        assert "finite" in socket.receive_text()
        socket.send_bytes(struct.pack("<I", 3) + bytes(4 * dim))
        assert struct.unpack_from("<I", socket.receive_bytes())[0] == 3


def test_decode_socket_of_an_unknown_run_is_closed_with_a_sentence(client):
    with client.websocket_connect("/genlab/runs/nobody/1/decode") as socket:
        assert "nobody" in socket.receive_text()
        with pytest.raises(WebSocketDisconnect):
            socket.receive_text()


@pytest.mark.parametrize("path", ["/genlab/runs/digits-vae/{step}/decode", "/genlab/runs/digits-vae/live"])
def test_socket_refuses_a_page_from_elsewhere(client, digits, path):
    url = path.format(step=digits.step)
    with (
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect(url, headers={"origin": "http://evil.example"}) as socket,
    ):
        socket.receive()
    with client.websocket_connect(url, headers={"origin": "http://testserver"}) as socket:
        socket.send_bytes(b"")
        socket.receive()


@pytest.fixture
def training(own_store):
    """A run as a worker has it under way."""
    run = own_store.create_run(RunSpec(data=DataConfig(name="ring")), state="queued")
    with run.writer() as writer:
        writer.status(state="running", step=5, epoch=0.5)
        writer.preview(samples=np.zeros((4, 2), np.float32), step=np.asarray(5), epoch=np.asarray(0.5))
        yield run, writer


def test_live_socket_sends_each_frame_and_ends_with_the_run(client, training):
    run, writer = training
    with client.websocket_connect(f"/genlab/runs/{run.id}/live") as socket:
        header, arrays = json.loads(socket.receive_text()), socket.receive_bytes()
        names = [array["name"] for array in header["arrays"]]
        assert (header["state"], header["step"]) == ("running", 5)
        assert sorted(names) == ["data", "samples"]  # points are drawn over the data, which is sent once
        assert len(arrays) == sum(4 * np.prod(array["shape"]) for array in header["arrays"])

        frame = {"samples": np.ones((4, 2), np.float32)}
        writer.preview(**frame, step=np.asarray(9), epoch=np.asarray(0.9))
        header = json.loads(socket.receive_text())
        assert header["step"] == 9
        assert socket.receive_bytes() == live_frames(1, 9, 0.9, frame)[1]

        writer.status(state="finished", step=10, epoch=1.0)
        header = json.loads(socket.receive_text())
        assert (header["state"], header["arrays"]) == ("finished", [])
        with pytest.raises(WebSocketDisconnect) as closed:
            socket.receive_text()
        assert closed.value.code == 1000


def test_live_socket_of_an_unknown_run_says_so_and_closes(client):
    with client.websocket_connect("/genlab/runs/nobody/live") as socket:
        header = json.loads(socket.receive_text())
        assert header["state"] == "broken"
        assert "nobody" in header["error"]
