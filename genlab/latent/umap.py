"""UMAP, an optional extra: offered where its library is installed, one sentence where not. Settings as PaCMAP's."""

from __future__ import annotations

from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from genlab.errors import ConfigError
from genlab.latent.pacmap import PacmapConfig
from genlab.latent.projection import check_codes

MISSING = (
    "UMAP is an optional extra: install it with 'pip install -r requirements-umap.txt', then start genlab again; "
    "PaCMAP shows much the same, sooner."
)


def is_installed() -> bool:
    """Whether the library is there. Does not load it: that takes seconds."""
    return find_spec("umap") is not None


def check_umap(config: PacmapConfig, n: int) -> None:
    """Refuse a map that cannot be made; raises ConfigError."""
    if not is_installed():
        raise ConfigError(MISSING)
    if n <= config.neighbors:
        raise ConfigError(
            f"UMAP with {config.neighbors} neighbours needs more points than that, got {n:,}; choose fewer neighbours."
        )


def fit_umap(codes: NDArray[np.floating], config: PacmapConfig) -> NDArray[np.float32]:
    """Return the places of ``codes``, shape (N, n_components), float32: in one go, which may take a minute.

    Raises
    ------
    ConfigError
        If the library is not installed, the codes are no finite table, or too few for the neighbours.

    References
    ----------
    McInnes, Healy & Melville 2018, arXiv:1802.03426.
    """
    codes = check_codes(codes)
    check_umap(config, len(codes))
    import umap

    reducer = umap.UMAP(
        n_components=config.n_components, n_neighbors=config.neighbors, random_state=config.seed, n_jobs=1
    )
    return np.asarray(reducer.fit_transform(np.ascontiguousarray(codes, np.float32)), np.float32)
