"""What goes wrong with the numbers themselves: a training that has left what floats can hold, or is about to."""

from __future__ import annotations

import math

from genlab.analysis.health.course import Course, Record
from genlab.analysis.health.finding import Finding, Remedy
from genlab.analysis.health.remedies import change, compact, rerun

LARGEST_STEP = 0.1
"""Length of one update over that of the weights; a thousandth is usual, a tenth rebuilds a network in ten steps."""
GROWN = 10.0
"""How many times larger than at its beginning a loss is when it has run away."""
FIRST_STEPS = 30
LOOKS = 2


def diverged(course: Course) -> Finding | None:
    """Find a run that ended on a number that is none."""
    if course.state != "failed" or "diverged" not in course.error:
        return None
    return Finding(
        "diverged",
        "Diverged",
        "A loss or a weight left the numbers a computer can hold, and the training ended. What it had learned before "
        "is kept in its [[checkpoint|checkpoints]]: go back to one from before the losses rose, lower the rate there, "
        "and go on.",
        "a figure or a weight (finite)",
        math.nan,
        math.inf,
        course.step,
        _slower(course),
    )


def run_away(course: Course) -> Finding | None:
    """Find a training whose losses have left their range, or whose steps are so large that they soon will."""
    seen = [record for record in course.since_change() if record.step >= FIRST_STEPS]
    begun = [*course.records[:1], *list(course.since_change())[:1]]  # after a change they may be large, and fall
    usual = max([1.0, *(abs(loss) for record in begun for loss in _losses(record))])
    growth = [_farthest(course, record) / usual for record in seen[-LOOKS:]]
    if len(growth) == LOOKS and min(growth) >= GROWN:
        return _finding(
            course,
            f"The losses are {min(growth):,.0f} times as large as when the training began",
            "size of the losses over that of the first",
            min(growth),
            GROWN,
        )
    steps = [_largest_step(record) for record in seen if "optimisers" in record.vitals][-LOOKS:]
    if len(steps) == LOOKS and min(steps) >= LARGEST_STEP:
        return _finding(
            course,
            f"Each update moves the weights by {min(steps):.0%} of their length, where a thousandth is usual",
            "length of an update over that of the weights (share)",
            min(steps),
            LARGEST_STEP,
        )
    return None


def _finding(course: Course, seen: str, measure: str, value: float, threshold: float) -> Finding:
    words = f"{seen}: at any step a number may become too large for a computer to hold, and the training ends."
    return Finding("run_away", "Close to diverging", words, measure, value, threshold, course.step, _slower(course))


def _farthest(course: Course, record: Record) -> float:
    """Return how far off the worst loss is: up or down in a game, else up: it falls as deep as a density is sharp."""
    is_game = course.spec.objective.family == "gan"
    return max((abs(loss) if is_game else loss for loss in _losses(record)), default=0.0)


def _losses(record: Record) -> list[float]:
    return [value for name, value in record.values.items() if "loss" in name and value is not None]


def _largest_step(record: Record) -> float:
    return max((one.get("update") or 0.0 for one in record.vitals["optimisers"].values()), default=0.0)


def _slower(course: Course) -> tuple[Remedy, ...]:
    begun = course.begun.training.learning_rate  # perhaps it was raised on the way, and all was well before
    rate = float(f"{min((course.setting('learning_rate') or 0.0) / 10, 0.01, begun):.2g}")
    why = "Smaller steps do not overshoot."
    again = f"Train again with Learning rate {rate:g}"
    return compact(
        change(course, "learning_rate", rate, why) if course.is_active else None,
        rerun(course, {"learning_rate": rate}, again, f"{why} Weights that were thrown far off do not come back soon."),
    )
