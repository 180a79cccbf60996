"""The Lab's socket: a training on points of the plane ten frames a second, with its scores so far."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from starlette.websockets import WebSocket

from genlab.store import Run
from genlab.ui.routes.live import Arrays, LiveFeed, serve_feed

LOOK_EVERY_S = 0.05
SCORES = ("covered", "quality", "reverse_kl", "js")
"""Columns of ``scores`` after step and seconds of training."""


async def lab_socket(socket: WebSocket) -> None:
    """Serve ``/genlab/runs/{run}/lab``: frames as the worker writes them, and the end of the run."""
    await serve_feed(socket, LabFeed, LOOK_EVERY_S)


class LabFeed(LiveFeed):
    """A run's frames for the Lab.

    With the first comes the data, and with each the scores recorded since the one before: ``scores`` (n, 6) float32,
    rows of step, seconds and :data:`SCORES`, NaN where unknown. Rows whose step has come before replace what was told
    from there on: the training went back.
    """

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        self._seq = -1

    def frame(self, after: int) -> tuple[int, Arrays] | None:
        """Return number and arrays of the newest frame above ``after``, or None."""
        found = self.run.lab_frame(after)
        if found is not None and (rows := self._new_scores()):
            found[1]["scores"] = np.array(rows, np.float32)
        return found

    def _new_scores(self) -> list[list[float]]:
        rows = []
        for line in self.run.metrics(after=self._seq):
            self._seq = int(line["seq"])
            if line.get("scores"):
                rows.append([float(line["step"]), float(line["seconds"]), *_columns(line["scores"])])
        return rows


def _columns(scores: Mapping[str, Any]) -> list[float]:
    return [float("nan") if scores.get(name) is None else float(scores[name]) for name in SCORES]
