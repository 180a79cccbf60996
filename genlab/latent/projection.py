"""Projection: what every map of codes offers, and the maps that exist, by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol, Self

import numpy as np
from numpy.typing import NDArray

from genlab.errors import ConfigError
from genlab.registry import Registry


class Inverse(NamedTuple):
    """Codes that a map shows at given places.

    Attributes
    ----------
    codes : ndarray, shape (n, dim), float32
    confidence : ndarray, shape (n,), float32, in [0, 1]
        How far the map vouches for a code: 1 where the map is exact, falling to 0 where it can only guess.
    """

    codes: NDArray[np.float32]
    confidence: NDArray[np.float32]


class Projection(Protocol):
    """A map of codes, fitted once, kept as arrays only."""

    explained_variance_ratio_: NDArray[np.float32]

    @classmethod
    def fit(cls, codes: NDArray[np.floating], n_components: int = 10) -> Self:
        """Fit to ``codes``, shape (N, dim)."""
        ...

    def transform(self, codes: NDArray[np.floating]) -> NDArray[np.float32]:
        """Return the places of ``codes``, shape (N, k)."""
        ...

    def inverse(self, places: NDArray[np.floating], at: NDArray[np.floating], axes: Sequence[int] = (0, 1)) -> Inverse:
        """Return the codes at ``places`` of the plane of ``axes`` through the code ``at``."""
        ...

    def to_arrays(self) -> dict[str, NDArray[np.float32]]:
        """Return all that was fitted."""
        ...

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Self:
        """Return the map that :meth:`to_arrays` described."""
        ...


PROJECTIONS: Registry[type[Projection]] = Registry("projection")
PROJECTIONS.register_lazy("pca", "genlab.latent.pca:Pca")
PROJECTIONS.register_lazy("raw", "genlab.latent.raw:Raw")


def check_codes(codes: NDArray[np.floating]) -> NDArray[np.floating]:
    """Return ``codes`` if a map can be fitted to them.

    Raises
    ------
    ConfigError
        If they are not a finite table of at least one row and one column.
    """
    codes = np.asarray(codes)
    if codes.ndim != 2 or 0 in codes.shape:
        raise ConfigError(f"Codes must be a table of shape (N, dim) with N, dim >= 1, got shape {codes.shape}.")
    if not np.isfinite(codes).all():
        raise ConfigError("Codes must be finite, got NaN or infinity: the model they come from has diverged.")
    return codes


def check_plane(
    places: NDArray[np.floating], at: NDArray[np.floating], axes: Sequence[int], k: int, dim: int
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]:
    """Return places, current code and axes as arrays fit for an inverse.

    Raises
    ------
    ConfigError
        If an axis does not exist or comes twice, or if the shapes do not agree.
    """
    chosen = np.asarray(axes, dtype=np.int64)
    if len(set(chosen.tolist())) != len(chosen) or ((chosen < 0) | (chosen >= k)).any():
        raise ConfigError(f"Axes must be different numbers from 0 to {k - 1}, got {tuple(axes)}.")
    where = np.atleast_2d(np.asarray(places, dtype=np.float64))
    if where.ndim != 2 or where.shape[1] != len(chosen):
        raise ConfigError(f"Places must have shape (n, {len(chosen)}), one column an axis, got {np.shape(places)}.")
    here = np.asarray(at, dtype=np.float64)
    if here.shape != (dim,):
        raise ConfigError(f"The current code must have shape ({dim},), got {here.shape}.")
    return where, here, chosen
