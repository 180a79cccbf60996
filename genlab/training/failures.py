"""Settings that make a training go wrong in a known way, to be seen, understood and mended. Loads no torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from genlab.data.dataset import Dataset
from genlab.training.config import DataConfig, RunSpec
from genlab.training.presets import spec_for


@dataclass(frozen=True)
class Failure:
    """One way to go wrong.

    Attributes
    ----------
    kind : str
        The finding it raises (:data:`genlab.analysis.health.CHECKS`).
    title : str
        What happens, in a few words.
    about : str
        What to see and why it happens; terms of the glossary in double brackets.
    data, preset : str
        A set that is drawn at once, and the preset that is spoilt.
    changes : mapping of str to value
        What spoils it, as ``Config.override`` takes it.
    held_out : float
        Share of items not learned from.
    """

    kind: str
    title: str
    about: str
    data: str
    preset: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    held_out: float = 0.1

    @property
    def config(self) -> DataConfig:
        """What the run learns from."""
        return DataConfig(name=self.data, held_out=self.held_out)

    def spec(self, dataset: Dataset) -> RunSpec:
        """Return the spec of the run that goes wrong; ``dataset`` is that of :attr:`config`."""
        return spec_for(self.preset, dataset, self.config, self.changes)


FAILURES = (
    Failure(
        "dropped",
        "The generator forgets modes",
        "Eight heaps of points, and samples end up near a few of them: without its R1 penalty and with five turns a "
        "step the [[discriminator]] is so steep around the data that samples never get to the other [[mode|modes]].",
        "ring",
        "gan",
        {"r1": 0.0, "d_steps": 5, "epochs": 80},
    ),
    Failure(
        "too_strong",
        "The discriminator wins",
        "It takes five turns to each of the [[generator|generator's]] and nothing holds its slope: soon it ranks "
        "every item above every sample, and the samples drift away from the data.",
        "ring",
        "gan",
        {"r1": 0.0, "d_steps": 5, "objective": "saturating", "epochs": 80},
    ),
    Failure(
        "off_data",
        "Samples never settle",
        "The [[discriminator]] learns twenty-five times as fast as the [[generator]]: where it saw samples a moment "
        "ago it now sees data, and samples are driven about between the heaps without coming to rest on one.",
        "ring",
        "gan",
        {"d_learning_rate": 0.05, "epochs": 80},
    ),
    Failure(
        "stands_still",
        "The generator's gradients vanish",
        "A Wasserstein critic whose weights are clipped at a thousandth: each of its layers shrinks what passes, and "
        "the [[gradient]] that reaches the [[generator]] is a billionth.",
        "ring",
        "gan",
        {"objective": "wasserstein", "gradient_penalty": 0.0, "weight_clip": 0.001, "d_steps": 1, "epochs": 80},
    ),
    Failure(
        "collapsed",
        "Codes say nothing",
        "The KL term weighs fifty times as much as it should: the cheapest way is to give every item the same code, "
        "and every copy becomes the mean item.",
        "digits",
        "vae",
        {"beta": 50.0, "epochs": 600, "anneal": 0.0},
    ),
    Failure(
        "learns_by_heart",
        "Learning by heart",
        "Two large layers and nine of ten items held out: copies of the few items learned from get better and better, "
        "copies of the others worse.",
        "digits",
        "vae",
        {"latent_dim": 32, "hidden": (512, 512)},
        held_out=0.9,
    ),
    Failure(
        "run_away",
        "Losses run away",
        "A learning rate hundreds of times too large: every step overshoots, and losses grow by powers of ten.",
        "ring",
        "gan",
        {"learning_rate": 0.5, "epochs": 80},
    ),
    Failure(
        "diverged",
        "A loss becomes NaN",
        "With a learning rate of 1 the very first steps throw the weights so far that a number no longer fits into the "
        "computer's range, and the training ends.",
        "digits",
        "vae",
        {"learning_rate": 1.0},
    ),
)
"""Ways to go wrong, each shown within half a minute on two processors."""
