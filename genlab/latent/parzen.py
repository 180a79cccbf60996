"""New codes near the codes of data: where a model learned to decode, whatever its prior says."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from sklearn.neighbors import NearestNeighbors

from genlab.errors import ConfigError
from genlab.latent.projection import check_codes

NEIGHBORS = 10


def draw_near(
    codes: NDArray[np.floating], n: int, seed: int = 0, neighbors: int = NEIGHBORS
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Draw codes from Gaussians that lie along the codes of data, one about each.

    About a code drawn at random, the Gaussian's covariance is the mean of d dᵀ over the differences d to its nearest
    neighbours, all directions kept; where all of these are the same code, so is the draw. A prior gives codes to places
    between the data's, where no item ever was (Ghosh et al. 2020, arXiv:1903.12436, fit a density to the codes after
    training for that reason).

    Parameters
    ----------
    codes : ndarray, shape (N, dim), N at least 2
    n : int
        How many to draw.
    seed : int
        Equal seeds give equal codes.
    neighbors : int
        At least 1; all of them where there are fewer.

    Returns
    -------
    (ndarray, ndarray)
        The codes, shape (n, dim) float32, and the rows they were drawn about, shape (n,) int64.

    Raises
    ------
    ConfigError
        If the codes are no finite table of two rows or more.

    References
    ----------
    Vincent & Bengio 2002, Manifold Parzen windows; here without the floor they add to every direction.
    """
    codes = check_codes(codes)
    if len(codes) < 2:
        raise ConfigError(f"To draw near the data takes two codes or more, got {len(codes)}; draw from the prior.")
    generator = np.random.default_rng(seed)
    rows = generator.integers(len(codes), size=n)
    k = min(neighbors, len(codes) - 1)
    index = NearestNeighbors(n_neighbors=k + 1).fit(codes)
    about, which = np.unique(rows, return_inverse=True)
    near = index.kneighbors(codes[about], return_distance=False)[which]  # (n, k + 1), itself among them
    draws = codes[rows].astype(np.float64)  # (n, dim)
    for neighbor in near.T:  # (n,); one after another, or a million draws would fill the memory
        draws += generator.standard_normal((n, 1)) / np.sqrt(k) * (codes[neighbor] - codes[rows])
    return draws.astype(np.float32), rows
