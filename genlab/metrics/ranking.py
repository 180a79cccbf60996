"""How well a score tells two groups apart, whatever its scale."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def ranked_above(high: NDArray[np.floating], low: NDArray[np.floating]) -> float:
    """Share of pairs in which a number of ``high`` is above one of ``low``; ties count half.

    This is the area under the ROC curve. Of a discriminator's outputs on data and on samples it means the same for
    every loss: a logit, a critic's score, or an output that only differences have a meaning of.

    Parameters
    ----------
    high, low : ndarray, shape (N,) and (M,), finite, at least one each

    Returns
    -------
    float, 0 to 1
        0.5 where the two cannot be told apart.

    References
    ----------
    Hanley & McNeil 1982, The meaning and use of the area under a receiver operating characteristic curve,
    doi:10.1148/radiology.143.1.7063747.
    """
    if min(len(high), len(low)) == 0:
        raise ValueError(f"{len(high)} and {len(low)} scores cannot be ranked; give at least one each")
    ordered = np.sort(np.asarray(low, np.float64))
    below = np.searchsorted(ordered, high, "left") + np.searchsorted(ordered, high, "right")  # (N,), twice the count
    return float(below.mean() / (2 * len(low)))
