"""The shadow that a diagonal Gaussian throws on a flat map: what a VAE is unsure about, as an ellipse."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Ellipse(NamedTuple):
    """One standard deviation of a Gaussian on the map.

    Attributes
    ----------
    major, minor : float
        Half axes, in the map's units, major >= minor >= 0.
    angle : float
        Of the major axis, in radians, counter-clockwise from the first axis, in (-pi/2, pi/2]; 0 for a circle.
    """

    major: float
    minor: float
    angle: float


def project_gaussian(plane: NDArray[np.floating], variance: NDArray[np.floating]) -> Ellipse:
    """Return the ellipse of ``N(mu, diag(variance))`` on a plane.

    Parameters
    ----------
    plane : ndarray, shape (2, dim)
        The map's two axes as directions of the latent space, one a row.
    variance : ndarray, shape (dim,), >= 0

    Notes
    -----
    The shadow is Gaussian with covariance ``P diag(variance) P^T``, a 2x2 matrix whose eigenvalues are the squared
    half axes.
    """
    rows = np.asarray(plane, dtype=np.float64)
    (a, b), (_, c) = (rows * np.asarray(variance, dtype=np.float64)) @ rows.T
    middle, spread = (a + c) / 2, np.hypot((a - c) / 2, b)
    round_shadow = spread <= 1e-12 * middle
    angle = 0.0 if round_shadow else 0.5 * np.arctan2(2 * b, a - c)
    return Ellipse(float(np.sqrt(middle + spread)), float(np.sqrt(max(middle - spread, 0.0))), float(angle))
