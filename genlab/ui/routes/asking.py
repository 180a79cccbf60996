"""Questions of the page that need torch: handed to the warm worker, answered as JSON.

In: a JSON object, the question's arguments. Out: the answer, or ``{"error": sentence}`` with a status that tells whose
mistake it was. Which questions there are, and what they take: :data:`genlab.jobs.asked.ASKED`.
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Mapping
from typing import Any

import anyio
from starlette.requests import Request
from starlette.responses import JSONResponse

from genlab.errors import ConfigError, GenlabError, JobError, RunNotFoundError, UnknownNameError, closest
from genlab.jobs.asked import ASKED
from genlab.jobs.client import ask_while
from genlab.ui.routes.answers import same_origin
from genlab.ui.stores import current_store

MOST_BYTES = 200_000
WAIT_S = 60.0
LOOK_S = 0.1
WAITING_AT_ONCE = 16
"""Questions that wait in a thread at a time; others wait for their turn, so that pages never lack a thread."""
_waiting = anyio.CapacityLimiter(WAITING_AT_ONCE)


async def serve_question(request: Request) -> JSONResponse:
    """Answer ``POST /genlab/runs/{run}/{step}/ask/{kind}``."""
    if not same_origin(request):
        return _refusal("A page from elsewhere may not ask here.", 403)
    wanted = request.path_params
    try:
        arguments = _arguments(wanted["kind"], await _body(request))
        answer = await _answer(request, arguments)
    except GenlabError as error:
        missing = isinstance(error, RunNotFoundError | UnknownNameError)
        return _refusal(str(error), 404 if missing else 500 if isinstance(error, JobError) else 400)
    return JSONResponse(answer)


def ask_path(run_id: str, step: int) -> str:
    """Return the address that the page appends a slash and a question's name to."""
    return f"/genlab/runs/{run_id}/{step}/ask"


async def _body(request: Request) -> bytes:
    received = b""
    async for part in request.stream():
        received += part
        if len(received) > MOST_BYTES:
            raise ConfigError(f"A question holds at most {MOST_BYTES:,} bytes; ask for fewer points at a time.")
    return received


def _arguments(kind: str, body: bytes) -> dict[str, Any]:
    if kind not in ASKED:
        known = sorted(ASKED)
        raise UnknownNameError(f"Unknown question '{kind[:80]}'. Known: {', '.join(known)}.{closest(kind[:80], known)}")
    try:
        told = json.loads(body or b"{}")
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, Mapping):
        raise ConfigError("A question's arguments are a JSON object.")
    return ASKED[kind].parse(told).model_dump(mode="json")


async def _answer(request: Request, arguments: dict[str, Any]) -> dict[str, Any]:
    """Ask in a thread; a page that has gone withdraws its question."""
    wanted, store, gone = request.path_params, current_store(), threading.Event()
    kind, run_id, step = wanted["kind"], wanted["run"], wanted["step"]

    def wait() -> dict[str, Any]:
        store.run(run_id)  # a run that is not there is said at once
        return ask_while(store, kind, lambda: not gone.is_set(), WAIT_S, {"run": run_id, "step": step, **arguments})

    async def watch() -> None:
        while not await request.is_disconnected():
            await asyncio.sleep(LOOK_S)
        gone.set()

    watching = asyncio.create_task(watch())
    try:
        return await anyio.to_thread.run_sync(wait, limiter=_waiting)
    finally:
        watching.cancel()


def _refusal(sentence: str, status: int) -> JSONResponse:
    return JSONResponse({"error": sentence}, status_code=status)
