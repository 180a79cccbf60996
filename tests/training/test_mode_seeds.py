"""Mixtures with known modes, by many seeds: the GAN preset forgets no mode, hits them, and does not shrink them."""

import numpy as np
import pytest
import torch

from genlab.data.named import load
from genlab.data.named.mixture import known_modes
from genlab.metrics.mode_coverage import mode_coverage
from genlab.training.build import start
from genlab.training.config import DataConfig
from genlab.training.presets import spec_for


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(("name", "n_modes", "high_quality"), [("ring", 8, 0.9), ("grid", 25, 0.85)])
@pytest.mark.parametrize("seed", range(10))
def test_gan_preset_finds_every_mode_and_its_width(name, n_modes, high_quality, seed):
    data, (centers, sigma) = load(name), known_modes(name)
    trainer = start(spec_for("gan", data, DataConfig(name=name), {"seed": seed}), data)
    trainer.step(trainer.total_steps)
    with torch.inference_mode():
        x = trainer.model.decode(trainer.model.sample_prior(2500, torch.Generator().manual_seed(1))).mean.numpy()
    found = mode_coverage(x, centers, sigma)
    assert found.modes_captured == n_modes
    assert found.high_quality >= high_quality
    distances = np.linalg.norm(x[:, None] - centers, axis=2)  # (N, modes)
    near = np.where(distances.min(1) < 3 * sigma, distances.argmin(1), -1)
    widths = np.array([x[near == mode].std(0).mean() for mode in range(n_modes)]) / sigma
    assert 0.5 < widths.min() <= widths.max() < 1.5
