"""A run's graphs, codes, map and items as raw little-endian bytes."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray
from starlette.requests import Request
from starlette.responses import Response

from genlab.errors import RunNotFoundError, UnknownNameError
from genlab.ui.routes.answers import ASK_AGAIN, FOREVER, Body, body, in_thread, reply
from genlab.ui.scenes import BLOCK_ITEMS, Scene, scene
from genlab.ui.stores import Shelf, current_store

BYTES = "application/octet-stream"
HELD_BYTES = 128 << 20
GRAPHS = {"decoder.onnx": "decoder", "enter.onnx": "enter", "encoder.onnx": "encoder"}
_ITEMS = re.compile(r"items-(\d{1,6})\.bin")
_bodies: Shelf[Body] = Shelf(HELD_BYTES, lambda held: held.n_bytes)


@in_thread
def serve_array(request: Request) -> Response:
    """Answer ``/genlab/runs/{run}/{step}/{name}``; with the scene's version as ``?v=`` it may be kept for ever."""
    wanted = request.path_params
    shown = find_scene(wanted["run"], wanted["step"])
    name = wanted["name"]
    content = _bodies.get((shown.run.id, shown.step, shown.version, name), lambda: _body(shown, name))
    return reply(request, content, FOREVER if request.query_params.get("v") == shown.version else ASK_AGAIN)


def find_scene(run_id: str, step: int) -> Scene:
    """Return the scene named in an address.

    Raises
    ------
    RunNotFoundError
        If there is no such run, or it has not been prepared at that checkpoint.
    """
    found = scene(current_store().run(run_id), step)
    if found is None:
        raise RunNotFoundError(f"Run {run_id} has not been prepared at step {step}; open it on the Explore page.")
    return found


def array_url(shown: Scene, name: str) -> str:
    """Return the address of one of the scene's arrays or graphs."""
    return f"/genlab/runs/{shown.run.id}/{shown.step}/{name}?v={shown.version}"


def _body(shown: Scene, name: str) -> Body:
    if name in GRAPHS and shown.has_graph(GRAPHS[name]):
        return body(shown.graph(GRAPHS[name]), BYTES, pack=False)
    block = _ITEMS.fullmatch(name)
    if block:
        start = int(block[1]) * BLOCK_ITEMS
        if start >= len(shown.items):
            raise UnknownNameError(
                f"Run {shown.run.id} has no item block {block[1]}; its last is {shown.n_blocks - 1}."
            )
        return body(_raw(shown.items[start : start + BLOCK_ITEMS]), BYTES, level=1)
    arrays = {
        "codes.f32": shown.codes,
        "logvar.f32": shown.logvar,
        "labels.i32": shown.labels,
        "coords.f32": shown.coords,
        "mean.f32": shown.mean,
        "components.f32": shown.components,
    }
    array = arrays.get(name)
    if array is None:
        raise UnknownNameError(f"Run {shown.run.id} has nothing called '{name[:80]}'.")
    return body(_raw(array), BYTES, pack=array.dtype == np.int32, level=1)


def _raw(array: NDArray[np.generic]) -> bytes:
    return np.ascontiguousarray(array).astype(array.dtype.newbyteorder("<"), copy=False).tobytes()
