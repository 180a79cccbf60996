"""What a training shows of itself: samples from fixed noise, copies of fixed items, and the map as it forms."""

from __future__ import annotations

import math
from typing import Any, cast

import numpy as np
import torch
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController
from torch import Tensor

from genlab.data.dataset import Dataset, Modality
from genlab.latent.pca import Pca
from genlab.latent.procrustes import nearest_plane, orthonormal, turn
from genlab.models.protocols import LatentModel
from genlab.training.batches import as_values
from genlab.training.config import DataConfig
from genlab.training.trainer import Trainer

PICTURES, COPIES, POINTS = 16, 8, 1000
MAP_POINTS = 2000
MAP_NUMBERS = 8_000_000
"""Numbers of all items encoded for one map; larger items are mapped by fewer."""
BATCH = 500
MOST_TURNED = 0.25
"""Share of its way to PCA's plane that the map's goes from frame to frame; less where a frame is less than an epoch."""


class Frames:
    """Makes the frames of one training; nothing here draws from the trainer's generators or changes its weights.

    Parameters
    ----------
    trainer : Trainer
    dataset : Dataset
    data : DataConfig
        How the data set is split: copies are of held-out items where there are any, the map is of training items.
    """

    def __init__(self, trainer: Trainer, dataset: Dataset, data: DataConfig) -> None:
        self._trainer = trainer
        self._model = cast(LatentModel, trainer.model)
        self._is_image = dataset.modality is Modality.IMAGE
        shown = POINTS if dataset.modality is Modality.POINTS else PICTURES
        generator = torch.Generator(trainer.device).manual_seed(trainer.spec.training.seed)
        self._noise: Tensor = self._model.sample_prior(shown, generator)  # (shown, latent_dim)
        self._last_map: NDArray[np.float64] | None = None
        self._mapped_at = 0
        self._blas = ThreadpoolController()
        if self._model.has_encoder:
            split = dataset.split(data.held_out, data.split_seed)
            copied = split.held_out if len(split.held_out) >= COPIES else split.train
            copied = copied[: POINTS if dataset.modality is Modality.POINTS else COPIES]
            self._copied = self._resident(dataset, copied)  # (8, *item_shape)
            rows = split.train[: min(MAP_POINTS, max(300, MAP_NUMBERS // math.prod(dataset.item_shape)))]
            self._mapped = self._resident(dataset, rows)  # (M, *item_shape)
            self._rows = rows.astype(np.int64)
            known = dataset.labels
            self._labels = np.full(len(rows), -1, np.int64) if known is None else np.asarray(known[rows], np.int64)
        else:
            self._mapped = self._model.sample_prior(MAP_POINTS, generator)  # (M, latent_dim)
            self._rows = np.full(MAP_POINTS, -1, np.int64)
            self._labels = np.full(MAP_POINTS, -1, np.int64)

    @torch.no_grad()
    def frame(self) -> dict[str, NDArray[Any]]:
        r"""Return the arrays of one frame.

        Returns
        -------
        dict of str to ndarray
            ``samples`` (16, \*item_shape) uint8 for images, (1000, D) float32 for points; with an encoder
            ``originals`` and ``recon`` (8, \*item_shape; 1000 for points), likewise; ``map`` (M, 2) float32, on a
            plane that follows PCA's slowly; ``map_rows`` (M,) int64, rows of the data set or -1; ``map_labels`` (M,)
            int64, -1 where unknown; ``step`` and ``epoch``.
        """
        self._trainer.model.eval()
        try:
            with self._trainer.machine.in_force():
                arrays = {"samples": self._shown(self._model.decode(self._noise).mean)}
                if self._model.has_encoder:
                    copied = as_values(self._copied)
                    arrays["originals"] = self._shown(copied)
                    arrays["recon"] = self._shown(self._model.decode(self._model.encode(copied).mu).mean)
                codes = self._codes()  # (M, dim)
        finally:
            self._trainer.model.train()
        arrays["map"] = self._map(codes)
        arrays["map_rows"], arrays["map_labels"] = self._rows, self._labels
        arrays["step"] = np.asarray(self._trainer.step_count)
        arrays["epoch"] = np.asarray(self._trainer.epoch)
        return arrays

    def _codes(self) -> NDArray[np.float32]:
        space = self._model.spaces[0].name
        if self._model.has_encoder:
            parts = [self._model.encode(as_values(part)).mu for part in self._mapped.split(BATCH)]
        else:
            parts = [self._model.enter(part, space) for part in self._mapped.split(BATCH)]
        return np.asarray(torch.cat(parts).float().cpu().numpy())

    def _map(self, codes: NDArray[np.float32]) -> NDArray[np.float32]:
        with self._blas.limit(limits=1, user_api="blas"):  # its threads would spin on long after so small a product
            places = (codes - codes.mean(axis=0, dtype=np.float64)) @ self._plane(codes)
        self._last_map = np.zeros((len(codes), 2))  # one-dimensional codes lie on a line
        self._last_map[:, : places.shape[1]] = places
        self._mapped_at = self._trainer.step_count
        return self._last_map.astype(np.float32)

    def _plane(self, codes: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return the plane to look at codes on, shape (dim, 2): that of the frame before, turned towards PCA's.

        PCA's own leaps where two directions vary about as much; seen on it, one step would seem to sort all codes anew.
        """
        widest = Pca.fit(codes, n_components=min(2, codes.shape[1])).components_.T.astype(np.float64)
        if self._last_map is None:
            return widest
        centred, before = codes - codes.mean(axis=0, dtype=np.float64), self._last_map[:, : widest.shape[1]]
        share = min(MOST_TURNED, (self._trainer.step_count - self._mapped_at) / self._trainer.steps_per_epoch)
        kept, wanted = nearest_plane(centred, before), widest @ turn(centred @ widest, before)
        return orthonormal((1 - max(0.0, share)) * kept + max(0.0, share) * wanted)

    def _shown(self, x: Tensor) -> NDArray[Any]:
        values = x.float().cpu().numpy()
        return np.rint(np.clip(values, 0, 1) * 255).astype(np.uint8) if self._is_image else values

    def _resident(self, dataset: Dataset, rows: NDArray[np.int64]) -> Tensor:
        return torch.from_numpy(np.array(dataset.x[rows])).to(self._trainer.device)
