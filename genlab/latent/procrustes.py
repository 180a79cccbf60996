"""Procrustes: lay one map on another, so that a map that forms does not turn or flip from frame to frame."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def align(
    embedding: NDArray[np.floating], reference: NDArray[np.floating], scale: bool = False, translate: bool = True
) -> NDArray[np.float64]:
    """Turn, mirror and shift a map so that it comes as near as it can to another map of the same items.

    Distances within the map are kept (with ``scale``, their ratios are), so it shows the same thing.

    Parameters
    ----------
    embedding, reference : ndarray, shape (N, D), float
        Row i of both is the same item; N >= 1.
    scale : bool
        Also stretch the map to the reference's size; a map whose points all coincide is not stretched.
    translate : bool
        Also move the map's centre onto the reference's; otherwise it turns about the origin.

    Returns
    -------
    ndarray, shape (N, D), float64
        The map with the least sum of squared distances to the reference.

    Raises
    ------
    ValueError
        If the shapes differ.

    References
    ----------
    Schönemann 1966, A generalized solution of the orthogonal Procrustes problem, Psychometrika 31(1). Scale: Gower
    1975, Generalized Procrustes analysis, Psychometrika 40(1).
    """
    if embedding.shape != reference.shape or embedding.ndim != 2:
        raise ValueError(f"a map of shape {embedding.shape} cannot be laid on one of shape {reference.shape}")
    moving = np.asarray(embedding, np.float64)
    fixed = np.asarray(reference, np.float64)
    origin = moving.mean(axis=0) if translate else 0.0
    target = fixed.mean(axis=0) if translate else 0.0
    moving, fixed = moving - origin, fixed - target
    left, strengths, right = np.linalg.svd(moving.T @ fixed)  # (D, D)
    size = np.square(moving).sum()
    stretch = strengths.sum() / size if scale and size > 0 else 1.0
    return stretch * moving @ (left @ right) + target


def turn(moving: NDArray[np.floating], fixed: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return the rotation or reflection, shape (D, D), by which ``moving`` comes nearest to ``fixed``, both (N, D).

    ``moving @ turn(moving, fixed)`` is :func:`align` about the origin; the matrix also turns what the map is made with.
    """
    left, _, right = np.linalg.svd(np.asarray(moving, np.float64).T @ np.asarray(fixed, np.float64))
    return np.asarray(left @ right)


def nearest_plane(codes: NDArray[np.floating], places: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return the plane on which ``codes``, shape (N, dim), come nearest to ``places``, shape (N, 2), both centred.

    Its two directions, shape (dim, 2), are orthonormal: distances on it are those of the codes.
    """
    return orthonormal(np.asarray(codes, np.float64).T @ np.asarray(places, np.float64))


def orthonormal(directions: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return the orthonormal directions that are nearest to some, both of shape (dim, k), k <= dim."""
    left, _, right = np.linalg.svd(directions, full_matrices=False)
    return np.asarray(left @ right, np.float64)
