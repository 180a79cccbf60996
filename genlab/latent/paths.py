"""Ways from one code to another, and the shell on which codes of a Gaussian prior lie."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from genlab.errors import ConfigError
from genlab.registry import Registry

Between = Callable[[NDArray[np.floating], NDArray[np.floating], ArrayLike], NDArray[np.floating]]

PATHS: Registry[Between] = Registry("path")

COLLINEAR = 1e-6
"""Sine of the angle below which two directions count as one line; float32 codes are no finer."""


@PATHS.register("lerp")
def lerp(a: NDArray[np.floating], b: NDArray[np.floating], t: ArrayLike) -> NDArray[np.floating]:
    """Return the points ``(1 - t) a + t b`` of the straight line.

    Parameters
    ----------
    a, b : ndarray, shape (dim,)
    t : float or ndarray, shape (n,)
        0 gives ``a``, 1 gives ``b``; outside [0, 1] the line goes on.

    Returns
    -------
    ndarray, shape (dim,) or (n, dim), of the common dtype of ``a`` and ``b``
    """
    start, end, share, kind = _prepare(a, b, t)
    return ((1 - share) * start + share * end).astype(kind)


@PATHS.register("slerp")
def slerp(a: NDArray[np.floating], b: NDArray[np.floating], t: ArrayLike) -> NDArray[np.floating]:
    """Return points of the great circle, the norm going straight from that of ``a`` to that of ``b``.

    On a Gaussian prior this keeps to the shell where its codes lie, which a straight line leaves.

    Parameters
    ----------
    a, b : ndarray, shape (dim,)
    t : float or ndarray, shape (n,)
        0 gives ``a``, 1 gives ``b``.

    Returns
    -------
    ndarray, shape (dim,) or (n, dim), of the common dtype of ``a`` and ``b``

    Notes
    -----
    White weighs the codes themselves; we weigh their directions and interpolate the norm apart, which is the same when
    the norms are equal and leaves no bump when they are not. Where no single great circle exists: a zero vector has no
    direction, and one dimension has no circle, so the way is straight; equal directions stay on their ray; opposite
    directions go through the direction of the first axis on which ``a`` is smallest, made orthogonal to ``a``.

    References
    ----------
    Shoemake 1985, "Animating rotation with quaternion curves", section 3.3; White 2016, arXiv:1609.04468, section 2.1.
    """
    start, end, share, kind = _prepare(a, b, t)
    norm_a, norm_b = np.linalg.norm(start), np.linalg.norm(end)
    if norm_a == 0 or norm_b == 0 or len(start) == 1:
        return lerp(a, b, t)
    u, v = start / norm_a, end / norm_b
    cosine = u @ v
    across = v - cosine * u  # the part of v orthogonal to u; its length is the sine
    sine = np.linalg.norm(across)
    if sine < COLLINEAR:
        if cosine > 0:
            return lerp(a, b, t)
        smallest = np.abs(u).argmin()
        across = -u[smallest] * u
        across[smallest] += 1
    angle = np.arctan2(sine, cosine)
    direction = np.cos(share * angle) * u + np.sin(share * angle) * (across / np.linalg.norm(across))
    return (((1 - share) * norm_a + share * norm_b) * direction).astype(kind)


def path(
    a: NDArray[np.floating], b: NDArray[np.floating], steps: int, kind: str = "slerp", style: int | None = None
) -> NDArray[np.floating]:
    """Return ``steps`` codes from ``a`` to ``b``, both included, at equal distances in ``t``.

    Parameters
    ----------
    a, b : ndarray, shape (dim,)
    steps : int, >= 2
    kind : str
        A name of :data:`PATHS`: ``lerp`` or ``slerp``.
    style : int, optional
        The first so many numbers go that way. Those after them are weights of classes told and go straight, so that
        they add up to 1 all the way.

    Returns
    -------
    ndarray, shape (steps, dim)

    Raises
    ------
    ConfigError
        If there are fewer than two steps, or the codes differ in shape.
    UnknownNameError
        If there is no such kind of path.
    """
    if steps < 2:
        raise ConfigError(f"A path needs at least 2 steps, its two ends, got {steps}.")
    shares = np.linspace(0, 1, steps)
    if style is None or style == len(a):
        return PATHS.get(kind)(a, b, shares)
    return np.concatenate([PATHS.get(kind)(a[:style], b[:style], shares), lerp(a[style:], b[style:], shares)], 1)


def put_on_shell(z: NDArray[np.floating]) -> NDArray[np.floating]:
    """Give codes the norm of a standard normal prior's codes, ``sqrt(dim)``, keeping their direction.

    An average of prior codes lies far inside the shell, where the decoder has seen nothing; this puts it back.

    Parameters
    ----------
    z : ndarray, shape (..., dim)

    Returns
    -------
    ndarray, shape (..., dim)
        A zero vector has no direction and stays.

    Notes
    -----
    ``sqrt(dim)`` is the root mean square of the norm; its spread is near ``1/sqrt(2)`` in any dimension.

    References
    ----------
    White 2016, arXiv:1609.04468, section 2.1.
    """
    z = np.asarray(z)
    norm = np.linalg.norm(z.astype(np.float64), axis=-1, keepdims=True)
    scale = np.sqrt(z.shape[-1]) / np.where(norm == 0, 1, norm)
    return (z * scale).astype(_floating(z))


def truncate(z: NDArray[np.floating], psi: float) -> NDArray[np.floating]:
    """Pull codes towards the prior's mean, zero: ``psi z``. Less variety, more typical samples.

    Parameters
    ----------
    z : ndarray, shape (..., dim)
    psi : float, >= 0
        1 leaves the codes, 0 gives the mean, above 1 exaggerates.

    Raises
    ------
    ConfigError
        If ``psi`` is below 0 or not finite.

    References
    ----------
    Karras et al. 2019, arXiv:1812.04948, appendix B (there in w; here in z, whose mean is zero).
    """
    if not 0 <= psi < np.inf:
        raise ConfigError(f"Truncation psi must be a finite number >= 0, got {psi}.")
    z = np.asarray(z)
    return (z * psi).astype(_floating(z))


def _floating(*arrays: NDArray[np.generic]) -> np.dtype[np.floating]:
    return np.result_type(*arrays, np.float32)


def _prepare(
    a: NDArray[np.floating], b: NDArray[np.floating], t: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], np.dtype[np.floating]]:
    a, b = np.asarray(a), np.asarray(b)
    if a.ndim != 1 or a.shape != b.shape or not len(a):
        raise ConfigError(f"A path's ends must be two codes of one shape (dim,), got {a.shape} and {b.shape}.")
    share = np.asarray(t, dtype=np.float64)[..., None]  # (n, 1) or (1,)
    return a.astype(np.float64), b.astype(np.float64), share, _floating(a, b)
