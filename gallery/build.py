"""Train the gallery again from its recorded specs and seeds: ``make gallery``.

Each run is trained by the ordinary worker in a store of its own, then kept here without what only a training needs
(optimiser state, records of every step), so that the repository stays small.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from genlab.analysis.evaluation import evaluate  # noqa: E402
from genlab.data.resolve import resolve  # noqa: E402
from genlab.jobs.worker import train  # noqa: E402
from genlab.store import Run, Store  # noqa: E402
from genlab.training.config import DataConfig  # noqa: E402
from genlab.training.presets import spec_for  # noqa: E402

RECORDED: dict[str, tuple[str, str, str, dict[str, str]]] = {
    # id: (name, preset, data, what differs from the preset)
    "digits-vae": ("Digits, VAE", "vae", "digits", {"hidden": "256", "beta": "0.7", "epochs": "120"}),
    "digits-gan": (
        "Digits, GAN",
        "gan",
        "digits",
        {"hidden": "128,128", "r1": "0.1", "learning_rate": "2e-3", "epochs": "250"},
    ),
    "ring-gan": ("Ring of eight, GAN", "gan", "ring", {"hidden": "128,128", "r1": "0.01", "epochs": "300"}),
}


def main(names: list[str]) -> None:
    """Build the named runs, or all of them."""
    for run_id in names or RECORDED:
        name, preset, data, changes = RECORDED[run_id]
        config = DataConfig(name=data)
        spec = spec_for(preset, resolve(data), config, changes)
        with tempfile.TemporaryDirectory() as folder:
            trained = Store(folder).create_run(spec, name=name)
            train(trained)
            figures = evaluate(trained)
            _keep(trained, run_id)
        print(run_id, {key: round(value, 4) for key, value in figures.items()})  # noqa: T201


def _keep(trained: Run, run_id: str) -> None:
    shutil.rmtree(HERE / "runs" / run_id, ignore_errors=True)
    kept = Store(HERE).create_run(trained.spec, name=trained.name, run_id=run_id)
    last = trained.checkpoint()
    status = trained.status()
    records = [record for record in trained.metrics() if "values" in record]
    with kept.writer() as writer:
        writer.facts(trained.dataset())
        writer.checkpoint(last.step, last.model, {}, last.info)
        for record in records[:: max(1, len(records) // 100)]:
            writer.metric({key: value for key, value in record.items() if key not in ("seq", "time")})
        writer.status(**status.model_dump(exclude={"seq", "pid", "heartbeat"}))
    for graph in ("decoder", "encoder", "enter"):
        content = trained.graph(graph)
        if content is not None:
            kept.put_graph(graph, content)
    for key in ("codes", "map-pca", "effects", "evaluation"):
        arrays = trained.cache_get(f"{key}-{last.step}")
        if arrays is not None:
            kept.cache_put(f"{key}-{last.step}", arrays)


if __name__ == "__main__":
    main(sys.argv[1:])
