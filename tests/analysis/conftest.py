"""Small real runs, trained once a session."""

import pytest

from genlab.data.named import load
from genlab.models.config import AutoencoderConfig, MlpConfig
from genlab.store import Run, Store
from genlab.training.build import start
from genlab.training.config import DataConfig, RunSpec
from genlab.training.presets import spec_for

SMALL = {
    "vae": ("vae", "digits", {"epochs": 6, "latent_dim": 4, "hidden": "64"}),
    "ae": ("ae", "digits", {"epochs": 4, "latent_dim": 3, "hidden": "64"}),
    "gan": ("gan", "digits", {"epochs": 1, "hidden": "32,24"}),
    "cvae": ("cvae", "digits", {"epochs": 6, "latent_dim": 4, "hidden": "64"}),
    "cgan": ("cgan", "digits", {"epochs": 1, "hidden": "32,24"}),
    "ring": ("gan", "ring", {"epochs": 1, "hidden": "32,32"}),
    "ring-vae": ("vae", "ring", {"epochs": 2}),
}


def train(store: Store, preset: str, data: str, changes: dict[str, object]) -> Run:
    """Train in memory and keep one checkpoint, without a worker."""
    dataset = load(data)
    run = store.create_run(spec_for(preset, dataset, DataConfig(name=data), changes))
    trainer = start(run.spec, dataset)
    with run.writer() as writer:
        writer.facts(dataset)
        trainer.step(trainer.total_steps)
        state = trainer.state()
        writer.checkpoint(trainer.step_count, state.model, state.trainer, {**state.info, "epoch": trainer.epoch})
        writer.status(state="finished", step=trainer.step_count, epoch=trainer.epoch)
    return run


@pytest.fixture
def small_spec() -> RunSpec:
    """Return the spec of a VAE with three latent dimensions and eight hidden units on digits."""
    return RunSpec(data=DataConfig(name="digits"), model=AutoencoderConfig(latent_dim=3, body=MlpConfig(hidden=(8,))))


@pytest.fixture(scope="session")
def trained(tmp_path_factory):
    """Return run by name of SMALL; each is trained when first asked for, and then shared: do not write into it."""
    store = Store(tmp_path_factory.mktemp("analysis"))
    runs: dict[str, Run] = {}

    def get(name: str) -> Run:
        if name not in runs:
            runs[name] = train(store, *SMALL[name])
        return runs[name]

    return get
