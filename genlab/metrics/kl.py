"""KL divergence from diagonal Gaussian posteriors to the standard normal prior, in nats.

References
----------
Kingma & Welling 2014, Auto-encoding variational Bayes, arXiv:1312.6114, appendix B.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def kl_terms(mu: NDArray[np.floating], logvar: NDArray[np.floating]) -> NDArray[np.float64]:
    """KL divergence of each item in each dimension.

    Parameters
    ----------
    mu, logvar : ndarray, shape (N, latent_dim), float
        Means and logarithms of the variances.

    Returns
    -------
    ndarray, shape (N, latent_dim), in nats, >= 0
    """
    mu, logvar = np.asarray(mu, np.float64), np.asarray(logvar, np.float64)
    # expm1(v) - v is exact near v = 0, where exp(v) - 1 - v would lose every digit
    return 0.5 * (mu**2 + np.expm1(logvar) - logvar)


def kl_per_item(mu: NDArray[np.floating], logvar: NDArray[np.floating]) -> NDArray[np.float64]:
    """KL divergence of each item, summed over dimensions; shape (N,), in nats."""
    return kl_terms(mu, logvar).sum(axis=1)


def kl_per_dimension(mu: NDArray[np.floating], logvar: NDArray[np.floating]) -> NDArray[np.float64]:
    """KL divergence of each dimension, averaged over items; shape (latent_dim,), in nats, near 0 where unused."""
    return kl_terms(mu, logvar).mean(axis=0)


def kl(mu: NDArray[np.floating], logvar: NDArray[np.floating]) -> float:
    """KL divergence summed over dimensions and averaged over items, in nats."""
    return float(kl_per_item(mu, logvar).mean())
