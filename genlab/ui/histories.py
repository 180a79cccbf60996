"""A run's metrics as curves. New lines of the file are read, old ones never again, whoever looks on."""

from __future__ import annotations

import threading
from bisect import bisect_right
from dataclasses import dataclass, field

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
}
OUTPUTS = ("d_real", "d_fake")
"""Values that are a discriminator's outputs and no loss; they have no nats."""


@dataclass
class Track:
    """One measure over a training."""

    steps: list[int] = field(default_factory=list)
    epochs: list[float] = field(default_factory=list)
    values: list[float] = field(default_factory=list)

    def cut(self, step: int) -> None:
        """Forget what came after ``step``."""
        keep = bisect_right(self.steps, step)
        del self.steps[keep:], self.epochs[keep:], self.values[keep:]


class History:
    """What a run has written so far.

    Attributes
    ----------
    seq : int
        Number of the last line read; -1 before the first.
    settings : dict
        What has been set while it ran, by field name: the values now in force.
    """

    def __init__(self) -> None:
        self.seq = -1
        self.settings: dict[str, float] = {}
        self._learning: dict[str, Track] = {}
        self._held_out: dict[str, Track] = {}
        self._lock = threading.Lock()

    def follow(self, run: Run) -> None:
        """Read the lines written since the last call."""
        with self._lock:
            for line in run.metrics(after=self.seq):
                self.seq = int(line["seq"])
                if line.get("event") == "resume":  # what an earlier life recorded beyond this step never happened
                    for track in (*self._learning.values(), *self._held_out.values()):
                        track.cut(int(line.get("payload", {}).get("step", 0)))
                if line.get("event") == "set":
                    self.settings |= line.get("payload", {})
                if "event" in line:
                    continue
                for tracks, found in ((self._learning, line.get("values")), (self._held_out, line.get("held_out"))):
                    for name, value in (found or {}).items():
                        if value is None:  # not finite
                            continue
                        track = tracks.setdefault(name, Track())
                        track.steps.append(int(line["step"]))
                        track.epochs.append(float(line["epoch"]))
                        track.values.append(float(value))

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
