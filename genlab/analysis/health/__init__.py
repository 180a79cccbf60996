"""The health of a training, in words: from its records to findings, each with its measure, its bound and what to try.

Add a check: a function of a :class:`Course` that returns a :class:`Finding` or None, and a line in :data:`CHECKS`.
Thresholds and where they come from: ``docs/health.md``.
"""

from __future__ import annotations

from collections.abc import Callable

from genlab.analysis.health.codes import collapsed, learns_by_heart
from genlab.analysis.health.course import Course
from genlab.analysis.health.finding import Finding, Remedy
from genlab.analysis.health.game import dropped, off_data, stands_still, too_strong
from genlab.analysis.health.measures import Measure, measures
from genlab.analysis.health.numbers import diverged, run_away
from genlab.store import Run

__all__ = ["CHECKS", "Course", "Finding", "Measure", "Remedy", "diagnose", "health", "measures"]

CHECKS: tuple[Callable[[Course], Finding | None], ...] = (
    diverged,
    run_away,
    stands_still,
    too_strong,
    off_data,
    dropped,
    collapsed,
    learns_by_heart,
)
"""What is looked for, the gravest first."""


def diagnose(course: Course) -> list[Finding]:
    """Return what goes wrong with a training so far, the gravest first; empty for a healthy one."""
    found = [finding for check in CHECKS if (finding := check(course)) is not None]
    if found and found[0].kind in ("diverged", "run_away"):  # whatever else is odd comes of it
        return found[:1]
    return found


def health(run: Run) -> list[Finding]:
    """Return what goes wrong with a run, from all its records.

    A page that looks again and again keeps a :class:`Course` and lets it follow, which reads new records alone.

    Raises
    ------
    StoreError, BrokenRunError
        If the run cannot be read.
    """
    course = Course(run.spec, run.facts.label_names)
    course.follow(run)
    return diagnose(course)
