"""A store of 1,000 runs: listing them, and the Runs page over them.

``python benchmarks/runs.py [--json]``; needs no browser.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from running_app import ROOT, Table  # noqa: E402
from streamlit.testing.v1 import AppTest  # noqa: E402

from genlab.data.named import load  # noqa: E402
from genlab.store import Store, default_store  # noqa: E402
from genlab.training.config import DataConfig  # noqa: E402
from genlab.training.presets import spec_for  # noqa: E402

RUNS, REPEATS = 1000, 9


def fill(store: Store) -> None:
    """Make one run and copy it, under other names and times, until there are a thousand."""
    config = DataConfig(name="digits")
    first = store.create_run(spec_for("vae", load("digits"), config), name="run 0", state="finished")
    folder = store.root / "runs" / first.id
    for number in range(1, RUNS):
        copy = folder.with_name(f"20200101-{number:06d}-{number:04x}")
        shutil.copytree(folder, copy)
        meta = json.loads((copy / "meta.json").read_text())
        (copy / "meta.json").write_text(json.dumps({**meta, "name": f"run {number}", "created": float(number)}))


def repeated(work: Callable[[], object]) -> list[float]:
    """Return how long each of some repetitions took, in milliseconds."""
    taken = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - began))
    return taken


def main() -> None:
    table = Table("A store of 1,000 runs")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ["GENLAB_RUNS"] = folder
        store = default_store(Path(folder))
        fill(store)
        table.add("list 1,000 runs", repeated(store.runs), target="< 500")
        page = AppTest.from_file(ROOT / "genlab" / "ui" / "shell.py", default_timeout=60)
        page.switch_page(str(ROOT / "pages" / "runs.py")).run()
        assert not page.exception, page.exception
        table.add("Runs page, script of one visit", repeated(page.run))
        words = iter([f"run {number}" for number in range(REPEATS)])
        table.add(
            "Runs page, one search", repeated(lambda: page.text_input(key="runs.search").set_value(next(words)).run())
        )
    table.end()


if __name__ == "__main__":
    main()
