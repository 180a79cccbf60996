"""The live socket: what a training shows of itself, as the worker writes it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from starlette.concurrency import run_in_threadpool
from starlette.websockets import WebSocket, WebSocketDisconnect

from genlab.data.dataset import Modality
from genlab.errors import GenlabError
from genlab.explorer.live import live_frames
from genlab.store import Run
from genlab.ui.routes.answers import POLICY_VIOLATION, same_origin
from genlab.ui.stores import current_store
from genlab.ui.words import ACTIVE

LOOK_EVERY_S = 0.1
LOOK_IDLE_S = 0.4
POINTS_DRAWN = 2000
NORMAL = 1000
"""Close code that tells the view that all has been said."""

Arrays = dict[str, NDArray[np.generic]]


@dataclass(frozen=True, eq=False)
class Moment:
    """Where a training stands, and its newest frame if that is a new one."""

    seq: int
    step: int
    epoch: float
    state: str
    error: str
    arrays: Arrays

    @property
    def words(self) -> tuple[object, ...]:
        """All but the arrays."""
        return self.seq, self.step, self.epoch, self.state, self.error


async def live_socket(socket: WebSocket) -> None:
    """Serve ``/genlab/runs/{run}/live``: a frame whenever the worker has written one, and the end of the run."""
    if not same_origin(socket):
        await socket.close(POLICY_VIOLATION)
        return
    await socket.accept()
    gone = asyncio.create_task(_wait_for_goodbye(socket))
    try:
        await _tell(socket, socket.path_params["run"], gone)
        if not gone.done():
            await socket.close(NORMAL)
    except WebSocketDisconnect:
        return
    finally:
        gone.cancel()


async def _tell(socket: WebSocket, run_id: str, gone: asyncio.Task[None]) -> None:
    seq = -1
    told: tuple[object, ...] = ()
    try:
        run = await run_in_threadpool(current_store().run, run_id)
        background = await run_in_threadpool(_background, run)
        while not gone.done():
            now = await run_in_threadpool(_look, run, seq)
            if now.arrays:
                now.arrays.update(background)
                background = {}
            if now.arrays or now.words != told:
                await _send(socket, now)
            seq, told = now.seq, now.words
            if now.state not in ACTIVE:
                return
            await asyncio.wait([gone], timeout=LOOK_EVERY_S if now.state == "running" else LOOK_IDLE_S)
    except GenlabError as error:
        await _send(socket, Moment(seq, 0, 0.0, "broken", str(error), {}))


def _look(run: Run, after: int) -> Moment:
    status = run.status()
    frame = run.preview(after)
    if frame is None:
        return Moment(after, status.step, status.epoch, status.state, status.error, {})
    seq, arrays = frame
    return Moment(seq, int(arrays["step"]), float(arrays["epoch"]), status.state, status.error, arrays)


def _background(run: Run) -> Arrays:
    """Return the data of a points model, to draw its samples over."""
    data = run.dataset()
    if data.modality is not Modality.POINTS:
        return {}
    rows = np.linspace(0, len(data) - 1, min(len(data), POINTS_DRAWN)).astype(np.int64)
    return {"data": data.values(rows)}


async def _send(socket: WebSocket, now: Moment) -> None:
    header, arrays = live_frames(now.seq, now.step, now.epoch, now.arrays, now.state, now.error)
    await socket.send_text(header)
    if arrays:
        await socket.send_bytes(arrays)


async def _wait_for_goodbye(socket: WebSocket) -> None:
    while (await socket.receive())["type"] != "websocket.disconnect":
        continue
