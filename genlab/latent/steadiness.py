"""Draws that keep off a latent space's seams: where one kind of item fades and another comes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.float32]
Decode = Callable[[Codes], NDArray[np.float32]]

DROPPED = 0.04
"""Share of draws left out."""

NUDGE = 0.1
"""Length of a nudge, in standard deviations of the codes in every direction."""

NUDGES = 8
LEAST_POOL = 25
_BLOCK = 500  # codes decoded at a time
_FLOOR = 1e-4  # of contrast: a blank picture changes by the share of a shade that cannot be seen


def draw_steady(
    draw: Callable[[int], Codes], decode: Decode, spread: NDArray[np.floating], n: int, seed: int = 0
) -> Codes:
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
    spread : ndarray, shape (style_dim,)
        Standard deviations of the numbers of a code that are nudged, the first ones: a prior's are 1, and a plain
        autoencoder's are what its codes have. What stands after them are classes told.
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
    changes = change_when_nudged(z, decode, spread, seed)  # (pool,)
    kept = np.sort(np.argsort(changes, kind="stable")[: pool - int(DROPPED * pool + 0.5)])
    return z[kept[:n]]


def change_when_nudged(z: Codes, decode: Decode, spread: NDArray[np.floating], seed: int = 0) -> NDArray[np.float64]:
    """Return how much pictures change a nudge of their codes, over their own contrast.

    Returns
    -------
    ndarray, shape (n,), float64
        Root of the mean squared change of a pixel a standard deviation nudged, over the standard deviation of the
        picture's pixels.
    """
    generator = np.random.default_rng(seed)
    blocks = [z[start : start + _BLOCK] for start in range(0, len(z), _BLOCK)]
    return np.concatenate([_change(block, decode, spread, generator) for block in blocks])


def _change(
    z: Codes, decode: Decode, spread: NDArray[np.floating], generator: np.random.Generator
) -> NDArray[np.float64]:
    x = decode(z)  # (n, C, H, W)
    squares, style = np.zeros(len(z)), len(spread)
    for _ in range(NUDGES):
        way = generator.standard_normal((len(z), style))
        way *= np.sqrt(style) / np.linalg.norm(way, axis=1, keepdims=True)
        nudged = z.copy()
        nudged[:, :style] += NUDGE * way * spread
        squares += np.square(decode(nudged) - x).mean(axis=(1, 2, 3))
    contrast = x.std(axis=(1, 2, 3))  # (n,)
    return np.sqrt(squares / NUDGES) / NUDGE / (contrast + _FLOOR)
