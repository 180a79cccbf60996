"""ring: eight narrow Gaussians on a circle, the standard test for a generator that forgets modes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.data.named.mixture import draw_mixture
from genlab.errors import ConfigError

N_MODES = 8
RADIUS = 1.0
SIGMA = 0.01


def ring_centers(n_modes: int = N_MODES, radius: float = RADIUS) -> NDArray[np.float64]:
    """Return the centres of the modes, shape (n_modes, 2), counter-clockwise from (radius, 0)."""
    angle = 2 * np.pi * np.arange(n_modes) / n_modes
    return radius * np.stack([np.cos(angle), np.sin(angle)], axis=1)


def ring(
    n_items: int = 10_000, n_modes: int = N_MODES, radius: float = RADIUS, sigma: float = SIGMA, seed: int = 0
) -> Dataset:
    """Draw points from equally likely Gaussians on a circle, every mode its equal share.

    Parameters
    ----------
    n_items : int
        Points to draw, at least one a mode.
    n_modes : int
        Gaussians on the circle, at least 1.
    radius, sigma : float
        Radius of the circle and standard deviation of each Gaussian along both axes, in the points' own unit; > 0.
    seed : int
        Equal seeds give equal points.

    Returns
    -------
    Dataset
        ``x`` of shape (n_items, 2), float32; labels are the modes, named by their angle.

    Raises
    ------
    ConfigError
        If there are fewer points than modes, no mode, or a radius or sigma that is not above 0.

    References
    ----------
    Lin, Khetan, Fanti & Oh 2018, PacGAN, arXiv:1712.04086, the 2D-ring of its synthetic experiments.
    """
    if n_modes < 1:
        raise ConfigError(f"A ring needs at least one mode, got {n_modes}.")
    if not radius > 0:
        raise ConfigError(f"A ring's radius must be above 0, got {radius}.")
    x, labels = draw_mixture("ring", ring_centers(n_modes, radius), sigma, n_items, seed)
    return Dataset(
        name="ring",
        x=x,
        modality=Modality.POINTS,
        value_kind=ValueKind.REAL,
        labels=labels,
        label_names=tuple(f"{360 * mode / n_modes:g}°" for mode in range(n_modes)),
        source=f"{n_modes} Gaussians on a circle of radius {radius:g}, sigma {sigma:g} (2D-ring of Lin et al. 2018, "
        "arXiv:1712.04086), drawn by genlab",
        licence="CC0 1.0",
    )
