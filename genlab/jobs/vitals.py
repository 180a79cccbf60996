"""What tells how a training is doing beyond its losses: gradients, the discriminator's eye, places reached, codes used.

Figures alone; what they mean is judged by :mod:`genlab.analysis.health`.
"""

from __future__ import annotations

import math
from typing import Any, cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from genlab.data.dataset import Dataset
from genlab.metrics.active_units import unit_activity
from genlab.metrics.kl import kl_per_dimension
from genlab.metrics.places import Places
from genlab.metrics.ranking import ranked_above
from genlab.models.gan import Gan
from genlab.models.protocols import LatentModel
from genlab.training.batches import as_values
from genlab.training.config import DataConfig
from genlab.training.optim import FlatAdam
from genlab.training.trainer import Trainer

ITEMS = 240
"""Items and samples judged; whole packs of two to six, for a discriminator that sees packs."""
PLACED = 1000
"""Training items that samples are compared with."""
SEEN = 1024
"""Numbers of an item that are compared; of larger ones every so many-th."""
CLASSES = range(5, 65)
"""How many classes are places of their own; fewer are too coarse, more have too few samples each."""


class Vitals:
    """Takes the vital figures of one training; draws nothing from its generators and changes none of its weights.

    Parameters
    ----------
    trainer : Trainer
    dataset : Dataset
    data : DataConfig
        How the data set is split.
    """

    def __init__(self, trainer: Trainer, dataset: Dataset, data: DataConfig) -> None:
        self._trainer = trainer
        self._model = cast(LatentModel, trainer.model)
        split = dataset.split(data.held_out, data.split_seed)
        self._x = self._resident(dataset, split.train[:ITEMS])  # (n, *item_shape)
        self._unseen = self._resident(dataset, split.held_out[:ITEMS])  # (m, *item_shape), maybe none
        if isinstance(trainer.model, Gan):
            packing = trainer.model.config.packing
            self._x, self._unseen = (x[: len(x) // packing * packing] for x in (self._x, self._unseen))  # whole packs
            generator = torch.Generator(trainer.device).manual_seed(trainer.spec.training.seed + 1)
            self._noise = self._model.sample_prior(ITEMS // packing * packing, generator)  # (about 240, latent_dim)
            rows = np.sort(split.train[:PLACED])
            has_classes = dataset.n_classes in CLASSES and dataset.labels is not None
            labels = cast(NDArray[np.int64], dataset.labels)[rows] if has_classes else None
            self._places = Places.of(_seen(dataset.values(rows)), labels)
            self._spread = _spread(self._places.items)

    @torch.no_grad()
    def measure(self) -> dict[str, Any]:
        """Return the figures.

        Returns
        -------
        dict
            ``optimisers``, by name: ``gradient``, the length of the mean gradient, and ``per_weight``, its root mean
            square; ``stride``, the root mean square of Adam's step, 1 for a full one; ``update``, the length of the
            last step over that of the weights; ``largest_weight``. Of a GAN also ``tells_apart`` and, where items are
            held out, ``tells_apart_unseen``: how often D ranks an item, learned from or held out, above a sample, 0 to
            1; ``shares`` of samples in each place of the data and the shares ``due``; ``near``, the share of samples
            near data at all; ``spread``, standard deviation of samples over that of the data. Of a VAE
            ``kl_per_dimension``, nats, and ``activity``, the variance of each dimension's mean.
        """
        figures: dict[str, Any] = {
            "optimisers": {name: of_optimiser(adam) for name, adam in self._trainer.objective.optimisers.items()}
        }
        self._trainer.model.eval()
        try:
            with self._trainer.machine.in_force():
                if isinstance(self._trainer.model, Gan):
                    figures |= self._game(self._trainer.model)
                elif self._model.has_encoder:
                    figures |= self._codes()
        finally:
            self._trainer.model.train()
        return figures

    def _game(self, model: Gan) -> dict[str, Any]:
        fake = model.generator(self._noise)  # (240, *item_shape)
        on_fake = _numpy(model.discriminator(fake))
        figures = {"tells_apart": ranked_above(_numpy(model.discriminator(as_values(self._x))), on_fake)}
        if len(self._unseen):
            on_unseen = _numpy(model.discriminator(as_values(self._unseen)))
            figures["tells_apart_unseen"] = ranked_above(on_unseen, on_fake)
        samples = _seen(_numpy(fake))
        if not np.isfinite(samples).all():
            return figures
        found = self._places.find(samples)
        return figures | {
            "shares": _short(found.shares),
            "due": _short(self._places.due),
            "near": found.near,
            "spread": _spread(samples) / self._spread if self._spread > 0 else 1.0,
        }

    def _codes(self) -> dict[str, Any]:
        posterior = self._model.encode(as_values(self._x))
        if posterior.logvar is None:
            return {}
        mu, logvar = _numpy(posterior.mu[:, : self._model.style_dim]), _numpy(posterior.logvar)
        return {"kl_per_dimension": _short(kl_per_dimension(mu, logvar)), "activity": _short(unit_activity(mu))}

    def _resident(self, dataset: Dataset, rows: NDArray[np.int64]) -> Tensor:
        return torch.from_numpy(np.array(dataset.x[rows])).to(self._trainer.device)


def of_optimiser(adam: FlatAdam[Any]) -> dict[str, float]:
    """Return how an optimiser moves its weights, from what Adam remembers (:meth:`Vitals.measure`)."""
    steps = float(adam.steps)
    largest = float(adam.vector.abs().max())
    if steps == 0:
        return {"largest_weight": largest}
    first = adam.first / (1 - adam.betas[0] ** steps)  # (P,)
    second = adam.second / (1 - adam.betas[1] ** steps)  # (P,)
    stride = float((first / (second.sqrt() + adam.eps)).norm())
    weights = float(adam.vector.norm())
    gradient, per_weight = float(first.norm()), 1 / math.sqrt(len(adam.vector))
    return {
        "gradient": gradient,
        "per_weight": gradient * per_weight,
        "stride": stride * per_weight,
        "update": adam.learning_rate * adam.pace * stride / weights if weights > 0 else math.inf,
        "largest_weight": largest,
    }


def _seen(x: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return items flat, shape (N, at most :data:`SEEN`)."""
    flat = x.reshape(len(x), -1)
    return flat[:, :: math.ceil(flat.shape[1] / SEEN)]


def _spread(x: NDArray[np.float32]) -> float:
    return float(np.sqrt(x.var(axis=0, dtype=np.float64).sum()))


def _numpy(x: Tensor) -> NDArray[np.float32]:
    return np.asarray(x.float().cpu().numpy())


def _short(values: NDArray[np.floating]) -> list[float]:
    """Return figures with four digits: they are written into every record."""
    return [float(f"{value:.4g}") for value in values]
