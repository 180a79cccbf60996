"""Directions found without labels: where codes vary, where a layer is most sensitive, where a picture changes most.

Mirrored by explorer/web/src/math/directions.ts, but for :func:`closed_form`, whose answer travels as a file.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from genlab.errors import ConfigError
from genlab.latent.paths import put_on_shell
from genlab.latent.pca import N_COMPONENTS, Pca
from genlab.latent.projection import check_codes

JACOBIAN_STEP = 1 / 32
"""Half the way over which a decoder's change is measured: far above float32's grain, far below a code's spread."""

Vector = NDArray[np.float64]
Decode = Callable[[NDArray[np.float32]], NDArray[np.floating]]


class Directions(NamedTuple):
    """Directions, the strongest first.

    Attributes
    ----------
    vectors : ndarray, shape (k, dim), float64
        One a row; the largest number of each is positive.
    strengths : ndarray, shape (k,), float64, >= 0
        How strong each is, in the units that its maker names.
    """

    vectors: Vector
    strengths: Vector


def principal(codes: NDArray[np.floating], n: int = N_COMPONENTS) -> Directions:
    """Return the principal axes of codes, shape (N, dim), each one standard deviation of the codes along it long.

    The strengths are these standard deviations, in the codes' units.
    """
    pca = Pca.fit(codes, n)
    spread = pca.transform(codes).astype(np.float64).std(axis=0)
    return Directions(pca.components_.astype(np.float64) * spread[:, None], spread)


def carried_back(places: NDArray[np.floating], z: NDArray[np.floating]) -> Vector:
    """Carry principal axes of a generator's activations back to its noise, by regression.

    Parameters
    ----------
    places : ndarray, shape (N, k)
        Coordinates of samples on the principal axes of their activations; uncorrelated, of mean zero.
    z : ndarray, shape (N, latent_dim)
        The noise they were made from.

    Returns
    -------
    ndarray, shape (k, latent_dim), float64
        For each axis how z changes with one standard deviation along it, at best (least squares). Zero for an axis
        along which nothing varies.

    Raises
    ------
    ConfigError
        If the tables differ in length or hold no finite numbers.

    References
    ----------
    Härkönen et al. 2020, arXiv:2004.02546, section 3.2: ``U = argmin Σ ‖U x_j − z_j‖²``. As the coordinates are
    uncorrelated, each axis can be solved for alone.
    """
    places, z = (check_codes(table).astype(np.float64) for table in (places, z))
    if len(places) != len(z):
        raise ConfigError(f"{len(places):,} samples need as many codes, got {len(z):,}.")
    spread = np.sqrt(np.mean(places**2, axis=0))
    joint = places.T @ (z - z.mean(axis=0)) / len(z)  # (k, latent_dim)
    return joint / np.where(spread == 0, 1, spread)[:, None]


def closed_form(weight: NDArray[np.floating], n: int = N_COMPONENTS) -> Directions:
    """Return the directions that change the output of a network's first layer most, from its weights alone (SeFa).

    Parameters
    ----------
    weight : ndarray, shape (out, dim)
        The layer computes ``weight @ z + bias``.
    n : int
        Directions wanted; fewer if there are fewer dimensions.

    Returns
    -------
    Directions
        Unit vectors, eigenvectors of ``weightᵀ weight``; the strengths are the lengths that the layer gives them.

    Raises
    ------
    ConfigError
        If the weights are no finite table.

    References
    ----------
    Shen & Zhou 2021, arXiv:2007.06600, section 3.2.
    """
    weight = check_codes(weight).astype(np.float64)
    return _strongest(weight.T @ weight, n)


def local(decode: Decode, z: NDArray[np.floating], n: int = N_COMPONENTS, step: float = JACOBIAN_STEP) -> Directions:
    """Return the directions in which a decoder's output changes most at one point: its Jacobian's singular vectors.

    Parameters
    ----------
    decode : callable
        Codes (N, dim), float32, to outputs of shape (N, ...).
    z : ndarray, shape (dim,)
    n : int
    step : float, > 0
        Half the distance between the two outputs that a difference is taken of.

    Returns
    -------
    Directions
        Unit vectors, right singular vectors of the Jacobian; the strengths are its singular values, in the output's
        units per unit of z.

    References
    ----------
    Ramesh et al. 2018, arXiv:1812.01161, section 3.
    """
    at = np.asarray(z, np.float64)
    steps = step * np.eye(len(at))
    out = decode(np.concatenate([at + steps, at - steps]).astype(np.float32))
    rows = np.asarray(out, np.float64).reshape(2 * len(at), -1)
    jacobian = (rows[: len(at)] - rows[len(at) :]) / (2 * step)  # (dim, numbers of an item)
    return _strongest(jacobian @ jacobian.T, n)


def arithmetic(
    a: NDArray[np.floating], b: NDArray[np.floating], c: NDArray[np.floating], shell: bool = False
) -> NDArray[np.floating]:
    """Return ``a - b + c``, codes of shape (dim,): what is to c as a is to b.

    With ``shell``, for codes of a Gaussian prior, it is put back on the shell where such codes lie: a sum of three lies
    outside of it.

    References
    ----------
    Radford et al. 2016, arXiv:1511.06434, section 6.3.2.
    """
    code = np.asarray(a, np.float64) - b + c
    return put_on_shell(code) if shell else code


def _strongest(products: Vector, n: int) -> Directions:
    """Return the first ``n`` eigenvectors as rows, and the roots of their eigenvalues."""
    values, vectors = np.linalg.eigh(products)
    rows = vectors.T[::-1][:n].copy()
    peak = np.abs(rows).argmax(axis=1)
    rows *= np.where(rows[np.arange(len(rows)), peak] < 0, -1.0, 1.0)[:, None]
    return Directions(rows, np.sqrt(np.clip(values[::-1][:n], 0, None)))
