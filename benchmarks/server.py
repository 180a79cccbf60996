"""What waiting feels like: server start, click on Train, a trained and explorable VAE, extras' share, memory a visitor.

``python benchmarks/server.py [--json]``; needs Chromium.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser

sys.path.insert(0, str(Path(__file__).resolve().parent))

from running_app import App, Table, browser, new_page, running, trained  # noqa: E402

from genlab.data.named import load  # noqa: E402
from genlab.store import Run, Store  # noqa: E402
from genlab.training.build import start  # noqa: E402
from genlab.training.config import DataConfig  # noqa: E402

DECODED = "() => performance.getEntriesByName('genlab.decode').length > 0"
WARM_UP_VISITORS, VISITORS = 4, 12


def first_page(table: Table, chromium: Browser) -> None:
    taken = []
    for _ in range(3):
        with running() as app:
            page = new_page(chromium)
            page.goto(app.url, wait_until="commit")
            page.get_by_role("heading", level=1).first.wait_for()
            taken.append(time.perf_counter() - app.started)
            page.context.close()
    table.add("server start to first page", taken, "s", "< 5")


def wait_until_warm(store: Store, limit_s: float = 60) -> None:
    """Wait for the trainer that the supervisor keeps ready; a person takes longer than that to choose."""
    end = time.perf_counter() + limit_s
    while store.jobs.living("trainer") is None and time.perf_counter() < end:
        time.sleep(0.05)


def click_on_train(table: Table, chromium: Browser, app: App) -> None:
    store = Store(app.runs)
    recorded, seen, explorable = [], [], []
    for _ in range(3):
        wait_until_warm(store)
        for old in store.runs():  # with no run yet, the form is open and nothing else has pictures
            store.delete(old.id)
        page = new_page(chromium)
        page.goto(f"{app.url}/train")
        button = page.locator(".st-key-train-start button").first
        button.wait_for()
        page.wait_for_timeout(1000)
        clicked = time.time()
        button.click()
        page.locator("[data-seq], .js-plotly-plot").first.wait_for()
        seen.append(time.time() - clicked)
        run = store.run(store.runs()[0].id)
        recorded.append(run.metrics()[0]["time"] - clicked)
        while not (run.status().state == "finished" and not run.status().preparing):
            time.sleep(0.02)
        page.goto(f"{app.url}/explore?run={run.id}")
        page.wait_for_function(DECODED)
        explorable.append(time.time() - clicked)
        page.context.close()
    table.add("click on Train to first report recorded", recorded, "s")
    table.add("click on Train to first report on screen", seen, "s", "< 1")
    table.add("click on Train to digits VAE decoding on Explore", explorable, "s", "< 10")


def extras_share(table: Table) -> None:
    """How much longer the worker trains than the bare Trainer: previews, records, held-out figures, checkpoints."""
    digits, config = load("digits"), DataConfig(name="digits")
    shares = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for _ in range(3):
            run = trained(Store(folder), "vae", digits, config)
            bare = start(run.spec, digits)
            bare.step(10)
            began = time.perf_counter()
            while bare.step_count < bare.total_steps:
                bare.step(min(10, bare.total_steps - bare.step_count))
            bare_s = (time.perf_counter() - began) * bare.total_steps / (bare.total_steps - 10)
            shares.append(100 * (1 - bare_s / run.status().seconds))
    table.add("share of previews, records and checkpoints", shares, "%", "< 10")


def visitors(table: Table, chromium: Browser, app: App, run: Run) -> None:
    pages = []

    def visit(n: int) -> float:
        for _ in range(n):
            page = new_page(chromium)
            page.goto(f"{app.url}/explore?run={run.id}")
            page.wait_for_function(DECODED)
            page.get_by_test_id("latent-map").click()
            page.get_by_role("link", name=re.compile("Train")).first.click()
            page.get_by_role("heading", name="Train").wait_for()
            page.get_by_role("link", name=re.compile("Explore")).first.click()
            page.get_by_test_id("latent-map").wait_for()
            pages.append(page)
        time.sleep(1)
        return app.memory_mb()

    before = visit(WARM_UP_VISITORS)
    growth = (visit(VISITORS) - before) / VISITORS
    table.add("memory growth a visitor, all still there", [growth], "MB", "< 5")
    for page in pages:
        page.context.close()


def main() -> None:
    table = Table("Server and training, as a person waits for them")
    extras_share(table)
    with browser() as chromium:
        first_page(table, chromium)
        with running() as app:
            click_on_train(table, chromium, app)
            store = Store(app.runs)
            visitors(table, chromium, app, store.run(store.runs()[0].id))
    table.end()


if __name__ == "__main__":
    main()
