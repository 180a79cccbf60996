"""What a person may choose about a training, and the spec that makes a run repeatable. Loads no torch."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from genlab.config import Config
from genlab.models.config import AutoencoderConfig, GanConfig, ImportedConfig, ModelConfig
from genlab.training.objectives.config import (
    DenoisingConfig,
    ElboConfig,
    IwaeConfig,
    ReconstructionConfig,
    TcvaeConfig,
    WaeMmdConfig,
)
from genlab.training.objectives.gan_config import (
    HingeConfig,
    LeastSquaresConfig,
    NonSaturatingConfig,
    RelativisticConfig,
    SaturatingConfig,
    WassersteinConfig,
)

ObjectiveConfig = Annotated[
    ElboConfig
    | ReconstructionConfig
    | DenoisingConfig
    | IwaeConfig
    | TcvaeConfig
    | WaeMmdConfig
    | NonSaturatingConfig
    | SaturatingConfig
    | LeastSquaresConfig
    | WassersteinConfig
    | HingeConfig
    | RelativisticConfig,
    Field(discriminator="objective"),
]
OBJECTIVE_CONFIGS: tuple[type[ObjectiveConfig], ...] = get_args(get_args(ObjectiveConfig)[0])
"""Every objective's configuration."""


def objectives_for(model: AutoencoderConfig | GanConfig) -> list[type[ObjectiveConfig]]:
    """Return the configurations of the objectives that can train a model."""
    has_spread = isinstance(model, AutoencoderConfig) and model.variational
    return [kind for kind in OBJECTIVE_CONFIGS if kind.family == model.family and (has_spread or not kind.needs_spread)]


class TrainingConfig(Config):
    """How long, how fast and on what to train."""

    epochs: int = Field(
        30, ge=1, le=100_000, description="Passes over the training items.", json_schema_extra={"unit": "epochs"}
    )
    batch_size: int = Field(
        128, ge=1, le=65_536, description="Items a step learns from.", json_schema_extra={"unit": "items"}
    )
    learning_rate: float = Field(
        2e-3, gt=0, le=1, description="Size of a step of the Adam optimiser.", json_schema_extra={"live": True}
    )
    anneal: float = Field(
        0.0,
        ge=0,
        le=1,
        title="Annealed share",
        description="Last share of the training, 0 to 1, over which the learning rates fall evenly to nothing; "
        "what was still trembling comes to rest.",
        json_schema_extra={"advanced": True},
    )
    adam_beta1: float = Field(
        0.9,
        ge=0,
        lt=1,
        title="Adam β₁",
        description="Adam's memory of past gradients; GANs like it short.",
        json_schema_extra={"advanced": True},
    )
    seed: int = Field(
        0,
        ge=0,
        le=2**31 - 1,
        description="Equal seeds repeat a training exactly on the same machine.",
    )
    device: Literal["auto", "cpu", "cuda"] = Field(
        "auto", description="Where to compute; auto takes a GPU if there is one.", json_schema_extra={"advanced": True}
    )
    precision: Literal["auto", "float32", "bfloat16"] = Field(
        "auto",
        description="Arithmetic of the large products; auto takes bfloat16 where the processor is fast at it.",
        json_schema_extra={"advanced": True},
    )
    threads: int = Field(
        0,
        ge=0,
        le=256,
        title="Threads (0 = automatic)",
        description="Processor threads; 0 chooses for the size of the network.",
        json_schema_extra={"advanced": True},
    )
    checkpoint_every: float = Field(
        10.0,
        ge=0.1,
        le=3600,
        title="Checkpoint every",
        description="Seconds between checkpoints; one is always written at the end.",
        json_schema_extra={"unit": "s", "advanced": True},
    )


class DataConfig(Config):
    """Which data, and which of it is held out."""

    name: str = Field(description="A named data set, or the id of one of your own in the store.", min_length=1)
    own: bool = Field(
        False, description="True if the name is the id of an own data set.", json_schema_extra={"hidden": True}
    )
    held_out: float = Field(
        0.1,
        ge=0,
        le=0.9,
        title="Held-out share",
        description="Share of the items kept from training, to measure on.",
        json_schema_extra={"advanced": True},
    )
    split_seed: int = Field(
        0,
        ge=0,
        le=2**31 - 1,
        description="Seed of the split into training and held-out items.",
        json_schema_extra={"advanced": True},
    )


class RunSpec(Config):
    """Everything that fixes a run: data, model, objective, training. Equal specs repeat the run."""

    preset: str = Field("", description="The preset this began as.", json_schema_extra={"hidden": True})
    data: DataConfig
    model: ModelConfig = AutoencoderConfig()
    objective: ObjectiveConfig = ElboConfig()
    training: TrainingConfig = TrainingConfig()

    @property
    def body_name(self) -> str:
        """Which network: ``mlp``, ``conv`` or ``patches``; empty for a model made elsewhere."""
        return "" if isinstance(self.model, ImportedConfig) else self.model.body.body

    def with_objective(self, objective: str) -> RunSpec:
        """Return the spec with another objective, which keeps what was set of the switches both have alike."""
        chosen = self.override({"objective": objective}).objective
        defaults = type(self.objective)()
        kept = {
            name: value
            for name, value in self.objective.model_dump(exclude={"objective"}).items()
            if value != getattr(defaults, name) and getattr(chosen, name, None) == getattr(defaults, name)
        }
        return self.model_copy(update={"objective": chosen.model_copy(update=kept)})

    @property
    def fine_from(self) -> float | None:
        """Epoch from which a discriminator is shown its Fourier features; None where that is no moment of its own."""
        waves, below = getattr(self.model, "fourier_features", 0), getattr(self.objective, "fine_below", 0.0)
        if not waves or not below or not self.training.anneal:
            return None
        return self.training.epochs * (1 - self.training.anneal * below)

    @property
    def has_prior(self) -> bool:
        """Whether codes drawn from the prior are meant to decode to items: true of all but plain autoencoders."""
        return self.model.variational if isinstance(self.model, ImportedConfig) else self.objective.fits_prior
