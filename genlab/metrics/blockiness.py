"""Whether pictures show the grid of the network that drew them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def blockiness(x: NDArray[np.floating], period: int = 2) -> float:
    """Compare the steps between neighbouring pixels across block borders with those inside blocks.

    Networks that double a picture's side leave, when they leave anything, a pattern of that period: seams between
    blocks, or a checkerboard. Pictures without one have steps of equal size everywhere.

    Parameters
    ----------
    x : ndarray, shape (N, C, H, W), float
    period : int
        Side of a block in pixels, at least 2.

    Returns
    -------
    float
        Mean absolute step across borders over that inside blocks, rows and columns together: 1 without a pattern.
        Above 1 there are seams; below 1 the inside of blocks is uneven, as in a checkerboard.

    Raises
    ------
    ValueError
        If the pictures are not larger than two blocks.

    References
    ----------
    After Wang, Bovik & Evans 2000, Blind measurement of blocking artifacts in images; the pattern is that of Odena,
    Dumoulin & Olah 2016, https://distill.pub/2016/deconv-checkerboard.
    """
    if x.ndim != 4 or period < 2 or min(x.shape[2:]) < 2 * period:
        raise ValueError(f"pictures of shape {x.shape} have no blocks of {period} pixels to compare")
    across, inside = [], []
    for axis in (2, 3):
        steps = np.abs(np.diff(np.asarray(x, np.float64), axis=axis)).mean(axis=(0, 1, 5 - axis))  # (side - 1,)
        is_border = np.arange(1, len(steps) + 1) % period == 0
        # borders near the edge have no blocks on both sides; there, backgrounds are flat and would count as inside
        middle = slice(period - 1, len(steps) - (len(steps) - period + 1) % period)
        across.append(steps[middle][is_border[middle]].mean())
        inside.append(steps[middle][~is_border[middle]].mean())
    return float(np.sum(across) / max(np.sum(inside), 1e-12))
