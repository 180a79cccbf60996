"""From codes to items, and new items from a model's prior."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import numpy as np
import torch
from numpy.typing import NDArray

from genlab.analysis.checkpoints import model_at, step_of
from genlab.analysis.codes import BATCH, map_codes
from genlab.errors import CapabilityError, ConfigError
from genlab.latent.parzen import draw_near
from genlab.latent.steadiness import draw_steady
from genlab.models.protocols import LatentModel
from genlab.store import Run

MOST_SAMPLES = 1_000_000

Source = Literal["data", "steady", "prior"]
"""Where codes are drawn: near the data's, where pictures hold still when nudged, from the whole prior."""

SOURCE_WORDS: dict[Source, str] = {"data": ", near the data", "steady": ", steady", "prior": ""}
"""What a picture's provenance says of it, after the seed."""


def usual_source(model: LatentModel) -> Source:
    """Return where draws come from unless one asks: from where a model draws well, and its prior may reach farther."""
    if model.has_encoder:
        return "data"
    return "steady" if _is_of_pictures(model) else "prior"


def sample_from(
    run: Run, source: Source, n: int, seed: int = 0, label: int | None = None, step: int | None = None
) -> dict[str, NDArray[np.float32]]:
    """Draw codes of a run's model from ``source`` and decode them.

    Parameters
    ----------
    run : Run
    source : str
        ``data``: see :func:`sample_near_data`; ``steady``: :func:`sample_steady`; ``prior``: :func:`sample`.
    n, seed, label, step
        As of those.

    Returns
    -------
    dict of str to ndarray
        As of :func:`sample`.

    Raises
    ------
    ConfigError, CapabilityError
        As those do.
    """
    if source == "data":
        return sample_near_data(run, n, seed, label, step)
    return (sample_steady if source == "steady" else sample)(model_at(run, step), n, seed, label)


def sample(model: LatentModel, n: int, seed: int = 0, label: int | None = None) -> dict[str, NDArray[np.float32]]:
    """Draw codes from the prior and decode them.

    Parameters
    ----------
    n : int
        1 to 1,000,000.
    seed : int
        Equal seeds give equal samples on one machine.
    label : int, optional
        The one class of all of them, for a model that is told classes; by default each class is as likely.

    Returns
    -------
    dict of str to ndarray
        ``x`` (n, *item_shape) float32, the likelihood's mean, and the ``z`` (n, latent_dim) float32 it comes from.

    Raises
    ------
    ConfigError
        If ``n`` or ``seed`` is out of range.
    CapabilityError
        If the model is told no classes, or has none of that number.
    """
    _check(n, seed)
    z = _of_prior(model, seed, label)(n)
    return {"x": decode(model, z), "z": z}


def sample_near_data(
    run: Run, n: int, seed: int = 0, label: int | None = None, step: int | None = None
) -> dict[str, NDArray[np.float32]]:
    """Draw codes near those of a run's data, as :func:`~genlab.latent.parzen.draw_near` does, and decode them.

    Of pictures also steady ones, as :func:`sample_steady` draws: codes that lie close may be of two kinds.

    Parameters
    ----------
    run : Run
    n, seed : int
        As of :func:`sample`.
    label : int, optional
        Where classes are told, the one class of all of them, drawn about the codes in which the encoder sees it; by
        default each is of the class seen in the code it is drawn about.
    step : int, optional
        A checkpoint's; the last one by default.

    Returns
    -------
    dict of str to ndarray
        As of :func:`sample`.

    Raises
    ------
    ConfigError
        If ``n`` or ``seed`` is out of range, or fewer than two codes are of the class.
    CapabilityError
        If the model has no encoder, or is told no classes or none of that number.
    """
    _check(n, seed)
    step = step_of(run, step)
    model = model_at(run, step)
    if not model.has_encoder:
        raise CapabilityError(
            "A GAN has no encoder, so where its data lie among its codes is not known; draw from the prior."
        )
    style = model.style_dim
    codes = map_codes(run, step)  # (N, latent_dim)
    if codes.shape[1] > style:
        seen = codes[:, style:].argmax(1)  # (N,)
        codes = np.concatenate([codes[:, :style], np.eye(codes.shape[1] - style, dtype=np.float32)[seen]], 1)
    if label is not None:
        if not 0 <= label < codes.shape[1] - style:
            raise CapabilityError(f"The model is told no class {label}; leave it out, or train with n_classes.")
        codes = codes[seen == label]
        if len(codes) < 2:
            raise ConfigError(
                f"The encoder sees class {label} in {len(codes)} of the data's codes, too few to draw near; draw from "
                "the prior."
            )

    def draw(count: int) -> NDArray[np.float32]:
        z, rows = draw_near(codes, count, seed)  # (count, latent_dim)
        z[:, style:] = codes[rows, style:]
        return z

    spread = np.ones(style) if run.spec.has_prior else codes[:, :style].std(0)  # (style,)
    z = draw_steady(draw, lambda z: decode(model, z), spread, n, seed) if _is_of_pictures(model) else draw(n)
    return {"x": decode(model, z), "z": z}


def sample_steady(
    model: LatentModel, n: int, seed: int = 0, label: int | None = None
) -> dict[str, NDArray[np.float32]]:
    """Draw codes from a GAN's prior that keep off its seams, as :func:`~genlab.latent.steadiness.draw_steady` does.

    Parameters
    ----------
    model : LatentModel
    n, seed, label
        As of :func:`sample`.

    Returns
    -------
    dict of str to ndarray
        As of :func:`sample`.

    Raises
    ------
    ConfigError
        If ``n`` or ``seed`` is out of range.
    CapabilityError
        If the model is no GAN of pictures, is told no classes, or has none of that number.
    """
    _check(n, seed)
    if usual_source(model) != "steady":
        raise CapabilityError("Steady draws are a GAN's of pictures; draw near the data, or from the prior.")
    draw = _of_prior(model, seed, label)
    z = draw_steady(draw, lambda z: decode(model, z), np.ones(model.style_dim), n, seed)
    return {"x": decode(model, z), "z": z}


def _of_prior(model: LatentModel, seed: int, label: int | None) -> Callable[[int], NDArray[np.float32]]:
    """Return what gives as many codes of the prior as it is asked for, shape (count, latent_dim)."""
    noise = torch.Generator().manual_seed(seed)

    def draw(count: int) -> NDArray[np.float32]:
        condition = None if label is None else torch.full((count,), label)
        return model.sample_prior(count, noise, condition).numpy()

    return draw


def _is_of_pictures(model: LatentModel) -> bool:
    return len(model.item_shape) == 3


def _check(n: int, seed: int) -> None:
    if not 1 <= n <= MOST_SAMPLES:
        raise ConfigError(f"The number of samples must be between 1 and {MOST_SAMPLES:,}, got {n}.")
    if not 0 <= seed < 2**63:
        raise ConfigError(f"seed must be between 0 and 2**63 - 1, got {seed}.")


def decode(model: LatentModel, z: NDArray[np.floating]) -> NDArray[np.float32]:
    """Return the items at codes z, shape (N, latent_dim), as (N, *item_shape) float32: the likelihood's mean."""
    with torch.inference_mode():
        parts = torch.tensor(z, dtype=torch.float32).split(BATCH)
        return torch.cat([model.decode(part).mean for part in parts]).numpy()
