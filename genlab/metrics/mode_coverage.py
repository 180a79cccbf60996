"""How many modes of a known mixture of Gaussians a generator found, and how cleanly it hits them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class ModeCoverage:
    """Modes with at least one high-quality sample, and the share of samples that are of high quality, 0 to 1."""

    modes_captured: int
    high_quality: float


def mode_coverage(
    x: NDArray[np.floating], centers: NDArray[np.floating], sigma: float, n_sigmas: float = 3.0
) -> ModeCoverage:
    """Compare generated points with the modes they should come from.

    A sample is of high quality if it lies within ``n_sigmas`` standard deviations of its nearest mode's centre; the
    mode is then captured. True samples of a mixture in the plane reach 1 - exp(-9/2) = 0.989 at three.

    Parameters
    ----------
    x : ndarray, shape (N, D), float
        Generated points; the paper takes 2,500.
    centers : ndarray, shape (n_modes, D), float
        Such as :func:`genlab.data.named.ring.ring_centers`.
    sigma : float
        Standard deviation of each mode along every axis, in the points' unit.
    n_sigmas : float
        The paper's three.

    References
    ----------
    Lin, Khetan, Fanti & Oh 2018, PacGAN, arXiv:1712.04086, on the 2D-ring; after Srivastava et al. 2017, VEEGAN,
    arXiv:1705.07761.
    """
    if x.ndim != 2 or len(x) == 0 or x.shape[1:] != centers.shape[1:]:
        raise ValueError(f"points of shape {x.shape} cannot be compared with centres of shape {centers.shape}")
    squared = np.stack([((np.asarray(x, np.float64) - center) ** 2).sum(axis=1) for center in centers], axis=1)
    nearest = squared.argmin(axis=1)  # (N,)
    good = squared[np.arange(len(x)), nearest] <= (n_sigmas * sigma) ** 2
    return ModeCoverage(modes_captured=len(np.unique(nearest[good])), high_quality=float(good.mean()))
