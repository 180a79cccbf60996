"""A page that holds nothing but the built explorer, over linear models of the digits made here."""

from __future__ import annotations

import json
import mimetypes
import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from genlab.explorer.bundle import DIST, entry
from tests.explorer.models import write_autoencoder, write_gan, write_points

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>explorer</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>:root { color-scheme: light dark } body { margin: 16px }</style></head><body><div id="host"></div>
<script type="module">
import { mountExplorer } from "/dist/%s";
const root = document.createElement("div");
document.getElementById("host").attachShadow({ mode: "open" }).append(root);
const data = await (await fetch(new URLSearchParams(location.search).get("data"))).json();
const settles = [];
const ones = (letter) => letter.charCodeAt(0).toString(2).replaceAll("0", "").length;
const count = (mask) => Array.from(atob(mask)).reduce((sum, letter) => sum + ones(letter), 0);
const host = {
  settle: (s) => settles.push(s),
  select: (s) => (window.lab.told = { ...s, count: count(s.mask) }),
  keep: (k) => (window.lab.kept = k),
};
const mount = (next) => mountExplorer(root, next, host);
window.lab = { data, settles, mount, view: mount(data), frames: [], decodes: [] };
new PerformanceObserver((list) => {
  for (const e of list.getEntries()) {
    if (e.name === "genlab.frame") window.lab.frames.push(e.duration);
    if (e.name === "genlab.decode") window.lab.decodes.push(e.duration);
  }
}).observe({ type: "measure", buffered: true });
</script></body></html>
"""


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript", ".wasm": "application/wasm"}

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a server that holds the built files, the page and three small runs."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(DIST, folder / "dist")  # a build meanwhile takes nothing away
    (folder / "index.html").write_text(PAGE % entry())
    for name, write in {"vae": write_autoencoder, "gan": write_gan, "ring": write_points}.items():
        (folder / name).mkdir()
        (folder / f"{name}.json").write_text(json.dumps(write(folder / name, f"/{name}")))
    mimetypes.add_type("text/javascript", ".mjs")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def visit(chromium, site: str, tmp_path: Path):
    """Open a run in a page of its own: ``visit("vae", width=390)``; errors in the page fail the test."""
    contexts = []

    def open_page(run: str, width: int = 1440, height: int = 900, touch: bool = False, dark: bool = False, **changes):
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            has_touch=touch,
            color_scheme="dark" if dark else "light",
        )
        contexts.append(context)
        page = context.new_page()
        page.problems = []
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        if changes:
            page.route(
                re.compile(rf":\d+/{run}\.json$"),
                lambda route: route.fulfill(json=_changed(route.fetch().json(), changes)),
            )
        page.goto(f"{site}/index.html?data=/{run}.json")
        return page

    yield open_page
    problems = [problem for context in contexts for page in context.pages for problem in page.problems]
    for context in contexts:
        context.close()
    assert problems == []


def _changed(data: dict, changes: dict) -> dict:
    for path, value in changes.items():
        *folders, last = path.split("__")
        place = data
        for folder in folders:
            place = place[folder]
        place[last] = value
    return data
