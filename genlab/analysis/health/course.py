"""A training so far, as its records tell it: what the checks look at. Loads no torch."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from genlab.config import Leaf
from genlab.errors import ConfigError
from genlab.store import Run
from genlab.training.config import RunSpec

PATIENCE = 300
"""Steps that a training has to come right in, from its beginning and after a change."""
LOOKS = 6
"""Records with vital figures after those steps that the slowest of the checks wants."""


@dataclass(frozen=True)
class Record:
    """One record: steps and passes so far, and the figures of the steps since the record before."""

    step: int
    epoch: float
    values: Mapping[str, float | None]
    held_out: Mapping[str, float | None] = field(default_factory=dict)
    vitals: Mapping[str, Any] = field(default_factory=dict)


class Course:
    """The records of one run, read once each, and the spec in force.

    Attributes
    ----------
    spec, begun : RunSpec
        Live changes included; and as the run was begun.
    records : list of Record
    changed_at : int
        Step of the last live change, 0 if there was none: what was measured before tells of another training.
    total_steps : int
        0 before the worker has said.
    state, error : str
        As in the run's status.
    label_names : tuple of str
    """

    def __init__(self, spec: RunSpec, label_names: tuple[str, ...] = ()) -> None:
        self.spec = self.begun = spec
        self.label_names = label_names
        self.records: list[Record] = []
        self.changed_at = 0
        self.total_steps = 0
        self.state = "running"
        self.error = ""
        self._seq = -1
        self._lock = threading.Lock()

    def follow(self, run: Run) -> None:
        """Read what was written since the last call, once however many pages look on."""
        status = run.status()
        self.state, self.error, self.total_steps = status.state, status.error, status.total_steps
        with self._lock:
            for line in run.metrics(after=self._seq):
                self._seq = int(line["seq"])
                self.read(line)

    def read(self, line: Mapping[str, Any]) -> None:
        """Take in one line of ``metrics.jsonl``."""
        kind, payload = line.get("event"), line.get("payload") or {}
        if kind == "resume":  # what an earlier life recorded beyond this step never happened
            step = int(payload.get("step", 0))
            self.records = [record for record in self.records if record.step <= step]
            self.changed_at = min(self.changed_at, step)
            if "live" in payload:  # it went back on purpose, to what was in force then
                self._set(self.begun, payload["live"])
        elif kind == "set":
            self._set(self.spec, payload)
        elif kind is None and "step" in line:
            self.records.append(
                Record(
                    int(line["step"]),
                    float(line["epoch"]),
                    line.get("values") or {},
                    line.get("held_out") or {},
                    _numbers(line.get("vitals") or {}),
                )
            )

    def _set(self, spec: RunSpec, live: Mapping[str, Any]) -> None:
        with suppress(ConfigError):  # of a field that has gone since
            self.spec = spec.override(live)
        self.changed_at = self.records[-1].step if self.records else 0

    @property
    def step(self) -> int:
        """Steps taken."""
        return self.records[-1].step if self.records else 0

    def since_change(self) -> Iterator[Record]:
        """Return the records measured with the settings now in force."""
        return (record for record in self.records if record.step > self.changed_at)

    @property
    def is_settling(self) -> bool:
        """Whether a training under way has just begun or been changed, so that most of it cannot be judged yet."""
        judged = [record for record in self.since_change() if record.step >= self.changed_at + PATIENCE]
        return self.is_active and sum(bool(record.vitals) for record in judged) < LOOKS

    @property
    def is_active(self) -> bool:
        """Whether a worker trains the run or will, so that it takes orders."""
        return self.state in ("queued", "running", "paused")

    def leaf(self, name: str) -> Leaf | None:
        """Return the field called ``name`` with its value in force, None if this run has no such field."""
        return next((leaf for leaf in self.spec.leaves() if leaf.name == name), None)

    def setting(self, name: str) -> Any:
        """Return the value in force of the field called ``name``, None if this run has no such field."""
        leaf = self.leaf(name)
        return None if leaf is None else leaf.value


def _numbers(figures: Any) -> Any:
    """Return figures with NaN, which no bound is ever passed by, for what was not finite when it was written."""
    if isinstance(figures, Mapping):
        return {name: _numbers(value) for name, value in figures.items()}
    if isinstance(figures, list):
        return [_numbers(value) for value in figures]
    return math.nan if figures is None else figures
