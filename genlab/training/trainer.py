"""The Trainer: from data and a model to a trained model, step by step, in memory alone."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from genlab.errors import ConfigError, DivergedError, TrainingError
from genlab.models.autoencoder import Autoencoder
from genlab.models.gan import Gan
from genlab.training.batches import Batches
from genlab.training.config import RunSpec
from genlab.training.device import choose
from genlab.training.layers import Layers
from genlab.training.objectives.phases import Phases, Side, through
from genlab.training.objectives.registry import OBJECTIVES
from genlab.training.slow import SlowStep

Arrays = dict[str, NDArray[np.generic]]


@dataclass(frozen=True)
class StepReport:
    """What some steps did.

    Attributes
    ----------
    step : int
        Steps taken so far.
    epoch : float
        Passes over the training items so far.
    values : dict of str to float
        The objective's figures averaged over the reported steps; losses in nats.
    """

    step: int
    epoch: float
    values: dict[str, float]


@dataclass(frozen=True)
class TrainerState:
    """Everything a training needs to go on as if it had never stopped.

    Attributes
    ----------
    model : dict of str to ndarray
        The model's weights and buffers under their own names, averaged generator included.
    trainer : dict of str to ndarray
        Optimiser moments and the state of the noise generator.
    info : dict
        JSON: the step and the spec in force (live changes included).
    """

    model: Arrays
    trainer: Arrays
    info: dict[str, Any] = field(default_factory=dict)


class Trainer:
    """Trains one model on one set of items.

    Parameters
    ----------
    model : Autoencoder or Gan
    data : Tensor or ndarray, shape (N, *item_shape), float32 or uint8
        The training items; uint8 stands for 0..255 of the unit interval.
    config : RunSpec
        Its objective and training parts; the seed fixes order and noise.
    labels : ndarray, shape (N,), int64, optional
        The items' classes, for a model that is told them.

    Raises
    ------
    ConfigError
        If the objective does not train the model's family, or a model that is told classes comes without labels.
    TrainingError
        If the device is missing or the data have the wrong dtype.
    """

    def __init__(
        self,
        model: Autoencoder | Gan,
        data: Tensor | NDArray[np.generic],
        config: RunSpec,
        labels: NDArray[np.int64] | None = None,
    ) -> None:
        objective = config.objective.objective
        if config.objective.family != model.config.family:
            raise ConfigError(
                f"The objective '{objective}' trains models of family '{config.objective.family}', "
                f"got '{model.config.family}'; choose another objective or model."
            )
        if model.is_conditional and labels is None:
            raise ConfigError(f"A model told {model.n_classes} classes learns from labelled items; give labels.")
        self.spec = config
        self.machine = choose(config.training, model)
        self.device = self.machine.device
        self.model = model.to(self.device).train()
        training, told = config.training, labels if model.is_conditional else None
        self.batches = Batches(data, training.batch_size, training.seed, self.device, told)
        self.objective = OBJECTIVES.get(objective)(model, config, self.machine.bfloat16, len(data))
        self.noise = torch.Generator(self.device).manual_seed(config.training.seed)
        self.step_count = 0
        self._layers: Layers | None = None

    @property
    def steps_per_epoch(self) -> int:
        """Steps of one pass over the training items."""
        return self.batches.per_epoch

    @property
    def total_steps(self) -> int:
        """Steps of the whole training."""
        return self.spec.training.epochs * self.steps_per_epoch

    @property
    def epoch(self) -> float:
        """Passes over the training items so far."""
        return self.step_count / self.steps_per_epoch

    def step(self, n: int = 1, side: Side = "both") -> StepReport:
        """Take ``n`` steps and report on them; losses are read from the device once, at the end.

        Parameters
        ----------
        n : int
        side : str
            In a game, who learns: ``both``, ``discriminator`` or ``generator``.

        Raises
        ------
        DivergedError
            If a figure or a weight became NaN or infinite, naming the step and the value. The weights are then spoilt;
            go back to an earlier state.
        """
        if n < 1:
            raise TrainingError(f"A training takes at least 1 step at a time, got {n}.")
        rows: list[Tensor] = []
        with self.machine.in_force():
            for _ in range(n):
                rows += through(self._begin(side))
                self.step_count += 1
            return self._report(n, rows)

    def slowly(self, side: Side = "both") -> SlowStep:
        """Take the next step phase by phase: the same lines and bit for bit the same weights as :meth:`step`.

        The step must be gone through to its end before anything else is asked of the trainer.
        """

        def end(figures: tuple[Tensor, ...]) -> StepReport:
            self.step_count += 1
            return self._report(1, list(figures))

        self._layers = self._layers or Layers(self.objective)
        return SlowStep(self._begin(side), self._layers, self.machine, end)

    def _begin(self, side: Side) -> Phases:
        """Return the next step, not yet begun."""
        if side != "both" and side not in self.objective.sides:
            known = ", ".join(("both", *self.objective.sides))
            raise TrainingError(f"'{side}' cannot learn alone in this training. Who can: {known}.")
        self._anneal()
        batch = self.batches.at(self.step_count, self.objective.draws)  # (draws * B, *item_shape)
        labels = self.batches.labels_at(self.step_count, self.objective.draws)  # (draws * B,), of a conditional model
        return self.objective.phases(batch, self.noise, self.epoch, self.step_count, side, labels)

    def _report(self, n: int, rows: list[Tensor]) -> StepReport:
        """Read the figures of the last ``n`` steps from the device and check them."""
        figures = torch.stack(rows).mean(1).view(n, -1).cpu().numpy().astype(np.float64)  # (n, figures)
        self._check(self.step_count - n, figures)
        values = dict(zip(self.objective.figures, figures.mean(0).tolist(), strict=True))
        return StepReport(self.step_count, self.epoch, values)

    def _anneal(self) -> None:
        """Let the rates fall evenly to nothing over the last share of the steps."""
        share = self.spec.training.anneal
        left = (self.total_steps - self.step_count) / (share * self.total_steps) if share > 0 else 1.0
        for optimiser in self.objective.optimisers.values():
            optimiser.pace = min(1.0, max(0.0, left))  # from here on an objective may lower it

    def set(self, change: Mapping[str, float]) -> None:
        """Change rates and weights from the next step on.

        Parameters
        ----------
        change : mapping of str to number
            Fields marked live in their configuration, such as ``learning_rate`` and ``beta``.

        Raises
        ------
        ConfigError
            If a field is unknown, may not change while running, or refuses the value; nothing is changed then.
        """
        spec = self.spec.override(change)
        live = {name for leaf in spec.leaves() if leaf.live for name in (leaf.name, leaf.path)}
        for name in change:
            if name not in live:
                allowed = ", ".join(sorted(leaf.name for leaf in spec.leaves() if leaf.live))
                raise ConfigError(f"'{name}' cannot change while a training runs. What can: {allowed}.")
        self.spec = spec
        self.objective.configure(spec)

    def state(self) -> TrainerState:
        """Return a copy of everything needed to go on; see :class:`TrainerState`."""
        trainer = {**self._optimiser_tensors(), "noise": self.noise.get_state()}
        return TrainerState(
            model={name: _array(tensor) for name, tensor in self.model.state_dict().items()},
            trainer={name: _array(tensor) for name, tensor in trainer.items()},
            info={"step": self.step_count, "spec": self.spec.model_dump(mode="json")},
        )

    def restore(self, state: TrainerState) -> None:
        """Go on from ``state``: on a processor, at the same thread count, bit for bit as if never stopped.

        Between a processor and a GPU the noise cannot be taken over; it begins anew, from the seed and the step.

        Raises
        ------
        TrainingError
            If the state belongs to another model or objective.
        """
        own = {name: tuple(tensor.shape) for name, tensor in self.model.state_dict().items()}
        given = {name: tuple(array.shape) for name, array in state.model.items()}
        if own != given or {*self._optimiser_tensors(), "noise"} != set(state.trainer):
            raise TrainingError(
                "The state to go on from belongs to another model or objective; start with its own spec."
            )
        with torch.no_grad():
            for name, tensor in self.model.state_dict().items():
                tensor.copy_(_tensor(state.model[name]))
        for key, optimiser in self.objective.optimisers.items():
            optimiser.restore({name: _tensor(state.trainer[f"{key}.{name}"]) for name in optimiser.state()})
        self.step_count = int(state.info["step"])
        self.spec = RunSpec.parse(state.info["spec"])
        noise = _tensor(state.trainer["noise"])
        if noise.shape == self.noise.get_state().shape:
            self.noise.set_state(noise)
        else:
            self.noise.manual_seed(hash((self.spec.training.seed, self.step_count)) % 2**63)
        self.objective.configure(self.spec)

    def _optimiser_tensors(self) -> dict[str, Tensor]:
        return {f"{key}.{name}": t for key, o in self.objective.optimisers.items() for name, t in o.state().items()}

    def _check(self, first: int, figures: NDArray[np.float64]) -> None:
        bad = np.argwhere(~np.isfinite(figures))
        if len(bad):
            row, column = bad[0]
            raise DivergedError(
                f"The training diverged at step {first + row + 1:,}: {self.objective.figures[column]} became "
                f"{figures[row, column]}; lower learning_rate, or go on from an earlier checkpoint."
            )
        total = sum(float(optimiser.vector.sum()) for optimiser in self.objective.optimisers.values())
        if not math.isfinite(total):
            raise DivergedError(
                f"The training diverged at step {self.step_count:,}: a weight became {total}; lower learning_rate, "
                f"or go on from an earlier checkpoint."
            )


def _array(tensor: Tensor) -> NDArray[np.generic]:
    return np.array(tensor.detach().cpu().numpy())


def _tensor(array: NDArray[np.generic]) -> Tensor:
    return torch.from_numpy(np.array(array))
