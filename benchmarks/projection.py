"""Maps: PCA, t-SNE against openTSNE's own, PaCMAP, placing new points, and the way back from places to codes.

``python benchmarks/projection.py [--json]``; MNIST's 10,000 test items are read from ``../shared/data`` where they are,
else the digits are enlarged to as many.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parent))

from running_app import ROOT, Table, trained  # noqa: E402

from genlab.analysis.maps import MapSpec  # noqa: E402
from genlab.data.dataset import Dataset  # noqa: E402
from genlab.data.named import load  # noqa: E402
from genlab.data.resolve import resolve  # noqa: E402
from genlab.jobs import client  # noqa: E402
from genlab.latent.blending import Plane  # noqa: E402
from genlab.latent.inverse import invert  # noqa: E402
from genlab.latent.pca import Pca  # noqa: E402
from genlab.latent.placement import Placement  # noqa: E402
from genlab.metrics.knn_accuracy import knn_accuracy  # noqa: E402
from genlab.store import Run, Store  # noqa: E402
from genlab.training.config import DataConfig  # noqa: E402

N, N_MANY, DIM = 10_000, 60_000, 16
WITHIN = 0.01
MNIST = ROOT.parent / "shared" / "data" / "mnist"
Codes = NDArray[np.float32]


def ten_thousand() -> Dataset:
    """MNIST's test items, or as many digits, moved and brightened from a fixed seed."""
    if MNIST.is_dir():
        return resolve(MNIST / "t10k-images-idx3-ubyte.gz", MNIST / "t10k-labels-idx1-ubyte.gz")
    digits, rng = load("digits"), np.random.default_rng(0)
    rows = rng.integers(0, len(digits), N)
    x = (digits.values(rows) * rng.uniform(120, 255, (N, 1, 1, 1))).astype(np.uint8).repeat(3, axis=2).repeat(3, axis=3)
    return Dataset("many digits", x, np.asarray(digits.labels)[rows], digits.label_names)


def timed(work: Callable[[], object], repeats: int) -> list[float]:
    """Milliseconds of each of ``repeats`` calls, after one that does not count."""
    work()
    taken = []
    for _ in range(repeats):
        began = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - began))
    return taken


def linear(table: Table) -> None:
    codes = np.random.default_rng(0).normal(size=(N_MANY, DIM)).astype(np.float32)
    table.add("PCA of 60,000 x 16, fit and places", timed(lambda: Pca.fit(codes).transform(codes), 15), target="< 100")


def neighbours(table: Table, n: int) -> None:
    rng = np.random.default_rng(0)
    codes, embedding = rng.normal(size=(n, DIM)).astype(np.float32), rng.normal(size=(n, 2))
    new, places = rng.normal(size=(1000, DIM)), rng.normal(size=(10_000, 2))
    known, plane = Placement(codes, embedding), Plane(embedding)
    table.add(f"placing one new point among {n:,}", timed(lambda: known.place(new[:1]), 20), target="< 50")
    table.add(f"placing 1,000 new points among {n:,}", timed(lambda: known.place(new), 7), target="< 500")
    table.add(f"inverse of 10,000 places, {n:,} points", timed(lambda: invert(places, plane, codes), 7), target="< 100")


def watched(store: Store, run: Run, spec: MapSpec) -> list[tuple[float, int, Codes]]:
    """Ask for a map as the page does and return each frame seen, with seconds since the click and the iteration."""
    began = time.perf_counter()
    files = client.project(store, run, run.checkpoints()[-1], spec)
    frames: list[tuple[float, int, Codes]] = []
    seq = -1
    while True:
        status, found = files.status(), files.frame(seq)
        if found is not None:
            seq = found[0]
            frames.append((time.perf_counter() - began, status.iteration, found[1]["coords"]))
        if not status.active:
            return frames
        time.sleep(0.02)


def tsne(table: Table, store: Store, run: Run) -> None:
    client.ensure_supervisor(store)
    time.sleep(20)  # everything warm, as on a page that has been open for a while
    frames = watched(store, run, MapSpec(method="tsne"))
    labels = np.asarray(run.dataset().labels)
    final = knn_accuracy(frames[-1][2], labels)
    first = next(seconds for seconds, _, coords in frames if knn_accuracy(coords, labels) >= final - WITHIN)
    kl = client.project(store, run, run.checkpoints()[-1], MapSpec(method="tsne")).status().kl
    table.add("t-SNE of 10,000: first map near its final accuracy", [first], "s", "< 5")
    table.add("t-SNE of 10,000: to the end", [frames[-1][0]], "s")
    table.add("t-SNE of 10,000: final kNN accuracy", [100 * final], "%")
    table.add("t-SNE of 10,000: final KL divergence", [kl], "nats")
    theirs(table, np.asarray(run.cache_get(f"codes-{run.checkpoints()[-1]}")["mu"]), labels, frames[-1][0])


def pacmap(table: Table, store: Store, run: Run) -> None:
    """Time the quick map as a page waits for it, without its figures, which follow."""
    time.sleep(8)  # the next projector is warm
    frames = watched(store, run, MapSpec(method="pacmap"))
    whole = next(seconds for seconds, iteration, _ in frames if iteration == frames[-1][1])
    table.add("PaCMAP of 10,000: to the end", [whole], "s", "about 2")
    accuracy = knn_accuracy(frames[-1][2], np.asarray(run.dataset().labels))
    table.add("PaCMAP of 10,000: final kNN accuracy", [100 * accuracy], "%", "t-SNE's")


def theirs(table: Table, codes: Codes, labels: NDArray[np.int64], ours_s: float) -> None:
    from openTSNE import TSNE

    began = time.perf_counter()
    made = TSNE(n_jobs=-1, neighbors="exact", random_state=0).fit(codes)
    took = time.perf_counter() - began
    table.add("openTSNE's own 250 + 500 steps", [took], "s")
    table.add("openTSNE: kNN accuracy", [100 * knn_accuracy(np.asarray(made), labels)], "%")
    table.add("openTSNE: KL divergence", [made.kl_divergence], "nats")
    table.add("ours to the end, of openTSNE's time", [100 * ours_s / took], "%", "< 105")


def main() -> None:
    table = Table("Maps")
    linear(table)
    for n in (N, N_MANY):
        neighbours(table, n)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        store = Store(folder)
        data = ten_thousand()
        run = trained(store, "vae", data, DataConfig(name=store.sets.add(data), own=True), epochs="5", latent_dim="16")
        try:
            tsne(table, store, run)
            pacmap(table, store, run)
        finally:
            client.stop_supervisor(store)
    table.end()


if __name__ == "__main__":
    main()
