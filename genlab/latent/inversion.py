"""Inversion: the code whose decoded item comes closest to a wanted one, without leaving where codes are likely.

Mirrored by explorer/web/src/math/inversion.ts; tests/golden/ways.json binds the two.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from genlab.errors import ConfigError

Floats = NDArray[np.float64]
Decode = Callable[[Floats], NDArray[np.floating]]

STEP = 1 / 64
"""How far, in spreads of the prior, a code is moved to see how the item changes."""
DAMPINGS = (0.01, 0.1, 1.0, 10.0)
"""Tried at once in each iteration, as multiples of the last good damping."""
FIRST_DAMPING = 0.01
LEAST_DAMPING, MOST_DAMPING = 1e-7, 1e7
ENOUGH = 1e-4
"""An iteration that lowers the cost by less than this share of it is the last."""
PULL = 1e-3
MOST_ITERATIONS = 30


@dataclass(frozen=True)
class Wanted:
    """What is looked for, and how much each thing counts.

    Attributes
    ----------
    item : ndarray, shape (D,)
    weights : ndarray, shape (D,), >= 0
        Of each number's squared error; 0 where anything will do.
    centre, spread : ndarray, shape (dim,)
        Of the prior, or of the codes.
    pull : float, >= 0
        Of the squared distance from the centre in spreads, all dimensions together, against the summed squared error.
    """

    item: Floats
    weights: Floats
    centre: Floats
    spread: Floats
    pull: float = PULL

    def cost(self, z: Floats, items: Floats) -> Floats:
        """Return what is minimised, for codes (n, dim) and their items (n, D); shape (n,)."""
        away = (z - self.centre) / self.spread
        return np.asarray((self.weights * (items - self.item) ** 2).sum(1) + self.pull * (away**2).sum(1))


@dataclass
class Search:
    """An inversion on its way.

    Attributes
    ----------
    z : ndarray, shape (dim,)
        The best code so far, and ``x``, shape (D,), what it decodes to.
    cost : float
    damping : float
    done : bool
        True once an iteration gained next to nothing.
    """

    z: Floats
    x: Floats
    cost: float
    damping: float = FIRST_DAMPING
    done: bool = False
    costs: list[float] = field(default_factory=list)


def begin(wanted: Wanted, starts: NDArray[np.floating], decode: Decode) -> list[Search]:
    """Return a search from each of the codes (n, dim), the most promising first.

    Raises
    ------
    ConfigError
        If the shapes do not fit, or what the codes decode to is not finite.
    """
    z = np.asarray(starts, np.float64)
    items = _decoded(decode, z)
    if z.ndim != 2 or z.shape[1] != len(wanted.centre) or items.shape[1:] != wanted.item.shape:
        raise ConfigError(
            f"An item of {wanted.item.size} numbers was wanted of codes of {len(wanted.centre)}; "
            f"the decoder takes {z.shape[-1]} and gives {items[0].size}."
        )
    costs = wanted.cost(z, items)
    order = np.argsort(costs, kind="stable")
    return [Search(z[row], items[row], float(costs[row]), costs=[float(costs[row])]) for row in order]


def improve(search: Search, wanted: Wanted, decode: Decode) -> Search:
    """Take one Levenberg-Marquardt step, with the slope measured by small moves along each dimension.

    Parameters
    ----------
    search : Search
    wanted : Wanted
    decode : callable
        Codes (n, dim) to items (n, D).

    Returns
    -------
    Search
        Never worse; ``done`` if it can hardly get better.

    References
    ----------
    Marquardt 1963, "An algorithm for least-squares estimation of nonlinear parameters"; Creswell & Bharath 2016,
    arXiv:1611.05644, for a generator inverted by its own slope.
    """
    z, dim = search.z, len(search.z)
    moves = np.diag(STEP * wanted.spread)
    jacobian = (_decoded(decode, z + moves) - search.x) / (STEP * wanted.spread)[:, None]  # (dim, D), transposed
    weighed = jacobian * wanted.weights
    curvature = weighed @ jacobian.T + np.diag(wanted.pull / wanted.spread**2)
    slope = weighed @ (search.x - wanted.item) + wanted.pull * (z - wanted.centre) / wanted.spread**2
    floor = 1e-9 * max(float(curvature.diagonal().max()), 1e-12)
    scale = curvature.diagonal() + floor
    dampings = np.clip(search.damping * np.array(DAMPINGS), LEAST_DAMPING, MOST_DAMPING)
    tried = np.stack([z - np.linalg.solve(curvature + np.diag(damping * scale), slope) for damping in dampings])
    items = _decoded(decode, tried)
    costs = wanted.cost(tried, items)
    best = int(np.argmin(costs))
    if not costs[best] < search.cost:
        worse = min(search.damping * DAMPINGS[-1] * 10, MOST_DAMPING)
        return Search(z, search.x, search.cost, worse, worse >= MOST_DAMPING or dim == 0, [*search.costs, search.cost])
    cost = float(costs[best])
    done = search.cost - cost < ENOUGH * search.cost
    return Search(tried[best], items[best], cost, float(dampings[best]), done, [*search.costs, cost])


def invert(
    wanted: Wanted, starts: NDArray[np.floating], decode: Decode, trial: int = 3, most_iterations: int = MOST_ITERATIONS
) -> Search:
    """Search from several codes for a little, and from the best of them to the end.

    Parameters
    ----------
    wanted : Wanted
    starts : ndarray, shape (n, dim), n >= 1
    decode : callable
        Codes (n, dim) to items (n, D).
    trial : int
        Iterations after which the searches are compared.
    most_iterations : int
    """
    searches = begin(wanted, starts, decode)
    if len(searches) > 1:
        for _ in range(trial):
            searches = [search if search.done else improve(search, wanted, decode) for search in searches]
    best = min(searches, key=lambda search: search.cost)
    for _ in range(most_iterations):
        if best.done:
            break
        best = improve(best, wanted, decode)
    return best


def _decoded(decode: Decode, z: Floats) -> Floats:
    items = np.asarray(decode(z), np.float64).reshape(len(z), -1)
    if not np.isfinite(items).all():
        raise ConfigError("The decoder gave numbers that are not finite, so nothing can be found with it.")
    return items
