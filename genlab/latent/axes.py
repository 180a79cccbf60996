"""Flat maps along axes of one's own choice, exact both ways even where the axes are not at right angles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from genlab.errors import ConfigError
from genlab.latent.pca import Pca
from genlab.latent.projection import Inverse, check_codes, check_plane

Rows = NDArray[np.integer]
LEAST_SINE = 1e-3
"""Two axes nearer to each other than this (the sine of their angle) span no plane."""


@dataclass(frozen=True, eq=False)
class Axes:
    """Straight axes through the space of codes, of any length and angle.

    Attributes
    ----------
    mean_ : ndarray, shape (dim,), float32
        The code at the middle of the map.
    components_ : ndarray, shape (k, dim), float32
        A code's coordinates are ``components_ @ (code - mean_)``.
    explained_variance_ratio_ : ndarray, shape (k,), float32
        What each axis is worth by the measure of whoever made it, in [0, 1]: its share of the codes' variance, or of
        what parts the classes.
    """

    mean_: NDArray[np.float32]
    components_: NDArray[np.float32]
    explained_variance_ratio_: NDArray[np.float32]

    def transform(self, codes: NDArray[np.floating]) -> NDArray[np.float32]:
        """Return the places of ``codes``, shape (N, dim), on all axes: shape (N, k), float32."""
        centred = np.asarray(codes, np.float32) - self.mean_
        return np.asarray(centred @ self.components_.T, np.float32)

    def inverse(self, places: NDArray[np.floating], at: NDArray[np.floating], axes: Sequence[int] = (0, 1)) -> Inverse:
        """Return the codes nearest to the current one that are shown at ``places``.

        With A the two axes as rows, the step is ``A' (A A')^-1`` times the step on the map: the shortest there is, so
        what the axes do not see stays as it is.

        Parameters
        ----------
        places : ndarray, shape (n, 2) or (2,)
        at : ndarray, shape (dim,)
            The current code.
        axes : pair of int
            The axes shown, counted from 0.

        Returns
        -------
        Inverse
            ``transform(codes)[:, axes]`` equals ``places``; the confidence is 1 everywhere.

        Raises
        ------
        ConfigError
            If an axis does not exist or comes twice, the shapes do not agree, or the two axes are nearly one.
        """
        where, here, chosen = check_plane(places, at, axes, len(self.components_), len(self.mean_))
        plane = self.components_[chosen].astype(np.float64)  # (2, dim)
        check_angle(plane)
        step = where - (here - self.mean_) @ plane.T  # (n, 2)
        codes = here + np.linalg.solve(plane @ plane.T, step.T).T @ plane
        return Inverse(codes.astype(np.float32), np.ones(len(codes), np.float32))

    def to_arrays(self) -> dict[str, NDArray[np.float32]]:
        """Return ``mean``, ``components`` and ``explained_variance_ratio``."""
        return {
            "mean": self.mean_,
            "components": self.components_,
            "explained_variance_ratio": self.explained_variance_ratio_,
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Self:
        """Return the axes that :meth:`to_arrays` described; other arrays are ignored."""
        names = ("mean", "components", "explained_variance_ratio")
        return cls(*(np.asarray(arrays[name], np.float32) for name in names))


def check_angle(plane: NDArray[np.floating]) -> None:
    """Refuse axes that span no plane.

    Parameters
    ----------
    plane : ndarray, shape (k, dim)

    Raises
    ------
    ConfigError
        If one has no length, or two point nearly the same way or opposite ways.
    """
    lengths = np.linalg.norm(plane, axis=1)
    if (lengths == 0).any():
        raise ConfigError("An axis has no direction: its two groups have the same mean code. Choose other groups.")
    cosines = (plane @ plane.T) / np.outer(lengths, lengths)
    others = cosines[~np.eye(len(plane), dtype=bool)]
    if (1 - np.square(others) < LEAST_SINE**2).any():
        raise ConfigError("Both axes point the same way and span no plane; choose other groups for one of them.")


def between(codes: NDArray[np.floating], across: tuple[Rows, Rows], up: tuple[Rows, Rows] | None = None) -> Axes:
    """Lay axes from the mean code of one group to that of another, as TensorFlow's Embedding Projector does.

    Parameters
    ----------
    codes : ndarray, shape (N, dim)
    across : pair of ndarray of int
        Rows of the group at the left end of the horizontal axis, and of that at its right end.
    up : pair of ndarray of int, optional
        Likewise from bottom to top. Without them the vertical axis is that along which the codes vary most at right
        angles to the horizontal one.

    Returns
    -------
    Axes
        Of length one, so that distances are those of the codes; the middle of the map is the codes' mean.

    Raises
    ------
    ConfigError
        If a group is empty, two groups have one mean, or both axes are nearly one.
    """
    codes = check_codes(codes)
    mean = codes.mean(axis=0, dtype=np.float64)
    plane = [_direction(codes, *across)]
    if up is not None:
        plane.append(_direction(codes, *up))
    elif codes.shape[1] > 1:
        centred = codes - mean
        rest = centred - np.outer(centred @ plane[0], plane[0])
        plane.append(Pca.fit(rest, n_components=1).components_[0].astype(np.float64))
    components = np.stack(plane)  # (1 or 2, dim)
    check_angle(components)
    total = np.square(codes - mean).sum()
    along = np.square((codes - mean) @ components.T).sum(axis=0)
    ratio = along / total if total > 0 else np.zeros(len(components))
    return Axes(mean.astype(np.float32), components.astype(np.float32), ratio.astype(np.float32))


def _direction(codes: NDArray[np.floating], low: Rows, high: Rows) -> NDArray[np.float64]:
    if not len(low) or not len(high):
        raise ConfigError("An axis leads from one group to another; one of them is empty. Choose groups with items.")
    step = codes[high].mean(axis=0, dtype=np.float64) - codes[low].mean(axis=0, dtype=np.float64)
    length = np.linalg.norm(step)
    return np.asarray(step / length if length > 1e-12 else np.zeros_like(step))
