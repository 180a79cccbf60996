"""Fog: how far to believe what is decoded at a place. Mirrored by the browser (web/src/math/fog.ts)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from genlab.errors import ConfigError
from genlab.latent.neighbors import nearest

Floats = NDArray[np.floating]
Function = Callable[[Floats], Floats]
"""From rows to rows: codes (n, dim) to items (n, ...), or items to codes."""

BANDWIDTH_ROWS = 500
BANDWIDTH_NEIGHBOR = 5
STEP = 1e-2
"""How far, in units of the prior, a code is moved for a derivative: float32 keeps five digits of the difference."""
FLOOR = 1e-8
"""Added to every stretch squared: what does not move the item at all still has a logarithm."""


def prior_density(codes: Floats, mean: Floats | None = None, std: Floats | None = None) -> NDArray[np.float64]:
    """Return the log density of codes under a Gaussian, less that at its middle: shape (n,), in nats, <= 0.

    Parameters
    ----------
    codes : ndarray, shape (n, dim)
    mean, std : ndarray, shape (dim,), optional
        Of the Gaussian; the standard normal prior by default. An autoencoder without a prior takes its codes'. A
        dimension without spread is passed over.
    """
    apart = np.asarray(codes, np.float64) - (0 if mean is None else mean)
    scale = np.ones(apart.shape[1]) if std is None else np.asarray(std, np.float64)
    return np.asarray(-0.5 * np.square(apart[:, scale > 0] / scale[scale > 0]).sum(axis=1))


def bandwidth(codes: Floats) -> float:
    """Return the width of the bumps for :func:`code_density`: the median distance of a code to its fifth neighbour.

    At most 500 codes, evenly spaced by row, are looked at; codes that all coincide have width 1.
    """
    n = len(codes)
    m = min(n, BANDWIDTH_ROWS)
    rows = np.arange(m) * n // m
    k = min(BANDWIDTH_NEIGHBOR + 1, n)
    _, distances = nearest(codes, np.asarray(codes)[rows], k)
    width = float(np.median(distances[:, -1]))
    return width if width > 0 else 1.0


def code_density(places: Floats, codes: Floats, width: float | None = None) -> NDArray[np.float64]:
    """Return the log density of ``codes`` at ``places``, less that at a typical code: shape (n,), in nats.

    A Gaussian bump on every code; 0 is the median of the (at most 500) codes that the width is measured from, each
    without its own bump.

    Parameters
    ----------
    places : ndarray, shape (n, dim)
    codes : ndarray, shape (N, dim)
    width : float, optional
        Standard deviation of a bump, :func:`bandwidth` by default.

    References
    ----------
    Parzen 1962, "On estimation of a probability density function and mode".
    """
    table = np.asarray(codes, np.float64)
    h = bandwidth(codes) if width is None else width
    n = len(table)
    m = min(n, BANDWIDTH_ROWS)
    typical = _log_bumps(table[np.arange(m) * n // m], table, h, own=np.arange(m) * n // m)
    return _log_bumps(np.asarray(places, np.float64), table, h) - float(np.median(typical))


def round_trip(places: Floats, decode: Function, encode: Function) -> NDArray[np.float64]:
    """Return how far a code comes back from where it was decoded: shape (n,), in units of the codes.

    Where the decoder makes something like the data, the encoder finds the code again; in a hole it does not.

    Parameters
    ----------
    places : ndarray, shape (n, dim)
    decode, encode : callable
    """
    z = np.asarray(places, np.float32)
    back = np.asarray(encode(np.asarray(decode(z), np.float32)), np.float64)
    return np.asarray(np.linalg.norm(back - z, axis=1))


def magnification(places: Floats, decode: Function, step: float = STEP) -> NDArray[np.float64]:
    """Return log10 of sqrt(det J'J): how much room in the space of items a unit of room around a code takes, (n,).

    High on the borders between kinds of items, low where moving changes little. The decoder's derivative J is taken by
    differences, one decode a dimension. A direction that changes nothing counts with a stretch of 1e-4.

    Parameters
    ----------
    places : ndarray, shape (n, dim)
    decode : callable
    step : float

    References
    ----------
    Bishop, Svensén & Williams 1997, "Magnification factors for the GTM algorithm"; Arvanitidis, Hansen & Hauberg 2018,
    arXiv:1710.11379, section 3.
    """
    z = np.asarray(places)
    n, dim = z.shape
    moved = (z[:, None] + step * np.eye(dim, dtype=z.dtype)).reshape(n * dim, dim)
    here = np.asarray(decode(z), np.float64).reshape(n, 1, -1)
    jacobian = (np.asarray(decode(moved), np.float64).reshape(n, dim, -1) - here) / step  # (n, dim, D)
    metric = jacobian @ jacobian.transpose(0, 2, 1) + FLOOR * np.eye(dim)  # (n, dim, dim)
    return np.asarray(np.linalg.slogdet(metric)[1] / (2 * np.log(10)))


class Votes(NamedTuple):
    """What the codes nearest to places are, both of shape (n,): the commonest label, and its share in (0, 1]."""

    labels: NDArray[np.int32]
    shares: NDArray[np.float64]


def class_votes(places: Floats, codes: Floats, labels: NDArray[np.integer], k: int = 15) -> Votes:
    """Return what a classifier by nearest neighbours says at ``places``.

    Parameters
    ----------
    places : ndarray, shape (n, dim)
    codes : ndarray, shape (N, dim)
    labels : ndarray, shape (N,)
    k : int
        How many vote, fewer if there are fewer codes; of labels with equally many votes the lower wins.

    Raises
    ------
    ConfigError
        If there are not as many labels as codes.

    References
    ----------
    Cover & Hart 1967, "Nearest neighbor pattern classification".
    """
    if len(labels) != len(codes):
        raise ConfigError(f"Each of {len(codes):,} codes needs a label to vote with, got {len(labels):,}.")
    rows, _ = nearest(codes, np.atleast_2d(np.asarray(places)), min(k, len(codes)))
    names = np.unique(labels)
    counts = (np.asarray(labels)[rows][:, :, None] == names).sum(axis=1)  # (n, labels)
    return Votes(names[counts.argmax(axis=1)].astype(np.int32), counts.max(axis=1) / rows.shape[1])


def _log_bumps(
    places: NDArray[np.float64], codes: NDArray[np.float64], width: float, own: NDArray[np.int64] | None = None
) -> NDArray[np.float64]:
    """Return log of the mean of exp(-d²/2h²) over the codes, without the code of row ``own`` where that is given."""
    found = np.empty(len(places))
    for i, place in enumerate(places):
        exponents = -np.square(codes - place).sum(axis=1) / (2 * width**2)
        if own is not None and len(codes) > 1:
            exponents[own[i]] = -np.inf
        highest = exponents.max()
        found[i] = highest + np.log(np.exp(exponents - highest).sum() / len(codes))
    return found
