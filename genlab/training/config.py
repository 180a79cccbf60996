"""What a person may choose about a training, and the spec that makes a run repeatable. Loads no torch."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from genlab.config import Config
from genlab.models.config import AutoencoderConfig, ImportedConfig, ModelConfig


class ElboConfig(Config):
    """Maximise the evidence lower bound (Kingma & Welling 2014), weighted as in β-VAE (Higgins et al. 2017)."""

    objective: Literal["elbo"] = "elbo"
    beta: float = Field(
        1.0,
        ge=0,
        le=1000,
        title="KL weight β",
        description="Weight of the KL term. 1 is the ELBO; more orders the space and blurs the copies.",
        json_schema_extra={"live": True},
    )
    kl_warmup: float = Field(
        0.0,
        ge=0,
        le=10000,
        title="KL warm-up",
        description="Epochs over which the KL weight rises from 0 to β; helps against posterior collapse.",
        json_schema_extra={"unit": "epochs"},
    )
    free_bits: float = Field(
        0.0,
        ge=0,
        le=100,
        description="Nats a dimension may use before the KL term counts (Kingma et al. 2016).",
        json_schema_extra={"unit": "nats", "advanced": True, "live": True},
    )


class ReconstructionConfig(Config):
    """Maximise the likelihood of the copy alone: a plain autoencoder."""

    objective: Literal["reconstruction"] = "reconstruction"


class NonSaturatingConfig(Config):
    """The non-saturating GAN loss (Goodfellow et al. 2014, section 3), optionally with an R1 penalty."""

    objective: Literal["non_saturating"] = "non_saturating"
    d_learning_rate: float = Field(
        0.0,
        ge=0,
        le=1,
        title="Discriminator's learning rate",
        description="Learning rate of the discriminator; 0 takes the generator's.",
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
    r1_every: int = Field(
        1,
        ge=1,
        le=64,
        title="R1 every so many steps",
        description="The penalty takes as long as half a step; taken every so many steps, and so much heavier, it does "
        "much the same (Karras et al. 2020).",
        json_schema_extra={"advanced": True},
    )
    ema: float = Field(
        0.995,
        ge=0,
        lt=1,
        title="Averaging of the generator",
        description="Share of the old weights kept at each step in the averaged generator that is shown.",
        json_schema_extra={"advanced": True},
    )


ObjectiveConfig = Annotated[ElboConfig | ReconstructionConfig | NonSaturatingConfig, Field(discriminator="objective")]


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
