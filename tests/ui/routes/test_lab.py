import json

import numpy as np
import pytest

from genlab.training.config import DataConfig, RunSpec


@pytest.fixture
def training(own_store):
    """A run on the ring as a worker has it under way, with two scored records."""
    run = own_store.create_run(RunSpec(data=DataConfig(name="ring")), state="queued")
    with run.writer() as writer:
        writer.status(state="running", step=5, epoch=0.5)
        for step in (1, 5):
            scores = {"covered": step, "quality": 0.25, "reverse_kl": float("inf"), "js": 0.5}
            writer.metric({"step": step, "epoch": 0.1, "seconds": step / 2, "values": {}, "scores": scores})
        writer.metric({"step": 6, "epoch": 0.1, "seconds": 3.0, "values": {}})
        writer.lab_frame(samples=np.zeros((4, 2), np.float32), step=np.asarray(5), epoch=np.asarray(0.5))
        yield run, writer


def receive(socket) -> tuple[dict, dict[str, np.ndarray]]:
    header = json.loads(socket.receive_text())
    data, arrays = socket.receive_bytes() if header["arrays"] else b"", {}
    for array in header["arrays"]:
        size = int(np.prod(array["shape"])) * np.dtype(array["dtype"]).itemsize
        arrays[array["name"]] = np.frombuffer(data[:size], array["dtype"]).reshape(array["shape"])
        data = data[size:]
    return header, arrays


def test_lab_socket_sends_frames_with_the_scores_since_the_last(client, training):
    run, writer = training
    with client.websocket_connect(f"/genlab/runs/{run.id}/lab") as socket:
        header, arrays = receive(socket)
        assert (header["state"], header["step"]) == ("running", 5)
        assert arrays.keys() == {"samples", "data", "scores"}
        np.testing.assert_array_equal(arrays["scores"][:, :4], [[1, 0.5, 1, 0.25], [5, 2.5, 5, 0.25]])
        assert np.isnan(arrays["scores"][:, 4]).all()  # an infinite reverse KL is no number to draw

        writer.metric({"step": 7, "epoch": 0.2, "seconds": 4.0, "values": {}, "scores": {"covered": 8.0}})
        writer.lab_frame(samples=np.ones((4, 2), np.float32), step=np.asarray(7), epoch=np.asarray(0.9))
        header, arrays = receive(socket)
        assert header["step"] == 7
        assert arrays.keys() == {"samples", "scores"}  # the data came once
        np.testing.assert_array_equal(arrays["scores"][:, :3], [[7, 4, 8]])
        writer.status(state="stopped")
        while header["state"] != "stopped":
            header, _ = receive(socket)


def test_lab_socket_of_an_unknown_run_says_so_and_closes(client):
    with client.websocket_connect("/genlab/runs/nobody/lab") as socket:
        header = json.loads(socket.receive_text())
        assert (header["state"], "nobody" in header["error"]) == ("broken", True)
