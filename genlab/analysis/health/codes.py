"""What goes wrong with codes and copies: codes that say nothing, and learning by heart."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from genlab.analysis.health.course import PATIENCE, Course
from genlab.analysis.health.finding import Finding, Remedy
from genlab.analysis.health.remedies import change, compact, rerun
from genlab.metrics.active_units import ACTIVE_ABOVE

LOOKS = 3
WAKES = 3
"""Codes whose KL has grown to so many times its least are about to be used again, slowly at first."""
RISEN = 0.1
"""Share of what was gained on held-out items that may be lost again."""
WOBBLES = 3
"""A rise counts only if it is so many times what the loss wobbles by from look to look."""
CURVE = 12
"""Held-out figures a curve needs before its turn is believed."""


def collapsed(course: Course) -> Finding | None:
    """Find a VAE none of whose latent dimensions tells items apart."""
    warmup = course.setting("kl_warmup") or 0.0
    known = [record for record in course.since_change() if "kl_per_dimension" in record.vitals]
    seen = [r for r in known if r.step >= course.changed_at + PATIENCE and r.epoch >= warmup][-LOOKS:]
    if len(seen) < LOOKS:
        return None
    value = max(max(record.vitals["activity"]) for record in seen)
    if not value < ACTIVE_ABOVE:
        return None
    kl = sum(seen[-1].vitals["kl_per_dimension"])
    if kl > WAKES * min(sum(record.vitals["kl_per_dimension"]) for record in known):
        return None
    beta = course.setting("beta")
    return Finding(
        "collapsed",
        "KL collapsed",
        f"Codes say nothing of their items: none of the {len(seen[-1].vitals['activity'])} latent dimensions is an "
        f"[[active units|active unit]], and the [[KL divergence]] is {kl:.2g} [[nat|nats]]. Every code decodes to the "
        "same mean item.",
        "largest variance of a dimension's code over items",
        value,
        ACTIVE_ABOVE,
        course.step,
        compact(
            change(course, "beta", min(1.0, beta or 0.0), "A lighter KL term lets codes say something again."),
            change(
                course,
                "free_bits",
                0.5,
                "Half a nat a dimension free of charge gives the encoder room to begin (Kingma et al. 2016).",
            ),
            rerun(
                course,
                {"kl_warmup": max(5, course.spec.training.epochs // 3)},
                "Train again with a warm-up",
                "The KL term comes in slowly, once the decoder listens to its codes (Bowman et al. 2016).",
            ),
        ),
    )


def learns_by_heart(course: Course) -> Finding | None:
    """Find a model that gets worse on held-out items while it still gets better on those it learns from."""
    lost = lost_again(course)
    if lost is None or lost.share < RISEN:
        return None
    return Finding(
        "learns_by_heart",
        "Learning by heart",
        f"On [[held-out items]] the loss was best at step {lost.best_step:,} and has since lost {lost.share:.0%} of "
        "its gain, while it still falls on the items learned from: the model now learns these by heart.",
        "rise of the held-out loss (share of its best gain)",
        lost.share,
        RISEN,
        course.step,
        compact(_stop(course), _more_data(course), _smaller(course)),
    )


class Lost(NamedTuple):
    """How much of the best gain on held-out items is lost again, 0 or more, and at which step that best was."""

    share: float
    best_step: int


def lost_again(course: Course) -> Lost | None:
    """Return what held-out items lost while those learned from gained; None if there is no curve yet."""
    warmup = course.setting("kl_warmup") or 0.0
    seen = [
        record
        for record in course.since_change()
        if record.held_out.get("loss") is not None and record.values.get("loss") is not None and record.epoch >= warmup
    ]
    if len(seen) < CURVE:
        return None
    held_out = _smooth(np.asarray([record.held_out["loss"] for record in seen], np.float64))
    learned = _smooth(np.asarray([record.values["loss"] for record in seen], np.float64))
    best = int(held_out.argmin())
    begun = [record.held_out["loss"] for record in course.records if record.held_out.get("loss") is not None][0]
    gained = float(max(begun, held_out[0]) - held_out[best])
    if gained <= 0:
        return None
    lost = float(held_out[-LOOKS:].min() - held_out[best])
    wobble = float(np.median(np.abs(np.diff([record.held_out["loss"] for record in seen]))))
    is_real = learned[-1] < learned[best] and lost > WOBBLES * wobble
    return Lost(lost / gained if is_real else 0.0, seen[best].step)


def _smooth(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the median of each figure and the two before it."""
    return np.asarray([np.median(values[max(0, i - 2) : i + 1]) for i in range(len(values))])


def _stop(course: Course) -> Remedy | None:
    why = "More of it only sharpens the copies of what it knows; earlier checkpoints are kept."
    return Remedy("stop", "Stop here", why) if course.is_active else None


def _more_data(course: Course) -> Remedy | None:
    held_out = course.spec.data.held_out
    if held_out <= 0.2:
        return None
    why = f"{held_out:.0%} of the items are held out; with more to learn from there is less to gain by heart."
    return rerun(course, {"data.held_out": 0.1}, "Train again on more of the data", why)


def _smaller(course: Course) -> Remedy | None:
    hidden = course.setting("hidden")
    if hidden is None or max(hidden) < 64:
        return None
    less = tuple(max(16, width // 4) for width in hidden)
    words = "Train again with a network a quarter as wide"
    return rerun(course, {"hidden": less}, words, "A smaller network has less room for single items.")
