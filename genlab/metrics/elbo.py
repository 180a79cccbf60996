"""The evidence lower bound of items, from what a model gave for each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def elbo(log_prob: NDArray[np.floating], kl: NDArray[np.floating]) -> float:
    """Evidence lower bound, averaged over items; it is maximised, and always of β = 1.

    With a Bernoulli likelihood of grey values this is not a bound on a density: Bernoulli is one on {0, 1} only.

    Parameters
    ----------
    log_prob : ndarray, shape (N,)
        Log-likelihood of each item at a draw of its posterior (or the mean over draws), summed over its numbers, in
        nats.
    kl : ndarray, shape (N,)
        KL divergence from each item's posterior to the prior, summed over dimensions, in nats.

    Returns
    -------
    float, in nats an item

    References
    ----------
    Kingma & Welling 2014, arXiv:1312.6114, equation 3.
    """
    if log_prob.shape != kl.shape:
        raise ValueError(f"log_prob of shape {log_prob.shape} and kl of shape {kl.shape} must hold one number an item")
    return float(np.mean(np.asarray(log_prob, np.float64) - kl))
