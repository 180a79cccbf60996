import struct

import numpy as np
import pytest
from starlette.websockets import WebSocketDisconnect


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
