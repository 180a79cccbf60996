"""Train the presets on the data sets and write ``docs/presets.md``: ``make presets``.

    python gallery/presets.py [--runs DIR] [--measure] [SET/PRESET ...]

Each is trained as it comes, without a setting changed, by the ordinary worker; with ``--measure`` only those that the
store has no run of. Data sets that are downloaded are taken from the store; one that is not there is left out. Figures
of earlier calls are kept in ``docs/presets.json``.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import genlab  # noqa: E402, F401  before torch

# isort: split
import numpy as np  # noqa: E402

from genlab.analysis.checkpoints import model_at  # noqa: E402
from genlab.analysis.evaluation import evaluate  # noqa: E402
from genlab.analysis.sampling import SOURCE_WORDS, sample, sample_from, usual_source  # noqa: E402
from genlab.exports.pictures import sheet  # noqa: E402
from genlab.exports.provenance import Provenance  # noqa: E402
from genlab.exports.scatter import scatter  # noqa: E402
from genlab.jobs.worker import train  # noqa: E402
from genlab.metrics.blockiness import blockiness  # noqa: E402
from genlab.store import Run, Store, default_store  # noqa: E402
from genlab.training.config import DataConfig, RunSpec  # noqa: E402
from genlab.training.presets import spec_for  # noqa: E402

POINTS = ("ring", "grid", "moons", "spirals", "checkerboard")
PICTURES = ("digits", "shapes-32", "shapes", "faces", "faces-64", "mnist", "fashion-mnist")
PRESETS = [
    *((name, preset) for name in POINTS for preset in ("vae", "gan")),
    *(("swiss-roll", preset) for preset in ("vae", "gan")),
    *((name, preset) for name in PICTURES for preset in ("vae", "gan" if name == "digits" else "dcgan")),
]
SAMPLES, SEED = 2500, 5
SHOWN = (5, 12)
FIGURES = ROOT / "docs/presets.json"
PAGE = ROOT / "docs/presets.md"
SHEETS = ROOT / "docs/pictures/presets"


def main() -> None:
    """Train what was named, or all, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="SET/PRESET", help="which; all by default")
    parser.add_argument("--runs", type=Path, help="folder of the store (else the usual one)")
    parser.add_argument("--measure", action="store_true", help="measure the runs there are rather than train again")
    options = parser.parse_args()
    store = default_store(options.runs)
    known = json.loads(FIGURES.read_text()) if FIGURES.exists() else {}
    for name, preset in PRESETS:
        key = f"{name}/{preset}"
        if options.names and key not in options.names:
            continue
        if name in ("mnist", "fashion-mnist") and not store.sets.has_named(name):
            print(f"{key}: not in this store; `python -m genlab data {name}` gets it")  # noqa: T201
            continue
        config = DataConfig(name=name)
        spec = spec_for(preset, store.sets.load(config), config)
        run = trained(store, spec) if options.measure else None
        if run is None:
            run = store.create_run(spec, name=f"Preset {preset} on {name}")
            train(run)
        known[key] = measured(run, key)
        print(key, known[key], flush=True)  # noqa: T201
        FIGURES.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n")
    PAGE.write_text(page(known))


def trained(store: Store, spec: RunSpec) -> Run | None:
    """Return the newest finished run of a spec, if there is one."""
    finished = (store.run(found.id) for found in store.runs() if found.state == "finished")
    return next((run for run in finished if run.spec == spec), None)


def measured(run: Run, key: str) -> dict[str, float]:
    """Return a run's figures, and keep a sheet of its samples."""
    status, data = run.status(), run.dataset()
    model = model_at(run)
    x = sample(model, SAMPLES, SEED)["x"]
    figures = {"seconds": status.seconds, "epochs": run.spec.training.epochs, **evaluate(run)}
    SHEETS.mkdir(parents=True, exist_ok=True)
    path = SHEETS / f"{key.replace('/', '-')}.png"
    source = usual_source(model) if x.ndim == 4 else "prior"
    provenance = Provenance.of(run, run.checkpoint().step, seed=f"{SEED}{SOURCE_WORDS[source]}")
    if x.ndim == 4:
        rows, columns = SHOWN
        real = data.values(np.random.default_rng(SEED).permutation(len(data))[:SAMPLES])
        figures |= {f"pattern_{period}": blockiness(x, period) / blockiness(real, period) for period in (2, 4)}
        least = 0.5 * np.quantile(real.std(axis=(1, 2, 3)), 0.001)
        figures["dead_prior"] = float((x.std(axis=(1, 2, 3)) < least).mean())
        x = sample_from(run, source, SAMPLES, SEED)["x"]
        figures["dead"] = float((x.std(axis=(1, 2, 3)) < least).mean())
        path.write_bytes(sheet(x[: rows * columns], columns, max(1, 72 // x.shape[2]), provenance=provenance))
    else:
        plane = x[:, [0, -1]] if x.shape[1] > 2 else x  # a roll is looked at from its end
        path.write_bytes(scatter(plane, provenance, size_px=320))
    return {name: round(float(value), 4) for name, value in figures.items()}


COLUMNS = {
    "seconds": "training, s",
    "epochs": "epochs",
    "recon_mse": "copy's squared error",
    "elbo": "ELBO, nats",
    "active_units": "active units",
    "knn_accuracy": "kNN accuracy",
    "precision": "precision",
    "recall": "recall",
    "modes": "modes",
    "high_quality": "high quality",
    "pattern_2": "pattern of 2",
    "pattern_4": "pattern of 4",
    "dead": "dead",
    "dead_prior": "dead, from the prior",
}


def page(known: dict[str, dict[str, float]]) -> str:
    """Return the page: a table of figures and the sheets."""
    head = f"""# Presets on the data sets

Made by `make presets` on {os.cpu_count()} processor cores ({platform.machine()}), seed 0, each preset as it comes.
Points and digits are to take a minute, larger sets of pictures five; on a shared machine the same training takes a
fifth longer in some hours. The VAEs' times of faces, MNIST and Fashion-MNIST are of an earlier day.
The faces-64 GAN was trained beside other work, on a slower processor: alone its steps come to some 400 s there (360 s
before it drew at every size), where the others' times come from one on which it had taken 246 s.
Figures on held-out items; *precision* and *recall* are
Kynkäänniemi et al.'s (2019) in the items' own numbers, not in a classifier's, so they compare with
nothing but themselves. *Pattern of 2* and *of 4* are the steps between pixels across blocks of that side over those
inside, relative to the data's: 1 is clean. *Dead* is the share of samples with less contrast than half of what one
data item in a thousand has: a shape smaller or fainter than any. Samples of pictures are drawn as Explore and
`sample` draw them unless asked otherwise: a VAE's near the data (Manifold Parzen windows, fitted to the codes), and
both kinds' where a picture holds still (the four draws in a hundred that change most when nudged are left out). A
VAE's prior also reaches places where no item ever was, and a GAN's the seams between kinds of items: hence the last
column, and *from the prior* beside *Random* (`--from prior`). Points, precision, recall and patterns are of samples
from the prior.

"""
    table = ["| set | preset | " + " | ".join(COLUMNS.values()) + " |", "|---|---|" + "---|" * len(COLUMNS)]
    sheets = []
    for name, preset in PRESETS:
        figures = known.get(f"{name}/{preset}")
        if figures is None:
            continue
        cells = [f"{figures[column]:,.3g}" if column in figures else "" for column in COLUMNS]
        table.append(f"| {name} | {preset} | " + " | ".join(cells) + " |")
        sheets.append(
            f"**{name}, {preset}**\n\n![Samples of the preset {preset} on {name}]"
            f"(pictures/presets/{name}-{preset}.png)\n"
        )
    return head + "\n".join(table) + "\n\n## Samples\n\n" + "\n".join(sheets)


if __name__ == "__main__":
    main()
