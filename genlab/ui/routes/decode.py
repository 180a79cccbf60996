"""The decode socket: for decoders that cannot run in the browser, and for programs that want one.

In: uint32 request id, then float32 codes, row after row. Out: the id, then the float32 items. Little-endian. A sentence
in a text frame says what was wrong with a request.
"""

from __future__ import annotations

import struct

import numpy as np
from starlette.concurrency import run_in_threadpool
from starlette.types import Message
from starlette.websockets import WebSocket, WebSocketDisconnect

from genlab.errors import GenlabError
from genlab.ui.routes.answers import POLICY_VIOLATION, same_origin
from genlab.ui.routes.arrays import find_scene
from genlab.ui.scenes import Scene

ROWS_AT_ONCE = 1024
QUICK_ROWS = 4
"""So few rows take well under a millisecond: less than handing them to a thread and back."""


async def decode_socket(socket: WebSocket) -> None:
    """Serve ``/genlab/runs/{run}/{step}/decode``: one answer a request, in order."""
    if not same_origin(socket):
        await socket.close(POLICY_VIOLATION)
        return
    await socket.accept()
    try:
        wanted = socket.path_params
        shown = await run_in_threadpool(find_scene, wanted["run"], wanted["step"])
        while True:
            await _answer(socket, shown, await socket.receive())
    except GenlabError as error:
        await socket.send_text(str(error))
        await socket.close(POLICY_VIOLATION)
    except WebSocketDisconnect:
        return


async def _answer(socket: WebSocket, shown: Scene, message: Message) -> None:
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code") or 1000)
    data = message.get("bytes")
    row_bytes = 4 * len(shown.mean)
    if not isinstance(data, bytes) or len(data) <= 4 or (len(data) - 4) % row_bytes:
        await socket.send_text(f"A request is a uint32 id and codes of {len(shown.mean)} float32 numbers each.")
        return
    n_rows = (len(data) - 4) // row_bytes
    if n_rows > ROWS_AT_ONCE:
        await socket.send_text(f"A request holds at most {ROWS_AT_ONCE:,} codes, got {n_rows:,}.")
        return
    codes = np.frombuffer(data, dtype="<f4", offset=4).reshape(n_rows, -1)
    decode = shown.decoder.decode
    try:
        items = decode(codes) if n_rows <= QUICK_ROWS else await run_in_threadpool(decode, codes)
    except GenlabError as error:
        await socket.send_text(str(error))
        return
    (request_id,) = struct.unpack_from("<I", data)
    await socket.send_bytes(struct.pack("<I", request_id) + np.ascontiguousarray(items, dtype="<f4").tobytes())
