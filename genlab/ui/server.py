"""What lives as long as the server: the watch over the supervisor."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator

from genlab.errors import GenlabError
from genlab.jobs.client import ensure_supervisor
from genlab.ui.picker import can_be_explored, default_run
from genlab.ui.routes.assets import warm_assets
from genlab.ui.scenes import scene
from genlab.ui.stores import current_store

TOUCH_EVERY_S = 5.0
_log = logging.getLogger(__name__)


@contextlib.asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Start the supervisor if none is there, and tell it every few seconds that a server lives.

    The supervisor is a process of its own: it is not ended here, so a server restart ends no training.
    """
    watch = asyncio.create_task(_keep_supervisor())
    warming = asyncio.create_task(asyncio.to_thread(_warm_up))
    try:
        yield
    finally:
        watch.cancel()
        await warming
        with contextlib.suppress(asyncio.CancelledError):
            await watch


def _warm_up() -> None:
    """Have ready what the first visitor sees: the built files packed, and the scene of the default run."""
    store = current_store()
    try:
        warm_assets()
        first = default_run([run for run in store.runs() if can_be_explored(run)])
        if first is not None:
            shown = scene(store.run(first.id))
            if shown is not None:
                shown.decoder.decode(shown.places[:1])
    except GenlabError as error:
        _log.warning("%s", error)


async def _keep_supervisor() -> None:
    while True:
        try:
            await asyncio.to_thread(lambda: ensure_supervisor(current_store()))
        except (GenlabError, OSError) as error:
            _log.warning("The supervisor could not be reached: %s", error)
        await asyncio.sleep(TOUCH_EVERY_S)
