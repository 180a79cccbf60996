import time
from collections.abc import Callable

import pytest

from genlab.models.config import AutoencoderConfig, MlpConfig
from genlab.training.config import DataConfig, RunSpec, TrainingConfig

DEADLINE_S = 120.0


def tiny_spec(epochs: int = 20, **training) -> RunSpec:
    """A digits VAE so small that a step takes a fraction of a millisecond; 12 steps an epoch."""
    return RunSpec(
        preset="vae",
        data=DataConfig(name="digits"),
        model=AutoencoderConfig(latent_dim=2, body=MlpConfig(hidden=(16,))),
        training=TrainingConfig(epochs=epochs, checkpoint_every=0.1, threads=1, precision="float32", **training),
    )


def wait_for(what: Callable[[], bool], sentence: str) -> None:
    """Wait, generously, until something holds; it is no measure of speed."""
    deadline = time.monotonic() + DEADLINE_S
    while not what():
        if time.monotonic() > deadline:
            pytest.fail(f"waited {DEADLINE_S:g} s in vain until {sentence}")
        time.sleep(0.01)


@pytest.fixture
def spec() -> RunSpec:
    return tiny_spec()
