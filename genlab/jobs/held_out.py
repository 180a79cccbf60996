"""How well a model does, while it trains, on items it does not learn from."""

from __future__ import annotations

import numpy as np
import torch

from genlab.data.dataset import Dataset
from genlab.models.autoencoder import Autoencoder
from genlab.training.batches import as_values
from genlab.training.classes import labels_for
from genlab.training.config import DataConfig
from genlab.training.objectives.autoencoding import Autoencoding
from genlab.training.trainer import Trainer

ITEMS = 512


class HeldOut:
    """The losses of a training on up to 512 held-out items; cheap, and the same items and noise each time.

    Parameters
    ----------
    trainer : Trainer
    dataset : Dataset
    data : DataConfig
        How the data set is split.
    """

    def __init__(self, trainer: Trainer, dataset: Dataset, data: DataConfig) -> None:
        self._trainer = trainer
        rows = dataset.split(data.held_out, data.split_seed).held_out[:ITEMS]
        self._x = torch.from_numpy(np.array(dataset.x[rows])).to(trainer.device)  # (n, *item_shape)
        labels = labels_for(trainer.spec.model, dataset, rows)
        self._labels = None if labels is None else torch.from_numpy(np.array(labels)).to(trainer.device)  # (n,)

    @property
    def exists(self) -> bool:
        """True if the model has losses of single items, and items were held out."""
        return isinstance(self._trainer.objective, Autoencoding) and len(self._x) > 0

    def measure(self) -> dict[str, float]:
        """Return the objective's own figures, such as ``loss`` and ``recon_loss``: nats an item, as while training."""
        trainer = self._trainer
        assert isinstance(trainer.model, Autoencoder)  # whoever asks has asked whether there is something to measure
        assert isinstance(trainer.objective, Autoencoding)
        noise = torch.Generator(trainer.device).manual_seed(0)
        trainer.model.eval()
        try:
            with trainer.machine.in_force():
                x, labels = as_values(self._x), self._labels
                return trainer.objective.measure(trainer.model, x, noise, trainer.epoch, labels)
        finally:
            trainer.model.train()
