"""The figures of a run, on items it never learned from."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from genlab.analysis.checkpoints import model_at, step_of
from genlab.analysis.codes import BATCH
from genlab.analysis.sampling import sample
from genlab.data.dataset import Dataset
from genlab.data.named.mixture import known_modes
from genlab.errors import ConfigError
from genlab.metrics.active_units import active_units
from genlab.metrics.elbo import elbo
from genlab.metrics.kl import kl_per_item
from genlab.metrics.knn_accuracy import knn_accuracy
from genlab.metrics.mode_coverage import mode_coverage
from genlab.metrics.precision_recall import precision_recall
from genlab.metrics.reconstruction import recon_mse
from genlab.metrics.trustworthiness import trustworthiness
from genlab.models.protocols import LatentModel
from genlab.store import Run
from genlab.training.classes import labels_for

SEED = 0
SAMPLES = 2500  # as many as the PacGAN paper draws
MANIFOLD_NEIGHBORS = 3


def evaluate(run: Run, step: int | None = None) -> dict[str, float]:
    """Measure a checkpoint (the last by default), cached in the run.

    Returns
    -------
    dict of str to float
        What applies of:

        - ``recon_mse``: squared error per number of the copy decoded from mu; models with an encoder.
        - ``elbo``: evidence lower bound with β = 1, one draw an item, nats an item; VAEs. With a Bernoulli likelihood
          of grey values it is no bound on a density. Where classes are told, of an item given its class.
        - ``kl``: KL divergence to the prior, nats an item; VAEs.
        - ``active_units``: latent dimensions in use, classes not among them; VAEs.
        - ``knn_accuracy``: leave-one-out share of items whose 10 nearest codes vote for their class, on at most 5,000;
          models with an encoder, labelled data.
        - ``trustworthiness``: how far items with near codes are near as items (10 neighbours, at most 5,000 items);
          models with an encoder.
        - ``precision``, ``recall``: share of samples among held-out items, and of these among samples, by the numbers
          of the items (equally many, at most 2,500); GANs and VAEs.
        - ``modes``, ``high_quality``: modes found and share of 2,500 samples within 3 σ of one; GANs and VAEs on
          ``ring`` and ``grid``.

    Raises
    ------
    ConfigError
        If the run held out too few items to measure on.
    """
    step = step_of(run, step)

    def make() -> dict[str, NDArray[np.generic]]:
        model, spec, dataset = model_at(run, step), run.spec, run.dataset()
        rows = dataset.split(spec.data.held_out, spec.data.split_seed).held_out
        figures: dict[str, float] = {}
        if model.has_encoder:
            if len(rows) < 2:
                raise ConfigError(
                    f"Run '{run.id}' held out {len(rows)} of {len(dataset):,} items, too few to measure on; "
                    "train with a larger held_out, such as 0.1."
                )
            figures |= _held_out_figures(model, dataset, rows)
        if spec.has_prior:
            modes = known_modes(spec.data.name) if not spec.data.own else None
            figures |= _sample_figures(model, dataset, rows, modes)
        return {name: np.float64(value) for name, value in figures.items()}  # type: ignore[misc]

    return {name: float(value) for name, value in run.cached(f"evaluation-{step}", make).items()}


def _sample_figures(
    model: LatentModel, dataset: Dataset, rows: NDArray[np.int64], modes: tuple[NDArray[np.float64], float] | None
) -> dict[str, float]:
    x = sample(model, SAMPLES, SEED)["x"]
    n = min(len(rows), len(x))
    figures: dict[str, float] = {}
    if n > MANIFOLD_NEIGHBORS:
        items = dataset.values(np.sort(rows[:n])).reshape(n, -1)
        both = precision_recall(items, x[:n].reshape(n, -1), MANIFOLD_NEIGHBORS, seed=SEED)
        figures |= {"precision": both.precision, "recall": both.recall}
    if modes is not None:
        coverage = mode_coverage(x, *modes)
        figures |= {"modes": coverage.modes_captured, "high_quality": coverage.high_quality}
    return figures


def _held_out_figures(model: LatentModel, dataset: Dataset, rows: NDArray[np.int64]) -> dict[str, float]:
    rows = np.sort(rows)  # a memory-mapped file is read front to back
    noise = torch.Generator().manual_seed(SEED)
    mu, logvar, copies, log_prob = [], [], [], []
    with torch.inference_mode():
        for start in range(0, len(rows), BATCH):
            here = rows[start : start + BATCH]
            x = torch.tensor(dataset.values(here))  # (B, *item_shape)
            posterior = model.encode(x)
            mu.append(posterior.mu.numpy())
            copies.append(model.decode(posterior.mu).mean.numpy())
            if posterior.logvar is not None:
                logvar.append(posterior.logvar.numpy())
                told = labels_for(model.config, dataset, here)
                known = posterior if told is None else model.encode(x, torch.tensor(told))
                log_prob.append(model.decode(known.sample(noise)).log_prob(x).numpy())
    codes = np.concatenate(mu)  # (N, latent_dim)
    figures = {"recon_mse": recon_mse(dataset.values(rows), np.concatenate(copies))}
    if logvar:
        style = codes[:, : model.style_dim]
        kl = kl_per_item(style, np.concatenate(logvar))  # (N,)
        figures["elbo"] = elbo(np.concatenate(log_prob), kl)
        figures["kl"] = float(kl.mean())
        figures["active_units"] = active_units(style)
    if len(rows) >= 4:
        figures["trustworthiness"] = trustworthiness(dataset.values(rows).reshape(len(rows), -1), codes, seed=SEED)
    if dataset.labels is not None and len(rows) >= 2:
        figures["knn_accuracy"] = knn_accuracy(codes, dataset.labels[rows], seed=SEED)
    return figures
