from pathlib import Path

import pytest

from genlab.models.config import AutoencoderConfig, GanConfig
from genlab.training.config import OBJECTIVE_CONFIGS, objectives_for
from genlab.training.objectives.registry import OBJECTIVES
from genlab.training.presets import PRESETS

DOCS = Path(__file__).resolve().parents[3] / "docs/objectives.md"


def test_every_objective_has_a_configuration_of_its_name_that_says_what_it_is():
    assert sorted(kind().objective for kind in OBJECTIVE_CONFIGS) == OBJECTIVES.names()
    for kind in OBJECTIVE_CONFIGS:
        assert kind.title
        assert kind.family in ("autoencoder", "gan")
        assert bool(kind.outputs) == (kind.family == "gan")


def test_objectives_for_a_model_are_those_that_can_train_it():
    names = {
        name: {kind().objective for kind in objectives_for(model)}
        for name, model in (
            ("vae", AutoencoderConfig()),
            ("ae", AutoencoderConfig(variational=False)),
            ("gan", GanConfig()),
        )
    }
    assert names["vae"] - names["ae"] == {"elbo", "iwae", "tcvae"}
    assert names["ae"] == {"reconstruction", "denoising", "wae_mmd"}
    assert names["gan"].isdisjoint(names["vae"])
    assert names["gan"] | names["vae"] == set(OBJECTIVES.names())


@pytest.mark.parametrize("name", [*OBJECTIVES.names(), *PRESETS.names()])
def test_page_on_objectives_names_every_objective_and_preset(name):
    assert f"`{name}`" in DOCS.read_text(encoding="utf-8")
