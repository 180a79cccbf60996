"""Raw axes: the map that shows two latent dimensions as they are, exact both ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from genlab.latent.projection import Inverse, check_codes, check_plane


@dataclass(frozen=True, eq=False)
class Raw:
    """The latent dimensions themselves; a place on the map is a pair of numbers of the code.

    Attributes
    ----------
    explained_variance_ratio_ : ndarray, shape (dim,), float32
        Share of the codes' whole variance in each dimension, in [0, 1]; 0 if the codes do not vary.
    """

    explained_variance_ratio_: NDArray[np.float32]

    @classmethod
    def fit(cls, codes: NDArray[np.floating], n_components: int | None = None) -> Self:
        """Measure each dimension's share of the variance; the map itself has nothing to learn.

        Parameters
        ----------
        codes : ndarray, shape (N, dim)
        n_components : int, optional
            Taken for the sake of the common form; raw axes always keep all dimensions.

        Raises
        ------
        ConfigError
            If the codes are no finite table.
        """
        variance = check_codes(codes).var(axis=0, dtype=np.float64)
        total = variance.sum()
        return cls((variance / total if total > 0 else variance).astype(np.float32))

    def transform(self, codes: NDArray[np.floating]) -> NDArray[np.float32]:
        """Return ``codes``, shape (N, dim), as float32."""
        return np.asarray(codes, dtype=np.float32)

    def inverse(self, places: NDArray[np.floating], at: NDArray[np.floating], axes: Sequence[int] = (0, 1)) -> Inverse:
        """Return ``at`` with its numbers ``axes`` replaced by each of ``places``; see :meth:`.Pca.inverse`.

        Returns
        -------
        Inverse
            Exact, so the confidence is 1 everywhere.

        Raises
        ------
        ConfigError
            If an axis does not exist or comes twice, or if the shapes do not agree.
        """
        dim = len(self.explained_variance_ratio_)
        where, here, chosen = check_plane(places, at, axes, dim, dim)
        codes = np.tile(here, (len(where), 1))
        codes[:, chosen] = where
        return Inverse(codes.astype(np.float32), np.ones(len(codes), np.float32))

    def to_arrays(self) -> dict[str, NDArray[np.float32]]:
        """Return ``explained_variance_ratio``."""
        return {"explained_variance_ratio": self.explained_variance_ratio_}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Self:
        """Return the map that :meth:`to_arrays` described; other arrays are ignored."""
        return cls(np.asarray(arrays["explained_variance_ratio"], np.float32))
