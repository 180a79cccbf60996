"""The sockets of trainings under way: what they show of themselves, as the worker writes it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
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
    await serve_feed(socket, LiveFeed, LOOK_EVERY_S)


class LiveFeed:
    """What one socket tells of one run: its previews; of points, with the first one the data to draw samples over."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self._background = _background(run)

    def frame(self, after: int) -> tuple[int, Arrays] | None:
        """Return number and arrays of the newest frame above ``after``, or None."""
        return self.run.preview(after)

    def newest(self, after: int) -> tuple[int, Arrays] | None:
        """Return what is to be sent after the frame ``after``, or None."""
        found = self.frame(after)
        if found is None:
            return None
        seq, arrays = found
        arrays.update(self._background)
        self._background = {}
        return seq, arrays


async def serve_feed(socket: WebSocket, make: Callable[[Run], LiveFeed], look_every_s: float) -> None:
    """Tell a feed's frames and where the run stands until the run is over or the page has gone."""
    if not same_origin(socket):
        await socket.close(POLICY_VIOLATION)
        return
    await socket.accept()
    gone = asyncio.create_task(_wait_for_goodbye(socket))
    try:
        await _tell(socket, make, look_every_s, gone)
        if not gone.done():
            await socket.close(NORMAL)
    except WebSocketDisconnect:
        return
    finally:
        gone.cancel()


async def _tell(
    socket: WebSocket, make: Callable[[Run], LiveFeed], look_every_s: float, gone: asyncio.Task[None]
) -> None:
    seq = -1
    told: tuple[object, ...] = ()
    try:
        run = await run_in_threadpool(current_store().run, socket.path_params["run"])
        feed = await run_in_threadpool(make, run)
        while not gone.done():
            now = await run_in_threadpool(_look, run, feed, seq)
            if now.arrays or now.words != told:
                await _send(socket, now)
            seq, told = now.seq, now.words
            if now.state not in ACTIVE:
                return
            await asyncio.wait([gone], timeout=look_every_s if now.state == "running" else LOOK_IDLE_S)
    except GenlabError as error:
        await _send(socket, Moment(seq, 0, 0.0, "broken", str(error), {}))


def _look(run: Run, feed: LiveFeed, after: int) -> Moment:
    status = run.status()
    frame = feed.newest(after)
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
