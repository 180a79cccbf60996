"""The ring of eight, by many seeds: no mode may be forgotten."""

import pytest
import torch

from genlab.data.named.ring import SIGMA, ring, ring_centers
from genlab.metrics.mode_coverage import mode_coverage
from genlab.training.build import start
from genlab.training.config import DataConfig
from genlab.training.presets import spec_for


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.parametrize("seed", range(5))
def test_gan_preset_finds_every_mode_of_the_ring(seed):
    data = ring()
    trainer = start(spec_for("gan", data, DataConfig(name="ring"), {"seed": seed}), data)
    trainer.step(trainer.total_steps)
    with torch.inference_mode():
        x = trainer.model.decode(trainer.model.sample_prior(2500, torch.Generator().manual_seed(1))).mean.numpy()
    assert mode_coverage(x, ring_centers(), SIGMA).modes_captured == 8
