"""Inverse of every map that has no formula: the codes of the rows near a place, blended, and how far to trust them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from genlab.errors import ConfigError
from genlab.latent.blending import Plane, neighbor_weights
from genlab.latent.projection import Inverse

N_NEIGHBORS = 8
REACH = 3.0
"""Spacings from the nearest row at which the confidence has fallen to 1/e."""


def invert(
    places: NDArray[np.floating],
    embedding: NDArray[np.floating] | Plane,
    codes: NDArray[np.floating],
    n_neighbors: int = N_NEIGHBORS,
    shell: bool = False,
) -> Inverse:
    """Return the codes at ``places`` of a map.

    Parameters
    ----------
    places : ndarray, shape (M, 2 or 3)
    embedding : ndarray, shape (N, 2 or 3), or Plane
        Where the map shows the rows of ``codes``; a :class:`Plane` made of it spares building the search tree again.
    codes : ndarray, shape (N, dim)
    n_neighbors : int, >= 1
        Rows that are blended, by :func:`.neighbor_weights`.
    shell : bool
        True for codes of a Gaussian prior: a blend lies inside the shell on which such codes lie, so it is given the
        neighbours' mean norm, weighted alike. A blend of length zero has no direction and stays.

    Returns
    -------
    Inverse
        The confidence is ``exp(-(d/(3h))²)``, with d the distance of the nearest row and h the spacing of the map: 1 on
        a row, 0.9 at one spacing from it, 0.37 at three, 0 far from all data.

    Raises
    ------
    ConfigError
        If shapes do not agree, a number is not finite, or ``n_neighbors`` is below 1.
    """
    plane = embedding if isinstance(embedding, Plane) else Plane(_checked(embedding, "An embedding"))
    where = _checked(np.atleast_2d(places), "Places")
    codes = np.asarray(codes)
    if len(codes) != len(plane.points) or codes.ndim != 2:
        raise ConfigError(f"A map of {len(plane.points):,} rows needs as many codes, got shape {codes.shape}.")
    if where.shape[1] != plane.points.shape[1]:
        raise ConfigError(f"Places must have {plane.points.shape[1]} coordinates, as on the map, got {where.shape[1]}.")
    if n_neighbors < 1:
        raise ConfigError(f"n_neighbors must be at least 1, got {n_neighbors}.")
    rows, distances = plane.nearest(where, n_neighbors + 1)  # (M, k + 1)
    weights = neighbor_weights(distances, n_neighbors, plane.spacing)  # (M, k)
    near = codes[rows[:, : weights.shape[1]]].astype(np.float64)  # (M, k, dim)
    blended = np.einsum("mk,mkd->md", weights, near)
    if shell:
        wanted = np.einsum("mk,mk->m", weights, np.linalg.norm(near, axis=2))
        length = np.linalg.norm(blended, axis=1)
        blended *= (wanted / np.where(length == 0, 1, length))[:, None]
    return Inverse(blended.astype(np.float32), confidence(distances[:, 0], plane.spacing))


def confidence(distance: NDArray[np.floating], spacing: float) -> NDArray[np.float32]:
    """Return how far a map is to be trusted at ``distance`` from its nearest row: ``exp(-(d/(3h))²)``, in [0, 1]."""
    return np.exp(-((distance / (REACH * spacing)) ** 2)).astype(np.float32)


def _checked(table: NDArray[np.floating], what: str) -> NDArray[np.floating]:
    table = np.asarray(table, dtype=float)
    if table.ndim != 2 or table.shape[1] not in (1, 2, 3) or not len(table) or not np.isfinite(table).all():
        raise ConfigError(f"{what} must be a finite table of shape (N, 2) or (N, 3) with N >= 1, got {table.shape}.")
    return table
