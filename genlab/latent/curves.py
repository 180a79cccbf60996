"""Curves as rows of points: how long they are, what they cost, and steps of equal length along them.

Mirrored by explorer/web/src/math/curves.ts; tests/golden/ways.json binds the two.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from genlab.errors import ConfigError

Points = NDArray[np.floating]


def distances(points: Points) -> NDArray[np.float64]:
    """Return how far along the curve each point lies.

    Parameters
    ----------
    points : ndarray, shape (n, ...), n >= 2
        Codes, or the items they decode to: distances are then measured in the picture.

    Returns
    -------
    ndarray, shape (n,), float64
        From 0 to the curve's length, Euclidean, in the points' units.
    """
    return np.concatenate([[0.0], np.cumsum(_steps(points))])


def length(points: Points) -> float:
    """Return the curve's length; of the decoded items, the length under the decoder's pull-back metric."""
    return float(_steps(points).sum())


def energy(points: Points) -> float:
    """Return the curve's energy, half the integral of its squared speed over t in [0, 1]: ``n/2 sum |x_i+1 - x_i|^2``.

    Never less than half the squared length, and equal to it where the speed is constant.

    References
    ----------
    Arvanitidis et al. 2018, arXiv:1710.11379, section 2; Shao et al. 2018, arXiv:1711.08014, equation 4.
    """
    steps = _steps(points)
    return float(0.5 * len(steps) * (steps**2).sum())


def even(points: Points, along: NDArray[np.floating], n: int) -> Points:
    """Return ``n`` points of the curve at equal distances ``along`` it, both ends included.

    Parameters
    ----------
    points : ndarray, shape (m, dim)
    along : ndarray, shape (m,)
        Where each lies, rising: :func:`distances` of the codes for even steps in the latent space, of the items for
        even steps in the picture. A curve of no length keeps its own steps.
    n : int, >= 2

    Returns
    -------
    ndarray, shape (n, dim), float64
        Straight between the given points.
    """
    points, along = np.asarray(points, np.float64), np.asarray(along, np.float64)
    if len(along) != len(points) or len(points) < 2 or n < 2:
        raise ConfigError(f"Even steps need 2 or more points, one place each, got {len(points)} and {len(along)}.")
    if along[-1] <= along[0]:
        along = np.linspace(0, 1, len(points))
    wanted = np.linspace(along[0], along[-1], n)
    return np.stack([np.interp(wanted, along, column) for column in points.T], axis=1)


def _steps(points: Points) -> NDArray[np.float64]:
    flat = np.asarray(points, np.float64).reshape(len(points), -1)
    if len(flat) < 2:
        raise ConfigError(f"A curve needs at least 2 points, its two ends, got {len(flat)}.")
    return np.sqrt((np.diff(flat, axis=0) ** 2).sum(axis=1))
