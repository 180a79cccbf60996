"""One HTML file that holds the explorer, a run's map and its decoder, and opens from disk without a server.

The page is the explorer as the app shows it; where the app gives it addresses on the server, this file gives it parts
of itself. A Content-Security-Policy keeps it from asking the network for anything.
"""

from __future__ import annotations

import base64
import gzip
import html
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from genlab import __version__
from genlab.errors import StoreError
from genlab.explorer import bundle
from genlab.explorer.messages import ExplorerData, RuntimeInfo

TEMPLATE = Path(__file__).with_name("standalone.html")
NOTICE = Path(__file__).resolve().parents[2] / "THIRD_PARTY.md"
KINDS = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm"}


def part(name: str) -> str:
    """Return the address of a part within the page; no text a person types begins like it by chance."""
    return f"genlab-part:{name}"


def runtime_parts() -> RuntimeInfo:
    """Return the addresses of the ONNX runtime within the page.

    Raises
    ------
    StoreError
        If the explorer is not built.
    """
    names = _built()
    return {"mjs": part(names["mjs"]), "wasm": part(names["wasm"])}


def standalone_page(
    view: ExplorerData, parts: Mapping[str, bytes], title: str, lead: str, facts: Mapping[str, str], capped: str
) -> bytes:
    """Return the page.

    Parameters
    ----------
    view : ExplorerData
        What the explorer is told, its addresses made by :func:`part`.
    parts : mapping of str to bytes
        What lies at those addresses, by the name given to :func:`part`.
    title, lead, capped : str
        Text of the page: its heading, the lines below it, and what was left out. Plain text, escaped here.
    facts : mapping of str to str
        What the page says of where it comes from, name by name; plain text.

    Raises
    ------
    StoreError
        If the explorer is not built.
    """
    names = _built()
    carried = "\n".join(
        [_carried(name, data) for name, data in parts.items()] + [_built_part(name) for name in names.values()]
    )
    rows = "\n".join(f"<dt>{html.escape(name)}</dt><dd>{html.escape(text)}</dd>" for name, text in facts.items())
    filled = {
        "version": html.escape(__version__),
        "title": html.escape(title),
        "lead": html.escape(lead),
        "facts": rows,
        "capped": html.escape(capped),
        "licences": html.escape(_notice()),
        "view": json.dumps(view).replace("<", "\\u003c"),
        "entry": part(names["entry"]),
        "parts": carried,
    }
    pieces = TEMPLATE.read_text(encoding="utf-8").split("{{")
    page = [pieces[0]]
    for piece in pieces[1:]:  # in one pass: what is filled in is never looked at again
        name, rest = piece.split("}}", 1)
        page += [filled[name], rest]
    return "".join(page).encode()


def _carried(name: str, data: bytes) -> str:
    packed = base64.b64encode(gzip.compress(data, 6, mtime=0)).decode()
    kind = KINDS.get(Path(name).suffix, "application/octet-stream")
    return f'<script type="text/plain" id="{html.escape(part(name))}" data-kind="{kind}">{packed}</script>'


@cache
def _built_part(name: str) -> str:
    return _carried(name, (bundle.DIST / name).read_bytes())


def _built() -> dict[str, str]:
    try:
        return {"entry": bundle.entry(), **bundle.runtime()}
    except (OSError, ValueError, KeyError):
        raise StoreError("The explorer's built files are missing; run `make frontend`.") from None


def _notice() -> str:
    """Return the licences of what the page carries; they must travel with it."""
    try:
        licence = NOTICE.with_name("LICENSE").read_text(encoding="utf-8")
        return f"{licence}\n\n{NOTICE.read_text(encoding='utf-8')}"
    except OSError:
        return "genlab: MIT licence. ONNX Runtime Web: MIT licence, copyright Microsoft Corporation."
