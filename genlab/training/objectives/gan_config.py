"""What a person may choose about the game between generator and discriminator. Loads no torch."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import Field

from genlab.training.objectives.config import ObjectiveBase


def _gradient_penalty(default: float, advanced: bool) -> Any:
    return Field(
        default,
        ge=0,
        le=1000,
        title="Gradient penalty λ",
        description="Weight of what holds the discriminator's slope between data and samples at 1 (Gulrajani et al. "
        "2017); what the Wasserstein loss needs to measure a distance.",
        json_schema_extra={"advanced": advanced, "live": True},
    )


def _d_steps(default: int) -> Any:
    return Field(
        default,
        ge=1,
        le=20,
        title="Turns of the discriminator (k_D)",
        description="How often the discriminator learns in a step, each time from a batch of its own.",
        json_schema_extra={"advanced": True, "live": True},
    )


class AdversarialConfig(ObjectiveBase):
    """The switches of every game, whatever its loss: two rates, penalties, turns, noise, averaging."""

    family: ClassVar[str] = "gan"
    outputs: ClassVar[Literal["", "probability", "score"]] = "probability"

    d_learning_rate: float = Field(
        0.0,
        ge=0,
        le=1,
        title="Discriminator's learning rate (0 = as the generator's)",
        description="Size of a step of the discriminator's Adam; 0 takes Learning rate, the generator's.",
        json_schema_extra={"advanced": True, "live": True},
    )
    r1: float = Field(
        0.0,
        ge=0,
        le=1000,
        title="R1 penalty",
        description="Weight of the R1 gradient penalty on data (Mescheder et al. 2018); steadies the game.",
        json_schema_extra={"live": True},
    )
    r2: float = Field(
        0.0,
        ge=0,
        le=1000,
        title="R2 penalty",
        description="Weight of the same penalty on samples (Mescheder et al. 2018); the relativistic loss wants both.",
        json_schema_extra={"advanced": True, "live": True},
    )
    r1_every: int = Field(
        1,
        ge=1,
        le=64,
        title="R1 and R2 every so many steps",
        description="The penalty takes as long as half a step; taken every so many steps, and so much heavier, it does "
        "much the same (Karras et al. 2020).",
        json_schema_extra={"advanced": True, "live": True},
    )
    r1_fall: float = Field(
        0.0,
        ge=0,
        le=10,
        title="Fall of R1 and R2",
        description="As annealing lets the learning rate fall, both penalties fall with this power of it; 0 keeps "
        "them. One that lasts keeps the discriminator from seeing how wide a mode is.",
        json_schema_extra={"advanced": True, "live": True},
    )
    fine_below: float = Field(
        0.2,
        ge=0,
        le=1,
        title="Fine detail below",
        description="Once annealing has brought the learning rate under this share of itself, the discriminator is "
        "shown its Fourier features, where it has any, and learns fine detail, free of R1 and R2, while the generator "
        "only drifts; without annealing that never comes. 0 shows them from the beginning.",
        json_schema_extra={"advanced": True, "live": True},
    )
    gradient_penalty: float = _gradient_penalty(0.0, advanced=True)
    weight_clip: float = Field(
        0.0,
        ge=0,
        le=100,
        title="Weight clipping (0 = none)",
        description="Largest weight of the discriminator, 0 for no limit: the first Wasserstein GAN's way to bound its "
        "slope (Arjovsky et al. 2017, who took 0.01).",
        json_schema_extra={"advanced": True, "live": True},
    )
    d_steps: int = _d_steps(1)
    g_steps: int = Field(
        1,
        ge=1,
        le=20,
        title="Turns of the generator (k_G)",
        description="How often the generator learns in a step.",
        json_schema_extra={"advanced": True, "live": True},
    )
    instance_noise: float = Field(
        0.0,
        ge=0,
        le=10,
        title="Instance noise",
        description="Standard deviation of noise on all that the discriminator sees, in its own units (pictures: -1 to "
        "1, other numbers: their spread); blurs what would give samples away at once (Sønderby et al. 2017).",
        json_schema_extra={"advanced": True, "live": True},
    )
    ema: float = Field(
        0.995,
        ge=0,
        lt=1,
        title="Averaging of the generator",
        description="Share of the old weights kept at each step in the averaged generator that is shown.",
        json_schema_extra={"advanced": True, "live": True},
    )


class NonSaturatingConfig(AdversarialConfig):
    """The non-saturating GAN loss (Goodfellow et al. 2014, section 3): the generator raises log D of its samples."""

    title: ClassVar[str] = "non-saturating"

    objective: Literal["non_saturating"] = "non_saturating"


class SaturatingConfig(AdversarialConfig):
    """The minimax GAN loss (Goodfellow et al. 2014, equation 1): flat where the generator needs a slope most."""

    title: ClassVar[str] = "saturating (minimax)"

    objective: Literal["saturating"] = "saturating"


class LeastSquaresConfig(AdversarialConfig):
    """Least squares (Mao et al. 2017): outputs are drawn to 1 for data and 0 for samples, so none is far enough."""

    title: ClassVar[str] = "least squares"
    in_nats: ClassVar[bool] = False
    outputs: ClassVar[Literal["", "probability", "score"]] = "score"

    objective: Literal["least_squares"] = "least_squares"


class WassersteinConfig(AdversarialConfig):
    """The Wasserstein loss (Arjovsky et al. 2017): a critic of bounded slope measures how far samples lie from data."""

    title: ClassVar[str] = "Wasserstein"
    in_nats: ClassVar[bool] = False
    outputs: ClassVar[Literal["", "probability", "score"]] = "score"

    objective: Literal["wasserstein"] = "wasserstein"
    gradient_penalty: float = _gradient_penalty(10.0, advanced=False)
    d_steps: int = _d_steps(5)


class HingeConfig(AdversarialConfig):
    """The hinge loss (Lim & Ye 2017): items told apart by a margin no longer count."""

    title: ClassVar[str] = "hinge"
    in_nats: ClassVar[bool] = False
    outputs: ClassVar[Literal["", "probability", "score"]] = "score"

    objective: Literal["hinge"] = "hinge"


class RelativisticConfig(AdversarialConfig):
    """Relativistic pairing (Jolicoeur-Martineau 2019): each sample is judged beside a data item; wants R1 and R2."""

    title: ClassVar[str] = "relativistic pairing"
    outputs: ClassVar[Literal["", "probability", "score"]] = "score"

    objective: Literal["relativistic"] = "relativistic"
