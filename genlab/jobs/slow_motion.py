"""Steps taken phase by phase, one at a word or at a chosen pace, each phase shown to whoever looks on."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from genlab.store import RunWriter
from genlab.training.objectives.phases import Side
from genlab.training.slow import Look, SlowStep
from genlab.training.trainer import StepReport, Trainer

FASTEST_S = 0.1


class SlowMotion:
    """The step that is under way, if one is, and the pace at which its phases follow each other.

    Parameters
    ----------
    trainer : Trainer
    writer : RunWriter
    """

    def __init__(self, trainer: Trainer, writer: RunWriter) -> None:
        self._trainer, self._writer = trainer, writer
        self._step: SlowStep | None = None
        self._side: Side = "both"
        self._owed = 0
        self._every_s = 0.0
        self._next_at = 0.0
        self._shown: dict[str, Any] = {}  # facts of the phase that is on screen

    @property
    def is_open(self) -> bool:
        """True between two phases of a step: what stands there is no state to keep or to change."""
        return self._step is not None

    @property
    def is_playing(self) -> bool:
        """True while phases follow each other by themselves."""
        return self._every_s > 0

    @property
    def is_due(self) -> bool:
        """True if the next phase should be taken now."""
        return self._owed > 0 or (self._every_s > 0 and time.monotonic() >= self._next_at)

    def ask(self, every_s: float, side: Side) -> None:
        """Owe one phase, or with a pace above 0 one every so many seconds until held; ``side`` is of the next step."""
        self._side = side
        self._every_s = max(FASTEST_S, every_s) if every_s > 0 else 0.0
        self._owed += every_s <= 0

    def take(self) -> StepReport | None:
        """Take the next phase; where the step before it was done, return that step's report.

        Raises
        ------
        DivergedError
            If the step that was done spoilt a figure or a weight.
        """
        self._owed = max(0, self._owed - 1)
        self._next_at = time.monotonic() + self._every_s
        done: StepReport | None = None
        look = self._step.next() if self._step is not None else None
        if look is None:
            done, self._step = (self._step.report if self._step else None), None
            if self._trainer.step_count < self._trainer.total_steps:
                self._step = self._trainer.slowly(self._side)
                look = self._step.next()
        if look is not None:
            self._show(look)
        elif self._shown:
            self.leave(self._shown)
        return done

    def finish(self) -> StepReport | None:
        """Run the step under way to its end and report it, if there was one; what was played plays on."""
        step, self._step = self._step, None
        if step is None:
            return None
        report = step.finish()
        self.leave(self._shown)
        return report

    def hold(self) -> StepReport | None:
        """End slow motion; the step under way is run to its end, and reported if there was one."""
        self._owed, self._every_s = 0, 0.0
        return self.finish()

    def leave(self, facts: Mapping[str, Any]) -> None:
        """Tell whoever looks on that the training has moved on from the phase of these facts."""
        self._writer.look({**facts, "left": True}, {})

    def _show(self, look: Look) -> None:
        facts: dict[str, Any] = {
            "step": self._trainer.step_count,
            "left": False,
            "side": self._side,
            "every_s": self._every_s,
            "number": look.number,
            "phase": asdict(look.phase),
            "lines": asdict(look.lines),
            "called": [asdict(lines) for lines in look.called],
            "figures": look.figures,
            "ran": look.glance.ran,
            "graded": look.glance.graded,
            "moved": look.glance.moved,
            "made": [],
            "layers": [],
        }
        arrays = {}
        for made in look.made:
            entry = asdict(made)
            arrays[f"made.{made.name}"] = entry.pop("rows")
            facts["made"].append(entry)
        for number, layer in enumerate(look.glance.layers):
            entry = asdict(layer)
            activations = entry.pop("activations")
            if activations is not None:
                arrays[f"layer.{number}"] = activations
            facts["layers"].append(entry)
        self._writer.look(facts, arrays)
        self._shown = facts
