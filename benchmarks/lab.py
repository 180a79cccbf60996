"""How fast the Lab trains with its page open, against a plain PyTorch loop of the same networks with nothing beside it.

``python benchmarks/lab.py [--json]``; needs Chromium. The ring's GAN trains as a click on the Lab page lets it, while
the page draws every frame; the loop of PyTorch's DCGAN example then takes steps in this process, at the thread count it
is quickest with, while the page stands still. They take turns. The Lab is measured from twelve seconds on, when the
next warm worker has been loaded beside it. The first rows compare equal work (no R1 penalty); the others have the
preset as it comes, whose penalty the plain loop does not have.
"""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path

from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).resolve().parent))

from running_app import App, Table, browser, new_page, running  # noqa: E402

import genlab  # noqa: E402, F401  before torch, which reads how its threads wait

# isort: split
import torch  # noqa: E402
from peers.networks import plain_gan  # noqa: E402
from peers.trainers import DcganLoop  # noqa: E402

from genlab.data.named import load  # noqa: E402
from genlab.store import Run, Store  # noqa: E402
from genlab.training.build import start  # noqa: E402
from genlab.training.config import DataConfig  # noqa: E402
from genlab.training.shorthand import spec_from  # noqa: E402

ROUNDS, SECONDS, SETTLING_S = 3, 8.0, 12.0
LINES = {"equal work": "gan~epochs:5000~r1:0", "the preset": "gan~epochs:5000"}
OVER = ("finished", "stopped", "failed")


def main() -> None:
    table = Table("The Lab's training with its page open")
    with browser() as chromium, running() as app:
        page = new_page(chromium)
        for name, line in LINES.items():
            mine, frames, plain = [], [], []
            for _ in range(ROUNDS):
                steps, drawn = lab(page, app, line)
                mine.append(steps)
                frames.append(drawn)
                plain.append(max(loop(line, threads) for threads in {1, os.cpu_count() or 1}))
            ratios = [ours / theirs for ours, theirs in zip(mine, plain, strict=True)]
            table.add(f"Lab, {name}", mine, "steps/s")
            table.add(f"plain loop beside {name}", plain, "steps/s")
            table.add(f"ratio, {name}", ratios, "x", ">= 1.6" if name == "equal work" else "")
            table.add(f"frames drawn, {name}", frames, "1/s", "10")
        page.context.close()
    table.end()


def lab(page: Page, app: App, line: str) -> tuple[float, float]:
    """Train on the Lab's page for a while; return steps and frames a second."""
    page.goto(f"{app.url}/lab?data=ring&a={line}&seed=0")
    page.get_by_role("button", name="Train", exact=True).click()
    page.wait_for_url(re.compile("run="))
    run = Store(app.runs).run(page.url.rpartition("run=")[2])
    corner = page.get_by_test_id("lab-run-0")
    while int(corner.get_attribute("data-frames") or 0) < 1:
        page.wait_for_timeout(100)
    page.wait_for_timeout(1000 * SETTLING_S)
    step, at = recorded(run)
    drawn, began = int(corner.get_attribute("data-frames") or 0), time.perf_counter()
    page.wait_for_timeout(1000 * SECONDS)
    frames = (int(corner.get_attribute("data-frames") or 0) - drawn) / (time.perf_counter() - began)
    last_step, last_at = recorded(run)
    page.get_by_role("button", name="Stop").click()
    while run.status().state not in OVER or run.status().preparing:
        page.wait_for_timeout(100)
    return (last_step - step) / (last_at - at), frames


def recorded(run: Run) -> tuple[int, float]:
    """Return step and time of the last record."""
    last = [record for record in run.metrics() if "values" in record][-1]
    return int(last["step"]), float(last["time"])


def loop(line: str, threads: int) -> float:
    """Return the steps a second of the plain loop of the same networks."""
    dataset, data = load("ring"), DataConfig(name="ring")
    spec = spec_from(line, dataset, data)
    x, latent_dim = torch.tensor(dataset.x), spec.model.latent_dim
    networks = plain_gan(start(spec, dataset).model)
    peer = DcganLoop(*networks, x, latent_dim, spec.training.batch_size, spec.training.learning_rate)
    torch.set_num_threads(threads)
    for _ in range(20):
        peer.step()
    steps, began = 0, time.perf_counter()
    while time.perf_counter() - began < SECONDS / 2:
        peer.step()
        steps += 1
    return steps / (time.perf_counter() - began)


if __name__ == "__main__":
    main()
