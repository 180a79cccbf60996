"""A run's graphs, codes, map and items as raw little-endian bytes."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from genlab.errors import RunNotFoundError, UnknownNameError
from genlab.ui.routes.answers import ASK_AGAIN, FOREVER, Body, body, in_thread, reply
from genlab.ui.scenes import Scene, scene
from genlab.ui.stores import Shelf, current_store

BYTES = "application/octet-stream"
HELD_BYTES = 128 << 20
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
    plain = shown.file(name)
    if plain is None:
        raise UnknownNameError(f"Run {shown.run.id} has nothing called '{name[:80]}'.")
    if name.endswith(".bin"):
        return body(plain, BYTES, level=1)
    return body(plain, BYTES, pack=name.endswith(".i32"), level=1)
