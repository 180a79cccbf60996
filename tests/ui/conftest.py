"""Fixtures of the screen's tests: a store of its own, with or without the runs that came with genlab."""

import pytest

import genlab.store
from genlab.store import Store
from genlab.ui.stores import current_store


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
