"""What a check says: what is wrong, by which measure, and what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

How = Literal["set", "new", "stop"]


@dataclass(frozen=True)
class Remedy:
    """One thing to try, as a button.

    Attributes
    ----------
    how : str
        ``set``: change the training as it runs; ``new``: begin another run that differs in ``changes``; ``stop``: end
        it here.
    words : str
        What the button says.
    why : str
        One sentence: why that should help.
    changes : mapping of str to value
        Fields of the run's spec, as ``Config.override`` takes them.
    """

    how: How
    words: str
    why: str
    changes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Finding:
    """One thing that goes wrong with a training.

    Attributes
    ----------
    kind : str
        A name of :data:`genlab.analysis.health.KINDS`.
    title : str
        In three to five words.
    sentence : str
        What is seen, in words; terms of the glossary in double brackets.
    measure : str
        What was measured, with its unit.
    value, threshold : float
        What was measured, and the bound it went beyond.
    step : int
        At which step.
    remedies : tuple of Remedy
        The likeliest first; empty for a run that nothing can be done about.
    """

    kind: str
    title: str
    sentence: str
    measure: str
    value: float
    threshold: float
    step: int
    remedies: tuple[Remedy, ...] = ()
