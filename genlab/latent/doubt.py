"""How unsure a decoder should be of a code: little where codes lie, much where there are none.

A network that was trained to give its own variance is sure of itself in places it has never seen. Here the precision is
a sum of bumps on the codes that falls to nothing away from them. Added to what is decoded as one more number, it makes
ways through emptiness long, so that a geodesic goes around it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import KMeans

from genlab.errors import ConfigError

Floats = NDArray[np.float64]

CENTRES = 64
FITTED_ON = 5000
WIDTH = 1.25
"""Widths of a bump, in mean distances of a centre's codes from it."""
KNOWN = 0.1
"""The doubt among the codes, as a share of that in emptiness."""


@dataclass(frozen=True)
class Doubt:
    """A standard deviation for each code.

    Attributes
    ----------
    centres : ndarray, shape (K, dim)
    rates : ndarray, shape (K,)
        Of each bump ``exp(-rate |z - centre|^2)``.
    gain, floor : float
        The precision is ``floor + gain * sum of bumps``.

    References
    ----------
    Arvanitidis, Hansen & Hauberg 2018, arXiv:1710.11379, equations 12 and 13. There the bumps are weighed by training
    on the residuals; here all weigh alike, and the doubt runs from a tenth of ``most`` among the codes to all of it.
    """

    centres: Floats
    rates: Floats
    gain: float
    floor: float

    @classmethod
    def fit(cls, codes: NDArray[np.floating], most: float) -> Doubt:
        """Put the bumps on the codes.

        Parameters
        ----------
        codes : ndarray, shape (N, dim), N >= 2
        most : float, > 0
            The doubt far from all codes, such as the items' standard deviation over all their numbers.

        Raises
        ------
        ConfigError
            If there are fewer than two codes, or no doubt to be had.
        """
        codes = np.asarray(codes, np.float64)
        if len(codes) < 2 or not most > 0:
            raise ConfigError(f"Doubt needs 2 or more codes and items that differ, got {len(codes)} and {most}.")
        codes = codes[:: -(-len(codes) // FITTED_ON)]
        groups = KMeans(min(CENTRES, len(codes) // 2), n_init=1, max_iter=20, random_state=0).fit(codes)
        away = np.linalg.norm(codes - groups.cluster_centers_[groups.labels_], axis=1)
        count = np.bincount(groups.labels_)
        mean = np.bincount(groups.labels_, away) / count
        mean = np.where(mean > 0, mean, max(float(away.mean()), 1e-6))
        bumps = cls(groups.cluster_centers_, 0.5 / (WIDTH * mean) ** 2, 1.0, 0.0)
        usual = float(np.median(bumps._bumps(codes).sum(1)))
        floor = most**-2
        return cls(bumps.centres, bumps.rates, ((KNOWN * most) ** -2 - floor) / usual, floor)

    def std(self, z: NDArray[np.floating]) -> Floats:
        """Return the doubt at codes (N, dim), shape (N,)."""
        return np.asarray((self.floor + self.gain * self._bumps(z).sum(1)) ** -0.5)

    def pull(self, z: NDArray[np.floating], weights: NDArray[np.floating]) -> Floats:
        """Return ``weights``, (N,), times the doubt's slope at codes (N, dim); shape (N, dim)."""
        z = np.asarray(z, np.float64)
        bumps = self._bumps(z) * self.rates  # (N, K)
        slope = -2 * (bumps.sum(1)[:, None] * z - bumps @ self.centres)  # of the sum of bumps
        return np.asarray((weights * -0.5 * self.gain * self.std(z) ** 3)[:, None] * slope)

    def _bumps(self, z: NDArray[np.floating]) -> Floats:
        z = np.asarray(z, np.float64)
        squares = (z**2).sum(1)[:, None] - 2 * z @ self.centres.T + (self.centres**2).sum(1)
        return np.asarray(np.exp(-self.rates * np.maximum(squares, 0)))
