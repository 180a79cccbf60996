"""From a spec to a trainer, and from kept weights to a model."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray

from genlab.data.dataset import Dataset
from genlab.errors import ConfigError
from genlab.models.autoencoder import Autoencoder
from genlab.models.families import build
from genlab.models.gan import Gan
from genlab.training.batches import as_values
from genlab.training.classes import check_classes, labels_for
from genlab.training.config import RunSpec
from genlab.training.trainer import Trainer


def start(spec: RunSpec, dataset: Dataset) -> Trainer:
    """Return a trainer of a fresh model on the training part of ``dataset``.

    Equal specs and data give equal trainings: weights, split, order and noise all come from the spec's seeds.

    Raises
    ------
    ConfigError
        If model, objective and items do not fit together.
    """
    check_classes(spec.model, dataset)
    rows = dataset.split(spec.data.held_out, spec.data.split_seed).train
    items = torch.from_numpy(np.ascontiguousarray(dataset.x[rows]))  # (N, *item_shape)
    model = build(spec.model, dataset.item_shape, spec.training.seed)
    model.start_from(as_values(items))
    return Trainer(model, items, spec, labels_for(spec.model, dataset, rows))


def check(spec: RunSpec, dataset: Dataset) -> None:
    """Refuse what :func:`start` would refuse, before there is a run to leave behind; looks at a batch of items alone.

    Raises
    ------
    ConfigError, TrainingError
        As of :func:`start`.
    """
    n = math.ceil(spec.training.batch_size / (1 - spec.data.held_out)) + 1
    labels = None if dataset.labels is None else dataset.labels[:n]
    start(spec, replace(dataset, x=dataset.x[:n], labels=labels, factors={}, lengths=None))


def load_model(
    spec: RunSpec, item_shape: tuple[int, ...], weights: Mapping[str, NDArray[np.generic]]
) -> Autoencoder | Gan:
    """Return the model of ``spec`` with kept weights, ready to answer (eval mode, no gradients).

    Parameters
    ----------
    spec : RunSpec
    item_shape : tuple of int
    weights : mapping of str to ndarray
        As in :class:`~genlab.training.trainer.TrainerState`.

    Raises
    ------
    ConfigError
        If the weights are not those of such a model.
    """
    model = build(spec.model, item_shape)
    try:
        model.load_state_dict({name: torch.from_numpy(np.array(array)) for name, array in weights.items()})
    except RuntimeError as error:
        reason = str(error).splitlines()[-1].strip()
        raise ConfigError(f"These weights are not of the model the spec describes: {reason}") from None
    return model.eval().requires_grad_(False)
