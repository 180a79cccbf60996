"""The well-known combinations by name, with sizes and rates that suit the data at hand. Loads no torch.

A preset looks at a few facts of a data set: the value kind gives the likelihood (or a GAN's output range), the item
shape gives the body, the number of items gives the batch size and the epochs; pictures without greys steady a game.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from genlab.data.arrays import check_pixels
from genlab.data.dataset import Dataset, ValueKind
from genlab.errors import ConfigError
from genlab.models.config import MOST_CLASSES, AutoencoderConfig, ConvConfig, GanConfig, MlpConfig
from genlab.registry import Registry
from genlab.training.classes import check_classes
from genlab.training.config import (
    DataConfig,
    DenoisingConfig,
    ElboConfig,
    HingeConfig,
    IwaeConfig,
    LeastSquaresConfig,
    NonSaturatingConfig,
    ReconstructionConfig,
    RelativisticConfig,
    RunSpec,
    TcvaeConfig,
    TrainingConfig,
    WaeMmdConfig,
    WassersteinConfig,
)
from genlab.training.objectives.gan_config import AdversarialConfig

PRESETS: Registry[Callable[[Dataset, DataConfig], RunSpec]] = Registry("model")


def spec_for(preset: str, dataset: Dataset, data: DataConfig, overrides: Mapping[str, Any] | None = None) -> RunSpec:
    """Return the spec of a preset on a data set.

    Parameters
    ----------
    preset : str
        A name in :data:`PRESETS`.
    dataset : Dataset
    data : DataConfig
        How the run names that data set and splits it.
    overrides : mapping of str to value or text, optional
        Fields to change, by own name or dotted path: ``{"latent_dim": "2", "body": "conv"}``.

    Raises
    ------
    UnknownNameError
        For a preset that does not exist.
    ConfigError
        For an override that no field takes, a body that cannot take the items, or classes that the items do not have.
    DataError
        For pictures that do not lie within 0 to 1.
    """
    spec = PRESETS.get(preset)(dataset, data).override(overrides or {})
    check_classes(spec.model, dataset)
    check_pixels(dataset)
    if spec.body_name != "mlp" and not _is_picture(dataset):
        raise ConfigError(
            f"The conv body takes pictures of 8 to 64 pixels a side, but items of '{dataset.name}' have shape "
            f"{'x'.join(map(str, dataset.item_shape))}; choose body=mlp."
        )
    return spec


def suits(preset: str, dataset: Dataset) -> bool:
    """Tell whether a data set has what a preset needs; those that are told classes need labels."""
    try:
        PRESETS.get(preset)(dataset, DataConfig(name="any"))
    except ConfigError:
        return False
    return True


@PRESETS.register("ae")
def ae(dataset: Dataset, data: DataConfig) -> RunSpec:
    """Return a plain autoencoder: point codes, the copy's likelihood alone."""
    model = _autoencoder(dataset, variational=False)
    return _spec("ae", data, model, ReconstructionConfig(), _training(dataset, data, steps=2_500))


@PRESETS.register("vae")
def vae(dataset: Dataset, data: DataConfig) -> RunSpec:
    """Return a variational autoencoder (Kingma & Welling 2014, arXiv:1312.6114)."""
    return _vae("vae", dataset, data, beta=1.0)


@PRESETS.register("beta-vae")
def beta_vae(dataset: Dataset, data: DataConfig) -> RunSpec:
    """Return a VAE whose KL term weighs several times as much, on ten dimensions at most (Higgins et al. 2017)."""
    # a small picture gains few nats a nat of code: at 4 the digits' best code is none
    spec = _vae("beta-vae", dataset, data, beta=2.0 if 4 < math.prod(dataset.item_shape) < 4096 else 4.0)
    return spec.override({"latent_dim": min(spec.model.latent_dim, 10)})


@PRESETS.register("gan")
def gan(dataset: Dataset, data: DataConfig) -> RunSpec:
    """Return a GAN of perceptrons (Goodfellow et al. 2014, arXiv:1406.2661)."""
    size, points = math.prod(dataset.item_shape), _is_small(dataset)
    hidden = (64,) * 3 if points else (128, 128) if size <= 128 else (512, 256)
    model = GanConfig(
        latent_dim=size if points else 16,
        output="real" if dataset.value_kind is ValueKind.REAL else "unit",
        body=MlpConfig(hidden=hidden, activation="leaky_relu"),
        fourier_features=64 if points else 0,
    )
    steps, batch_size = (26_500, 128) if points else (9_000, 128) if size <= 16 else (4_000, 64)
    # modes are found and hit at a high rate and a strong penalty; their width is learned at the end, in fine detail
    rates = {"learning_rate": 2e-3, "anneal": 0.75} if points else {"learning_rate": 1e-3}
    training = _training(dataset, data, steps, batch_size).model_copy(update={**rates, "adam_beta1": 0.5})
    penalty = {"r1": 0.1, "r1_fall": 2.0} if points else {"r1": 0.5}
    return _spec("gan", data, model, NonSaturatingConfig(r1_every=4, **penalty), training)


@PRESETS.register("dcgan")
def dcgan(dataset: Dataset, data: DataConfig) -> RunSpec:
    """Return a convolutional GAN (after Radford et al. 2016, arXiv:1511.06434); perceptrons for what is no picture."""
    if not _is_picture(dataset):
        return gan(dataset, data).model_copy(update={"preset": "dcgan"})
    side = max(dataset.item_shape[1:])
    model = GanConfig(
        latent_dim=16 if side <= 16 else 64,
        output="unit",
        body=ConvConfig(channels=24 if side <= 32 else 12, activation="leaky_relu"),
    )
    size, is_silhouette = math.prod(dataset.item_shape), _is_silhouette(dataset)
    if size >= 4096 and not is_silhouette:  # what a short training leaves of a larger picture's grain is seen
        clean = {"antialias": True, "output_skips": True}
        model = model.model_copy(update={"body": model.body.model_copy(update=clean)})
    steps = 6_000 if size <= 1024 else 4_500 if size < 4096 else 3_600  # five minutes on two cores
    if is_silhouette:
        steps = 8_500 if size <= 1024 else 5_200  # of one channel these are quicker, and corners come late
    training = _training(dataset, data, steps, batch_size=64).model_copy(
        update={"learning_rate": 1e-3, "adam_beta1": 0.5}
    )
    # hard edges alone tell data from samples until the generator has them: a penalty that is heavy, then falls
    penalty = {"r1": 0.7 * math.sqrt(size / 1024), "r1_fall": 1.0} if is_silhouette else {"r1": 0.5}
    return _spec("dcgan", data, model, NonSaturatingConfig(r1_every=8, ema=0.998, **penalty), training)


@PRESETS.register("dae")
def dae(dataset: Dataset, data: DataConfig) -> RunSpec:
    """Return a denoising autoencoder (Vincent et al. 2008): noisy items in, clean copies out."""
    return ae(dataset, data).model_copy(update={"preset": "dae", "objective": DenoisingConfig()})


@PRESETS.register("iwae")
def iwae(dataset: Dataset, data: DataConfig) -> RunSpec:
    """Return an importance-weighted autoencoder (Burda et al. 2016, arXiv:1509.00519): five codes an item."""
    return vae(dataset, data).model_copy(update={"preset": "iwae", "objective": IwaeConfig(n_samples=5)})


@PRESETS.register("tc-vae")
def tc_vae(dataset: Dataset, data: DataConfig) -> RunSpec:
    """Return a β-TCVAE (Chen et al. 2018, arXiv:1802.04942): a VAE whose dimensions must not depend on each other."""
    return vae(dataset, data).model_copy(update={"preset": "tc-vae", "objective": TcvaeConfig(beta=4.0)})


@PRESETS.register("wae")
def wae(dataset: Dataset, data: DataConfig) -> RunSpec:
    """Return a Wasserstein autoencoder (Tolstikhin et al. 2018, arXiv:1711.01558): point codes, spread as the prior."""
    return ae(dataset, data).model_copy(update={"preset": "wae", "objective": WaeMmdConfig()})


@PRESETS.register("lsgan")
def lsgan(dataset: Dataset, data: DataConfig) -> RunSpec:
    """Return a least-squares GAN (Mao et al. 2017, arXiv:1611.04076)."""
    return _game("lsgan", dataset, data, LeastSquaresConfig)


@PRESETS.register("wgan-gp")
def wgan_gp(dataset: Dataset, data: DataConfig) -> RunSpec:
    """Return a Wasserstein GAN whose critic's slope is held at 1 (Gulrajani et al. 2017, arXiv:1704.00028)."""
    spec = _game("wgan-gp", dataset, data, WassersteinConfig)
    objective = spec.objective.model_copy(update={"r1": 0.0, "r1_every": 1, "r1_fall": 0.0})
    epochs = max(5, spec.training.epochs // 4)  # a step of six turns takes several times as long
    training = spec.training.model_copy(update={"adam_beta1": 0.0, "epochs": epochs})
    return spec.model_copy(update={"objective": objective, "training": training})


@PRESETS.register("sngan")
def sngan(dataset: Dataset, data: DataConfig) -> RunSpec:
    """Return a GAN with hinge loss and spectral normalisation (Miyato et al. 2018, arXiv:1802.05957)."""
    spec = _game("sngan", dataset, data, HingeConfig)
    return spec.model_copy(update={"model": spec.model.model_copy(update={"spectral_norm": True})})


@PRESETS.register("r3gan")
def r3gan(dataset: Dataset, data: DataConfig) -> RunSpec:
    """Return a GAN with relativistic pairing, R1 and R2 (Huang et al. 2024, arXiv:2501.05441)."""
    spec = _game("r3gan", dataset, data, RelativisticConfig)
    objective = spec.objective
    assert isinstance(objective, RelativisticConfig)
    training = spec.training.model_copy(update={"adam_beta1": 0.0})
    return spec.model_copy(
        update={"objective": objective.model_copy(update={"r2": objective.r1}), "training": training}
    )


@PRESETS.register("cvae")
def cvae(dataset: Dataset, data: DataConfig) -> RunSpec:
    """Return a VAE that is told the class of an item (Kingma et al. 2014, arXiv:1406.5298, M2 on labelled data)."""
    return _told("cvae", vae(dataset, data), dataset)


@PRESETS.register("cgan")
def cgan(dataset: Dataset, data: DataConfig) -> RunSpec:
    """Return a GAN that is told classes (Mirza & Osindero 2014), by a projection (Miyato & Koyama 2018)."""
    is_large = math.prod(dataset.item_shape) > 256
    return _told("cgan", dcgan(dataset, data) if is_large else gan(dataset, data), dataset)


def _told(preset: str, spec: RunSpec, dataset: Dataset) -> RunSpec:
    """Return a spec whose model is told the data set's classes."""
    if not dataset.n_classes or dataset.labels is None:
        raise ConfigError(
            f"The model '{preset}' is told classes, but '{dataset.name}' has no labels; choose labelled data, or "
            f"'{preset.removeprefix('c')}'."
        )
    if dataset.n_classes > MOST_CLASSES:
        raise ConfigError(
            f"The model '{preset}' is told at most {MOST_CLASSES} classes, but '{dataset.name}' has "
            f"{dataset.n_classes:,}; choose '{preset.removeprefix('c')}', or fewer classes."
        )
    model = spec.model.model_copy(update={"n_classes": dataset.n_classes})
    return spec.model_copy(update={"preset": preset, "model": model})


def _game(preset: str, dataset: Dataset, data: DataConfig, objective: type[AdversarialConfig]) -> RunSpec:
    """Return the convolutional GAN's spec (perceptrons' for what is no picture) with another loss, and no waves."""
    spec = dcgan(dataset, data)
    kept = spec.objective.model_dump(include={"r1", "r1_every", "r1_fall", "ema"})
    model = spec.model.model_copy(update={"fourier_features": 0})
    return spec.model_copy(update={"preset": preset, "model": model, "objective": objective.parse(kept)})


def _spec(preset: str, data: DataConfig, model: Any, objective: Any, training: TrainingConfig) -> RunSpec:
    return RunSpec(preset=preset, data=data, model=model, objective=objective, training=training)


def _vae(preset: str, dataset: Dataset, data: DataConfig, beta: float) -> RunSpec:
    model = _autoencoder(dataset, variational=True)
    is_large = math.prod(dataset.item_shape) >= 4096
    steps = 8_000 if _is_small(dataset) else 2_000 if is_large else 2_500
    if _is_silhouette(dataset):
        steps = 3_500 if is_large else 6_000  # corners come late
    training = _training(dataset, data, steps)
    # a variance that starts large makes codes not worth their KL, and they collapse before it has shrunk
    warmup = training.epochs / 3 if model.likelihood == "gaussian_learned" else 0.0
    return _spec(preset, data, model, ElboConfig(beta=beta, kl_warmup=round(warmup)), training)


def _autoencoder(dataset: Dataset, variational: bool) -> AutoencoderConfig:
    size = math.prod(dataset.item_shape)
    is_real = dataset.value_kind is ValueKind.REAL
    body: MlpConfig | ConvConfig
    is_colour = _is_picture(dataset) and dataset.item_shape[0] == 3
    if _is_picture(dataset) and size >= 1024:
        body = ConvConfig(channels=32 if is_colour and max(dataset.item_shape[1:]) <= 32 else 16)
    elif size > 256:
        body = MlpConfig(hidden=(400,))
    else:
        body = MlpConfig(hidden=(128, 128) if size <= 16 else (128,))
    is_fixed = is_colour or (is_real and _is_small(dataset))
    return AutoencoderConfig(
        latent_dim=min(size, 2) if size <= 4 else 8 if size <= 256 else 16 if size <= 1024 else 32,
        variational=variational,
        likelihood="gaussian" if is_fixed else "gaussian_learned" if is_real else "bernoulli",
        # smaller: better copies, more holes to sample from; four times the pixels weigh four times as much
        sigma=0.2 * max(1, max(dataset.item_shape[1:]) / 32) if is_colour else 0.05 if is_fixed else 0.1,
        body=body,
    )


def _is_small(dataset: Dataset) -> bool:
    """Tell points of the plane or of space, which a code of two numbers can follow closely."""
    return math.prod(dataset.item_shape) <= 3


def _training(dataset: Dataset, data: DataConfig, steps: int, batch_size: int | None = None) -> TrainingConfig:
    """Give every data set about the same number of steps, and at least five passes."""
    n = max(1, round(len(dataset) * (1 - data.held_out)))
    batch = batch_size or (128 if n < 20_000 or math.prod(dataset.item_shape) >= 4096 else 256)
    epochs = max(5, round(steps * min(batch, n) / n))
    rate = 4e-3 if n < 5_000 else 2e-3
    return TrainingConfig(epochs=epochs, batch_size=batch, learning_rate=rate, anneal=0.5)


def _is_picture(dataset: Dataset) -> bool:
    shape = dataset.item_shape
    return len(shape) == 3 and all(8 <= side <= 64 for side in shape[1:])


def _is_silhouette(dataset: Dataset) -> bool:
    """Tell pictures that are black and white but for a few pixels at their edges."""
    x = dataset.values(slice(0, 256))  # (256, C, H, W)
    return _is_picture(dataset) and bool(((x > 0.1) & (x < 0.9)).mean() < 0.04)
