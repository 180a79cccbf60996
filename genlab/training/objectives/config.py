"""What a person may choose about an objective: the base of all, and those that train autoencoders. Loads no torch."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from genlab.config import Config


class ObjectiveBase(Config):
    """What every objective says of itself, so that nobody has to know it by name.

    Attributes
    ----------
    title : str
        What a page calls it.
    family : str
        The model family it trains.
    needs_spread : bool
        True if it needs a variational model.
    in_nats : bool
        True if its losses are nats an item; else they have no unit.
    outputs : {'', 'probability', 'score'}
        What a discriminator's two curves are: its belief to see data, or its bare output.
    fits_prior : bool
        True if codes drawn from the prior are meant to decode to items.
    """

    title: ClassVar[str] = ""
    family: ClassVar[str] = "autoencoder"
    needs_spread: ClassVar[bool] = False
    in_nats: ClassVar[bool] = True
    outputs: ClassVar[Literal["", "probability", "score"]] = ""
    fits_prior: ClassVar[bool] = True


class AutoencodingConfig(ObjectiveBase):
    """What every autoencoder's training can be set to."""

    class_weight: float = Field(
        10.0,
        ge=0,
        le=1000,
        title="Class weight",
        description="Where classes are told: weight of the encoder's loss for naming an item's class (Kingma et al. "
        "2014).",
        json_schema_extra={"advanced": True, "live": True},
    )


class ElboConfig(AutoencodingConfig):
    """Maximise the evidence lower bound (Kingma & Welling 2014), weighted as in β-VAE (Higgins et al. 2017)."""

    title: ClassVar[str] = "ELBO"
    needs_spread: ClassVar[bool] = True

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


class ReconstructionConfig(AutoencodingConfig):
    """Maximise the likelihood of the copy alone: a plain autoencoder."""

    title: ClassVar[str] = "reconstruction"
    fits_prior: ClassVar[bool] = False

    objective: Literal["reconstruction"] = "reconstruction"


class DenoisingConfig(AutoencodingConfig):
    """Copy the clean item from a noisy one (Vincent et al. 2008): what is learned is what noise cannot hide."""

    title: ClassVar[str] = "denoising"
    fits_prior: ClassVar[bool] = False

    objective: Literal["denoising"] = "denoising"
    input_noise: float = Field(
        0.3,
        ge=0,
        le=10,
        title="Noise on the input",
        description="Standard deviation of what is added to each number that the encoder sees: of pictures as a share "
        "of black to white, of other numbers as a share of their own spread.",
        json_schema_extra={"live": True},
    )


class IwaeConfig(AutoencodingConfig):
    """Maximise the importance-weighted bound (Burda et al. 2016): several codes an item, the better ones count more."""

    title: ClassVar[str] = "importance-weighted bound"
    needs_spread: ClassVar[bool] = True

    objective: Literal["iwae"] = "iwae"
    n_samples: int = Field(
        5,
        ge=1,
        le=128,
        title="Codes an item k",
        description="Codes drawn for each item. With 1 it is the ELBO; more make the bound tighter and steps slower.",
        json_schema_extra={"live": True},
    )


class TcvaeConfig(AutoencodingConfig):
    """β-TCVAE (Chen et al. 2018): the KL term taken apart, and only its dependence between dimensions weighted."""

    title: ClassVar[str] = "ELBO with total correlation weighted"
    needs_spread: ClassVar[bool] = True

    objective: Literal["tcvae"] = "tcvae"
    beta: float = Field(
        4.0,
        ge=0,
        le=1000,
        title="Total correlation's weight β",
        description="Weight of what makes the dimensions of a code depend on each other. 1 is the ELBO; more gives "
        "each dimension a meaning of its own.",
        json_schema_extra={"live": True},
    )


class WaeMmdConfig(AutoencodingConfig):
    """Wasserstein autoencoder (Tolstikhin et al. 2018): copies, and codes that together lie as the prior does."""

    title: ClassVar[str] = "reconstruction and MMD"

    objective: Literal["wae_mmd"] = "wae_mmd"
    mmd_weight: float = Field(
        100.0,
        ge=0,
        le=1e6,
        title="MMD weight λ",
        description="Weight of the distance between the codes of a batch and as many draws from the prior.",
        json_schema_extra={"live": True},
    )
