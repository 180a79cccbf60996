"""Equal mixtures of narrow Gaussians: the sets that show whether a generator forgets modes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from genlab.errors import ConfigError


def draw_mixture(
    name: str, centers: NDArray[np.float64], sigma: float, n_items: int, seed: int
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Draw points from equally likely Gaussians.

    Papers draw each point's mode at random; here every mode gets its equal share (to within one point), in shuffled
    order, so that a mode that is missing from what a model generates is missing from the model alone.

    Parameters
    ----------
    name : str
        What an error calls the set.
    centers : ndarray, shape (n_modes, D)
    sigma : float
        Standard deviation of each Gaussian along every axis, in the points' own unit; > 0.
    n_items : int
        Points to draw, at least one a mode.
    seed : int
        Equal seeds give equal points.

    Returns
    -------
    ndarray, shape (n_items, D), float32, and ndarray, shape (n_items,), int64
        Points, and the mode of each.

    Raises
    ------
    ConfigError
        If there are fewer points than modes, or sigma is not above 0.
    """
    n_modes, n_axes = centers.shape
    if n_items < n_modes:
        raise ConfigError(f"A {name} needs at least one point a mode, got {n_items} points on {n_modes} modes.")
    if not sigma > 0:
        raise ConfigError(f"A {name}'s sigma must be above 0, got {sigma}.")
    rng = np.random.default_rng(seed)
    labels = rng.permutation(np.arange(n_items) % n_modes)
    noise = rng.standard_normal((n_items, n_axes))
    return (centers[labels] + sigma * noise).astype(np.float32), labels.astype(np.int64)


def known_modes(name: str) -> tuple[NDArray[np.float64], float] | None:
    """Return the centres (n_modes, D) and sigma of the named set ``name``, or None if it is no such mixture."""
    from genlab.data.named import grid, ring

    mixtures = {"ring": (ring.ring_centers, ring.SIGMA), "grid": (grid.grid_centers, grid.SIGMA)}
    if name not in mixtures:
        return None
    centers, sigma = mixtures[name]
    return centers(), sigma
