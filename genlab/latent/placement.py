"""Quick placement of new codes on a finished map: where the codes most like them are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from genlab.errors import ConfigError
from genlab.latent.blending import SPACING_ROWS, neighbor_weights
from genlab.latent.inverse import N_NEIGHBORS
from genlab.latent.projection import check_codes


class Placement:
    """A finished map that new codes can be put on.

    Parameters
    ----------
    codes : ndarray, shape (N, dim)
    embedding : ndarray, shape (N, 2 or 3)
        Where the map shows them.

    Raises
    ------
    ConfigError
        If codes or embedding are no finite tables of equally many rows.
    """

    def __init__(self, codes: NDArray[np.floating], embedding: NDArray[np.floating]) -> None:
        from sklearn.neighbors import NearestNeighbors  # a second to load: not before a placement is asked for

        self._codes = check_codes(codes).astype(np.float32)
        self._embedding = np.asarray(embedding, np.float64)
        if self._embedding.ndim != 2 or len(self._embedding) != len(self._codes):
            raise ConfigError(
                f"A map shows each of its {len(self._codes):,} codes, got an embedding of shape {np.shape(embedding)}."
            )
        self._index = NearestNeighbors(algorithm="brute").fit(self._codes)
        self._spacing = self._median_spacing()

    def place(self, new_codes: NDArray[np.floating], n_neighbors: int = N_NEIGHBORS) -> NDArray[np.float32]:
        """Return the places of ``new_codes``, shape (M, dim), blended of those of their nearest codes: (M, 2 or 3).

        Raises
        ------
        ConfigError
            If they are no finite table of codes with ``dim`` numbers, or ``n_neighbors`` is below 1.
        """
        wanted = check_codes(np.atleast_2d(new_codes)).astype(np.float32)
        if wanted.shape[1] != self._codes.shape[1]:
            raise ConfigError(f"A code must have {self._codes.shape[1]} numbers, as the map's, got {wanted.shape[1]}.")
        if n_neighbors < 1:
            raise ConfigError(f"n_neighbors must be at least 1, got {n_neighbors}.")
        rows, distances = self._nearest(wanted, n_neighbors + 1)
        weights = neighbor_weights(distances, n_neighbors, self._spacing)  # (M, k)
        near = self._embedding[rows[:, : weights.shape[1]]]  # (M, k, 2)
        return np.einsum("mk,mkd->md", weights, near).astype(np.float32)

    def _nearest(self, wanted: NDArray[np.float32], k: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        rows = self._index.kneighbors(wanted, min(k, len(self._codes)), return_distance=False)  # (M, k)
        # measured again as they stand: the search's expansion |a|² - 2ab + |b|² gives no exact zero on a hit
        distances = np.linalg.norm(self._codes[rows].astype(np.float64) - wanted[:, None], axis=2)
        order = np.argsort(distances, axis=1, kind="stable")
        return np.take_along_axis(rows, order, axis=1), np.take_along_axis(distances, order, axis=1)

    def _median_spacing(self) -> float:
        n = len(self._codes)
        m = min(n, SPACING_ROWS // 4)
        _, distances = self._nearest(self._codes[np.arange(m) * n // m], 2)
        apart = distances[:, -1][distances[:, -1] > 0]
        return float(np.median(apart)) if len(apart) else 1.0


def place(
    new_codes: NDArray[np.floating],
    codes: NDArray[np.floating],
    embedding: NDArray[np.floating],
    n_neighbors: int = N_NEIGHBORS,
) -> NDArray[np.float32]:
    """Return the places of new codes on a map, as :meth:`Placement.place` does, for once."""
    return Placement(codes, embedding).place(new_codes, n_neighbors)
