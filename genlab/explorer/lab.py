"""What the Lab's view is told of the trainings it shows; mirrored by web/src/lab2d/messages.ts."""

from __future__ import annotations

from typing import Literal, TypedDict


class Contender(TypedDict):
    """One training in the ring."""

    name: str
    socket: str
    alive: bool
    encodes: bool
    outputs: Literal["probability", "score"]


class LabData(TypedDict):
    """One training or two on the same data, and how much there is to reach: modes, or cells that hold data."""

    key: str
    runs: list[Contender]
    parts: int
    byModes: bool
    labelNames: list[str]
