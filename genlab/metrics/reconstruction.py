"""How far copies are from their originals."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def recon_error_per_item(x: NDArray[np.floating], x_recon: NDArray[np.floating]) -> NDArray[np.float64]:
    r"""Squared error of each copy, summed over the item's numbers.

    Parameters
    ----------
    x, x_recon : ndarray, shape (N, \*item_shape), float
        Originals and copies, in the same unit.

    Returns
    -------
    ndarray, shape (N,), >= 0

    Raises
    ------
    ValueError
        If the shapes differ; nothing is broadcast.
    """
    if x.shape != x_recon.shape:
        raise ValueError(f"originals of shape {x.shape} cannot be compared with copies of shape {x_recon.shape}")
    difference = (np.asarray(x, np.float64) - x_recon).reshape(len(x), -1)  # (N, D)
    return np.einsum("nd,nd->n", difference, difference)


def recon_mse(x: NDArray[np.floating], x_recon: NDArray[np.floating]) -> float:
    """Mean squared error per number, averaged over items; in [0, 1] for items in [0, 1].

    Parameters and errors are those of :func:`recon_error_per_item`; at least one item is needed.
    """
    return float(recon_error_per_item(x, x_recon).sum() / x.size)
