"""How many latent dimensions a model uses.

References
----------
Burda, Grosse & Salakhutdinov 2016, Importance weighted autoencoders, arXiv:1509.00519, section 5.2.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

ACTIVE_ABOVE = 0.01
"""The paper's threshold; it found activity to be far above or far below."""


def unit_activity(mu: NDArray[np.floating]) -> NDArray[np.float64]:
    """Variance of each dimension's posterior mean over the items.

    Parameters
    ----------
    mu : ndarray, shape (N, latent_dim), float

    Returns
    -------
    ndarray, shape (latent_dim,), >= 0
    """
    return np.var(np.asarray(mu, np.float64), axis=0)


def active_units(mu: NDArray[np.floating], above: float = ACTIVE_ABOVE) -> int:
    """Count the dimensions whose activity is above the threshold, 0 to latent_dim."""
    return int(np.count_nonzero(unit_activity(mu) > above))
