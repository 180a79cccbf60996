"""A run's metrics as curves. New lines of the file are read, old ones never again, whoever looks on."""

from __future__ import annotations

import threading
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from genlab.config import Leaf
from genlab.store import Run
from genlab.ui.charts import Curve
from genlab.ui.stores import Shelf

WORDS = {
    "recon_loss": "reconstruction",
    "kl": "KL",
    "d_loss": "discriminator",
    "g_loss": "generator",
    "d_real": "on data",
    "d_fake": "on samples",
    "score_real": "score of data",
    "score_fake": "score of samples",
    "mmd": "MMD",
    "class_loss": "classes",
}
OUTPUTS = ("d_real", "d_fake", "score_real", "score_fake")
"""Values that are a discriminator's outputs and no loss; they have no nats."""


@dataclass
class Track:
    """One measure over a training."""

    steps: list[int] = field(default_factory=list)
    epochs: list[float] = field(default_factory=list)
    values: list[float] = field(default_factory=list)

    def cut(self, step: int) -> Track:
        """Forget what came after ``step``, and return it."""
        keep = bisect_right(self.steps, step)
        gone = Track(self.steps[keep:], self.epochs[keep:], self.values[keep:])
        del self.steps[keep:], self.epochs[keep:], self.values[keep:]
        return gone


@dataclass(frozen=True)
class Mark:
    """Something a person did to a training, to be marked on its curves.

    Attributes
    ----------
    step, epoch
        When.
    did : str
        What, in a few words.
    """

    step: int
    epoch: float
    did: str


class History:
    """What a run has written so far.

    Attributes
    ----------
    seq : int
        Number of the last line read; -1 before the first.
    settings : dict
        What has been set while it ran, by field name: the values now in force.
    marks : list of Mark
        What a person did, oldest first.
    """

    def __init__(self) -> None:
        self.seq = -1
        self.settings: dict[str, float] = {}
        self.marks: list[Mark] = []
        self._sets: list[tuple[int, dict[str, float]]] = []  # step, and what was put in force there
        self._live: dict[str, Leaf] = {}
        self._left: dict[str, Track] = {}  # the course that was left last
        self._learning: dict[str, Track] = {}
        self._held_out: dict[str, Track] = {}
        self._lock = threading.Lock()

    def follow(self, run: Run) -> None:
        """Read the lines written since the last call."""
        with self._lock:
            self._live = self._live or {leaf.name: leaf for leaf in run.spec.leaves() if leaf.live}
            for line in run.metrics(after=self.seq, whole=True):
                self.seq = int(line["seq"])
                if "event" in line:
                    self._take(line["event"], line.get("payload", {}), line)
                    continue
                for tracks, found in ((self._learning, line.get("values")), (self._held_out, line.get("held_out"))):
                    for name, value in (found or {}).items():
                        if value is None:  # not finite
                            continue
                        track = tracks.setdefault(name, Track())
                        track.steps.append(int(line["step"]))
                        track.epochs.append(float(line["epoch"]))
                        track.values.append(float(value))

    def _take(self, kind: str, payload: dict[str, Any], line: dict[str, Any]) -> None:
        """Take in an event."""
        if kind == "resume":
            self._go_back(int(payload.get("step", 0)), payload)
        elif kind == "set":
            self._mark(line, ", ".join(self._change(name, value) for name, value in payload.items()))
            self._sets.append((int(line.get("at_step", 0)), payload))
        elif kind == "step":
            n = int(payload.get("n", 1))
            self._mark(line, f"{n} step{'s' if n != 1 else ''} of the {payload.get('side')} alone")
        elif kind == "refused":
            self._mark(line, f"not done: {payload.get('reason', '')}")
        self.settings = {name: value for _, put in self._sets for name, value in put.items()}

    def _change(self, name: str, value: float) -> str:
        leaf = self._live.get(name)
        if leaf is None:
            return f"{name} = {value:g}"
        return f"{leaf.title} {self.settings.get(name, leaf.value):g} → {value:g}"

    def _go_back(self, step: int, payload: dict[str, Any]) -> None:
        """Cut what was recorded beyond ``step``; a course that was left by choice stays visible."""
        self._cut(self._held_out, step)
        left = self._cut(self._learning, step)
        if "left" not in payload:  # a life that was lost: what it recorded never happened
            self.marks = [mark for mark in self.marks if mark.step <= step]
            self._sets = [(at, put) for at, put in self._sets if at <= step]
            return
        self._left = left
        self._sets.append((step, payload.get("live", {})))
        epochs = [track.epochs[-1] for track in self._learning.values() if track.epochs]
        self.marks.append(Mark(step, max(epochs, default=0.0), f"back from step {int(payload['left']):,} to {step:,}"))

    @staticmethod
    def _cut(tracks: dict[str, Track], step: int) -> dict[str, Track]:
        return {name: track.cut(step) for name, track in tracks.items()}

    def _mark(self, line: dict[str, Any], did: str) -> None:
        if "at_step" in line:
            self.marks.append(Mark(int(line["at_step"]), float(line["at_epoch"]), did))

    def left(self, outputs: bool) -> list[Curve]:
        """Return the course that was left last, as :meth:`curves` returns the one that was taken."""
        with self._lock:
            return [
                Curve(WORDS.get(name, name.replace("_", " ")), tuple(track.epochs), tuple(track.values))
                for name, track in self._left.items()
                if (name in OUTPUTS) == outputs and track.values
            ]

    def curves(self, outputs: bool) -> list[Curve]:
        """Return the losses, or with ``outputs`` the discriminator's outputs."""
        with self._lock:
            return [
                Curve(WORDS.get(name, name.replace("_", " ")), tuple(track.epochs), tuple(track.values), held_out)
                for tracks, held_out in ((self._learning, False), (self._held_out, True))
                for name, track in tracks.items()
                if (name in OUTPUTS) == outputs and track.values
            ]

    def last(self) -> dict[str, float]:
        """Return the newest value of each measure."""
        with self._lock:
            return {name: track.values[-1] for name, track in self._learning.items() if track.values}


_histories: Shelf[History] = Shelf(limit=32)


def history(run: Run) -> History:
    """Return the run's history, brought up to date."""
    found = _histories.get((run.id, run.gallery), History)
    found.follow(run)
    return found
