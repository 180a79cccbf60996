"""How fast genlab trains, against Pythae's trainer and the loop of PyTorch's DCGAN example.

    python benchmarks/training.py [--json] [--only NAME] [--quick] [--clock wall|cpu]

Two figures: items per second with the same network, and seconds of training to 95% of the ELBO's improvement. The peer
trains the same function in PyTorch's own layers (``peers/networks.py``). Both sides run turn about, each in a process
of its own (``peers/apart.py``), and the median counts; the peer gets the thread count it is quickest with. On a machine
busy with other work, ``--clock cpu --threads 1`` counts processor seconds. How to get Pythae: ``peers/trainers.py``.
genlab starts from the mean item, as its trainings do, so the way to the ELBO is counted from the peer's start for both.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import genlab  # noqa: F401  before torch, which reads how its threads wait

# isort: split
import numpy as np
import torch
from peers.apart import CLOCKS, Apart
from peers.networks import plain_autoencoder, plain_gan
from peers.trainers import HOW_TO_INSTALL, common_conv, has_pythae
from sklearn.datasets import load_digits
from torch import Tensor

from genlab.models.autoencoder import Autoencoder
from genlab.models.config import AutoencoderConfig, ConvConfig, GanConfig, MlpConfig
from genlab.models.families import build
from genlab.training.batches import as_values
from genlab.training.config import DataConfig, ElboConfig, NonSaturatingConfig, RunSpec, TrainingConfig
from genlab.training.trainer import Trainer

MNIST = ROOT.parent / "shared/data/mnist/train-images-idx3-ubyte.gz"
PEER_RATES = (1e-3, 2e-3, 4e-3, 8e-3, 1.6e-2)


@dataclass(frozen=True)
class Row:
    """One line of the table; ``ratio`` is genlab's advantage, ``wanted`` its least."""

    name: str
    unit: str
    genlab: float
    peer: float
    ratio: float
    wanted: float
    note: str


@dataclass(frozen=True)
class Settings:
    """What the command line chose."""

    clock: Callable[[], float]
    threads: int
    rounds: int
    scale: float
    apart: Apart


def spec(model: AutoencoderConfig | GanConfig, batch_size: int, learning_rate: float, threads: int) -> RunSpec:
    return RunSpec(
        data=DataConfig(name="benchmark"),
        model=model,
        objective=ElboConfig() if isinstance(model, AutoencoderConfig) else NonSaturatingConfig(),
        training=TrainingConfig(batch_size=batch_size, learning_rate=learning_rate, threads=threads),
    )


def timed(work: Callable[[], object], threads: int, clock: Callable[[], float]) -> float:
    torch.set_num_threads(threads)
    begin = clock()
    work()
    return clock() - begin


def threads_note(peer: str, threads: int, trainer: Trainer) -> str:
    return f"{peer} at {threads} thread(s); genlab {trainer.machine.threads}, bfloat16={trainer.machine.bfloat16}"


def thread_counts(settings: Settings) -> tuple[int, ...]:
    return (settings.threads,) if settings.threads else tuple({1, os.cpu_count() or 1})


def race(settings: Settings, mine: Callable[[], object], method: str, *given: object) -> tuple[float, float, int]:
    """Return median seconds of ``mine`` and of the peer's ``method`` at its best thread count, and that count."""
    counts = thread_counts(settings)
    ours, theirs = [], {threads: [] for threads in counts}
    mine()  # warm
    settings.apart.call(counts[-1], "peer", method, *given)
    for _ in range(settings.rounds):
        ours.append(timed(mine, counts[-1], settings.clock))  # the trainer chooses its own threads
        for threads, seconds in theirs.items():
            seconds.append(settings.apart.call(threads, "peer", method, *given)[1])
    medians = {threads: statistics.median(seconds) for threads, seconds in theirs.items()}
    best = min(medians, key=lambda threads: medians[threads])
    return statistics.median(ours), medians[best], best


def vae_throughput(
    name: str, x: Tensor, config: AutoencoderConfig, batch_size: int, wanted: float, settings: Settings, epochs: int = 1
) -> Row:
    """Race over ``epochs`` passes a round: on few items several, lest one is over before the caches are warm."""
    model = build(config, tuple(x.shape[1:]))
    assert isinstance(model, Autoencoder)
    steps = min(len(x) // batch_size, max(4, round(24 * settings.scale)))
    n = steps * batch_size
    settings.apart.make(
        "peer", "PythaeVae", *plain_autoencoder(model), as_values(x[:n]), config.latent_dim, batch_size, 1e-3
    )
    trainer = Trainer(model, x, spec(config, batch_size, 1e-3, settings.threads))
    ours, theirs, threads = race(settings, lambda: trainer.step(epochs * steps), "train_epochs", epochs)
    note = threads_note("Pythae", threads, trainer)
    return Row(name, "items/s", epochs * n / ours, epochs * n / theirs, theirs / ours, wanted, note)


def gan_throughput(
    name: str, x: Tensor, config: GanConfig, batch_size: int, steps: int, wanted: float, settings: Settings
) -> Row:
    model = build(config, tuple(x.shape[1:]))
    steps = max(2, round(steps * settings.scale))
    settings.apart.make("peer", "DcganLoop", *plain_gan(model), as_values(x), config.latent_dim, batch_size, 2e-4)
    trainer = Trainer(model, x, spec(config, batch_size, 2e-4, settings.threads))
    ours, theirs, threads = race(settings, lambda: trainer.step(steps), "train", steps)
    note = threads_note("DCGAN example's loop", threads, trainer)
    return Row(name, "steps/s", steps / ours, steps / theirs, theirs / ours, wanted, note)


def seconds_to_elbo(
    name: str,
    x: Tensor,
    config: AutoencoderConfig,
    batch_size: int,
    rate: float,
    epochs: float,
    slice_steps: int,
    wanted: float,
    settings: Settings,
    peer_network: Callable[[int], tuple[torch.nn.Module, torch.nn.Module]] | None = None,
) -> Row:
    """Race to 95% of the way from the peer's first to its best held-out loss; evaluation is off the clock."""
    held_out, items = as_values(x[: len(x) // 10][:2000]), x[len(x) // 10 :]
    model = build(config, tuple(x.shape[1:]))
    assert isinstance(model, Autoencoder)
    encoder, decoder = peer_network(config.latent_dim) if peer_network else plain_autoencoder(model)
    apart = settings.apart
    for r in PEER_RATES:
        apart.make(str(r), "PythaeVae", encoder, decoder, as_values(items), config.latent_dim, batch_size, r)
    model.start_from(as_values(items))  # as genlab.training.start does
    trainer = Trainer(model, items, spec(config, batch_size, rate, settings.threads))
    ours, theirs = Curve(), {r: Curve() for r in PEER_RATES}
    ours.add(0.0, loss_of(trainer, held_out))
    for r in PEER_RATES:
        theirs[r].add(0.0, apart.call(1, str(r), "negative_elbo", held_out)[0])
    threads = thread_counts(settings)[-1] if trainer.machine.threads > 1 else 1
    rows = torch.randperm(len(items), generator=torch.Generator().manual_seed(0))
    chunk = slice_steps * batch_size
    for turn in range(round(epochs * len(items) / chunk)):
        ours.add(timed(lambda: trainer.step(slice_steps), threads, settings.clock), loss_of(trainer, held_out))
        part = rows.roll(-turn * chunk)[:chunk]
        for r in PEER_RATES:
            seconds = apart.call(threads, str(r), "train_on", part)[1]
            theirs[r].add(seconds, apart.call(threads, str(r), "negative_elbo", held_out)[0])
    best = min(min(curve.losses) for curve in theirs.values())
    first = next(iter(theirs.values())).losses[0]
    target = first - 0.95 * (first - best)
    reached = {r: curve.reach(target) for r, curve in theirs.items()}
    quickest = min(reached, key=lambda r: reached[r])
    mine, peer_s = ours.reach(target), reached[quickest]
    note = f"to {target:.1f} nats; Pythae's best rate {quickest:g}"
    note += ", on 4x4 convolutions" if peer_network else ""
    return Row(name, "s", mine, peer_s, peer_s / mine, 1 / wanted, note)


class Curve:
    """Held-out loss against seconds of training."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.losses: list[float] = []

    def add(self, seconds: float, loss: float) -> None:
        """Note a loss after ``seconds`` more of training."""
        self.seconds.append((self.seconds[-1] if self.seconds else 0.0) + seconds)
        self.losses.append(loss)

    def reach(self, target: float) -> float:
        """Return the seconds at which the loss first came to ``target``, between two measurements; inf if never."""
        for i in range(1, len(self.losses)):
            if self.losses[i] <= target:
                share = (self.losses[i - 1] - target) / (self.losses[i - 1] - self.losses[i])
                return self.seconds[i - 1] + share * (self.seconds[i] - self.seconds[i - 1])
        return float("inf")


@torch.no_grad()
def loss_of(trainer: Trainer, x: Tensor) -> float:
    posterior = trainer.model.encode(x)
    z, kl = posterior.sample_with_kl(torch.Generator().manual_seed(0))
    return float((kl - trainer.model.decode(z).log_prob(x)).mean())


def digits() -> Tensor:
    return torch.from_numpy((load_digits().images / 16).astype(np.float32)[:, None])


def pictures() -> tuple[Tensor, bool]:
    """Return MNIST's training images if they are here, else noise of the same shape; and whether they are real."""
    if MNIST.exists():
        raw = gzip.decompress(MNIST.read_bytes())[16:]
        return torch.from_numpy(np.frombuffer(raw, np.uint8).reshape(-1, 1, 28, 28).copy()), True
    return torch.randint(0, 256, (60_000, 1, 28, 28), dtype=torch.uint8), False


def cases(settings: Settings, with_pythae: bool) -> dict[str, Callable[[], Row]]:
    """Return every measurement by name."""
    small = AutoencoderConfig(latent_dim=8, body=MlpConfig(hidden=(128,)))
    mlp = AutoencoderConfig(latent_dim=16, body=MlpConfig(hidden=(400,)))
    patches = AutoencoderConfig(latent_dim=16, body=ConvConfig(body="patches", channels=32))
    conv = AutoencoderConfig(latent_dim=16, body=ConvConfig(channels=32))
    ring_gan = GanConfig(latent_dim=2, output="real", body=MlpConfig(hidden=(64, 64), activation="leaky_relu"))
    dcgan = GanConfig(latent_dim=64, body=ConvConfig(channels=64, activation="leaky_relu"))
    ring, colour = torch.randn(10_000, 2), torch.randint(0, 256, (1_024, 3, 32, 32), dtype=torch.uint8)
    mnist, is_real = pictures()
    s = settings
    found: dict[str, Callable[[], Row]] = {
        "2-D GAN": lambda: gan_throughput("2-D GAN", ring, ring_gan, 256, 150, 1.8, s),
        "32x32 DCGAN": lambda: gan_throughput("32x32 DCGAN", colour, dcgan, 128, 4, 2.0, s),
    }
    if with_pythae:
        found |= {
            "digits MLP": lambda: vae_throughput("digits MLP", digits(), small, 128, 2.2, s, epochs=20),
            "784-400-16 MLP": lambda: vae_throughput("784-400-16 MLP", mnist, mlp, 256, 2.4, s),
            "28x28 patches": lambda: vae_throughput("28x28 patches", mnist, patches, 256, 2.2, s),
            "28x28 conv": lambda: vae_throughput("28x28 conv", mnist, conv, 256, 2.2, s),
            "digits MLP to ELBO": lambda: seconds_to_elbo(
                "digits MLP to ELBO", digits(), small, 128, 8e-3, 60 * s.scale, 6, 1 / 3, s
            ),
        }
        if is_real:
            epochs = 6 * s.scale
            found["MNIST MLP to ELBO"] = lambda: seconds_to_elbo(
                "MNIST MLP to ELBO", mnist, mlp, 256, 4e-3, epochs, 25, 0.4, s
            )
            found["MNIST conv to ELBO, same network"] = lambda: seconds_to_elbo(
                "MNIST conv, same network", mnist, patches, 256, 4e-3, epochs, 25, 0.45, s
            )
            found["MNIST conv to ELBO"] = lambda: seconds_to_elbo(
                "MNIST conv to ELBO", mnist, patches, 256, 4e-3, epochs, 25, 0.45, s, common_conv
            )
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    parser.add_argument("--only", default="", help="run the cases whose name contains this")
    parser.add_argument("--quick", action="store_true", help="fewer and shorter rounds")
    parser.add_argument("--clock", choices=sorted(CLOCKS), default="wall")
    parser.add_argument("--threads", type=int, default=0, help="threads of both sides; 0 lets each have its best")
    given = parser.parse_args()
    rounds, scale = (3, 0.3) if given.quick else (11, 1.0)
    settings = Settings(CLOCKS[given.clock], given.threads, rounds, scale, Apart(given.clock))
    with_pythae = has_pythae()
    notes = [] if with_pythae else [HOW_TO_INSTALL]
    if not MNIST.exists():
        notes.append(f"MNIST is not at {MNIST.name} beside the repository: noise of its shape is timed, no ELBO raced.")
    rows = []
    for name, measure in cases(settings, with_pythae).items():
        if given.only in name:
            rows.append(measure())
            if not given.json:
                r = rows[-1]
                print(
                    f"{r.name:20} {r.genlab:10,.2f} {r.peer:10,.2f} {r.unit:8} ratio {r.ratio:5.2f} "
                    f"(wanted {r.wanted:.2f})  {r.note}",
                    flush=True,
                )
    settings.apart.close()
    if given.json:
        print(json.dumps({"rows": [asdict(row) for row in rows], "notes": notes}))
    else:
        print(*notes, sep="\n")


if __name__ == "__main__":
    main()
