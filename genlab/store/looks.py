"""What a step taken slowly shows of each phase: facts in JSON and arrays, one file a phase, the newest ones kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from genlab.store import previews
from genlab.store.arrays import Arrays

FACTS = "facts"


@dataclass(frozen=True, eq=False)
class Looked:
    """One phase as it was seen.

    Attributes
    ----------
    seq : int
        Number of the look, ascending over a run's life.
    facts : dict
        Phase, step, lines of code, figures, layers.
    arrays : dict of str to ndarray
        First rows of what the phase made (``made.<name>``), activations of layers (``layer.<number>``).
    """

    seq: int
    facts: dict[str, Any]
    arrays: Arrays


def save(folder: Path, seq: int, facts: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> None:
    """Keep a look under number ``seq`` and drop the oldest ones."""
    text = np.frombuffer(json.dumps(dict(facts)).encode(), np.uint8)
    previews.save(folder, seq, {FACTS: text, **arrays})


def newest(folder: Path, after: int = -1) -> Looked | None:
    """Return the newest whole look above ``after``, or None."""
    found = previews.newest(folder, after)
    if found is None:
        return None
    seq, arrays = found
    return Looked(seq, json.loads(arrays.pop(FACTS).tobytes()), arrays)
