"""The geodesic between two places of a run's latent space: least change of the decoded item, away from emptiness."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from genlab.analysis.codes import codes as codes_of
from genlab.analysis.pulling import decoder_of
from genlab.errors import ConfigError
from genlab.latent.curves import energy, length
from genlab.latent.doubt import Doubt
from genlab.latent.geodesic import Geodesic, least_geodesic
from genlab.latent.paths import path
from genlab.latent.stones import over_stones
from genlab.models.protocols import LatentModel
from genlab.store import Run

Floats = NDArray[np.float32]

STEPS = 32
MOST_STONES = 400


@dataclass(frozen=True)
class Ground:
    """Where a model's codes lie, and what they decode to; a GAN's prior leaves no hole to go around.

    Attributes
    ----------
    stones : ndarray, shape (N, latent_dim)
    items : ndarray, shape (N, D)
    doubt : Doubt
    """

    stones: Floats
    items: Floats
    doubt: Doubt


def ground_of(run: Run, model: LatentModel, step: int) -> Ground | None:
    """Return the ground of an autoencoder's codes, at most 400 of them as stones; None for a GAN."""
    found = codes_of(run, step)
    if "mu" not in found:
        return None
    mu = np.asarray(found["mu"], np.float32)
    decode, _ = decoder_of(model)
    stones = mu[:: -(-len(mu) // MOST_STONES)]
    items = decode(stones)
    most = float(np.sqrt(items.var(axis=0).sum()))
    return Ground(stones, items, Doubt.fit(mu, most)) if most > 0 and len(mu) > 1 else None


def geodesic_of(
    model: LatentModel,
    a: NDArray[np.floating],
    b: NDArray[np.floating],
    ground: Ground | None = None,
    start: NDArray[np.floating] | None = None,
    steps: int = STEPS,
    seconds: float = np.inf,
) -> Geodesic:
    """Return the geodesic between two places.

    Parameters
    ----------
    model : LatentModel
    a, b : ndarray, shape (latent_dim,) or, of a GAN, (latent_dim + dim,)
        Each z, and after it the offset in a GAN's first activations; offsets go straight, z is bent.
    ground : Ground, optional
        Keeps the way to where codes lie, by the doubt elsewhere; without it the decoder's mean alone counts.
    start : ndarray, shape (steps + 1, latent_dim), optional
        A way to go on from; without it the straight, the spherical and the data's own are tried.
    steps : int, >= 2
    seconds : float
        After which it is given back as far as it has come.

    Returns
    -------
    Geodesic
        Its ``length`` and ``energy`` are those of the decoded items, doubt not counted.

    Raises
    ------
    ConfigError
        If an end or the start does not fit the model.

    References
    ----------
    Arvanitidis, Hansen & Hauberg 2018, arXiv:1710.11379.
    """
    dim = model.latent_dim
    wanted = {dim, dim + model.spaces[0].dim}
    if a.shape != b.shape or a.shape[0] not in (wanted if not model.has_encoder else {dim}):
        raise ConfigError(f"The ends of a way have {dim} numbers each in this model, got {len(a)} and {len(b)}.")
    if start is not None and start.shape != (steps + 1, dim):
        raise ConfigError(f"A way to go on from has {steps + 1} codes of {dim} numbers, got an array of {start.shape}.")
    offsets = path(a[dim:], b[dim:], steps + 1, "lerp") if len(a) > dim else None
    decode, vjp = decoder_of(model, offsets)
    ends = np.stack([a[:dim], b[:dim]]).astype(np.float64)
    starts = (
        [np.concatenate([ends[:1], start[1:-1], ends[1:]])]
        if start is not None
        else _beginnings(ends, steps, model.style_dim)
    )
    if ground is not None and start is None:
        around = over_stones(ends, decoder_of(model)[0](ends), ground.stones, ground.items, steps)
        starts += [] if around is None else [around]
    until = time.monotonic() + seconds

    def go_on() -> bool:
        return time.monotonic() < until

    if ground is None:
        return least_geodesic(starts, decode, vjp, go_on)
    doubt = ground.doubt
    found = least_geodesic(
        starts,
        lambda z: np.concatenate([decode(z), doubt.std(z)[:, None]], axis=1),
        lambda z, w: vjp(z, w[:, :-1]) + doubt.pull(z, w[:, -1]),
        go_on,
    )
    items = decode(found.codes)
    return Geodesic(found.codes, found.energies, length(items), energy(items), found.converged)


def _beginnings(ends: NDArray[np.float64], steps: int, style: int) -> list[NDArray[np.floating]]:
    return [path(ends[0], ends[1], steps + 1, kind, style) for kind in ("lerp", "slerp")]
