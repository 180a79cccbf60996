"""LDA: the flat map along which classes part best, exact both ways like every flat map."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cholesky, solve_triangular

from genlab.errors import ConfigError
from genlab.latent.axes import Axes
from genlab.latent.pca import N_COMPONENTS
from genlab.latent.projection import check_codes

RIDGE = 1e-6
"""Share of the mean variance within the classes that is added to every direction's."""


def discriminants(codes: NDArray[np.floating], labels: NDArray[np.integer], n_components: int = N_COMPONENTS) -> Axes:
    """Find the axes along which the classes' means lie farthest apart for their width.

    Parameters
    ----------
    codes : ndarray, shape (N, dim)
    labels : ndarray, shape (N,), int
        Rows with a label below 0 have none and are left out.
    n_components : int, 1 to 10
        There are no more than one fewer than classes, and no more than dimensions.

    Returns
    -------
    Axes
        By falling power. Along each the classes' pooled standard deviation is 1; the ratio is the share of the
        variance between the classes. The number largest in size of each axis is positive.

    Raises
    ------
    ConfigError
        With fewer than two classes, or fewer rows than classes and one.

    Notes
    -----
    With L L' the variance within the classes (with ``RIDGE`` of its mean added, where codes do not vary), the
    whitened class means ``L^-1 (m_c - m) sqrt(n_c / N)`` are decomposed by singular values.

    References
    ----------
    Fisher 1936, "The use of multiple measurements in taxonomic problems"; Rao 1948 for several classes.
    """
    codes = check_codes(codes)
    labels = np.asarray(labels)
    known = labels >= 0
    x = codes[known].astype(np.float64)
    names, which = np.unique(labels[known], return_inverse=True)
    if len(names) < 2 or len(x) <= len(names):
        raise ConfigError(
            f"Axes that part classes need two classes or more and more items than classes, got {len(names)} classes "
            f"among {len(x)} labelled items; choose groups instead."
        )
    n, dim = x.shape
    counts = np.bincount(which)
    means = np.stack([x[which == c].mean(axis=0) for c in range(len(names))])  # (C, dim)
    apart = x - means[which]
    within = apart.T @ apart / (n - len(names))
    within[np.diag_indices(dim)] += RIDGE * max(np.trace(within) / dim, 1e-12)
    lower = cholesky(within, lower=True)
    mean = x.mean(axis=0)
    spread = solve_triangular(lower, ((means - mean) * np.sqrt(counts / n)[:, None]).T, lower=True)  # (dim, C)
    left, strengths, _ = np.linalg.svd(spread, full_matrices=False)
    k = min(n_components, len(names) - 1, dim)
    components = solve_triangular(lower, left[:, :k], lower=True, trans="T").T  # (k, dim)
    peak = np.abs(components).argmax(axis=1)
    components *= np.where(components[np.arange(k), peak] < 0, -1.0, 1.0)[:, None]
    power = np.square(strengths)
    ratio = power[:k] / power.sum() if power.sum() > 0 else np.zeros(k)
    return Axes(mean.astype(np.float32), components.astype(np.float32), ratio.astype(np.float32))
