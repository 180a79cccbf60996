"""The other models that can be looked at together with one: which there are, and each one's message to the explorer."""

from __future__ import annotations

import json

from starlette.requests import Request
from starlette.responses import Response

from genlab.analysis.scene_view import scene_view
from genlab.errors import GenlabError, RunNotFoundError
from genlab.store import Run, Store
from genlab.ui.picker import can_be_explored, run_labels
from genlab.ui.routes.answers import ASK_AGAIN, body, in_thread, reply
from genlab.ui.routes.arrays import array_url
from genlab.ui.routes.assets import runtime_urls
from genlab.ui.routes.moments import JSON
from genlab.ui.scenes import scene
from genlab.ui.stores import current_store


def company_path(run_id: str) -> str:
    """Return where a run's company is listed."""
    return f"/genlab/runs/{run_id}/company"


def data_name(run: Run) -> str:
    """Return what tells the data of a run from all other data: equal names, equal items in equal order."""
    return f"{run.facts.name} {run.facts.n_items} {run.facts.fingerprint or run.spec.data.name}"


@in_thread
def serve_company(request: Request) -> Response:
    """List the generators whose samples are items like this run's: name, and where the message of each is."""
    store = current_store()
    here = store.run(request.path_params["run"])
    runs = [run for run in store.runs() if run.id != here.id and run.family == "gan" and can_be_explored(run)]
    labels = run_labels(runs)
    found = [
        {"run": run.id, "name": labels[run.id], "view": f"/genlab/runs/{run.id}/view"}
        for run in runs
        if _shape(store, run.id) == here.item_shape
    ]
    return reply(request, body(json.dumps(found).encode(), JSON), ASK_AGAIN)


@in_thread
def serve_view(request: Request) -> Response:
    """Answer with the explorer's message for a run's last checkpoint, without the maps that a server makes."""
    run = current_store().run(request.path_params["run"])
    shown = scene(run)
    if shown is None:
        raise RunNotFoundError(f"{run.name} has not been made ready yet; open it on the Explore page once.")
    view = scene_view(shown, lambda name: array_url(shown, name), runtime_urls())
    return reply(request, body(json.dumps(view).encode(), JSON), ASK_AGAIN)


def _shape(store: Store, run_id: str) -> tuple[int, ...] | None:
    try:
        return store.run(run_id).item_shape
    except GenlabError:
        return None
