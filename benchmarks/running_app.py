"""What the browser benchmarks share: genlab's app on a free port with a store of its own, a browser, and a table."""

from __future__ import annotations

import argparse
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from genlab.data.dataset import Dataset  # noqa: E402
from genlab.jobs.worker import train  # noqa: E402
from genlab.store import Run, Store  # noqa: E402
from genlab.training.config import DataConfig  # noqa: E402
from genlab.training.presets import spec_for  # noqa: E402


class App:
    """A Streamlit server in a process of its own.

    Attributes
    ----------
    url : str
    runs : Path
        Its store.
    started : float
        When it was started, ``time.perf_counter()`` seconds.
    """

    def __init__(self, script: Path, runs: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url, self.runs = f"http://127.0.0.1:{self.port}", runs
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(self.port)],
            cwd=ROOT,
            env={**os.environ, "GENLAB_RUNS": str(runs)},
            stdout=subprocess.DEVNULL,
            stderr=(runs / "server.log").open("wb"),
        )

    def wait(self, limit_s: float = 60) -> None:
        """Return once it answers."""
        while time.perf_counter() - self.started < limit_s:
            try:
                urllib.request.urlopen(self.url, timeout=2).close()
                return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.01)
        raise SystemExit(f"The server did not answer within {limit_s} s; see {self.runs / 'server.log'}.")

    def memory_mb(self) -> float:
        """Resident memory of the server process."""
        return psutil.Process(self.process.pid).memory_info().rss / 2**20

    def end(self) -> None:
        """End the server and what it started for this store."""
        self.process.terminate()
        self.process.wait(20)
        for process in psutil.process_iter(["cmdline"]):
            if str(self.runs) in (process.info["cmdline"] or []):
                process.terminate()


@contextmanager
def running(script: Path = ROOT / "app.py", runs: Path | None = None) -> Iterator[App]:
    """Start an app, wait for it, and end it; its store is a new one unless given."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as fresh:
        app = App(script, runs or Path(fresh))
        try:
            app.wait()
            yield app
        finally:
            app.end()


@contextmanager
def browser() -> Iterator[Browser]:
    """Headless Chromium without a GPU: the system's, else Playwright's own."""
    system = Path("/usr/bin/chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=str(system) if system.exists() else None, args=["--no-sandbox", "--disable-gpu"]
        )
        yield opened
        opened.close()


def new_page(chromium: Browser) -> Page:
    """A page with nothing cached."""
    page = chromium.new_context(viewport={"width": 1400, "height": 1000}).new_page()
    page.set_default_timeout(60_000)
    return page


def trained(store: Store, preset: str, dataset: Dataset, config: DataConfig, **changes: str) -> Run:
    """Train a preset in this process and make it ready to explore."""
    run = store.create_run(spec_for(preset, dataset, config, changes))
    train(run)
    return run


def p95(values: Sequence[float]) -> float:
    """95th percentile."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


class Table:
    """Figures with their targets; printed as they come, and as JSON at the end if asked for."""

    def __init__(self, title: str) -> None:
        parser = argparse.ArgumentParser(description=title)
        parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
        self.as_json = parser.parse_args().json
        self.figures: dict[str, dict[str, object]] = {}
        self._say(f"{title}\n{'':52}{'median':>10}{'p95':>10}{'n':>6}  target")

    def add(self, name: str, values: Sequence[float], unit: str = "ms", target: str = "") -> None:
        """Keep a figure, of one or many measurements."""
        middle, high = statistics.median(values), p95(values)
        self.figures[name] = {"median": middle, "p95": high, "n": len(values), "unit": unit, "target": target}
        self._say(f"{f'{name} [{unit}]':52}{middle:10.2f}{high:10.2f}{len(values):6d}  {target}")

    def leave_out(self, name: str, why: str) -> None:
        """Say why a figure is not there."""
        self.figures[name] = {"left_out": why}
        self._say(f"{name:52}left out: {why}")

    def end(self) -> None:
        """Print the JSON object if it was asked for."""
        if self.as_json:
            print(json.dumps(self.figures, indent=1))

    def _say(self, line: str) -> None:
        print(line, file=sys.stderr if self.as_json else sys.stdout, flush=True)
