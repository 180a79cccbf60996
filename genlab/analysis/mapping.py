"""A run's map, and what each latent dimension does."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from genlab.analysis.checkpoints import model_at, step_of
from genlab.analysis.codes import Arrays, codes, map_codes
from genlab.latent.projection import PROJECTIONS
from genlab.metrics.active_units import ACTIVE_ABOVE, unit_activity
from genlab.models.protocols import LatentModel
from genlab.store import Run


def map_run(run: Run, step: int | None = None, method: str = "pca") -> Arrays:
    """Project a checkpoint's codes, cached in the run.

    Parameters
    ----------
    method : str
        A name of :data:`genlab.latent.projection.PROJECTIONS`.

    Returns
    -------
    dict of str to ndarray
        ``coords`` (N, k) float32 and what the projection keeps of itself; for PCA ``mean`` (A,), ``components`` (k, A)
        and ``explained_variance_ratio`` (k,), where A is the dimension of the map's space and k at most 10.

    Raises
    ------
    UnknownNameError
        If no projection has that name.
    """
    step = step_of(run, step)
    projection = PROJECTIONS.get(method)

    def make() -> Arrays:
        here = map_codes(run, step)
        fitted = projection.fit(here)
        return {"coords": fitted.transform(here), **fitted.to_arrays()}

    return run.cached(f"map-{method}-{step}", make)


def latent_effects(run: Run, step: int | None = None) -> Arrays:
    """Measure how much the decoded item changes along each latent dimension, cached in the run.

    The effect of a dimension is the mean absolute change of an item's numbers when z moves from one standard deviation
    below to one above a code, averaged over codes of the data (for a GAN: samples of the prior).

    Returns
    -------
    dict of str to ndarray
        ``order`` (d,) int64: dimensions by falling effect, those a VAE leaves unused last; after all others the weights
        of classes, in their own order. ``effect``, ``std``,
        ``mean`` (d,) float32, by dimension; ``std`` and ``mean`` are those of z over the data (for a VAE the spread of
        each posterior counts in), or of a GAN's prior.
    """
    step = step_of(run, step)

    def make() -> Arrays:
        arrays = codes(run, step)
        if run.is_imported:
            return _spreads(np.asarray(arrays["mu"], np.float32))
        model = model_at(run, step)
        if "mu" not in arrays:
            z = np.asarray(arrays["z"], np.float32)
            mean, std, active = np.zeros(z.shape[1]), np.ones(z.shape[1]), np.ones(z.shape[1], bool)
            weights = z[:, model.style_dim :]
            mean[model.style_dim :], std[model.style_dim :] = weights.mean(axis=0), weights.std(axis=0)
        else:
            z = np.asarray(arrays["mu"], np.float32)
            spread = unit_activity(z)
            noise = np.zeros(z.shape[1])
            if "logvar" in arrays:
                noise[: model.style_dim] = np.exp(arrays["logvar"].astype(np.float64)).mean(axis=0)
            mean, std = z.mean(axis=0, dtype=np.float64), np.sqrt(spread + noise)
            active = spread > ACTIVE_ABOVE if "logvar" in arrays else np.ones(z.shape[1], bool)
        effect = _effects(model, z, std)
        style = model.style_dim
        ranks = np.lexsort((-effect[:style], ~active[:style]))
        return {
            "order": np.concatenate([ranks, np.arange(style, z.shape[1])]).astype(np.int64),
            "effect": effect.astype(np.float32),
            "std": std.astype(np.float32),
            "mean": mean.astype(np.float32),
        }

    return run.cached(f"effects-{step}", make)


def _spreads(z: NDArray[np.float32]) -> Arrays:
    """Return the figures of a model that only browsers run: a dimension counts as much as its codes spread."""
    std = z.std(axis=0, dtype=np.float64)
    return {
        "order": np.argsort(-std, kind="stable").astype(np.int64),
        "effect": std.astype(np.float32),
        "std": std.astype(np.float32),
        "mean": z.mean(axis=0, dtype=np.float64).astype(np.float32),
    }


def _effects(model: LatentModel, z: NDArray[np.float32], std: NDArray[np.float64]) -> NDArray[np.float64]:
    dim = z.shape[1]
    n = int(np.clip(4096 // dim, 8, 64))  # 8,192 decodes or so, however many dimensions
    rows = np.random.default_rng(0).choice(len(z), min(n, len(z)), replace=False)
    base = torch.from_numpy(z[rows])  # (n, d)
    effect = np.empty(dim)
    with torch.inference_mode():
        for i in range(dim):
            step = torch.zeros(dim)
            step[i] = float(std[i])
            low, high = model.decode(base - step).mean, model.decode(base + step).mean  # (n, *item_shape)
            effect[i] = (high - low).abs().mean().item()
    return effect
