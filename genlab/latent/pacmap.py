"""PaCMAP step by step, in NumPy alone: near, mid-near and far pairs pull and push until groups and order show.

The reference library compiles itself at first use and brings numba, llvmlite and faiss; the pairs' forces are sums over
fixed lists, which arrays do about as quickly. So a map can also be shown, paused and gone on with at any step.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from genlab.config import Config
from genlab.errors import ConfigError
from genlab.latent.pca import Pca
from genlab.latent.projection import check_codes

Rows = NDArray[np.int32]
Floats = NDArray[np.float32]

PHASES = (100, 100, 250)
"""Steps in which the whole is laid out, groups are drawn together, and neighbours are put in order."""
MID_NEAR_SHARE, FAR_SHARE = 0.5, 2.0
MID_NEAR_DRAWS = 6
CANDIDATES = 50
"""Further neighbours among which the nearest by scaled distance are chosen."""
START = 0.01
RATE, BETA1, BETA2, EPSILON = 1.0, 0.9, 0.999, 1e-7


class PacmapConfig(Config):
    """How a PaCMAP map is made."""

    n_components: int = Field(2, ge=2, le=3, title="Dimensions", description="Dimensions of the map, 2 or 3.")
    neighbors: int = Field(
        10,
        ge=2,
        le=100,
        title="Neighbours",
        description="How many neighbours each point is drawn to. More of them show the larger order, fewer the small "
        "groups.",
    )
    seed: int = Field(
        0, ge=0, le=2**32 - 1, title="Seed", description="Equal seeds give equal maps. It draws the pairs."
    )


class Pairs(NamedTuple):
    """Partners of every point, shapes (N, n), (N, m) and (N, f), int32: near, mid-near and far ones."""

    near: Rows
    mid_near: Rows
    far: Rows


class PacmapRun:
    """One PaCMAP optimisation, stepped by whoever holds it.

    Parameters
    ----------
    codes : ndarray, shape (N, dim)
    config : PacmapConfig
    state : mapping of str to ndarray, optional
        Of an earlier run with the same codes and configuration, from :meth:`state`: goes on where that one was.

    Attributes
    ----------
    embedding : ndarray, shape (N, n_components), float32
        Changed in place by :meth:`step`.
    iteration : int
        Steps done.

    Raises
    ------
    ConfigError
        If the codes are no finite table, or too few for the neighbours.

    References
    ----------
    Wang, Huang, Rudin & Shaposhnik 2021, "Understanding how dimension reduction tools work", JMLR 22(201), section 5;
    the constants are those of its library, github.com/YingfanWang/PaCMAP.
    """

    iterations = sum(PHASES)

    def __init__(
        self, codes: NDArray[np.floating], config: PacmapConfig, state: Mapping[str, NDArray[Any]] | None = None
    ) -> None:
        codes = check_codes(codes)
        check_pacmap(config, len(codes))
        self.pairs = find_pairs(codes, config.neighbors, config.seed)
        if state is None:
            self.embedding = first_layout(codes, config.n_components)
            self._mean, self._square = np.zeros_like(self.embedding), np.zeros_like(self.embedding)
            self.iteration = 0
        else:
            self.embedding, self._mean, self._square = (
                np.array(state[name], np.float32) for name in ("embedding", "mean", "square")
            )
            self.iteration = int(state["iteration"])

    @property
    def finished(self) -> bool:
        """Whether all steps are done."""
        return self.iteration >= self.iterations

    def step(self) -> None:
        """Move all points once, by Adam."""
        gradient = slope(self.embedding, self.pairs, weights_at(self.iteration))
        self.iteration += 1
        self._mean += (1 - BETA1) * (gradient - self._mean)
        self._square += (1 - BETA2) * (np.square(gradient) - self._square)
        rate = RATE * np.sqrt(1 - BETA2**self.iteration) / (1 - BETA1**self.iteration)
        self.embedding -= np.float32(rate) * self._mean / (np.sqrt(self._square) + np.float32(EPSILON))

    def state(self) -> dict[str, NDArray[Any]]:
        """Return all that :class:`PacmapRun` needs to go on from here."""
        return {
            "embedding": self.embedding.copy(),
            "mean": self._mean.copy(),
            "square": self._square.copy(),
            "iteration": np.asarray(self.iteration),
        }

    @classmethod
    def fit(cls, codes: NDArray[np.floating], config: PacmapConfig) -> Self:
        """Return the run with all its steps done."""
        run = cls(codes, config)
        while not run.finished:
            run.step()
        return run


def check_pacmap(config: PacmapConfig, n: int) -> None:
    """Refuse more neighbours than ``n`` codes have to spare; raises ConfigError."""
    wanted = round(config.neighbors * (1 + MID_NEAR_SHARE + FAR_SHARE)) + 1
    if n < wanted:
        raise ConfigError(
            f"PaCMAP with {config.neighbors} neighbours needs at least {wanted} points, got {n:,}; choose fewer "
            "neighbours, or PCA."
        )


def first_layout(codes: NDArray[np.floating], n_components: int) -> Floats:
    """Return where a map begins, shape (N, n_components), float32: the first principal components, small."""
    table = np.asarray(codes, np.float32)
    width = float(table.max() - table.min()) or 1.0
    start = np.zeros((len(table), n_components), np.float32)
    k = min(n_components, *table.shape)
    start[:, :k] = Pca.fit(table, n_components=k).transform(table)
    return START / width * start


def weights_at(iteration: int) -> tuple[float, float, float]:
    """Return how strongly near, mid-near and far pairs count at a step, counted from 0."""
    if iteration < PHASES[0]:
        share = iteration / PHASES[0]
        return 2.0, (1 - share) * 1000 + share * 3, 1.0
    return (3.0, 3.0, 1.0) if iteration < PHASES[0] + PHASES[1] else (1.0, 0.0, 1.0)


def loss(embedding: NDArray[np.floating], pairs: Pairs, weights: tuple[float, float, float]) -> float:
    """Return what is made small: with d' = d² + 1, near d'/(10 + d'), mid-near d'/(10000 + d'), far 1/(1 + d')."""
    total = 0.0
    forms = (lambda d: d / (10 + d), lambda d: d / (10_000 + d), lambda d: 1 / (1 + d))
    for partners, weight, form in zip(pairs, weights, forms, strict=True):
        apart = embedding[:, None] - embedding[partners]
        total += weight * float(form(np.square(apart).sum(axis=2) + 1).sum())
    return total


def slope(embedding: Floats, pairs: Pairs, weights: tuple[float, float, float]) -> Floats:
    """Return the gradient of :func:`loss`, shape (N, n_components), float32."""
    near, mid_near, far = weights
    gradient = np.zeros_like(embedding)
    columns = [np.ascontiguousarray(column) for column in embedding.T]
    for partners, top, plus in ((pairs.near, 20 * near, 10), (pairs.mid_near, 20_000 * mid_near, 10_000)):
        _pull(gradient, columns, partners, top, plus)
    _pull(gradient, columns, pairs.far, -2 * far, 1)
    return gradient


def _pull(gradient: Floats, columns: list[Floats], partners: Rows, top: float, plus: float) -> None:
    """Add ``top / (plus + 1 + d²)² (y_i - y_j)`` to the gradient of i and take it from that of j, for every pair."""
    if top == 0 or partners.shape[1] == 0:
        return
    flat = partners.ravel()
    apart = [column[:, None] - column[partners] for column in columns]  # each (N, partners)
    force = np.square(apart[0])
    for others in apart[1:]:
        force += np.square(others)
    force += plus + 1
    np.square(force, out=force)
    np.divide(np.float32(top), force, out=force)
    for axis, difference in enumerate(apart):
        difference *= force
        gradient[:, axis] += difference.sum(axis=1)
        gradient[:, axis] -= np.bincount(flat, difference.ravel(), minlength=len(gradient)).astype(np.float32)


def find_pairs(codes: NDArray[np.floating], n_neighbors: int, seed: int) -> Pairs:
    """Draw the pairs of a map.

    Near: the nearest by ``d²/(s_i s_j)``, s the mean distance to the fourth to sixth neighbour. Mid-near: of six
    points drawn at random the second nearest. Far: drawn at random among the rest. Where the reference never draws a
    partner twice, here that may happen, once in hundreds.

    Parameters
    ----------
    codes : ndarray, shape (N, dim)
    n_neighbors : int
    seed : int
    """
    from sklearn.neighbors import NearestNeighbors  # a second to load: not before a map is made

    table = np.ascontiguousarray(codes, np.float32)
    n = len(table)
    k = min(n_neighbors + CANDIDATES, n - 1)
    search = NearestNeighbors(n_neighbors=k, algorithm="auto" if table.shape[1] <= 8 else "brute").fit(table)
    distances, candidates = search.kneighbors()  # (N, k) both, the point itself left out
    width = np.maximum(distances[:, 3:6].mean(axis=1), 1e-10)
    scaled = np.square(distances) / width[:, None] / width[candidates]
    order = np.argsort(scaled, axis=1, kind="stable")[:, :n_neighbors]
    near = np.take_along_axis(candidates, order, axis=1).astype(np.int32)
    rng = np.random.default_rng(seed)
    return Pairs(
        near,
        _mid_near(table, round(n_neighbors * MID_NEAR_SHARE), rng),
        _far(n, near, round(n_neighbors * FAR_SHARE), rng),
    )


def _mid_near(table: Floats, count: int, rng: np.random.Generator) -> Rows:
    n = len(table)
    own = np.arange(n)
    found = np.empty((n, count), np.int32)
    for c in range(count):
        drawn = (own[:, None] + rng.integers(1, n, (n, MID_NEAR_DRAWS))) % n  # never the point itself
        squares = np.stack([np.square(table[column] - table).sum(axis=1) for column in drawn.T], axis=1)
        second = np.argpartition(squares, 1, axis=1)[:, 1]
        found[:, c] = drawn[own, second]
    return found


def _far(n: int, near: Rows, count: int, rng: np.random.Generator) -> Rows:
    own = np.arange(n)[:, None]
    found = (own + rng.integers(1, n, (n, count))) % n
    for _ in range(8):  # a neighbour drawn by chance is drawn anew; few are left after the first time
        wrong = (found[:, :, None] == near[:, None, :]).any(axis=2)
        if not wrong.any():
            break
        again = np.nonzero(wrong)
        found[again] = (again[0] + rng.integers(1, n, len(again[0]))) % n
    return found.astype(np.int32)
