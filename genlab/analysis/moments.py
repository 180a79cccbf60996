"""A training looked back on: what its checkpoints' maps show, laid on one another so that only codes move.

Reading loads no torch; preparing a moment does. The last checkpoint's map stands; each earlier one is laid on the next,
by turning alone, so that distances are those of its own codes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from genlab.analysis.checkpoints import step_of
from genlab.analysis.maps import MOST_FEATURES
from genlab.errors import ConfigError, StoreError
from genlab.latent.blending import Plane
from genlab.latent.pca import Pca
from genlab.latent.procrustes import align, turn
from genlab.latent.tsne import TsneConfig, TsneRun
from genlab.store import Run
from genlab.store.arrays import Arrays

TSNE_STEPS = 60
"""Iterations from one moment's places to the next one's: they begin where the codes were, and need few."""


@dataclass(frozen=True)
class Moment:
    """A checkpoint of a training.

    Attributes
    ----------
    step : int
    epoch : float
    ready : bool
        Whether its codes and its map, laid on the later ones, are there.
    """

    step: int
    epoch: float
    ready: bool


def moments(run: Run, last: int | None = None) -> list[Moment]:
    """Return the moments that a run keeps, oldest first, up to the checkpoint ``last``."""
    last = step_of(run, last)
    kept = [step for step in run.checkpoints() if step <= last]
    return [
        Moment(step, float(run.checkpoint(step).info.get("epoch", 0.0)), run.cache_get(_key(step, last)) is not None)
        for step in kept
    ]


def aligned(run: Run, step: int, last: int | None = None) -> Arrays | None:
    """Return the map of a moment, or None while it has not been prepared.

    Returns
    -------
    dict of str to ndarray
        ``coords`` (N, k), ``mean`` (dim,), ``components`` (k, dim), float32: exact both ways, like any PCA; ``ratio``
        (k,), the share of the variance along each axis.
    """
    return run.cache_get(_key(step, step_of(run, last)))


def prepare_moment(run: Run, step: int, last: int | None = None) -> None:
    """Work out a moment: codes, graphs, and its map laid on the next later one's, which is worked out first."""
    from genlab.analysis.mapping import map_run
    from genlab.analysis.prepare import prepare_explorer

    last = step_of(run, last)
    waiting = [step_of(run, step)]
    while waiting[-1] < last and aligned(run, waiting[-1], last) is None:
        waiting.append(next(later for later in run.checkpoints() if later > waiting[-1]))
    for one in reversed(waiting):
        if aligned(run, one, last) is None:
            prepare_explorer(run, one)
            later = next((after for after in run.checkpoints() if one < after <= last), None)
            onto = None if later is None else aligned(run, later, last)
            run.cache_put(_key(one, last), laid_on(map_run(run, one), onto))


def laid_on(map_: Arrays, onto: Arrays | None) -> Arrays:
    """Turn a PCA map so that its points come as near as they can to another map's.

    All components are turned together, not only the two that are seen: else two groups that change places in the
    order of variance would seem to fly through each other.
    """
    pca = Pca(map_["mean"], map_["components"], map_["explained_variance_ratio"])
    coords: NDArray[np.floating] = map_["coords"]
    components: NDArray[np.floating] = pca.components_
    if onto is not None and onto["coords"].shape == coords.shape:
        turned = turn(coords, onto["coords"])  # (k, k)
        coords, components = coords @ turned, turned.T @ components
    variance = np.square(coords, dtype=np.float64).mean(axis=0)
    whole = variance.sum() / max(float(pca.explained_variance_ratio_.sum()), 1e-12)
    return {
        "coords": coords.astype(np.float32),
        "mean": map_["mean"],
        "components": components.astype(np.float32),
        "ratio": (variance / (whole or 1.0)).astype(np.float32),
    }


def tsne_places(run: Run, step: int, key: str, last: int | None = None) -> NDArray[np.float32] | None:
    """Return a moment's places on the t-SNE map ``key`` of the last checkpoint, shape (N, 2); None until made."""
    kept = run.cache_get(f"time-{key}-{step_of(run, step)}")
    if kept is not None:
        return np.asarray(kept["coords"], np.float32)
    if step != step_of(run, last):
        return None
    newest = run.projection(key).frame()
    return None if newest is None else np.asarray(newest[1]["coords"], np.float32)


def prepare_tsne(run: Run, step: int, key: str, last: int | None = None) -> None:
    """Lay out a moment by t-SNE, begun from the places of the next later one.

    Raises
    ------
    ConfigError
        If the map is none of the run's own t-SNE maps, or the later moment has not been laid out yet.
    """
    from genlab.analysis.codes import map_codes

    last = step_of(run, last)
    if tsne_places(run, step, key, last) is not None:
        return
    files = run.projection(key)
    if not key.startswith(f"tsne-{last}-") or files.status() is None:
        raise ConfigError("Run t-SNE on the map first; then its way here can be shown.")
    later = next((after for after in run.checkpoints() if step < after <= last), last)
    start = tsne_places(run, later, key, last)
    if start is None:
        raise StoreError(f"The moment at step {later} comes first; ask for it before this one.")
    asked = {name: value for name, value in files.spec().items() if name in TsneConfig.model_fields}
    config = TsneConfig.parse({**asked, "n_components": 2})
    rows = map_codes(run, step)
    if rows.shape[1] > MOST_FEATURES:
        rows = Pca.fit(rows, n_components=MOST_FEATURES).transform(rows)
    nothing, begun = np.zeros_like(start), max(0, config.iterations - TSNE_STEPS)
    state = {"embedding": start, "update": nothing, "gains": nothing + 1, "iteration": np.asarray(begun)}
    made = TsneRun(rows, config, state)
    while not made.finished:
        made.step()
    run.cache_put(f"time-{key}-{step}", {"coords": align(made.embedding, start).astype(np.float32)})


def spacing(coords: NDArray[np.float32]) -> float:
    """Return the typical distance of a place to its nearest one."""
    return float(Plane(coords).spacing)


def _key(step: int, last: int) -> str:
    return f"time-pca-{last}-{step}"
