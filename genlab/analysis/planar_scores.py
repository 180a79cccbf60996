"""How well points of the plane match their data while a model learns: coverage, quality, reverse KL and JS."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from genlab.data.dataset import Dataset, Modality
from genlab.data.named.mixture import known_modes
from genlab.metrics.histograms import cell_counts, mode_counts
from genlab.metrics.jensen_shannon import jensen_shannon
from genlab.metrics.mode_coverage import mode_coverage
from genlab.metrics.reverse_kl import reverse_kl

N_CELLS = 20
"""Cells a side of the grid that stands for modes where none are known."""
ROOM = 0.25
"""Room round the data, as a share of its half width, that is still shown and counted as inside."""
DATA_COUNTED = 10_000


@dataclass(frozen=True)
class Square:
    """The part of the plane that is looked at, in the data's units."""

    x: float
    y: float
    half: float

    @property
    def low(self) -> NDArray[np.float64]:
        """Corner of least coordinates, shape (2,)."""
        return np.array([self.x - self.half, self.y - self.half])


def is_planar(dataset: Dataset) -> bool:
    """Tell whether a data set's items are points of the plane."""
    return dataset.modality is Modality.POINTS and dataset.item_shape == (2,)


def square_of(dataset: Dataset) -> Square:
    """Return the square round the points of a planar data set, with some room."""
    low, high = dataset.x.min(axis=0).astype(np.float64), dataset.x.max(axis=0).astype(np.float64)
    half = float((high - low).max()) / 2 or 1.0
    x, y = (low + high) / 2
    return Square(float(x), float(y), half * (1 + ROOM))


class PlanarScores:
    """Measures generated points against one planar data set.

    Where the modes of a set are known (ring, grid), points are counted by nearest mode, and a good point lies within
    3 sigma of it. Elsewhere by cell of a 20 x 20 grid, and a good point lies in a cell that holds data.

    Parameters
    ----------
    dataset : Dataset
        Items of shape (2,).
    is_named : bool
        Whether the set is the one genlab knows by that name; an own set called "ring" has no known modes.

    Attributes
    ----------
    parts : int
        Modes, or cells that hold data.
    by_modes : bool
    """

    def __init__(self, dataset: Dataset, is_named: bool) -> None:
        modes = known_modes(dataset.name) if is_named else None
        self.by_modes = modes is not None
        data = dataset.values(np.linspace(0, len(dataset) - 1, min(len(dataset), DATA_COUNTED)).astype(np.int64))
        self._square = square_of(dataset)
        if modes is not None:
            self._centers, self._sigma = modes
            self._data = mode_counts(data, self._centers).astype(np.float64)
            self.parts = len(self._centers)
        else:
            self._data = self._cells(data).astype(np.float64)
            self.parts = int((self._data[:-1] > 0).sum())

    def measure(self, x: NDArray[np.floating]) -> dict[str, float]:
        """Return the scores of generated points.

        Parameters
        ----------
        x : ndarray, shape (N, 2), float

        Returns
        -------
        dict of str to float
            ``covered``, the parts that were reached; ``quality``, the share of good points, 0 to 1; ``reverse_kl`` and
            ``js`` in nats. In cells, the data's counts get half a point each, or one stray sample would make the
            reverse KL infinite.
        """
        if self.by_modes:
            found = mode_coverage(x, self._centers, self._sigma)
            counts = mode_counts(x, self._centers)
            covered, quality, against = found.modes_captured, found.high_quality, self._data
        else:
            counts = self._cells(x)
            holds = self._data[:-1] > 0
            covered, quality = int((counts[:-1][holds] > 0).sum()), float(counts[:-1][holds].sum() / len(x))
            against = self._data + 0.5
        return {
            "covered": float(covered),
            "quality": quality,
            "reverse_kl": reverse_kl(counts, against),
            "js": jensen_shannon(counts, self._data),
        }

    def _cells(self, x: NDArray[np.floating]) -> NDArray[np.int64]:
        return cell_counts(x, self._square.low, 2 * self._square.half, N_CELLS)
