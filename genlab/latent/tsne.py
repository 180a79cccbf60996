"""t-SNE step by step: openTSNE's affinities and gradients, in a loop that can be shown, paused, kept and gone on with.

openTSNE's own loop gives way only to callbacks, and a chunk of it ends with a gradient computed for its error alone.
The loop here is the same arithmetic, one step at a time: with the same method the maps are equal but for rounding.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from genlab.config import Config
from genlab.errors import ConfigError
from genlab.latent.pca import Pca
from genlab.latent.projection import check_codes

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Gradient = Literal["auto", "bh", "fft"]
Floats = NDArray[np.float64]

EARLY_EXAGGERATION = 12.0
MOMENTUM = 0.8
MOST_STEP = 5.0
THETA = 0.5
GRID = {"n_interpolation_points": 3, "min_num_intervals": 50, "ints_in_interval": 1}
INITIAL_STD = 1e-4
EXACT_UP_TO = 100_000
"""Codes up to which all pairs are compared, for the true neighbours: at 60,000 in a third of an index's time."""
FFT_FROM = 1500
"""Codes from which interpolation on a grid can be quicker than a tree."""


class TsneConfig(Config):
    """How a t-SNE map is made."""

    n_components: int = Field(
        2,
        ge=2,
        le=3,
        title="Dimensions",
        description="Dimensions of the map: 2 for the flat one, 3 for one that can be turned.",
    )
    perplexity: float = Field(
        30.0,
        ge=2,
        le=500,
        title="Perplexity",
        description="About how many neighbours each point tries to keep. Small values show small groups, large ones "
        "the larger order. Allowed up to a third of the number of points.",
    )
    exaggeration: float = Field(
        1.0,
        ge=1,
        le=12,
        title="Exaggeration",
        description="How many times too strongly neighbours attract each other to the end. 1 is plain t-SNE; 2 to 4 "
        "draws groups tighter together and leaves more room between them.",
    )
    iterations: int = Field(
        600,
        ge=50,
        le=10_000,
        title="Iterations",
        description="Steps of the optimisation. The first sixth (at most 250) gathers the groups, the rest lays out.",
        json_schema_extra={"unit": "steps"},
    )
    seed: int = Field(
        0,
        ge=0,
        le=2**32 - 1,
        title="Seed",
        description="Equal seeds give equal maps. It parts points that coincide.",
    )

    @property
    def gathering(self) -> int:
        """Iterations at the start with early exaggeration: a sixth, but no more than openTSNE takes."""
        return min(250, self.iterations // 6)


class TsneRun:
    """One t-SNE optimisation, stepped by whoever holds it.

    Parameters
    ----------
    codes : ndarray, shape (N, dim)
    config : TsneConfig
    state : mapping of str to ndarray, optional
        Of an earlier run with the same codes and configuration, from :meth:`state`: goes on where that one was.
    gradient : {'auto', 'bh', 'fft'}
        How the repulsion of far points is approximated: Barnes-Hut's tree, interpolation on a grid (in two dimensions
        only), or at each step whichever is quicker for so many points spread so wide.

    Attributes
    ----------
    embedding : ndarray, shape (N, n_components), float64
        Always centred. Changed in place by :meth:`step`.
    iteration : int
        Steps done.
    kl : float or None
        KL divergence in nats of the embedding before the last step that was asked for it.

    Raises
    ------
    ConfigError
        If the codes are no finite table, are too few for the perplexity, or all equal.

    References
    ----------
    van der Maaten & Hinton 2008, "Visualizing data using t-SNE"; van der Maaten 2014 (the tree); Linderman et al. 2019,
    arXiv:1712.09005 (the grid); Belkina et al. 2019 (rate N / exaggeration); Kobak & Berens 2019 (PCA start);
    Poličar, Stražar & Zupan 2024, "openTSNE".
    """

    def __init__(
        self,
        codes: NDArray[np.floating],
        config: TsneConfig,
        state: Mapping[str, NDArray[Any]] | None = None,
        gradient: Gradient = "auto",
    ) -> None:
        codes = check_codes(codes)
        check_tsne(config, len(codes))
        self.config = config
        self._gradient = gradient if config.n_components == 2 else "bh"
        self._threads = os.cpu_count() or 1
        self._exaggerated: tuple[float, csr_matrix] | None = None
        self._affinities = _affinities(codes, config.perplexity, self._threads)
        if state is None:
            self.embedding = initial(codes, config)
            self._update = np.zeros_like(self.embedding)
            self._gains = np.ones_like(self.embedding)
            self.iteration = 0
        else:
            self.embedding, self._update, self._gains = (
                np.array(state[name], np.float64) for name in ("embedding", "update", "gains")
            )
            self.iteration = int(state["iteration"])
        self.kl: float | None = None

    @property
    def finished(self) -> bool:
        """Whether all iterations are done."""
        return self.iteration >= self.config.iterations

    def step(self, with_kl: bool = False) -> None:
        """Move all points once; ``with_kl`` also measures :attr:`kl`, at a cost."""
        exaggeration = EARLY_EXAGGERATION if self.iteration < self.config.gathering else self.config.exaggeration
        kl, gradient = self._slope(self._attraction(exaggeration), with_kl)
        if with_kl:
            self.kl = kl / exaggeration - float(np.log(exaggeration))
        turned = np.sign(self._update) != np.sign(gradient)
        self._gains = np.where(turned, self._gains + 0.2, self._gains * 0.8 + 0.01)
        self._update = MOMENTUM * self._update - len(gradient) / exaggeration * self._gains * gradient
        length = np.linalg.norm(self._update, axis=1, keepdims=True)
        far = length[:, 0] > MOST_STEP
        self._update[far] /= length[far]
        self._update[far] *= MOST_STEP
        self.embedding += self._update
        self.embedding -= self.embedding.mean(axis=0)
        self.iteration += 1

    def measure(self) -> float:
        """Return the KL divergence of the embedding as it is, nats."""
        self.kl = self._slope(self._affinities, True)[0]
        return self.kl

    def state(self) -> dict[str, NDArray[Any]]:
        """Return all that :class:`TsneRun` needs to go on from here."""
        return {
            "embedding": self.embedding.copy(),
            "update": self._update.copy(),
            "gains": self._gains.copy(),
            "iteration": np.asarray(self.iteration),
        }

    @classmethod
    def fit(cls, codes: NDArray[np.floating], config: TsneConfig, gradient: Gradient = "auto") -> Self:
        """Return the run with all its steps done."""
        run = cls(codes, config, gradient=gradient)
        while not run.finished:
            run.step()
        return run

    def _attraction(self, exaggeration: float) -> csr_matrix:
        """Return the affinities times ``exaggeration``; the table in use is kept, it serves hundreds of steps."""
        if self._exaggerated is None or self._exaggerated[0] != exaggeration:
            table = self._affinities if exaggeration == 1 else self._affinities * exaggeration
            self._exaggerated = (exaggeration, table)
        return self._exaggerated[1]

    def _slope(self, affinities: csr_matrix, with_kl: bool) -> tuple[float, Floats]:
        from openTSNE.tsne import kl_divergence_bh, kl_divergence_fft

        slope = kl_divergence_fft if self._on_grid() else kl_divergence_bh
        kl, gradient = slope(
            self.embedding,
            affinities,
            dof=1,
            bh_params={"theta": THETA},
            fft_params=GRID,
            should_eval_error=with_kl,
            n_jobs=self._threads,
        )
        return float(kl), np.asarray(gradient)

    def _on_grid(self) -> bool:
        """Whether a grid is quicker than a tree here: its cells grow with the map's area, the tree with the points."""
        if self._gradient != "auto":
            return self._gradient == "fft"
        n = len(self.embedding)
        extent = float(self.embedding.max() - self.embedding.min())
        return n >= FFT_FROM and extent**2 < 2 * n


def initial(codes: NDArray[np.floating], config: TsneConfig) -> Floats:
    """Return the start of a map: the codes' first principal components, tiny, with a seeded jitter of a hundredth.

    Returns
    -------
    ndarray, shape (N, n_components), float64
        Standard deviation 1e-4 along the first component; axes that the codes do not have hold jitter alone.
    """
    k = min(config.n_components, *codes.shape)
    start = np.zeros((len(codes), config.n_components))
    start[:, :k] = Pca.fit(codes, n_components=k).transform(codes)
    spread = float(start[:, 0].std())
    start *= INITIAL_STD / (spread or 1.0)
    return start + np.random.default_rng(config.seed).normal(0, INITIAL_STD / 100, start.shape)


def check_tsne(config: TsneConfig, n: int) -> None:
    """Refuse a perplexity that ``n`` codes are too few for; raises ConfigError."""
    if n < 8:
        raise ConfigError(f"t-SNE needs at least 8 points to map, got {n}.")
    if 3 * config.perplexity > n - 1:
        raise ConfigError(
            f"A perplexity of {config.perplexity:g} needs more than {3 * config.perplexity:,.0f} points, got {n:,}; "
            f"choose at most {(n - 1) / 3:.0f}."
        )


def _affinities(codes: NDArray[np.floating], perplexity: float, threads: int) -> csr_matrix:
    from openTSNE.affinity import PerplexityBasedNN

    table = np.ascontiguousarray(codes, dtype=np.float64)
    exact = len(table) <= EXACT_UP_TO
    return PerplexityBasedNN(
        table, perplexity=perplexity, method="exact" if exact else "approx", n_jobs=threads, random_state=0
    ).P
