"""How well a model does, while it trains, on items it does not learn from."""

from __future__ import annotations

from typing import cast

import numpy as np
import torch

from genlab.data.dataset import Dataset
from genlab.models.distributions import DiagonalGaussian
from genlab.models.protocols import LatentModel
from genlab.training.batches import as_values
from genlab.training.config import DataConfig
from genlab.training.objectives.elbo import Elbo
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

    @property
    def exists(self) -> bool:
        """True if the model has losses of single items, and items were held out."""
        return cast(LatentModel, self._trainer.model).has_encoder and len(self._x) > 0

    @torch.no_grad()
    def measure(self) -> dict[str, float]:
        """Return ``loss`` and ``recon_loss``, for a VAE also ``kl``: in nats an item, as while training."""
        model, objective = cast(LatentModel, self._trainer.model), self._trainer.objective
        noise = torch.Generator(self._trainer.device).manual_seed(0)
        self._trainer.model.eval()
        try:
            with self._trainer.machine.in_force():
                x = as_values(self._x)  # (n, *item_shape)
                posterior = model.encode(x)
                recon_loss = -model.decode(posterior.sample(noise)).log_prob(x).mean().item()
                if not isinstance(objective, Elbo) or not isinstance(posterior, DiagonalGaussian):
                    return {"loss": recon_loss, "recon_loss": recon_loss}
                kl = posterior.kl().mean().item()
        finally:
            self._trainer.model.train()
        return {"loss": recon_loss + objective.kl_weight(self._trainer.epoch) * kl, "recon_loss": recon_loss, "kl": kl}
