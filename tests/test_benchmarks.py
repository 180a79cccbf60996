"""What benchmarks compare with is written for the networks as they are now."""

import importlib
from pathlib import Path

import pytest

from genlab.data.named import load
from genlab.models.families import build
from genlab.training.config import DataConfig
from genlab.training.presets import spec_for


@pytest.fixture
def networks(monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).parents[1] / "benchmarks")
    return importlib.import_module("peers.networks")


@pytest.mark.parametrize(
    ("preset", "data", "changes"),
    [
        ("gan", "ring", {}),
        ("gan", "ring", {"fourier_features": 0}),
        ("dcgan", "digits", {"body": "conv", "channels": 4}),
        ("vae", "digits", {}),
        ("vae", "digits", {"body": "conv", "channels": 4}),
        ("vae", "digits", {"body": "patches", "channels": 4}),
    ],
)
def test_a_peer_gets_the_same_function_in_plain_layers(networks, preset, data, changes):
    dataset = load(data)
    spec = spec_for(preset, dataset, DataConfig(name=data), changes)
    plain = networks.plain_gan if spec.model.family == "gan" else networks.plain_autoencoder
    first, second = plain(build(spec.model, dataset.item_shape))  # refuses what does not compute the same
    assert next(first.parameters()).requires_grad
    assert next(second.parameters()).requires_grad
