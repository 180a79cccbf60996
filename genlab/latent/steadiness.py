"""Draws that keep off a latent space's seams: where one kind of item fades and another comes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.float32]
Decode = Callable[[Codes], NDArray[np.float32]]

DROPPED = 0.03
"""Share of draws left out."""

NUDGE = 0.1
"""Length of a nudge, in standard deviations of the prior in every direction."""

NUDGES = 4
LEAST_POOL = 50
_FLOOR = 1e-4  # of contrast: a blank picture changes by the share of a shade that cannot be seen


def draw_steady(draw: Callable[[int], Codes], decode: Decode, style_dim: int, n: int, seed: int = 0) -> Codes:
    """Draw codes whose pictures hold still when the codes are nudged.

    A prior is in one piece, and where the data are not, a generator must pass from one kind of item to another
    somewhere: one fades, the other comes, and a picture in between is of nothing. So of a pool of draws those that
    change most are left out. The paper measures the change by itself; here it is compared with the picture's own
    contrast, or faint specks, which have little to lose, would count as steady.

    Parameters
    ----------
    draw : callable
        Gives as many codes as it is asked for, shape (n, dim): of the prior, or near the data.
    decode : callable
        Codes, shape (n, dim), to pictures, shape (n, C, H, W).
    style_dim : int
        Numbers of a code that are nudged, the first ones; what stands after them are classes told.
    n : int
        How many to draw; of a few more, the steadiest are kept, in the order they were drawn.
    seed : int
        Of the nudges.

    Returns
    -------
    ndarray, shape (n, dim), float32

    References
    ----------
    Tanielian, Issenhuth, Dohmatob & Mary 2020, "Learning disconnected manifolds: a no GAN's land", arXiv:2006.04596,
    section 4 (truncation by the Jacobian).
    """
    pool = max(LEAST_POOL, int(np.ceil(n / (1 - DROPPED))))
    z = draw(pool)
    changes = change_when_nudged(z, decode, style_dim, seed)  # (pool,)
    kept = np.sort(np.argsort(changes, kind="stable")[: pool - round(DROPPED * pool)])
    return z[kept[:n]]


def change_when_nudged(z: Codes, decode: Decode, style_dim: int, seed: int = 0) -> NDArray[np.float64]:
    """Return how much pictures change a nudge of their codes, over their own contrast.

    Returns
    -------
    ndarray, shape (n,), float64
        Root of the mean squared change of a pixel a standard deviation nudged, over the standard deviation of the
        picture's pixels.
    """
    generator = np.random.default_rng(seed)
    x = decode(z)  # (n, C, H, W)
    squares = np.zeros(len(z))
    for _ in range(NUDGES):
        way = generator.standard_normal((len(z), style_dim))
        way *= np.sqrt(style_dim) / np.linalg.norm(way, axis=1, keepdims=True)
        nudged = z.copy()
        nudged[:, :style_dim] += NUDGE * way
        squares += np.square(decode(nudged) - x).mean(axis=(1, 2, 3))
    contrast = x.std(axis=(1, 2, 3))  # (n,)
    return np.sqrt(squares / NUDGES) / NUDGE / (contrast + _FLOOR)
