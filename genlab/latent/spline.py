"""Ways through any number of pins. Mirrored by explorer/web/src/math/spline.ts; tests/golden/ways.json binds them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from genlab.errors import ConfigError
from genlab.latent.paths import PATHS

TOUCHING = 1e-6
"""Square root of a distance below which two pins count as one."""


def spline(pins: NDArray[np.floating], t: NDArray[np.floating], shell: bool = False) -> NDArray[np.float64]:
    """Return points of the centripetal Catmull-Rom spline through the pins.

    Smooth, through every pin, and without the loops and cusps of other spacings; a pin that is moved bends only the
    two legs on either side of it.

    Parameters
    ----------
    pins : ndarray, shape (m, dim), m >= 2
    t : ndarray, shape (n,)
        0 is the first pin, 1 the last, the others lie at equal distances in t.
    shell : bool
        True gives each point the norm that goes straight from pin to pin, as the codes of a Gaussian prior have theirs.

    Returns
    -------
    ndarray, shape (n, dim), float64

    Notes
    -----
    Ends have their neighbour mirrored at them, so that two pins give a straight line.

    References
    ----------
    Yuksel, Schaefer & Keyser 2011, "Parameterization and applications of Catmull-Rom curves", section 3.
    """
    pins = _checked(pins)
    wide = np.concatenate([2 * pins[:1] - pins[1:2], pins, 2 * pins[-1:] - pins[-2:-1]])  # (m + 2, dim)
    leg, u = _legs(len(pins), t)
    p0, p1, p2, p3 = (wide[leg + i] for i in range(4))  # (n, dim) each
    gaps = [np.sqrt(np.linalg.norm(b - a, axis=1)) for a, b in ((p0, p1), (p1, p2), (p2, p3))]
    middle = np.where(gaps[1] < TOUCHING, 1.0, gaps[1])
    before, after = (np.where(gap < TOUCHING, middle, gap)[:, None] for gap in (gaps[0], gaps[2]))
    here = middle[:, None]
    slope1 = here * ((p1 - p0) / before - (p2 - p0) / (before + here) + (p2 - p1) / here)
    slope2 = here * ((p2 - p1) / here - (p3 - p1) / (here + after) + (p3 - p2) / after)
    s = u[:, None]
    points = (
        (2 * s**3 - 3 * s**2 + 1) * p1
        + (s**3 - 2 * s**2 + s) * slope1
        + (3 * s**2 - 2 * s**3) * p2
        + (s**3 - s**2) * slope2
    )
    if not shell:
        return np.asarray(points)
    norms = (1 - u) * np.linalg.norm(p1, axis=1) + u * np.linalg.norm(p2, axis=1)
    own = np.linalg.norm(points, axis=1)
    return np.asarray(points * np.where(own > 0, norms / np.where(own > 0, own, 1), 1)[:, None])


def through(
    pins: NDArray[np.floating], t: NDArray[np.floating], kind: str, shell: bool = False, style: int | None = None
) -> NDArray[np.float64]:
    """Return points at ``t`` in [0, 1] of the way through the pins, which lie at equal distances in t.

    Parameters
    ----------
    pins : ndarray, shape (m, dim), m >= 2
    t : ndarray, shape (n,)
    kind : str
        ``spline``, or a name of :data:`genlab.latent.paths.PATHS`, which then goes from pin to pin.
    shell : bool
        As for :func:`spline`; the others know their norms themselves.
    style : int, optional
        The first so many numbers go that way; those after them are weights of classes told and go straight.

    Raises
    ------
    ConfigError
        If there are fewer than two pins.
    UnknownNameError
        If there is no such kind of way.
    """
    pins = _checked(pins)
    if style is not None and style < pins.shape[1]:
        parts = through(pins[:, :style], t, kind, shell), through(pins[:, style:], t, "lerp")
        return np.concatenate(parts, axis=1)
    if kind == "spline":
        return spline(pins, t, shell)
    between = PATHS.get(kind)
    leg, u = _legs(len(pins), t)
    return np.stack([between(pins[k], pins[k + 1], share) for k, share in zip(leg, u, strict=True)])


def _legs(n_pins: int, t: NDArray[np.floating]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return on which leg each t lies, and how far along it, 0 to 1."""
    place = np.clip(np.asarray(t, np.float64), 0, 1) * (n_pins - 1)
    leg = np.minimum(place.astype(np.int64), n_pins - 2)
    return leg, place - leg


def _checked(given: NDArray[np.floating]) -> NDArray[np.float64]:
    pins: NDArray[np.float64] = np.asarray(given, np.float64)
    if pins.ndim != 2 or len(pins) < 2 or not np.isfinite(pins).all():
        raise ConfigError(f"A way needs 2 or more pins of finite numbers, got an array of shape {pins.shape}.")
    return pins
