"""Stepping stones: a way from code to code through the data's own codes, for a geodesic to begin with.

A straight way through emptiness can be a bad minimum of its own, since there all directions cost alike. The shortest
way over the data's neighbourhoods lies on the right side of every hole, and the search smooths it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

from genlab.latent.curves import distances, even

N_NEIGHBORS = 8


def over_stones(
    ends: NDArray[np.floating],
    end_items: NDArray[np.floating],
    stones: NDArray[np.floating],
    stone_items: NDArray[np.floating],
    steps: int,
) -> NDArray[np.float64] | None:
    r"""Return the way from the first end to the second that changes the item least, from stone to stone.

    Parameters
    ----------
    ends, end_items : ndarray, shapes (2, dim) and (2, \*item_shape)
    stones, stone_items : ndarray, shapes (N, dim) and (N, \*item_shape)
        Codes of data, and what they decode to.
    steps : int

    Returns
    -------
    ndarray, shape (steps + 1, dim), or None
        Evenly stepped in the items; None where no chain of neighbours joins the ends.

    References
    ----------
    Chen et al. 2019, "Fast approximate geodesics for deep generative models", arXiv:1812.08284, section 3.
    """
    codes = np.concatenate([ends, stones]).astype(np.float64)
    items = np.concatenate([end_items, stone_items]).astype(np.float64).reshape(len(codes), -1)
    k = min(N_NEIGHBORS, len(codes) - 1)
    near = cKDTree(codes).query(codes, k + 1)[1][:, 1:]  # (N + 2, k)
    rows = np.repeat(np.arange(len(codes)), k)
    costs = np.linalg.norm(items[rows] - items[near.ravel()], axis=1)
    graph = csr_matrix((costs + 1e-12, (rows, near.ravel())), shape=(len(codes), len(codes)))
    reached, before = dijkstra(graph, directed=False, indices=0, return_predecessors=True)
    if not np.isfinite(reached[1]):
        return None
    chain = [1]
    while chain[-1] != 0:
        chain.append(int(before[chain[-1]]))
    chain.reverse()
    return np.asarray(even(codes[chain], distances(items[chain]), steps + 1), np.float64)
