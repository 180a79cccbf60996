import subprocess
import sys

import numpy as np
import pytest

from genlab.data.dataset import Dataset
from genlab.data.named import DATASETS, SLOW, load
from genlab.errors import ConfigError, UnknownNameError
from genlab.training.build import start
from genlab.training.config import DataConfig, RunSpec
from genlab.training.presets import PRESETS, spec_for, suits

DATA = DataConfig(name="some data")


TOLD = ("cvae", "cgan")


@pytest.mark.parametrize("preset", PRESETS.names())
def test_preset_trains_on_every_kind_of_data_that_it_suits(preset, any_dataset):
    assert suits(preset, any_dataset) == (preset not in TOLD or any_dataset.labels is not None)
    if not suits(preset, any_dataset):
        with pytest.raises(ConfigError, match="has no labels; choose labelled data"):
            spec_for(preset, any_dataset, DATA)
        return
    spec = spec_for(preset, any_dataset, DATA, {"batch_size": "16", "threads": "1"})
    assert spec.preset == preset
    assert RunSpec.from_json(spec.to_json()) == spec
    trainer = start(spec, any_dataset)
    assert all(np.isfinite(value) for value in trainer.step(2).values.values())
    assert trainer.model.decode(trainer.model.sample_prior(2)).mean.shape == (2, *any_dataset.item_shape)


@pytest.mark.parametrize("name", DATASETS.names())
def test_every_preset_trains_on_the_embedded_sets(name):
    whole = load(name) if name not in SLOW else DATASETS.get(name)(n_items=40)
    labels = None if whole.labels is None else whole.labels[:40]
    few = Dataset(name, whole.x[:40], whole.modality, whole.value_kind, labels, whole.label_names)
    tiny = {"batch_size": "8", "threads": "1", "precision": "float32"}
    for preset in PRESETS.names():
        if not suits(preset, few):
            continue
        spec = spec_for(preset, few, DATA, tiny)
        size = {"hidden": "8"} if spec.body_name == "mlp" else {"channels": "4"}
        trainer = start(spec_for(preset, few, DATA, tiny | size), few)
        values = trainer.step(3).values
        assert all(np.isfinite(value) for value in values.values()), (preset, values)
        trainer.set({leaf.path: leaf.value for leaf in spec.leaves() if leaf.live})


def test_points_know_from_when_fine_detail_is_learned():
    data = load("ring")
    spec = spec_for("gan", data, DataConfig(name="ring"), {"epochs": 100})
    assert spec.fine_from == pytest.approx(85)  # annealed over the last 75 epochs, under a fifth for the last 15
    assert spec.override({"anneal": 0.0}).fine_from is None
    assert spec_for("vae", data, DataConfig(name="ring")).fine_from is None


def test_overrides_reach_their_fields(digits):
    spec = spec_for("vae", digits, DATA, {"latent_dim": "2", "body": "conv", "channels": "8", "epochs": "3"})
    assert (spec.model.latent_dim, spec.model.body.body, spec.model.body.channels) == (2, "conv", 8)
    assert spec.training.epochs == 3


def test_preset_is_refused_when_unknown(digits):
    with pytest.raises(UnknownNameError, match="Did you mean 'vae'"):
        spec_for("vea", digits, DATA)


def test_conv_body_is_refused_when_items_are_no_pictures(ring):
    with pytest.raises(ConfigError, match="choose body=mlp"):
        spec_for("vae", ring, DATA, {"body": "conv"})


def test_presets_load_no_torch():
    code = "import sys, genlab.training.presets; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
