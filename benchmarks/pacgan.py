"""PacGAN's experiment on ring and grid: does judging several samples together keep a GAN from forgetting modes?

    python benchmarks/pacgan.py [--sets ring grid] [--packings 1 2 3 4] [--seeds 10] [--steps 400000] [--json]

Networks and settings are those of the paper's code (fjxmlzn/PacGAN, synthetic_data_experiments): a generator of four
layers of 400 with batch normalisation, a discriminator of three layers of 200 maxout units of five pieces, weights
from N(0, 0.02²), Adam with a rate of 1e-4 and beta1 = 0.8, batches of 100 packs, 400 epochs of 100,000 items. The
training is genlab's own. What differs: ``docs/papers.md``, with the paper's table. All defaults together take weeks on
two processor cores; choose what fits.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import genlab  # noqa: F401  before torch, which reads how its threads wait

# isort: split
import torch
from torch import Tensor, nn

from genlab.data.dataset import Dataset
from genlab.data.named.grid import grid
from genlab.data.named.mixture import known_modes
from genlab.data.named.ring import ring
from genlab.metrics.histograms import mode_counts
from genlab.metrics.mode_coverage import mode_coverage
from genlab.metrics.reverse_kl import reverse_kl
from genlab.models.config import GanConfig
from genlab.models.gan import Gan
from genlab.training.config import DataConfig, NonSaturatingConfig, RunSpec, TrainingConfig
from genlab.training.trainer import Trainer

SETS = {"ring": ring, "grid": grid}
ITEMS, PACKS, SAMPLES = 100_000, 100, 2500
WIDTH_G, WIDTH_D, PIECES, DEVIATION = 400, 200, 5, 0.02


class PaperGenerator(nn.Module):
    """Noise (B, 2) to points (B, 2)."""

    def __init__(self) -> None:
        super().__init__()
        widths = (2, *[WIDTH_G] * 4)
        hidden = [
            module
            for n_in, n_out in zip(widths, widths[1:], strict=False)
            for module in (nn.Linear(n_in, n_out, bias=False), nn.BatchNorm1d(n_out), nn.ReLU())
        ]
        self.layers = nn.Sequential(*hidden, nn.Linear(WIDTH_G, 2))

    def forward(self, z: Tensor) -> Tensor:
        """Return points, shape (B, 2)."""
        return self.layers(z)


class Maxout(nn.Linear):
    """The largest of five linear pieces a unit: (B, n_in) to (B, n_out)."""

    def __init__(self, n_in: int, n_out: int) -> None:
        super().__init__(n_in, n_out * PIECES)

    def forward(self, x: Tensor) -> Tensor:
        """Return shape (B, n_out)."""
        return super().forward(x).unflatten(1, (-1, PIECES)).amax(2)


class PaperDiscriminator(nn.Module):
    """Points (packing * B, 2) to logits (B,)."""

    minibatch_std, waves, unit = False, None, 1.0

    def __init__(self, packing: int) -> None:
        super().__init__()
        self.packing = packing
        widths = (2 * packing, WIDTH_D, WIDTH_D, WIDTH_D)
        hidden = [Maxout(n_in, n_out) for n_in, n_out in zip(widths, widths[1:], strict=False)]
        self.layers = nn.Sequential(*hidden, nn.Linear(WIDTH_D, 1))

    def forward(self, x: Tensor, c: None = None) -> Tensor:
        """Return logits, shape (B,); no classes are told."""
        return self.layers(x.reshape(len(x) // self.packing, -1)).squeeze(1)


def paper_gan(packing: int, seed: int) -> Gan:
    """Return a GAN of the paper's networks."""
    torch.manual_seed(seed)
    model = Gan(GanConfig(latent_dim=2, output="real", packing=packing), (2,))
    model.generator, model.generator_ema = PaperGenerator(), PaperGenerator()  # type: ignore[assignment]
    model.discriminator = PaperDiscriminator(packing)  # type: ignore[assignment]
    for module in (*model.generator.modules(), *model.discriminator.modules()):
        if isinstance(module, nn.Linear):
            nn.init.normal_(module.weight, std=DEVIATION)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
    return model


def run(name: str, data: Dataset, packing: int, seed: int, steps: int) -> dict[str, float]:
    """Train once and return the paper's three figures."""
    spec = RunSpec(
        data=DataConfig(name=name),
        model=GanConfig(latent_dim=2, output="real", packing=packing),
        objective=NonSaturatingConfig(ema=0.0),
        training=TrainingConfig(
            batch_size=PACKS * packing, learning_rate=1e-4, adam_beta1=0.8, seed=seed, precision="float32"
        ),
    )
    trainer = Trainer(paper_gan(packing, seed).eval(), data.x, spec)
    while trainer.step_count < steps:
        trainer.step(min(1000, steps - trainer.step_count))
    with torch.inference_mode():
        z = trainer.model.sample_prior(SAMPLES, torch.Generator().manual_seed(seed))
        x = trainer.model.generator.eval()(z).numpy()
    modes = known_modes(name)
    assert modes is not None
    found = mode_coverage(x, *modes)
    shares = reverse_kl(mode_counts(x, modes[0]), mode_counts(data.x, modes[0]))
    return {"modes": found.modes_captured, "high_quality": found.high_quality, "reverse_kl": shares}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", nargs="+", choices=list(SETS), default=list(SETS))
    parser.add_argument("--packings", nargs="+", type=int, default=[1, 2, 3, 4])
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--steps", type=int, default=400 * ITEMS // PACKS)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    rows = []
    for name in chosen.sets:
        data = SETS[name](n_items=ITEMS)
        for packing in chosen.packings:
            runs = [run(name, data, packing, seed, chosen.steps) for seed in range(chosen.seeds)]
            rows.append({"set": name, "packing": packing, "seeds": chosen.seeds, "steps": chosen.steps, "runs": runs})
            if not chosen.json:
                print(f"{name}, m = {packing}, {chosen.seeds} seeds of {chosen.steps:,} steps:", end=" ")
                print(", ".join(f"{figure} {statistics.mean(r[figure] for r in runs):.3g}" for figure in runs[0]))
    if chosen.json:
        print(json.dumps(rows, indent=2))


if __name__ == "__main__":
    main()
