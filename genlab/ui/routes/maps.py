"""The maps socket: a map in the making, or finished, as its projector writes it; and the orders of who looks at it.

In, as text: ``{"open": {…}}`` with the fields of :class:`~genlab.analysis.maps.MapSpec`, and ``{"order": "pause"}``
(``resume``, ``stop``). Out: a text with where the map stands and, where it says ``bytes``, so many in a binary message
(:mod:`genlab.analysis.map_message`).
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any

import numpy as np
from starlette.concurrency import run_in_threadpool
from starlette.websockets import WebSocket, WebSocketDisconnect

from genlab.analysis.map_message import Header, map_bytes, map_header
from genlab.analysis.maps import FLAT, MapSpec, check_rows, glimpse, linear_map
from genlab.errors import ConfigError, GenlabError
from genlab.jobs.client import project
from genlab.latent.blending import Plane
from genlab.store import MapStatus
from genlab.store.arrays import Arrays
from genlab.store.projections import ORDERS
from genlab.ui.routes.answers import POLICY_VIOLATION, same_origin
from genlab.ui.routes.arrays import find_scene
from genlab.ui.scenes import Scene
from genlab.ui.stores import current_store

LOOK_EVERY_S = 0.1
LOOK_IDLE_S = 0.4
MOST_TEXT = 10_000


async def maps_socket(socket: WebSocket) -> None:
    """Serve ``/genlab/runs/{run}/{step}/maps`` until the page goes; several pages may watch and order one map."""
    if not same_origin(socket):
        await socket.close(POLICY_VIOLATION)
        return
    await socket.accept()
    wanted = socket.path_params
    watched: Watched | None = None
    received = asyncio.ensure_future(socket.receive())
    try:
        shown = await run_in_threadpool(find_scene, wanted["run"], wanted["step"])
        while True:
            await asyncio.wait([received], timeout=watched.look_again_s if watched else None)
            try:
                if received.done():
                    message = received.result()
                    if message["type"] == "websocket.disconnect":
                        return
                    received = asyncio.ensure_future(socket.receive())
                    told, before = _read(message.get("text")), watched
                    if "open" in told:
                        watched = None  # refused, it must not leave the map before it to be watched and ordered
                    watched = await run_in_threadpool(_obey, shown, before, told)
                if watched is not None:
                    await _send(socket, *await run_in_threadpool(watched.news))
            except GenlabError as error:
                await socket.send_text(json.dumps(_refusal(str(error))))
    except GenlabError as error:
        await socket.send_text(json.dumps(_refusal(str(error))))
        await socket.close(POLICY_VIOLATION)
    except WebSocketDisconnect:
        return
    finally:
        received.cancel()


class Watched:
    """One map that a page looks at, and what the page was told of it.

    Parameters
    ----------
    shown : Scene
    spec : MapSpec
    """

    def __init__(self, shown: Scene, spec: MapSpec) -> None:
        self._shown = shown
        self._spec = spec
        if spec.space != "outputs":  # a server may not think as long as the rows of those take
            check_rows(spec, len(shown.codes))
        self._files = project(current_store(), shown.run, shown.step, spec, again=spec.method in FLAT)
        self._seq = -1
        self._told: Header | None = None
        self._first: Arrays | None = None
        self._linear: Header | None = None
        fitted = linear_map(spec, shown)
        if fitted is not None and spec.method == "pca":
            components = fitted.components_[: spec.n_components]
            self._linear = {"mean": fitted.mean_.tolist(), "components": components.tolist()}
        coords = glimpse(spec, shown)
        if coords is not None and self._files.frame() is None:
            self._first = {"coords": coords, "spacing": np.asarray(Plane(coords).spacing)}

    @property
    def look_again_s(self) -> float:
        """Seconds until there may be news: a map at rest moves only when somebody orders it from another page."""
        moving = self._told is None or self._told["state"] in ("queued", "running")
        return LOOK_EVERY_S if moving else LOOK_IDLE_S

    def order(self, kind: str) -> None:
        """Pause, go on, or stop; going on with a map that has ended early or is parked starts its process again.

        A map that just came to its end is neither paused nor stopped: the click was a moment late, and no mistake.
        """
        status = self._files.status()
        if kind not in ORDERS or status is None or status.active:
            self._files.order(kind)
        elif kind == "resume" or (kind == "stop" and status.parked):
            project(current_store(), self._shown.run, self._shown.step, self._spec, again=True)
            if kind == "stop":  # its figures are still to be measured
                self._files.order(kind)

    def news(self) -> tuple[Header | None, bytes]:
        """Return what the page does not know yet: a header, and the bytes of a new frame; (None, b"") if nothing."""
        status = self._files.status() or MapStatus()
        newest = self._files.frame(self._seq)
        if newest is not None:
            self._seq, frame = newest
            self._first = None
        else:
            frame, self._first = self._first or {}, None
        header = map_header(self._files.key, self._spec, status, frame, len(self._shown.codes), self._linear)
        if not frame and header == self._told:
            return None, b""
        self._told = {**header, "spacing": None, "real": 0, "bytes": 0}
        return header, map_bytes(frame)


def _obey(shown: Scene, watched: Watched | None, told: Mapping[str, Any]) -> Watched | None:
    if "open" in told and isinstance(told["open"], Mapping):
        return Watched(shown, MapSpec.parse(told["open"]))
    if "order" in told:
        if watched is None:
            raise ConfigError("There is no map to give orders to; open one first.")
        watched.order(str(told["order"]))
        return watched
    raise ConfigError('A message is {"open": {settings}} or {"order": "pause", "resume" or "stop"}.')


def _read(text: object) -> Mapping[str, Any]:
    try:
        told = json.loads(text) if isinstance(text, str) and len(text) <= MOST_TEXT else None
    except (ValueError, RecursionError):
        told = None
    return told if isinstance(told, Mapping) else {}


def _refusal(sentence: str) -> Header:
    return {"map": "", "state": "failed", "error": sentence, "bytes": 0}


async def _send(socket: WebSocket, header: Header | None, arrays: bytes) -> None:
    if header is None:
        return
    await socket.send_text(json.dumps(header))
    if arrays:
        await socket.send_bytes(arrays)
