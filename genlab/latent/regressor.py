"""A first guess at an item's code, for a model that cannot encode: regression from its own samples to their noise."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve

from genlab.errors import ConfigError

Floats = NDArray[np.float32]

FEATURES = 512
RIDGE = 3e-3
"""Added to the features' mean square."""


@dataclass(frozen=True)
class Regressor:
    """Ridge regression on the item's numbers and on random rectified sums of them; one solve, no training loop.

    Attributes
    ----------
    mean : ndarray, shape (D,)
    scale : float
        Items are centred and divided by it.
    mixing : ndarray, shape (D + 1, F)
        The random sums; the last row is what is added to them.
    weights : ndarray, shape (F + D + 1, dim)

    References
    ----------
    Rahimi & Recht 2008, "Weighted sums of random kitchen sinks", for the features; Zhu et al. 2016, arXiv:1609.03552,
    section 3.1, for starting a generator's inversion from a regressor fitted on its own samples.
    """

    mean: Floats
    scale: float
    mixing: Floats
    weights: Floats

    @classmethod
    def fit(cls, items: NDArray[np.floating], codes: NDArray[np.floating], seed: int = 0) -> Regressor:
        """Fit on samples (n, D) and their codes (n, dim).

        Raises
        ------
        ConfigError
            If there are fewer than two samples, or not one code for each.
        """
        if len(items) < 2 or len(items) != len(codes):
            raise ConfigError(f"A regressor needs 2 or more items and as many codes, got {len(items)}, {len(codes)}.")
        rng, size = np.random.default_rng(seed), items.shape[1]
        sums, added = rng.normal(0, 1.5 / np.sqrt(size), (size, FEATURES)), rng.normal(0, 0.5, (1, FEATURES))
        mixing = np.concatenate([sums, added])
        bare = cls(
            np.asarray(items.mean(0), np.float32),
            float(items.std()) or 1.0,
            mixing.astype(np.float32),
            np.zeros((0, codes.shape[1]), np.float32),
        )
        features = bare._features(items)
        square = (features.T @ features).astype(np.float64)
        square[np.diag_indices_from(square)] += RIDGE * len(items)
        weights = cho_solve(cho_factor(square), (features.T @ codes.astype(np.float32)).astype(np.float64))
        return cls(bare.mean, bare.scale, bare.mixing, weights.astype(np.float32))

    def guess(self, items: NDArray[np.floating]) -> Floats:
        """Return a code for each of the items (n, D), shape (n, dim)."""
        return np.asarray(self._features(items) @ self.weights, np.float32)

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """Return what :meth:`from_arrays` makes it of again."""
        return {"mean": self.mean, "scale": np.asarray(self.scale), "mixing": self.mixing, "weights": self.weights}

    @classmethod
    def from_arrays(cls, arrays: dict[str, NDArray[np.generic]]) -> Regressor:
        """Make it of the arrays that :meth:`arrays` returned."""
        mean, mixing, weights = (np.asarray(arrays[name], np.float32) for name in ("mean", "mixing", "weights"))
        return cls(mean, float(arrays["scale"]), mixing, weights)

    def _features(self, items: NDArray[np.floating]) -> Floats:
        plain = ((np.asarray(items, np.float32) - self.mean) / np.float32(self.scale)).astype(np.float32)
        bent = np.maximum(plain @ self.mixing[:-1] + self.mixing[-1], 0)
        return np.concatenate([bent, plain, np.ones((len(plain), 1), np.float32)], axis=1)
