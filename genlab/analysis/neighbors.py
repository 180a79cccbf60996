"""Which items lie nearest to a point a person settled on, in the latent space or in pixels. Loads no torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from genlab.analysis.checkpoints import step_of
from genlab.data.dataset import Dataset
from genlab.errors import ConfigError, StoreError
from genlab.store import Run

BLOCK_BYTES = 1 << 20  # float32 of one block of items: what stays in a core's cache


@dataclass(frozen=True)
class Neighbors:
    """The nearest items, nearest first.

    Attributes
    ----------
    among : {'data', 'samples'}
        Whether ``rows`` count items of the data set or the samples that map a GAN.
    rows : ndarray, shape (n,), int64
    distances : ndarray, shape (n,), float32
        Euclidean, in the units of the space searched.
    """

    among: Literal["data", "samples"]
    rows: NDArray[np.int64]
    distances: NDArray[np.float32]


def latent_neighbors(run: Run, code: NDArray[np.floating], n: int = 8, step: int | None = None) -> Neighbors:
    """Return the points of a run's map nearest to a code of the map's space.

    Parameters
    ----------
    code : ndarray, shape (dim of the map's space,)
        z for an autoencoder; for a GAN first activations, :meth:`genlab.analysis.decoding.Decoder.code`.

    Raises
    ------
    StoreError
        If the run's codes are not worked out yet (``prepare`` does that).
    """
    step = step_of(run, step)
    arrays = run.cache_get(f"codes-{step}")
    if arrays is None:
        raise StoreError(f"The codes of run '{run.id}' at step {step} are not worked out yet; prepare the run first.")
    of_data = "mu" in arrays
    rows, distances = nearest(arrays["mu" if of_data else "code"], code, n)
    return Neighbors("data" if of_data else "samples", rows, distances)


def pixel_neighbors(dataset: Dataset, item: NDArray[np.floating], n: int = 8) -> Neighbors:
    """Return the items of a data set nearest to ``item``, shape item_shape, number by number."""
    # bytes are compared as bytes: turning 47 million of them into unit values first takes longer than the search
    scale = np.float32(255 if dataset.x.dtype == np.uint8 else 1)
    rows, distances = nearest(dataset.x, np.asarray(item, np.float32) * scale, n)
    return Neighbors("data", rows, distances / scale)


def nearest(
    items: NDArray[np.generic], point: NDArray[np.floating], n: int
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return row numbers and distances of the ``n`` items nearest to a point, by looking at all of them.

    Parameters
    ----------
    items : ndarray, shape (N, *shape), possibly memory-mapped
    point : ndarray, shape (*shape)
    n : int
        Fewer come back where there are fewer items.

    Raises
    ------
    ConfigError
        If the shapes differ or the point is not finite.
    """
    point = np.asarray(point, dtype=np.float32)
    if point.shape != items.shape[1:]:
        raise ConfigError(f"The point has shape {point.shape}, the items have {items.shape[1:]}.")
    if not np.isfinite(point).all():
        raise ConfigError("The point must be finite numbers, got NaN or infinity.")
    flat, place = items.reshape(len(items), -1), point.ravel()
    rows_a_block = max(1, BLOCK_BYTES // (4 * max(place.size, 1)))
    square = np.empty(len(flat), dtype=np.float32)
    for start in range(0, len(flat), rows_a_block):
        difference = np.subtract(flat[start : start + rows_a_block], place, dtype=np.float32)  # (b, D), float32
        np.einsum("bd,bd->b", difference, difference, out=square[start : start + rows_a_block])
    n = min(n, len(flat))
    chosen = np.argpartition(square, n - 1)[:n]
    chosen = chosen[np.lexsort((chosen, square[chosen]))]
    return chosen.astype(np.int64), np.sqrt(square[chosen])
