"""Jensen-Shannon divergence between histograms: the same both ways, and always finite."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from genlab.metrics.reverse_kl import reverse_kl, shares


def jensen_shannon(generated: NDArray[np.number], data: NDArray[np.number]) -> float:
    """Mean KL divergence of two histograms to their average.

    Parameters
    ----------
    generated, data : ndarray, shape (n_bins,)
        Counts or weights, >= 0, each with a positive sum.

    Returns
    -------
    float
        Nats, 0 (equal) to log 2 = 0.693 (nothing in common).

    Raises
    ------
    ValueError
        For histograms of different lengths, or an empty one.

    References
    ----------
    Lin 1991, Divergence measures based on the Shannon entropy, IEEE Transactions on Information Theory 37(1); what the
    original GAN's generator minimises: Goodfellow et al. 2014, arXiv:1406.2661, theorem 1.
    """
    p, q = shares(generated), shares(data)
    if p.shape != q.shape:
        raise ValueError(f"histograms of {len(p)} and {len(q)} bins cannot be compared")
    middle = (p + q) / 2
    return 0.5 * reverse_kl(p, middle) + 0.5 * reverse_kl(q, middle)
