"""Each page as a visitor gets it: the shell's script, then the page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import genlab.store
from genlab.store import Store
from genlab.ui.stores import current_store

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def own_store(tmp_path, monkeypatch) -> Store:
    """The server's store, empty, with the gallery behind it."""
    monkeypatch.setenv("GENLAB_RUNS", str(tmp_path / "runs"))
    return current_store()


@pytest.fixture
def bare_store(tmp_path, monkeypatch) -> Store:
    """The server's store, empty, on an installation without a gallery."""
    monkeypatch.setenv("GENLAB_RUNS", str(tmp_path / "bare"))
    monkeypatch.setattr(genlab.store, "default_gallery", lambda: None)
    return current_store()


@pytest.fixture
def refused_store(tmp_path, monkeypatch) -> Store:
    """The server's store where its folder should be is a file."""
    (tmp_path / "refused").mkdir()
    (tmp_path / "refused" / "runs").write_text("in the way")
    monkeypatch.setenv("GENLAB_RUNS", str(tmp_path / "refused"))
    monkeypatch.setattr(genlab.store, "default_gallery", lambda: None)
    return current_store()


@pytest.fixture
def open_page() -> Callable[..., AppTest]:
    """Open a page by name, with parameters in its address, and run it once."""

    def opened(name: str, **parameters: str) -> AppTest:
        page = AppTest.from_file(ROOT / "genlab" / "ui" / "shell.py", default_timeout=30)
        page.query_params.update(parameters)
        page.switch_page(str(ROOT / "pages" / f"{name}.py"))
        return page.run()

    return opened


def html_of(page: AppTest):
    """Return the page's first piece of HTML that is no style sheet, script or sentence."""
    passed_over = ("<style", "<script", "gl-prose")
    return next(piece for piece in page.get("html") if not any(mark in piece.proto.body for mark in passed_over))
