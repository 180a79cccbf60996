"""spirals: two arms wound round each other; no straight line, and no circle, tells them apart."""

from __future__ import annotations

import numpy as np

from genlab.data.dataset import Dataset, Modality, ValueKind

TURNS = 1.5
NOISE = 0.03
_INNER = 0.1


def spirals(n_items: int = 10_000, turns: float = TURNS, noise: float = NOISE, seed: int = 0) -> Dataset:
    """Draw points along two Archimedean spirals, one the other turned by half a circle.

    The arms reach from radius 0.1 to 1, their points evenly along their length (the original has them evenly over the
    angle, so that they crowd in the middle), with Gaussian noise across both axes.

    Parameters
    ----------
    n_items : int
        Points to draw, at least 2, half of them on each arm.
    turns : float
        Turns of each arm, > 0.
    noise : float
        Standard deviation of the noise along both axes, >= 0.
    seed : int
        Equal seeds give equal points.

    Returns
    -------
    Dataset
        ``x`` of shape (n_items, 2), float32; labels are the arms; the factor ``winding`` is the angle along the arm,
        in radians.

    References
    ----------
    Lang & Witbrock 1988, Learning to tell two spirals apart, Proc. Connectionist Models Summer School.
    """
    rng = np.random.default_rng(seed)
    labels = rng.permutation(np.arange(n_items) % 2)
    radius = np.sqrt(rng.uniform(_INNER**2, 1, n_items))  # length grows with the square of the radius, nearly
    winding = 2 * np.pi * turns * (radius - _INNER) / (1 - _INNER)
    angle = winding + np.pi * labels
    arms = radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)  # (N, 2)
    return Dataset(
        name="spirals",
        x=(arms + noise * rng.standard_normal((n_items, 2))).astype(np.float32),
        modality=Modality.POINTS,
        value_kind=ValueKind.REAL,
        labels=labels.astype(np.int64),
        label_names=("first arm", "second arm"),
        source=f"two spirals of {turns:g} turns, noise {noise:g} (after Lang & Witbrock 1988), drawn by genlab",
        licence="CC0 1.0",
        factors={"winding": winding.astype(np.float32)},
    )
