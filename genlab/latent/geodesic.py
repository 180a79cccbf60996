"""Geodesics: the way between two codes on which the decoded item changes least.

The decoder pulls its items' Euclidean metric back to the codes: a small step dz costs ``|J(z) dz|``. A geodesic is the
curve of least energy under that metric; here a row of codes whose decoded steps have the least squared length.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.fft import dst
from scipy.optimize import OptimizeResult, minimize

from genlab.errors import ConfigError
from genlab.latent.curves import energy, length

Floats = NDArray[np.float64]
Decode = Callable[[Floats], NDArray[np.floating]]
Vjp = Callable[[Floats, NDArray[np.floating]], NDArray[np.floating]]

STEPS = 32
MOST_ITERATIONS = 200
TOLERANCE = 1e-4
TRIAL = 15
"""Iterations after which several beginnings are compared."""


@dataclass(frozen=True)
class Geodesic:
    """A way of least energy, as far as it was sought.

    Attributes
    ----------
    codes : ndarray, shape (steps + 1, dim), float64
        From one end to the other; at the minimum each step changes the item equally.
    energies : tuple of float
        The energy before the first iteration and after each.
    length, energy : float
        Of the decoded way, in the items' units and their square.
    converged : bool
        False if it was ended before.
    """

    codes: Floats
    energies: tuple[float, ...]
    length: float
    energy: float
    converged: bool


def geodesic(
    start: NDArray[np.floating],
    decode: Decode,
    vjp: Vjp,
    most_iterations: int = MOST_ITERATIONS,
    tolerance: float = TOLERANCE,
    go_on: Callable[[], bool] = lambda: True,
) -> Geodesic:
    r"""Bend a way until its decoded energy is least; its ends stay.

    Parameters
    ----------
    start : ndarray, shape (steps + 1, dim)
        The way to begin with, such as a straight one. The minimum found is the one it lies nearest to.
    decode : callable
        Codes (steps + 1, dim), always all of the way and in its order, to items (steps + 1, \*item_shape).
    vjp : callable
        Codes as above and weights (steps + 1, \*item_shape) to ``J(z)^T w``, (steps + 1, dim).
    most_iterations : int
    tolerance : float
        Ends when an iteration lowers the energy by less than this share of it.
    go_on : callable
        Asked after each iteration; False ends it there, and the way found so far can be the start of another search.

    Raises
    ------
    ConfigError
        If the way has no point between its ends, or decodes to numbers that are not finite.

    Notes
    -----
    The paper solves the geodesic's differential equation; we minimise its energy, discretised as by Shao et al.: the
    same curve, and robust where the metric is nearly singular. The way's departure from ``start`` is written in sine
    waves, each weighed by its wavelength. In these coordinates the energy of a flat metric is round, so that L-BFGS
    needs a few dozen iterations whatever the number of steps.

    References
    ----------
    Arvanitidis, Hansen & Hauberg 2018, arXiv:1710.11379, section 2; Shao, Kumar & Fletcher 2018, arXiv:1711.08014,
    equation 4 and algorithm 1.
    """
    origin: Floats = np.asarray(start, np.float64)
    if origin.ndim != 2 or len(origin) < 3 or not np.isfinite(origin).all():
        raise ConfigError(f"A geodesic needs 3 or more finite codes to begin with, got an array of {origin.shape}.")
    n, dim = len(origin) - 1, origin.shape[1]
    waves = 1 / (2 * np.sin(np.pi * np.arange(1, n) / (2 * n)))[:, None]  # (n - 1, 1): long waves reach further

    def bend(weights: Floats) -> Floats:
        codes = origin.copy()
        codes[1:-1] += dst(waves * weights.reshape(n - 1, dim), type=1, axis=0, norm="ortho")
        return codes

    def value_and_slope(weights: Floats) -> tuple[float, Floats]:
        codes = bend(weights)
        items = np.asarray(decode(codes), np.float64)
        if not np.isfinite(items).all():
            raise ConfigError("The way decodes to numbers that are not finite, so it has no length.")
        pull = np.zeros_like(items)
        pull[1:-1] = n * (2 * items[1:-1] - items[:-2] - items[2:])
        slope = np.asarray(vjp(codes, pull), np.float64)[1:-1]  # (n - 1, dim)
        return energy(items), (waves * dst(slope, type=1, axis=0, norm="ortho")).ravel()

    first, _ = value_and_slope(np.zeros((n - 1) * dim))
    energies = [first]
    if first == 0:
        return Geodesic(origin, (0.0,), 0.0, 0.0, True)
    scale = 1 / first  # as the tolerance is a share

    def after_each(intermediate_result: OptimizeResult) -> None:
        energies.append(float(intermediate_result.fun) * first)
        if not go_on():
            raise StopIteration

    found = minimize(
        lambda weights: tuple(scale * part for part in value_and_slope(weights)),
        np.zeros((n - 1) * dim),
        jac=True,
        method="L-BFGS-B",
        callback=after_each,
        options={"maxiter": most_iterations, "ftol": tolerance, "gtol": 1e-9, "maxcor": 12},
    )
    codes = bend(found.x)
    items = decode(codes)
    return Geodesic(codes, tuple(energies), length(items), energy(items), bool(found.status == 0))


def least_geodesic(
    starts: Sequence[NDArray[np.floating]],
    decode: Decode,
    vjp: Vjp,
    go_on: Callable[[], bool] = lambda: True,
) -> Geodesic:
    """Bend several ways a little, and the cheapest of them to the end.

    Parameters
    ----------
    starts : sequence of ndarray, each of shape (steps + 1, dim)
        At least one; all between the same ends.
    decode, vjp, go_on
        As for :func:`geodesic`.
    """
    tried = [geodesic(start, decode, vjp, TRIAL, go_on=go_on) for start in starts]
    best = min(tried, key=lambda way: way.energy)
    if best.converged or not go_on():
        return best
    found = geodesic(best.codes, decode, vjp, go_on=go_on)
    return replace(found, energies=best.energies + found.energies[1:])
