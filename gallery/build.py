"""Train the gallery again from its recorded specs and seeds: ``make gallery``.

Each run is trained by the ordinary worker, then kept here without what only a training needs (optimiser state, records
of every step) and in half precision, so that the repository stays small. Downloaded sets are taken from the store.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import genlab  # noqa: E402, F401  before torch

# isort: split
import numpy as np  # noqa: E402
from numpy.typing import NDArray  # noqa: E402

from genlab.analysis.checkpoints import model_at  # noqa: E402
from genlab.analysis.codes import codes  # noqa: E402
from genlab.analysis.evaluation import evaluate  # noqa: E402
from genlab.analysis.sampling import decode  # noqa: E402
from genlab.data.named import REMOTES  # noqa: E402
from genlab.exports.graphs import hollow  # noqa: E402
from genlab.jobs.worker import train  # noqa: E402
from genlab.latent.projection import PROJECTIONS  # noqa: E402
from genlab.store import Run, Store, default_store  # noqa: E402
from genlab.training.config import DataConfig  # noqa: E402
from genlab.training.presets import spec_for  # noqa: E402


@dataclass(frozen=True)
class Recorded:
    """How a run of the gallery is made, and what to try on it.

    Attributes
    ----------
    changes : dict of str to str
        What differs from the preset.
    with_data : bool
        False for data that genlab may not carry or make: the run keeps codes of some items, and its copies of them.
    """

    name: str
    preset: str
    data: str
    note: str
    changes: dict[str, str] = field(default_factory=dict)
    with_data: bool = True


RECORDED = {
    "digits-vae": Recorded(
        "Digits, VAE",
        "vae",
        "digits",
        "Try: draw a 3 and see where it lands; then pin it, pin an 8, and walk from one to the other.",
        {"hidden": "256", "beta": "0.7", "epochs": "120"},
    ),
    "digits-2d": Recorded(
        "Digits, VAE with a latent space of two numbers",
        "vae",
        "digits",
        "Try: switch on the samples behind the points. With two numbers the map is the whole [[latent "
        "space]]: nothing is hidden, and little fits.",
        {"latent_dim": "2", "hidden": "256,128", "epochs": "150"},
    ),
    "digits-ae": Recorded(
        "Digits, plain autoencoder with holes",
        "ae",
        "digits",
        "Try: go where there are no points, or let random draws come from a Gaussian. Nothing asked this [[encoder]] "
        "to fill the space, so what lies between the digits decodes to none.",
        {"latent_dim": "2", "hidden": "256,128", "epochs": "150"},
    ),
    "digits-gan": Recorded(
        "Digits, GAN",
        "gan",
        "digits",
        "Try: walk between two pins. A [[GAN]] has no [[encoder]]: its points are its own samples, coloured "
        "like the nearest real digit.",
        {"hidden": "128,128", "r1": "0.1", "learning_rate": "2e-3", "epochs": "250"},
    ),
    "ring-gan": Recorded(
        "Ring of eight, GAN",
        "gan",
        "ring",
        "Try: drag slowly across the map and watch the sample jump from cluster to cluster; count the eight.",
    ),
    "grid-gan": Recorded(
        "Grid of twenty-five, GAN",
        "gan",
        "grid",
        "Try: switch the map to generated items and count the clusters; points between them are places the "
        "[[generator]] passes on its way.",
    ),
    "faces-vae": Recorded(
        "Cartoon faces, VAE",
        "vae",
        "faces",
        "Try: pin a face with a hat and one without, and walk; then look which sliders turn hair, skin or "
        "background. Most grey-haired people here wear glasses: does the model put glasses on them unasked?",
        {"latent_dim": "64", "sigma": "0.12", "epochs": "60"},
    ),
    "shapes-beta-vae": Recorded(
        "Shapes, β-VAE",
        "beta-vae",
        "shapes-32",
        "Try: move one slider at a time and say what it does. A large β leaves half of the ten dimensions in use, and "
        "yet most move the shape across and down at once: few is not one thing each (Locatello et al. 2019).",
        {"beta": "4", "epochs": "24"},
    ),
    "fashion-vae": Recorded(
        "Fashion-MNIST, VAE",
        "vae",
        "fashion-mnist",
        "Try: find the way from a sandal to an ankle boot. The clothes shown are the model's own copies; the "
        "pictures it learned from are not part of genlab.",
        with_data=False,
    ),
    "fashion-gan": Recorded(
        "Fashion-MNIST, GAN",
        "dcgan",
        "fashion-mnist",
        "Try: lower the truncation and press Random a few times: samples grow more usual, and fewer kinds are left.",
        {"channels": "16"},
        with_data=False,
    ),
}
COPIES = 2000


def main() -> None:
    """Build the named runs, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="RUN", help=", ".join(RECORDED))
    parser.add_argument("--runs", type=Path, help="folder of the store that holds downloaded sets (else the usual one)")
    options = parser.parse_args()
    store = default_store(options.runs)
    for run_id in options.names or RECORDED:
        recorded = RECORDED[run_id]
        if recorded.data in REMOTES and not store.sets.has_named(recorded.data):
            print(f"{run_id}: left as it is; `python -m genlab data {recorded.data}` gets its data")  # noqa: T201
            continue
        config = DataConfig(name=recorded.data)
        spec = spec_for(recorded.preset, store.sets.load(config), config, recorded.changes)
        trained = store.create_run(spec, name=recorded.name)
        train(trained)
        figures = evaluate(trained)
        _keep(trained, run_id, recorded)
        store.delete(trained.id)
        print(run_id, {key: round(value, 4) for key, value in figures.items()}, flush=True)  # noqa: T201


def _keep(trained: Run, run_id: str, recorded: Recorded) -> None:
    shutil.rmtree(HERE / "runs" / run_id, ignore_errors=True)
    kept = Store(HERE).create_run(trained.spec, name=trained.name, run_id=run_id, note=recorded.note)
    last = trained.checkpoint()
    status = trained.status()
    records = [record for record in trained.metrics() if "values" in record]
    with kept.writer() as writer:
        writer.facts(trained.dataset())
        writer.checkpoint(last.step, halved(last.model), {}, last.info)
        for record in records[:: max(1, len(records) // 100)]:
            writer.metric({key: value for key, value in record.items() if key not in ("seq", "time")})
        writer.status(**status.model_dump(exclude={"seq", "pid", "heartbeat"}))
    for graph in ("decoder", "encoder", "enter"):
        content = trained.graph(graph)
        if content is not None:
            kept.put_graph(graph, hollow(content))
    caches = {key: trained.cache_get(f"{key}-{last.step}") for key in ("codes", "map-pca", "effects", "evaluation")}
    if not recorded.with_data and trained.spec.model.family == "autoencoder":
        caches |= copies(trained)
    for key, arrays in caches.items():
        if arrays is not None:
            kept.cache_put(f"{key}-{last.step}", halved(arrays) if key == "codes" else arrays)
    for path in (HERE / "runs" / run_id / "cache").glob("*.npz"):
        pack(path)


def pack(path: Path) -> None:
    """Compress a file of arrays where it lies; places on a map are kept in half precision, spreads to 3 %."""
    with np.load(path, allow_pickle=False) as file:
        arrays = dict(file)
    if "coords" in arrays:
        arrays["coords"] = arrays["coords"].astype(np.float16)
    if "logvar" in arrays:
        arrays["logvar"] = (np.rint(arrays["logvar"].astype(np.float32) * 16) / 16).astype(np.float16)
    np.savez_compressed(path, **arrays)


def halved(arrays: Mapping[str, NDArray[np.generic]]) -> dict[str, NDArray[np.generic]]:
    """Return large arrays of numbers in half precision, where they take half the space."""
    return {name: a.astype(np.float16) if a.dtype == np.float32 and a.size > 1000 else a for name, a in arrays.items()}


def copies(trained: Run) -> dict[str, dict[str, NDArray[np.generic]]]:
    """Return codes and map of some items, with the model's copies in place of the items."""
    everything = codes(trained)
    rows = np.sort(np.random.default_rng(0).permutation(len(everything["mu"]))[:COPIES])
    some = {name: array[rows] for name, array in everything.items() if name != "rows"}
    x = decode(model_at(trained), some["mu"])
    some["x"] = np.rint(np.clip(x, 0, 1) * 255).astype(np.uint8)
    here = some["mu"].astype(np.float32)
    fitted = PROJECTIONS.get("pca").fit(here)
    return {"codes": some, "map-pca": {"coords": fitted.transform(here), **fitted.to_arrays()}}


if __name__ == "__main__":
    main()
