"""A training looked back on: which moments there are, and what each is to the explorer.

``GET /genlab/runs/{run}/{last}/moments`` lists them; ``…/moments/{step}`` is the explorer's message for one, its map
laid on the later ones'; ``…/moments/{step}/{name}`` are the arrays of that map. Moments are prepared by asking the warm
worker (:mod:`genlab.jobs.asked`, ``moment``).
"""

from __future__ import annotations

import json
from typing import Any

import numpy as np
from starlette.requests import Request
from starlette.responses import Response

from genlab.analysis.moments import aligned, moments, spacing, tsne_places
from genlab.analysis.scene_view import scene_view
from genlab.errors import RunNotFoundError, UnknownNameError
from genlab.store import Run
from genlab.ui.routes.answers import ASK_AGAIN, FOREVER, body, in_thread, reply
from genlab.ui.routes.arrays import BYTES, array_url, find_scene
from genlab.ui.routes.assets import runtime_urls
from genlab.ui.stores import current_store

JSON = "application/json"
_ARRAYS = {"coords.f32": "coords", "mean.f32": "mean", "components.f32": "components"}


def moments_path(run: Run, last: int) -> str | None:
    """Return where the moments up to a checkpoint are listed; None if there are too few to look back on."""
    if run.is_imported or len([step for step in run.checkpoints() if step <= last]) < 3:
        return None
    return f"/genlab/runs/{run.id}/{last}/moments"


@in_thread
def serve_moments(request: Request) -> Response:
    """List the moments, oldest first: step, epoch, and whether each has been prepared."""
    run, last = current_store().run(request.path_params["run"]), request.path_params["step"]
    found = [{"step": one.step, "epoch": one.epoch, "ready": one.ready} for one in moments(run, last)]
    return reply(request, body(json.dumps(found).encode(), JSON), ASK_AGAIN)


@in_thread
def serve_moment(request: Request) -> Response:
    """Answer with the explorer's message for one moment; ``?map=`` adds its places on a t-SNE map."""
    run, last, step = _asked(request)
    shown = find_scene(run.id, step)
    map_ = aligned(run, step, last)
    if map_ is None:
        raise RunNotFoundError(f"Run {run.id} has not been prepared at step {step}; ask for that moment first.")
    base = f"/genlab/runs/{run.id}/{last}/moments/{step}"

    def address(name: str) -> str:
        return f"{base}/{name}?v={shown.version}" if name in _ARRAYS else array_url(shown, name)

    view: dict[str, Any] = dict(scene_view(shown, address, runtime_urls()))
    view["map"] = {**view["map"], "varianceRatio": map_["ratio"].tolist()}
    key = request.query_params.get("map")
    places = None if key is None else tsne_places(run, step, key, last)
    tsne = None if places is None else {"url": f"{base}/tsne.f32?map={key}", "spacing": spacing(places)}
    return reply(request, body(json.dumps({"view": view, "tsne": tsne}).encode(), JSON), ASK_AGAIN)


@in_thread
def serve_moment_array(request: Request) -> Response:
    """Answer with an array of a moment's map, as raw little-endian float32."""
    run, last, step = _asked(request)
    name = request.path_params["name"]
    if name == "tsne.f32":
        found = tsne_places(run, step, request.query_params.get("map", ""), last)
    else:
        map_ = aligned(run, step, last)
        found = None if map_ is None or name not in _ARRAYS else map_[_ARRAYS[name]]
    if found is None:
        raise UnknownNameError(f"Run {run.id} has nothing called '{name[:40]}' at step {step}.")
    content = body(np.ascontiguousarray(found, "<f4").tobytes(), BYTES, pack=False)
    return reply(request, content, FOREVER if "v" in request.query_params else ASK_AGAIN)


def _asked(request: Request) -> tuple[Run, int, int]:
    wanted = request.path_params
    return current_store().run(wanted["run"]), wanted["step"], wanted["moment"]
