import numpy as np
import pytest

from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.store import Run, Store
from genlab.training.config import DataConfig, RunSpec

WEIGHTS = {"decoder.weight": np.arange(12, dtype=np.float32).reshape(3, 4), "steps": np.asarray(7, np.int64)}
OPTIMISER = {"adam.first": np.ones(5, np.float32), "noise": np.arange(16, dtype=np.uint8)}


@pytest.fixture
def spec() -> RunSpec:
    return RunSpec(preset="vae", data=DataConfig(name="digits"))


@pytest.fixture
def run(store: Store, spec: RunSpec) -> Run:
    return store.create_run(spec, "first steps")


@pytest.fixture
def trained(run: Run) -> Run:
    """A finished run with three records and two checkpoints."""
    with run.writer() as writer:
        writer.status(state="running", total_steps=20)
        for step in (1, 10, 20):
            writer.metric({"step": step, "epoch": step / 10, "seconds": step / 100, "values": {"loss": 30.0 / step}})
            if step >= 10:
                writer.checkpoint(step, WEIGHTS, OPTIMISER, {"step": step, "epoch": step / 10})
            writer.status(step=step, epoch=step / 10)
        writer.preview(samples=np.zeros((16, 1, 8, 8), np.uint8), step=np.asarray(20))
        writer.status(state="finished")
    return run


@pytest.fixture
def own_data() -> Dataset:
    rng = np.random.default_rng(0)
    return Dataset(
        name="my scans",
        x=rng.integers(0, 255, (30, 1, 8, 8), dtype=np.uint8),
        modality=Modality.IMAGE,
        value_kind=ValueKind.UNIT,
        labels=rng.integers(0, 2, 30),
        label_names=("cat", "dog"),
        source="a scanner",
        licence="mine",
        factors={"angle": rng.normal(size=30).astype(np.float32)},
    )
