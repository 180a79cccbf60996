import json

import numpy as np
import pytest
from starlette.websockets import WebSocketDisconnect

from genlab.explorer.live import live_frames
from genlab.training.config import DataConfig, RunSpec


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
