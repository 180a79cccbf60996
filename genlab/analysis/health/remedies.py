"""What to try, as a button: a live change where the training takes it, another run where it does not or is over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from genlab.analysis.health.course import Course
from genlab.analysis.health.finding import Remedy
from genlab.errors import ConfigError

MOST = 3
"""Buttons a finding shows: the likeliest to help."""


def change(course: Course, name: str, value: float, why: str) -> Remedy | None:
    """Return the change of one field to ``value``, as the run takes it; None if it has no such field or refuses.

    Parameters
    ----------
    name : str
        A field's own name.
    value : float
        Cut to what the field allows; whole for whole numbers, and rounded to two digits.
    """
    leaf = course.leaf(name)
    if leaf is None:
        return None
    low, high = leaf.minimum, leaf.maximum
    value = float(f"{value:.2g}")
    value = value if low is None else max(low, value)
    value = value if high is None else min(high, value)
    if leaf.kind == "int":
        value = round(value)
    if value == leaf.value:
        return None
    title = leaf.title.partition(" (")[0]  # what 0 means is no part of the name
    if leaf.live and course.is_active:
        return Remedy("set", f"Set {title} to {value:g}", why, {leaf.name: value})
    return rerun(course, {leaf.name: value}, f"Train again with {title} {value:g}", why)


def rerun(course: Course, changes: Mapping[str, Any], words: str, why: str, when: bool = True) -> Remedy | None:
    """Return another run that differs in ``changes``; None unless ``when``, or if the spec refuses them."""
    if not when:
        return None
    try:
        same = course.spec.override(changes) == course.spec
    except ConfigError:
        return None
    return None if same else Remedy("new", words, why, changes)


def compact(*remedies: Remedy | None) -> tuple[Remedy, ...]:
    """Return the first :data:`MOST` that apply."""
    return tuple(remedy for remedy in remedies if remedy is not None)[:MOST]
