"""The app as a person starts it: ``streamlit run app.py`` on a free port, with a store of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from genlab.jobs.client import stop_supervisor
from genlab.store import Store, default_store

ROOT = Path(__file__).resolve().parents[2]
START_S = 60


@dataclass(frozen=True)
class App:
    """A running server: where it answers, and the store it works on."""

    url: str
    store: Store


@pytest.fixture(scope="session")
def app(tmp_path_factory) -> Iterator[App]:
    """One server for all modules that leave the store as they found it."""
    yield from serve(tmp_path_factory.mktemp("app"))


@pytest.fixture(scope="module")
def app_of_its_own(tmp_path_factory) -> Iterator[App]:
    """A server with an empty store, for a module that fills it."""
    yield from serve(tmp_path_factory.mktemp("app"))


def serve(folder: Path) -> Iterator[App]:
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
        cwd=ROOT,
        env={**os.environ, "GENLAB_RUNS": str(folder / "runs"), "OMP_NUM_THREADS": "1"},
        stdout=(folder / "server.log").open("w"),
        stderr=subprocess.STDOUT,
    )
    running = App(f"http://127.0.0.1:{port}", default_store(folder / "runs"))
    try:
        wait_for(running.url, server, folder / "server.log")
        yield running
    finally:
        server.terminate()
        server.wait(20)
        for run in running.store.runs():
            if run.state in ("queued", "running", "paused") and not run.gallery:
                running.store.run(run.id).order("stop")
        stop_supervisor(running.store)


@pytest.fixture
def page(chromium, app):
    """A fresh visitor on a screen of 1440x900; what goes wrong in the browser fails the test."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, base_url=app.url)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(url: str, server: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=1):
                return
        except OSError:
            assert server.poll() is None, log.read_text()
            time.sleep(0.1)
    raise TimeoutError(f"the server did not answer within {START_S} s: {log.read_text()}")
