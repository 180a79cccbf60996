"""Whether a data set tells the classes that a model wants to be told. Loads no torch."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from genlab.data.dataset import Dataset
from genlab.errors import ConfigError
from genlab.models.config import ModelConfig


def check_classes(model: ModelConfig, dataset: Dataset) -> None:
    """Refuse a data set whose classes are not those that a model is told.

    Raises
    ------
    ConfigError
        If the model is told classes and the items have no labels, or other than ``n_classes`` classes.
    """
    if model.n_classes == 0:
        return
    if dataset.labels is None or dataset.n_classes == 0:
        raise ConfigError(
            f"A model that is told classes learns from labelled items, but '{dataset.name}' has no labels; choose "
            "another data set, or a model without classes (n_classes=0)."
        )
    if dataset.n_classes != model.n_classes:
        raise ConfigError(
            f"The model is told {model.n_classes} classes, but '{dataset.name}' has {dataset.n_classes}; set "
            f"n_classes={dataset.n_classes}, or 0 to tell none."
        )


def labels_for(model: ModelConfig, dataset: Dataset, rows: NDArray[np.integer]) -> NDArray[np.int64] | None:
    """Return the classes that a model is told of the items in ``rows``, shape (n,); None where it is told none."""
    check_classes(model, dataset)
    return None if model.n_classes == 0 or dataset.labels is None else dataset.labels[rows]
