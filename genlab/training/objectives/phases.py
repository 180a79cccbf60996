"""The phases of a training step: an objective's step is a generator that gives way after each one.

Run through without a stop it is the fast step of every training. Taken slowly it can be looked at in between, and what
is looked at is what runs: the same lines, the same numbers. An objective may name phases of its own in its own file.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from torch import Tensor

Side = Literal["both", "discriminator", "generator"]
"""Who learns in a step of a game; a model without a game knows ``both`` alone."""


@dataclass(frozen=True)
class Phase:
    """One phase of a step.

    Attributes
    ----------
    name : str
        Unique within an objective.
    title : str
        What a page calls it.
    why : str
        One sentence: what happens, and what for.
    """

    name: str
    title: str
    why: str


Phases: TypeAlias = Generator[Phase, None, tuple[Tensor, ...]]
"""A step under way; it ends with the objective's figures, shape (B,) each."""

ENCODE = Phase(
    "encode", "Encode", "The encoder says of each item where in the latent space it belongs, and how sure it is."
)
REPARAMETERIZE = Phase(
    "reparameterize",
    "Reparameterise",
    "A code is drawn as mu + sigma times noise: written so, the gradient can pass through the draw to mu and sigma.",
)
DECODE = Phase("decode", "Decode", "The decoder says which item it expects at each code.")
LOSS = Phase("loss", "Losses", "One number says how bad this batch went: what training lowers.")
GRADIENTS = Phase(
    "gradients", "Gradients", "Backward, layer by layer: how the loss would change if each weight were a little larger."
)
UPDATE = Phase(
    "update", "Update", "Adam moves every weight a little against its gradient; the next batch meets a new model."
)

D_SAMPLE = Phase(
    "d_sample",
    "D: samples",
    "The generator makes samples from noise; beside a batch of data, they are to be told apart.",
)
D_JUDGE = Phase(
    "d_judge", "D: judge", "The discriminator scores data and samples: the higher, the more it takes an item for data."
)
D_LOSS = Phase(
    "d_loss", "D: loss", "The discriminator is charged for low scores of data and for high scores of samples."
)
D_GRADIENTS = Phase(
    "d_gradients", "D: gradients", "Backward through the discriminator alone: the generator stands still in this turn."
)
D_UPDATE = Phase(
    "d_update", "D: update", "The discriminator moves; it now tells these samples a little better from data."
)

G_SAMPLE = Phase("g_sample", "G: samples", "The generator's samples again, this time to make them more like data.")
G_JUDGE = Phase(
    "g_judge", "G: judge", "The discriminator, which has just learned and now stands still, scores the samples."
)
G_LOSS = Phase(
    "g_loss", "G: loss", "The generator is charged for samples that the discriminator does not take for data."
)
G_GRADIENTS = Phase(
    "g_gradients",
    "G: gradients",
    "Backward through the discriminator into the generator: how each sample should move to look more like data.",
)
G_UPDATE = Phase(
    "g_update", "G: update", "The generator moves, and the averaged generator that is shown follows it slowly."
)


def through(phases: Phases) -> tuple[Tensor, ...]:
    """Run a step through without a stop and return its figures."""
    while True:
        try:
            next(phases)
        except StopIteration as end:
            figures: tuple[Tensor, ...] = end.value
            return figures
