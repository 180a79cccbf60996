"""What a person may choose about a model. Plain pydantic: importing it loads no torch, so pages and help stay quick."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from genlab.config import Config

MOST_CLASSES = 100


class MlpConfig(Config):
    """A multi-layer perceptron body; fits every item shape."""

    body: Literal["mlp"] = "mlp"
    hidden: tuple[Annotated[int, Field(ge=1, le=8192)], ...] = Field(
        (400,),
        min_length=1,
        max_length=8,
        title="Hidden layers",
        description="Width of each hidden layer, from the data to the latent space; the other side mirrors it.",
        json_schema_extra={"unit": "units"},
    )
    activation: Literal["relu", "leaky_relu", "silu", "tanh"] = Field(
        "relu", description="The non-linearity between layers.", json_schema_extra={"advanced": True}
    )


class ConvConfig(Config):
    """Convolutions, for pictures of 8 to 64 pixels a side: overlapping kernels, or quicker patches whose seams show."""

    body: Literal["conv", "patches"] = Field("conv", json_schema_extra={"hidden": True})
    channels: int = Field(
        32,
        ge=4,
        le=512,
        title="Feature maps",
        description="Feature maps of the layer next to the picture; every halving of the picture doubles them.",
        json_schema_extra={"unit": "maps"},
    )
    activation: Literal["relu", "leaky_relu", "silu"] = Field(
        "relu", description="The non-linearity between layers.", json_schema_extra={"advanced": True}
    )
    antialias: bool = Field(
        False,
        title="Clear the finest grain",
        description="Average what is drawn over neighbouring pixels, so that the last enlargement leaves no grain of "
        "every other pixel.",
        json_schema_extra={"advanced": True},
    )
    output_skips: bool = Field(
        False,
        title="Draw at every size",
        description="Draw the picture small first and add finer detail at each larger size, rather than all at once at "
        "the end (Karras et al. 2020); for overlapping kernels.",
        json_schema_extra={"advanced": True},
    )


BodyConfig = Annotated[MlpConfig | ConvConfig, Field(discriminator="body")]


class AutoencoderConfig(Config):
    """An encoder to codes and a decoder back: a plain autoencoder, or a VAE where the code is a distribution."""

    family: Literal["autoencoder"] = "autoencoder"
    latent_dim: int = Field(
        16,
        ge=1,
        le=256,
        title="Latent size",
        description="Numbers in a code. Two can be drawn exactly; more hold more detail.",
        json_schema_extra={"unit": "dimensions"},
    )
    variational: bool = Field(
        True,
        description="Encode to a Gaussian and sample from it (a VAE), so that the space between codes decodes too.",
    )
    likelihood: Literal["bernoulli", "continuous_bernoulli", "gaussian", "gaussian_learned"] = Field(
        "bernoulli",
        description="What the decoder's output means: probabilities of ink (Bernoulli; for grey values a loss, not a "
        "density), its normalised form for grey values, or a Gaussian with fixed or learned variance.",
    )
    sigma: float = Field(
        0.1,
        gt=0,
        le=10,
        description="Standard deviation of the Gaussian with fixed variance; smaller asks for sharper copies.",
        json_schema_extra={"advanced": True},
    )
    n_classes: int = Field(
        0,
        ge=0,
        le=MOST_CLASSES,
        title="Classes told",
        description="How many classes the model is told apart by: as many as the data's labels have, and a code then "
        "says which class it is of (Kingma et al. 2014). 0 tells none.",
        json_schema_extra={"unit": "classes", "advanced": True},
    )
    body: BodyConfig = Field(MlpConfig(), description="The network that reads and draws items.")

    @property
    def code_size(self) -> int:
        """Numbers of a whole code: the latent size, and one for each class told."""
        return self.latent_dim + self.n_classes


class GanConfig(Config):
    """A generator from noise to items and a discriminator that tells them from data."""

    family: Literal["gan"] = "gan"
    latent_dim: int = Field(
        16,
        ge=1,
        le=256,
        title="Latent size",
        description="Numbers in the generator's noise vector z.",
        json_schema_extra={"unit": "dimensions"},
    )
    output: Literal["unit", "real"] = Field(
        "unit", description="Range of what is generated: 0 to 1 for pictures, any number for points."
    )
    spectral_norm: bool = Field(
        False,
        title="Spectral normalisation",
        description="Divide each of the discriminator's weights by its largest singular value, which bounds its slope "
        "(Miyato et al. 2018).",
        json_schema_extra={"advanced": True},
    )
    packing: int = Field(
        1,
        ge=1,
        le=16,
        title="Packing m",
        description="Items the discriminator judges together; two alike ones then give a forgetful generator away "
        "(PacGAN, Lin et al. 2018).",
        json_schema_extra={"unit": "items", "advanced": True},
    )
    minibatch_std: bool = Field(
        False,
        title="Minibatch standard deviation",
        description="Tell the discriminator how much the items of a batch differ (Karras et al. 2018), so that a "
        "generator that forgets is found out.",
        json_schema_extra={"advanced": True},
    )
    fourier_features: int = Field(
        0,
        ge=0,
        le=512,
        title="Fourier features",
        description="Waves of an item's numbers that the discriminator is shown beside them, so that it can tell fine "
        "detail, such as how wide a mode is (Tancik et al. 2020). For points and tables. They are shown late, once "
        "annealing has lowered the rate; 0 shows none.",
        json_schema_extra={"unit": "waves", "advanced": True},
    )
    n_classes: int = Field(
        0,
        ge=0,
        le=MOST_CLASSES,
        title="Classes told",
        description="How many classes the model is told apart by: as many as the data's labels have, and a code then "
        "says which class it is of (Mirza & Osindero 2014). 0 tells none.",
        json_schema_extra={"unit": "classes", "advanced": True},
    )
    body: BodyConfig = Field(MlpConfig(hidden=(128, 128)), description="The networks of generator and discriminator.")

    @property
    def code_size(self) -> int:
        """Numbers of a whole code: the latent size, and one for each class told."""
        return self.latent_dim + self.n_classes


class ImportedConfig(Config):
    """A model made elsewhere: its graphs run in the visitor's browser alone, so there is nothing to build."""

    family: Literal["imported"] = "imported"
    latent_dim: int = Field(16, ge=1, le=1024, title="Latent size", description="Numbers in a code.")
    variational: bool = Field(False, description="Whether the codes came with variances.")
    low: float = Field(0.0, description="The number that is shown black.")
    high: float = Field(1.0, description="The number that is shown white.")
    n_classes: ClassVar[int] = 0

    @property
    def code_size(self) -> int:
        """Numbers of a code."""
        return self.latent_dim


ModelConfig = Annotated[AutoencoderConfig | GanConfig | ImportedConfig, Field(discriminator="family")]
