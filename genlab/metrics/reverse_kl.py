"""Reverse KL divergence between histograms: what generated points cost where the data have few."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def reverse_kl(generated: NDArray[np.number], data: NDArray[np.number]) -> float:
    """KL divergence from the histogram of generated points to that of the data: sum of p_g log(p_g / p_data).

    Parameters
    ----------
    generated, data : ndarray, shape (n_bins,)
        Counts or weights, >= 0, each with a positive sum. A bin without generated points adds nothing: so dropped modes
        count only by what the other modes get too much.

    Returns
    -------
    float
        Nats, >= 0; infinite where something was generated in a bin that holds no data.

    Raises
    ------
    ValueError
        For histograms of different lengths, or an empty one.

    References
    ----------
    Srivastava et al. 2017, VEEGAN, arXiv:1705.07761, section 4.1; Lin et al. 2018, PacGAN, arXiv:1712.04086, table 1.
    """
    p, q = shares(generated), shares(data)
    if p.shape != q.shape:
        raise ValueError(f"histograms of {len(p)} and {len(q)} bins cannot be compared")
    filled = p > 0
    if (q[filled] == 0).any():
        return float("inf")
    return max(0.0, float(np.sum(p[filled] * np.log(p[filled] / q[filled]))))


def shares(counts: NDArray[np.number]) -> NDArray[np.float64]:
    """Return a histogram as shares that sum to 1; ValueError if it is empty."""
    weights = np.asarray(counts, np.float64)
    total = weights.sum()
    if not total > 0:
        raise ValueError("an empty histogram has no shares")
    return weights / total
