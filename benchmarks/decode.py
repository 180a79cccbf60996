"""What exploring feels like: decoding in the browser and over the socket, clicks, and 60,000 points.

``python benchmarks/decode.py [--json]``; needs Chromium. Figures hold for a machine without a GPU.
"""

from __future__ import annotations

import asyncio
import struct
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from playwright.sync_api import Browser, Locator, Page
from playwright.sync_api import TimeoutError as NotShown
from websockets.asyncio.client import connect

sys.path.insert(0, str(Path(__file__).resolve().parent))

from running_app import App, Table, browser, new_page, running, trained  # noqa: E402

from genlab.data.dataset import Dataset, Modality, ValueKind  # noqa: E402
from genlab.data.named import load  # noqa: E402
from genlab.store import Run, Store  # noqa: E402
from genlab.training.config import DataConfig  # noqa: E402

PEER = Path(__file__).resolve().parent / "peers" / "plotly_page.py"
N_MANY = 60_000
CLICKS = 25

DURATIONS = "name => performance.getEntriesByName(name).map(entry => entry.duration)"
FORGET = "() => { performance.clearMeasures(); window.gaps = []; }"
# The time between two frames of the display, and when the page's own text under a selector last changed.
WATCH = """
window.gaps = [];
let last = performance.now();
const tick = (now) => { window.gaps.push(now - last); last = now; requestAnimationFrame(tick); };
requestAnimationFrame(tick);
document.addEventListener("pointerdown", () => { window.pressed = performance.now(); window.shown = 0; }, true);
window.watchText = (selector) => {
  const read = () => document.querySelector(selector)?.textContent ?? "";
  let text = read();
  new MutationObserver(() => {
    if (read() !== text) { text = read(); if (text) window.shown = performance.now(); }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
};
"""


def many_items() -> Dataset:
    """60,000 pictures of 28 x 28: the digits enlarged, moved and brightened a little, from a fixed seed."""
    digits, rng = load("digits"), np.random.default_rng(0)
    rows = rng.integers(0, len(digits), N_MANY)
    large = np.zeros((N_MANY, 1, 28, 28), np.uint8)
    grown = (digits.values(rows) * rng.uniform(120, 255, (N_MANY, 1, 1, 1))).astype(np.uint8)
    large[:, :, 2:26, 2:26] = grown.repeat(3, axis=2).repeat(3, axis=3)
    for shift in range(4):
        large[shift::4] = np.roll(large[shift::4], (shift - 1, 1 - shift), axis=(2, 3))
    return Dataset("enlarged digits", large, Modality.IMAGE, ValueKind.UNIT, digits.labels[rows], digits.label_names)


def colour_noise() -> Dataset:
    """512 pictures of 64 x 64 in colour; what they show is nothing to how long a decoder takes."""
    pixels = np.random.default_rng(0).integers(0, 256, (512, 3, 64, 64), dtype=np.uint8)
    return Dataset("colour noise", pixels, Modality.IMAGE, ValueKind.UNIT)


def open_explorer(page: Page, app: App, run: Run) -> Locator:
    """Open a run and return its map once the first sample is drawn."""
    page.goto(f"{app.url}/explore?run={run.id}", wait_until="commit")
    page.wait_for_function("() => performance.getEntriesByName('genlab.decode').length > 0")
    return page.get_by_test_id("latent-map")


def first_decodes(table: Table, chromium: Browser, app: App, run: Run) -> None:
    cold, loaded, again, clicked = [], [], [], []
    for _ in range(5):
        page = new_page(chromium)
        open_explorer(page, app, run)
        ended, view = page.evaluate(
            """() => { const [decode] = performance.getEntriesByName('genlab.decode');
              const ended = decode.startTime + decode.duration;
              const ours = performance.getEntriesByType('resource').find((e) => e.name.includes('/genlab/assets/'));
              return [ended, ended - ours.startTime]; }"""
        )
        cold.append(ended)
        loaded.append(view)
        page.get_by_role("link", name="Data").first.click()
        page.get_by_test_id("latent-map").wait_for(state="detached")
        page.evaluate(FORGET)
        page.evaluate(
            """() => { const seen = (root) => root.querySelector('.gl-explorer') ||
                [...root.querySelectorAll('*')].some((e) => e.shadowRoot && seen(e.shadowRoot));
              const look = () => { if (seen(document)) window.mounted = performance.now();
                else requestAnimationFrame(look); };
              window.mounted = 0; look();
              document.addEventListener("click", () => { window.clicked = performance.now(); }, true); }"""
        )
        page.get_by_role("link", name="Explore").first.click()
        page.wait_for_function("() => performance.getEntriesByName('genlab.decode').length > 0 && window.mounted")
        since_click, since_mount = page.evaluate(
            """() => { const [decode] = performance.getEntriesByName('genlab.decode');
              const ended = decode.startTime + decode.duration;
              return [ended - window.clicked, Math.max(0, ended - window.mounted)]; }"""
        )
        clicked.append(since_click)
        again.append(since_mount)
        page.context.close()
    table.add("cold: address to first decode, page load included", cold)
    table.add("cold: view loaded to first decode", loaded, target="< 1500")
    table.add("page switch: view mounted to first decode", again, target="< 100")
    table.add("page switch: click on Explore to first decode", clicked)


def wander(page: Page, box: dict[str, float], seconds: float) -> None:
    """Move the mouse over the map on a curve that never stands still."""
    end, i = time.perf_counter() + seconds, 0
    while time.perf_counter() < end:
        x, y = 0.5 + 0.35 * np.cos(i / 23), 0.5 + 0.35 * np.sin(i / 17)
        page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"])
        i += 1


def dragging(table: Table, chromium: Browser, app: App, run: Run, name: str, limit_ms: int = 4) -> None:
    page = new_page(chromium)
    page.add_init_script(WATCH)
    box = open_explorer(page, app, run).bounding_box()
    page.wait_for_timeout(1000)
    for what, target in (("hover", ""), ("drag", ">= 55")):
        page.mouse.move(box["x"] + 5, box["y"] + 5)
        if what == "drag":
            page.mouse.down()
        wander(page, box, 0.5)
        page.evaluate(FORGET)
        wander(page, box, 4)
        gaps, decodes = page.evaluate("window.gaps"), page.evaluate(DURATIONS, "genlab.decode")
        frames = page.evaluate(DURATIONS, "genlab.frame")
        page.mouse.up()
        table.add(f"{name}, {what}: display frames", [1000 * len(gaps) / sum(gaps)], "1/s", target)
        if decodes:
            table.add(f"{name}, {what}: decode", decodes, target=f"p95 < {limit_ms}")
            table.add(f"{name}, {what}: genlab.frame", frames)
    page.context.close()


async def socket_latencies(app: App, run: Run, dim: int, clients: int, hertz: float, seconds: float) -> list[float]:
    """Milliseconds from request to answer; each client asks at its rate, or as soon as it is answered at rate 0."""
    url = f"{app.url.replace('http', 'ws')}/genlab/runs/{run.id}/{run.checkpoints()[-1]}/decode"

    async def client(number: int) -> list[float]:
        rng, taken = np.random.default_rng(number), []
        async with connect(url) as socket:
            await asyncio.sleep(rng.uniform(0, 1 / hertz) if hertz else 0)
            began = time.perf_counter()
            while (now := time.perf_counter()) < began + seconds:
                await socket.send(struct.pack("<I", len(taken)) + rng.normal(size=dim).astype("<f4").tobytes())
                answer = await socket.recv()
                if not isinstance(answer, bytes):
                    raise SystemExit(f"the decode socket said: {answer}")
                taken.append(1000 * (time.perf_counter() - now))
                if hertz:
                    await asyncio.sleep(max(0, began + len(taken) / hertz - time.perf_counter()))
        return taken

    return [taken for one in await asyncio.gather(*map(client, range(clients))) for taken in one]


def sockets(table: Table, app: App, run: Run) -> None:
    dim = int(run.spec.model.latent_dim)
    asyncio.run(socket_latencies(app, run, dim, 1, 0, 0.5))
    table.add("decode socket, one client", asyncio.run(socket_latencies(app, run, dim, 1, 0, 3)), target="p95 < 5")
    many = asyncio.run(socket_latencies(app, run, dim, 30, 30, 5))
    table.add("decode socket, 30 clients at 30 Hz", many, target="p95 < 50")
    table.add("decode socket, 30 clients: answers a client", [len(many) / 30 / 5], "1/s", "30")


def clicks(page: Page, box: dict[str, float], selector: str, seed: int) -> list[float]:
    """Milliseconds from pressing the mouse on the map to the page's own panels showing something else."""
    rng, taken = np.random.default_rng(seed), []
    page.evaluate("selector => window.watchText(selector)", selector)
    for _ in range(CLICKS):
        x, y = 0.5 + rng.uniform(-0.25, 0.25, 2)
        page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"])
        page.wait_for_timeout(300)
        page.mouse.down()
        page.mouse.up()
        try:
            page.wait_for_function("() => window.shown > 0", timeout=5000)
        except NotShown:  # a click that hits nothing shows nothing
            continue
        taken.append(page.evaluate("window.shown - window.pressed"))
    return taken


def zoom_frames(page: Page, box: dict[str, float]) -> tuple[list[float], list[float]]:
    """Milliseconds between display frames, and of genlab's own frames, while the wheel zooms in and out."""
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(500)
    page.evaluate(FORGET)
    for i in range(60):
        page.mouse.wheel(0, -60 if i // 10 % 2 == 0 else 60)
        page.wait_for_timeout(16)
    return page.evaluate("window.gaps"), page.evaluate(DURATIONS, "genlab.frame")


def many_points(table: Table, chromium: Browser, app: App, run: Run) -> None:
    page = new_page(chromium)
    page.add_init_script(WATCH)
    box = open_explorer(page, app, run).bounding_box()
    page.wait_for_function("() => performance.getEntriesByName('genlab.frame').length > 0")
    table.add("60,000 points: first draw", page.evaluate(DURATIONS, "genlab.frame")[:1], target="< 100")
    page.wait_for_timeout(1500)
    gaps, frames = zoom_frames(page, box)
    table.add("60,000 points, zooming: our frame", frames, target="< 40")
    table.add("60,000 points, zooming: between display frames", gaps)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.locator("[data-testid=stHtml] li").first.wait_for()
    table.add(
        "60,000 points: settled click to panels", clicks(page, box, "[data-testid=stHtml] ol", 0), target="p95 < 150"
    )
    page.context.close()


def peer_points(table: Table, chromium: Browser) -> None:
    with running(PEER) as app:
        page = new_page(chromium)
        page.add_init_script(WATCH)
        page.goto(app.url)
        chart = page.locator(".js-plotly-plot .nsewdrag").first
        chart.wait_for()
        page.wait_for_timeout(3000)
        box = chart.bounding_box()
        gaps, _ = zoom_frames(page, box)
        table.add("peer st.plotly_chart, zooming: between frames", gaps)
        page.reload()
        chart.wait_for()
        page.wait_for_timeout(3000)
        taken = clicks(page, chart.bounding_box(), "[data-testid=stMarkdown]", 0)
        if taken:
            table.add("peer st.plotly_chart: click to panels", taken)
        else:
            table.leave_out("peer st.plotly_chart: click to panels", "no click was answered")
        page.context.close()


def main() -> None:
    table = Table("Decoding and exploring")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        store = Store(folder)
        digits = trained(store, "vae", load("digits"), DataConfig(name="digits"), epochs="30")
        many = many_items()
        config = DataConfig(name=store.sets.add(many), own=True)
        large = trained(store, "vae", many, config, epochs="1", latent_dim="16")
        noise = colour_noise()
        config = DataConfig(name=store.sets.add(noise), own=True)
        big = {preset: trained(store, preset, noise, config, epochs="1") for preset in ("vae", "dcgan")}
        with running(runs=Path(folder)) as app:
            sockets(table, app, digits)
            with browser() as chromium:
                first_decodes(table, chromium, app, digits)
                dragging(table, chromium, app, digits, "8x8")
                dragging(table, chromium, app, large, "28x28, 60,000 points")
                for preset, run in big.items():
                    dragging(table, chromium, app, run, f"64x64 colour, {preset}", limit_ms=8)
                many_points(table, chromium, app, large)
                peer_points(table, chromium)
    table.end()


if __name__ == "__main__":
    main()
