"""The built browser view: where its files lie and which of them a page loads."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

DIST = Path(__file__).parent / "dist"


@cache
def files() -> tuple[str, ...]:
    """Names of the files a browser may ask for; each changes its name when its content does."""
    return tuple(_manifest()["files"])


@cache
def entry() -> str:
    """Name of the module that exports ``mountExplorer`` and ``mountLive``."""
    return str(_manifest()["entry"])


@cache
def runtime() -> dict[str, str]:
    """Names of the ONNX runtime's two files: ``mjs``, its script, and ``wasm``, its program."""
    return dict(_manifest()["runtime"])


def _manifest() -> dict:
    return json.loads((DIST / "manifest.json").read_text(encoding="utf-8"))
