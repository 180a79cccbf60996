"""The explorer's built files: script and the ONNX runtime. Their names carry a hash of the content."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from genlab.errors import StoreError, UnknownNameError
from genlab.explorer import bundle
from genlab.explorer.messages import RuntimeInfo
from genlab.ui.routes.answers import FOREVER, Body, body, in_thread, reply
from genlab.ui.stores import Shelf

BASE = "/genlab/assets/"
MEDIA_TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".css": "text/css"}
_bodies: Shelf[Body] = Shelf(limit=16)


@in_thread
def serve_asset(request: Request) -> Response:
    """Answer ``/genlab/assets/{file}``."""
    return reply(request, asset(request.path_params["file"]), FOREVER)


def asset(name: str) -> Body:
    """Return the built file ``name``, read and packed once.

    Raises
    ------
    UnknownNameError
        If the build has no file of that name.
    """
    if name not in _built():
        raise UnknownNameError(f"There is no built file '{name[:80]}'; `make frontend` builds the explorer's files.")
    path = bundle.DIST / name
    return _bodies.get(name, lambda: body(path.read_bytes(), MEDIA_TYPES.get(path.suffix, "application/octet-stream")))


def entry_url() -> str:
    """Return the address, from the server's root, of the explorer's script; raises StoreError if it is not built."""
    _built()
    return BASE + bundle.entry()


def runtime_urls() -> RuntimeInfo:
    """Return the addresses of the ONNX runtime; raises StoreError if it is not built."""
    _built()
    return {kind: BASE + name for kind, name in bundle.runtime().items()}  # type: ignore[return-value]


def warm_assets() -> None:
    """Pack all files before the first visitor asks for them."""
    for name in _built():
        asset(name)


def _built() -> tuple[str, ...]:
    try:
        return bundle.files()
    except (OSError, ValueError, KeyError):
        raise StoreError("The explorer's built files are missing; run `make frontend`.") from None
