"""What a browser may ask of the warm worker: each question's name, and what its arguments must be. Loads no torch.

A new one is a function of ``(store, run, step, **arguments)`` in :data:`genlab.jobs.quick.KINDS` and a line here.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from genlab.config import Config

Finite = Annotated[float, Field(allow_inf_nan=False)]
Code = Annotated[list[Finite], Field(min_length=1, max_length=8192)]


class Nothing(Config):
    """A question without arguments."""


class GeodesicAsked(Config):
    """Where a geodesic goes; a place is z with a GAN's offset appended."""

    a: Code = Field(description="One end.")
    b: Code = Field(description="The other.")
    steps: int = Field(32, ge=2, le=64, description="Steps of the way.")
    careful: bool = Field(True, description="Whether it keeps to where codes lie.")
    start: list[Code] | None = Field(None, max_length=65, description="The z of a way to go on from.")


class MomentAsked(Config):
    """Which moment of a training is to be prepared: the step is the address's, that of the last one shown ``last``."""

    moment: int = Field(ge=0, description="Step of the checkpoint.")
    map: str | None = Field(None, max_length=100, description="The t-SNE map to lay it on; None for the PCA.")


class GuessAsked(Config):
    """An item to be placed into a model that cannot encode it."""

    item: list[Finite] = Field(min_length=1, max_length=1 << 16, description="Its numbers, one after another.")


class JudgeAsked(Config):
    """Codes whose items a GAN's discriminator is to judge."""

    codes: list[Code] = Field(min_length=1, max_length=1024, description="Codes of its first activations.")


ASKED: dict[str, type[Config]] = {
    "warm": Nothing,
    "geodesic": GeodesicAsked,
    "guess": GuessAsked,
    "judge": JudgeAsked,
    "moment": MomentAsked,
}
