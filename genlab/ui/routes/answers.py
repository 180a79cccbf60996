"""Answers to the browser: bytes with a tag, packed once, and errors as one sentence."""

from __future__ import annotations

import gzip
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import wraps
from urllib.parse import urlparse

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse, Response

from genlab.errors import GenlabError, RunNotFoundError, UnknownNameError
from genlab.store.ids import content_hash

FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
WORTH_PACKING_BYTES = 1024
POLICY_VIOLATION = 1008
"""Close code of a websocket that is refused."""


@dataclass(frozen=True)
class Body:
    """Bytes ready to send.

    Attributes
    ----------
    plain : bytes
    packed : bytes or None
        The same in gzip where that is clearly smaller. Packed here, once: Streamlit's middleware would pack each answer
        again, 0.3 s a time for the 14 MB of the runtime.
    tag : str
        ETag, from the content.
    media_type : str
    """

    plain: bytes
    packed: bytes | None
    tag: str
    media_type: str

    @property
    def n_bytes(self) -> int:
        """Memory it takes."""
        return len(self.plain) + len(self.packed or b"")


def body(plain: bytes, media_type: str, pack: bool = True, level: int = 6) -> Body:
    """Tag ``plain`` and pack it where that saves a tenth or more."""
    packed = None
    if pack and len(plain) >= WORTH_PACKING_BYTES:
        tried = gzip.compress(plain, level, mtime=0)
        packed = tried if len(tried) < 0.9 * len(plain) else None
    return Body(plain, packed, f'"{content_hash(plain)}"', media_type)


def reply(request: Request, content: Body, cache_control: str) -> Response:
    """Return ``content``, packed if the browser takes it, or 304 if it has it already."""
    headers = {
        "ETag": content.tag,
        "Cache-Control": cache_control,
        "Vary": "Accept-Encoding",
        "X-Content-Type-Options": "nosniff",
    }
    known = [tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")]
    if content.tag in known:
        return Response(status_code=304, headers=headers)
    takes_gzip = "gzip" in request.headers.get("accept-encoding", "")
    if content.packed is not None and takes_gzip:
        return Response(content.packed, media_type=content.media_type, headers=headers | {"Content-Encoding": "gzip"})
    # named, so that the middleware leaves numbers that do not shrink alone
    return Response(content.plain, media_type=content.media_type, headers=headers | {"Content-Encoding": "identity"})


def in_thread(endpoint: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    """Run ``endpoint`` off the event loop; a person's error becomes one sentence with 404 or 400."""

    @wraps(endpoint)
    async def serve(request: Request) -> Response:
        try:
            return await run_in_threadpool(endpoint, request)
        except GenlabError as error:
            missing = isinstance(error, RunNotFoundError | UnknownNameError)
            return PlainTextResponse(str(error), status_code=404 if missing else 400)

    return serve


def same_origin(connection: HTTPConnection) -> bool:
    """Whether the page that opened a websocket came from this server.

    A websocket is not bound by the browser's same-origin rule, so a foreign page could open one on a person's machine.
    Programs that are no browser send no Origin and are let in.
    """
    origin = connection.headers.get("origin")
    return origin is None or urlparse(origin).netloc == connection.headers.get("host")
