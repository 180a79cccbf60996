"""A page with the live view alone, and a websocket that a test feeds by hand."""

from __future__ import annotations

import http
import json
import threading
from pathlib import Path
from typing import Self

from websockets.datastructures import Headers
from websockets.http11 import Request, Response
from websockets.sync.server import ServerConnection, serve

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>live</title>
<style>{style}</style><body style="margin:12px;background:var(--st-background-color,#fff)"><main id="root"></main>
<script type="module">
import {{ mountLive }} from "/bundle.js";
window.endings = [];
window.view = mountLive(document.getElementById("root"), {data}, {{ ended: (state) => window.endings.push(state) }});
</script></body></html>"""


class LiveServer:
    """Serves one page; what is given to :meth:`send` reaches every open page, and the last of it every new one."""

    def __init__(self, bundle: Path, item: dict[str, object], label_names: list[str], style: str = "") -> None:
        data = {"key": "run-1", "socket": "/live", "item": item, "labelNames": label_names}
        self.page = PAGE.format(style=style, data=json.dumps(data)).encode()
        self.bundle = bundle.read_bytes()
        self.connections: list[ServerConnection] = []
        self.last: tuple[str, bytes] | None = None
        self.server = serve(self._talk, "127.0.0.1", 0, process_request=self._answer)
        self.url = f"http://127.0.0.1:{self.server.socket.getsockname()[1]}/"

    def __enter__(self) -> Self:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()

    def send(self, frames: tuple[str, bytes]) -> None:
        self.last = frames
        for connection in list(self.connections):
            self._give(connection, frames)

    def drop(self) -> None:
        """Break every connection, as a server that goes away does."""
        for connection in list(self.connections):
            connection.close(code=1012)

    def _give(self, connection: ServerConnection, frames: tuple[str, bytes]) -> None:
        text, arrays = frames
        connection.send(text)
        if arrays:
            connection.send(arrays)

    def _talk(self, connection: ServerConnection) -> None:
        self.connections.append(connection)
        if self.last:
            self._give(connection, self.last)
        for _ in connection:  # until it closes
            pass
        self.connections.remove(connection)

    def _answer(self, connection: ServerConnection, request: Request) -> Response | None:
        known = {"/": ("text/html", self.page), "/bundle.js": ("text/javascript", self.bundle)}
        if request.path == "/live":
            return None
        kind, body = known.get(request.path, ("text/plain", b""))
        status = http.HTTPStatus.OK if request.path in known else http.HTTPStatus.NOT_FOUND
        return Response(status, status.phrase, Headers({"Content-Type": kind, "Content-Length": str(len(body))}), body)
