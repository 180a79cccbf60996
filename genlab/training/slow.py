"""One step taken slowly: what each phase made, why, and the lines of code that did it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from genlab.models.distributions import DiagonalGaussian
from genlab.training.code_lines import Lines, called_in, frame_of, innermost, lines_before
from genlab.training.layers import Glance, Layers
from genlab.training.objectives.phases import Phase, Phases

if TYPE_CHECKING:
    from genlab.training.device import Machine
    from genlab.training.trainer import StepReport

PICTURES_SHOWN, ROWS_SHOWN = 8, 64


@dataclass(frozen=True)
class Made:
    """One tensor that a phase made or changed.

    Attributes
    ----------
    name : str
        Its name in the code, or for a distribution what of it: ``mu``, ``sigma``, ``mean``.
    shape : tuple of int
    mean, spread, low, high : float
        Over all its numbers; spread is their standard deviation.
    rows : ndarray, shape (rows, ...), float32
        Its first rows.
    """

    name: str
    shape: tuple[int, ...]
    mean: float
    spread: float
    low: float
    high: float
    rows: NDArray[np.float32]


@dataclass(frozen=True)
class Look:
    """What is seen of a step that waits at the end of a phase.

    Attributes
    ----------
    phase : Phase
    number : int
        Place in the step, from 1.
    lines : Lines
        What ran.
    called : list of Lines
        Our own functions that those lines call.
    made : list of Made
    figures : dict of str to float
        Plain numbers among the local variables.
    glance : Glance
        The layers, and which networks ran, got gradients or moved in this phase.
    """

    phase: Phase
    number: int
    lines: Lines
    called: list[Lines]
    made: list[Made]
    figures: dict[str, float]
    glance: Glance


class SlowStep:
    """A step under way; made by :meth:`genlab.training.trainer.Trainer.slowly`.

    The step runs in :meth:`next`, phase by phase, and nothing that looks at it changes or draws a number. It must be
    gone through to its end: what stands between two phases is no state to keep.

    Parameters
    ----------
    phases : Phases
    layers : Layers
    machine : Machine
    end : callable
        Told the figures once the step is done; its answer is :attr:`report`.

    Attributes
    ----------
    report : StepReport or None
        What the step did, once it is done.
    """

    def __init__(
        self, phases: Phases, layers: Layers, machine: Machine, end: Callable[[tuple[Tensor, ...]], StepReport]
    ) -> None:
        self._phases, self._layers, self._machine, self._end = phases, layers, machine, end
        layers.begin()
        self._seen: dict[str, object] = {}
        self._number = 0
        self.report: StepReport | None = None

    def next(self) -> Look | None:
        """Run the next phase and return what is to be seen of it; None, and a report, where the step was done.

        Raises
        ------
        DivergedError
            At the end, if a figure or a weight became NaN or infinite.
        """
        with self._machine.in_force():
            try:
                phase = next(self._phases)
            except StopIteration as done:
                self._layers.close()
                self.report = self._end(done.value)
                return None
            self._number += 1
            return self._look(phase)

    def finish(self) -> StepReport:
        """Run what is left of the step without looking, and return its report."""
        self._layers.close()
        while self.report is None:
            with self._machine.in_force():
                try:
                    next(self._phases)
                except StopIteration as done:
                    self.report = self._end(done.value)
        return self.report

    @torch.no_grad()
    def _look(self, phase: Phase) -> Look:
        waiting = innermost(self._phases)
        variables = frame_of(waiting).f_locals
        fresh = {name: value for name, value in variables.items() if self._seen.get(name) is not value}
        self._seen.update(variables)
        lines = lines_before(waiting)
        called, made = called_in(lines, waiting), _made(fresh, variables)
        return Look(phase, self._number, lines, called, made, _numbers(fresh), self._layers.look())


def _made(fresh: dict[str, Any], variables: dict[str, Any]) -> list[Made]:
    """Return what there is to show of the variables that are new."""
    tensors: dict[str, Tensor] = {}
    for name, value in fresh.items():
        if isinstance(value, Tensor):
            tensors[name] = value
        elif isinstance(value, DiagonalGaussian):
            tensors |= {
                "mu": value.mu,
                "sigma": (0.5 * value.logvar).exp(),
                "KL per dimension": value.kl_per_dimension(),
            }
        elif isinstance(getattr(value, "mean", None), Tensor):
            tensors[f"{name}.mean"] = value.mean
        elif isinstance(getattr(value, "mu", None), Tensor):
            tensors["mu"] = value.mu
    drawn, posterior = fresh.get("z"), variables.get("posterior")
    if isinstance(drawn, Tensor) and isinstance(posterior, DiagonalGaussian) and drawn.shape == posterior.mu.shape:
        tensors["eps"] = (drawn - posterior.mu) * (-0.5 * posterior.logvar).exp()
    shown = {name: tensor for name, tensor in tensors.items() if tensor.is_floating_point() and tensor.numel()}
    once = {(tensor.data_ptr(), tensor.shape): name for name, tensor in shown.items()}  # one thing, its latest name
    return [_summary(name, tensor) for name, tensor in shown.items() if name in once.values()]


def _summary(name: str, tensor: Tensor) -> Made:
    values = tensor.detach().float()
    shown = PICTURES_SHOWN if values.dim() > 2 else ROWS_SHOWN
    rows = (values if values.dim() else values[None])[:shown].cpu().numpy()
    spread = values.std(correction=0).item()
    return Made(name, tuple(tensor.shape), values.mean().item(), spread, values.min().item(), values.max().item(), rows)


def _numbers(fresh: dict[str, Any]) -> dict[str, float]:
    given = ("epoch", "count")
    return {name: float(v) for name, v in fresh.items() if isinstance(v, int | float) and name not in given}
