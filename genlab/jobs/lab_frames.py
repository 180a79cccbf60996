"""What the Lab shows of a model of points of the plane: samples, D's field, the warped grid, pulls, posteriors."""

from __future__ import annotations

from statistics import NormalDist
from typing import Any, cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from genlab.analysis.planar_scores import PlanarScores, is_planar, square_of
from genlab.data.dataset import Dataset
from genlab.models.gan import Gan
from genlab.models.protocols import LatentModel
from genlab.training.config import DataConfig
from genlab.training.objectives.gan_losses import LOSSES
from genlab.training.trainer import Trainer

SHOWN, SCORED = 500, 2500
"""Samples that are drawn, and those that are scored: the number of the PacGAN paper."""
FIELD, GRID = 30, 20
"""Cells a side of the discriminator's field, and lines each way of the warped grid, as in GAN Lab."""
ARROWS, ELLIPSES, CODES = 80, 60, 500

Arrays = dict[str, NDArray[Any]]


def lab_frames(trainer: Trainer, dataset: Dataset, data: DataConfig) -> LabFrames | None:
    """Return what makes a training's frames for the Lab, or None where items are no points of the plane."""
    return LabFrames(trainer, dataset, data) if is_planar(dataset) else None


class LabFrames:
    """Makes the Lab's frames of one training; nothing here draws from the trainer's generators or changes its weights.

    Parameters
    ----------
    trainer : Trainer
    dataset : Dataset
        Points of the plane.
    data : DataConfig
        Names the set, so that known modes are counted, and its split: posteriors are of training items.
    """

    def __init__(self, trainer: Trainer, dataset: Dataset, data: DataConfig) -> None:
        self._trainer = trainer
        self._model = cast(LatentModel, trainer.model)
        self._scores = PlanarScores(dataset, is_named=not data.own)
        square = square_of(dataset)
        self._square = np.array([square.x, square.y, square.half], np.float32)
        device = trainer.device
        generator = torch.Generator(device).manual_seed(trainer.spec.training.seed)
        self._noise = self._model.sample_prior(SCORED, generator)  # (SCORED, latent_dim)
        self._style_dim = self._model.style_dim
        grid = _prior_grid(self._style_dim)  # (lines, GRID or GRID², style_dim)
        first_class = torch.eye(1, self._model.latent_dim - self._style_dim).expand(*grid.shape[:2], -1)
        self._grid = torch.cat([grid, first_class], 2).to(device)  # (lines, GRID or GRID², latent_dim)
        self._places = _cell_centres(square.low, 2 * square.half).to(device)  # (FIELD², 2)
        rows = dataset.split(data.held_out, data.split_seed).train[:CODES]
        if self._model.has_encoder:
            self._items = torch.from_numpy(dataset.values(rows)).to(device)  # (n, 2)
            known = dataset.labels
            self._labels = np.full(len(rows), -1, np.int64) if known is None else np.asarray(known[rows], np.int64)
            self._eps = self._model.sample_prior(len(rows), generator)[:, : self._style_dim]  # (n, style_dim)
        else:
            self._real = torch.from_numpy(dataset.values(rows[np.arange(ARROWS) % len(rows)])).to(device)  # (ARROWS, 2)
            self._g_loss = LOSSES[trainer.spec.objective.objective].generator

    def frame(self) -> Arrays:
        """Return the arrays of one frame, all float32 unless said.

        Returns
        -------
        dict of str to ndarray
            ``square`` (3,), centre and half side of what is looked at; ``samples`` (500, 2) of fixed noise, and
            ``noise``, its first two numbers; ``lines`` (n,), where the prior's grid of equal shares runs, and ``grid``
            (lines, n, 2), where it is carried (one line for a code of one number), of the first class where classes are
            told. Of a GAN ``field`` (30, 30), D's
            logit from the least second coordinate up, and ``pulls`` (80, 2), the slope down G's loss at the first
            samples: where G is drawn. Of an autoencoder ``items`` and ``copies`` (80, 2), and ``mu``, ``sigma`` (60,
            2), ``codes`` (n, 2), ``labels`` (n,) int64: posteriors of items in the first two dimensions, one code drawn
            from each. ``step`` and ``epoch``.
        """
        with self._looking():
            codes = torch.cat([self._noise[:SHOWN], self._grid.flatten(0, 1)])
            made = self._model.decode(codes).mean  # (SHOWN + lines * n, 2)
            arrays: Arrays = {
                "square": self._square,
                "samples": _array(made[:SHOWN]),
                "noise": _two(self._noise[:SHOWN, : self._style_dim]),
                "lines": _array(self._grid[0, :, 0]),
                "grid": _array(made[SHOWN:]).reshape(*self._grid.shape[:2], 2),
            }
            arrays |= self._of_encoder() if self._model.has_encoder else self._of_discriminator(made[:ARROWS])
        arrays["step"] = np.asarray(self._trainer.step_count)
        arrays["epoch"] = np.asarray(self._trainer.epoch)
        return arrays

    def scores(self) -> dict[str, float]:
        """Return the scores of 2,500 samples of fixed noise; see :meth:`PlanarScores.measure`."""
        with self._looking():
            made = _array(self._model.decode(self._noise).mean)
        return self._scores.measure(made) if np.isfinite(made).all() else {}

    def _of_discriminator(self, samples: Tensor) -> Arrays:
        model = cast(Gan, self._trainer.model)
        field = model.judge(self._places)  # (FIELD²,)
        real_logits = model.judge(self._real)  # (ARROWS,)
        with torch.enable_grad():
            at = samples.detach().requires_grad_()
            g_loss = self._g_loss(real_logits, model.judge(at))  # (ARROWS,)
            (slope,) = torch.autograd.grad(g_loss.sum(), at)  # (ARROWS, 2)
        return {"field": _array(field).reshape(FIELD, FIELD), "pulls": _array(-slope)}

    def _of_encoder(self) -> Arrays:
        posterior = self._model.encode(self._items)
        mu, logvar = posterior.mu[:, : self._style_dim], posterior.logvar
        sigma = torch.zeros_like(mu) if logvar is None else (0.5 * logvar).exp()
        return {
            "items": _array(self._items[:ARROWS]),
            "copies": _array(self._model.decode(posterior.mu[:ARROWS]).mean),
            "mu": _two(mu[:ELLIPSES]),
            "sigma": _two(sigma[:ELLIPSES]),
            "codes": _two(mu + sigma * self._eps),
            "labels": self._labels,
        }

    def _looking(self) -> _Looking:
        return _Looking(self._trainer)


class _Looking:
    """While it lasts the model answers, as chosen for its training, and learns nothing."""

    def __init__(self, trainer: Trainer) -> None:
        self._trainer = trainer
        self._contexts = (trainer.machine.in_force(), torch.no_grad())

    def __enter__(self) -> None:
        self._trainer.model.eval()
        for context in self._contexts:
            context.__enter__()

    def __exit__(self, *fault: Any) -> None:
        for context in reversed(self._contexts):
            context.__exit__(*fault)
        self._trainer.model.train()


def _prior_grid(latent_dim: int) -> Tensor:
    """Return codes at equal shares of the prior: (GRID, GRID, latent_dim), or (1, GRID², 1) for one dimension.

    Dimensions beyond the second stay at 0.
    """
    lines = GRID if latent_dim > 1 else GRID * GRID
    at = torch.tensor([NormalDist().inv_cdf((i + 0.5) / lines) for i in range(lines)])
    if latent_dim == 1:
        return at.reshape(1, -1, 1)
    grid = torch.zeros(GRID, GRID, latent_dim)
    grid[..., 0], grid[..., 1] = at[None, :], at[:, None]
    return grid


def _cell_centres(low: NDArray[np.float64], side: float) -> Tensor:
    at = (np.arange(FIELD) + 0.5) / FIELD * side
    down, across = np.meshgrid(low[1] + at, low[0] + at, indexing="ij")
    return torch.from_numpy(np.stack([across.ravel(), down.ravel()], axis=1).astype(np.float32))


def _two(codes: Tensor) -> NDArray[np.float32]:
    """Return the first two dimensions of codes, shape (n, 2); the second is 0 where there is but one."""
    flat = _array(codes[:, :2])
    return flat if flat.shape[1] == 2 else np.pad(flat, ((0, 0), (0, 1)))


def _array(tensor: Tensor) -> NDArray[np.float32]:
    return tensor.detach().float().cpu().numpy()
