"""PCA: the flat map along the directions in which codes vary most, exact both ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import eigh

from genlab.errors import ConfigError
from genlab.latent.projection import Inverse, check_codes, check_plane

N_COMPONENTS = 10


@dataclass(frozen=True, eq=False)
class Pca:
    """Principal components of codes.

    Attributes
    ----------
    mean_ : ndarray, shape (dim,), float32
    components_ : ndarray, shape (k, dim), float32
        Orthonormal rows, by falling variance. The largest number of each row is positive, so equal codes always give
        the same picture.
    explained_variance_ratio_ : ndarray, shape (k,), float32
        Share of the whole variance along each component, in [0, 1]; 0 if the codes do not vary.

    References
    ----------
    Pearson 1901, "On lines and planes of closest fit to systems of points in space".
    """

    mean_: NDArray[np.float32]
    components_: NDArray[np.float32]
    explained_variance_ratio_: NDArray[np.float32]

    @classmethod
    def fit(cls, codes: NDArray[np.floating], n_components: int = N_COMPONENTS) -> Self:
        """Find the components of ``codes``.

        Parameters
        ----------
        codes : ndarray, shape (N, dim)
        n_components : int, at least 1
            Fewer are kept if there are fewer codes or dimensions.

        Raises
        ------
        ConfigError
            If the codes are no finite table, or ``n_components`` is below 1.
        """
        codes = check_codes(codes)
        if n_components < 1:
            raise ConfigError(f"n_components must be >= 1, got {n_components}.")
        mean = codes.mean(axis=0, dtype=np.float64)
        centred = codes - mean  # (N, dim), float64
        n, dim = centred.shape
        k = min(n_components, n, dim)
        if n >= dim:
            values, vectors = _largest(centred.T @ centred, k)
        else:  # fewer codes than dimensions: the N x N products hold the same eigenvalues
            values, weights = _largest(centred @ centred.T, k)
            vectors = np.linalg.qr(centred.T @ weights).Q  # also completes directions without variance
        components = vectors.T  # (k, dim)
        peak = np.abs(components).argmax(axis=1)
        components *= np.where(components[np.arange(k), peak] < 0, -1.0, 1.0)[:, None]
        total = np.einsum("nd,nd->", centred, centred)
        ratio = np.clip(values, 0, None) / total if total > 0 else np.zeros(k)
        return cls(mean.astype(np.float32), components.astype(np.float32), ratio.astype(np.float32))

    def transform(self, codes: NDArray[np.floating]) -> NDArray[np.float32]:
        """Return the places of ``codes``, shape (N, dim), on all components: shape (N, k), float32."""
        centred = np.asarray(codes, dtype=np.float32) - self.mean_
        return np.asarray(centred @ self.components_.T, np.float32)

    def inverse(self, places: NDArray[np.floating], at: NDArray[np.floating], axes: Sequence[int] = (0, 1)) -> Inverse:
        """Return the codes shown at ``places``, everything off the plane kept as it is at the current point.

        Parameters
        ----------
        places : ndarray, shape (n, 2) or (2,)
            Coordinates along the components ``axes``.
        at : ndarray, shape (dim,)
            The current code; the plane is laid through it.
        axes : pair of int
            The components shown, counted from 0.

        Returns
        -------
        Inverse
            ``transform(codes)[:, axes]`` equals ``places`` and all else equals ``at``; the confidence is 1 everywhere.

        Raises
        ------
        ConfigError
            If an axis does not exist or comes twice, or if the shapes do not agree.
        """
        where, here, chosen = check_plane(places, at, axes, len(self.components_), len(self.mean_))
        plane = self.components_[chosen].astype(np.float64)  # (2, dim)
        codes = here + (where - (here - self.mean_) @ plane.T) @ plane
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
        """Return the map that :meth:`to_arrays` described; other arrays are ignored."""
        return cls(
            np.asarray(arrays["mean"], np.float32),
            np.asarray(arrays["components"], np.float32),
            np.asarray(arrays["explained_variance_ratio"], np.float32),
        )


def _largest(products: NDArray[np.float64], k: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the ``k`` largest eigenvalues, falling, and their eigenvectors as columns."""
    n = len(products)
    values, vectors = eigh(products, subset_by_index=(n - k, n - 1))
    return values[::-1], vectors[:, ::-1]
