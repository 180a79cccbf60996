"""Fixtures every room's tests share."""

import os
import urllib.request
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

os.environ.setdefault("OMP_NUM_THREADS", "1")  # two workers share two cores
# a busy machine breaks no law, and equal code passes or fails alike
settings.register_profile("genlab", deadline=None, derandomize=True)
settings.load_profile("genlab")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give what happens in a real browser two more tries: on a busy machine a frame can come too late."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.flaky(reruns=2))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"the real data sets are not here: {folder.name} is missing beside the repository")
    return folder


@pytest.fixture
def store(tmp_path: Path):
    from genlab.store import Store

    return Store(tmp_path / "store")


@pytest.fixture
def no_network(monkeypatch):
    """Let every download fail at once, in the processes started from here too: nobody listens at the proxy."""
    for proxy in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(proxy, "http://127.0.0.1:9")
    monkeypatch.setattr(urllib.request, "_opener", None)  # it remembers the proxies of the first download
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)


@pytest.fixture(scope="session")
def chromium():
    """A headless browser: the system's Chromium, else the one Playwright downloaded."""
    from playwright.sync_api import sync_playwright

    system = Path("/usr/bin/chromium")
    flags = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(system) if system.exists() else None, args=flags)
        yield browser
        browser.close()
