"""What goes wrong between generator and discriminator: who has won, who stands still, what is forgotten.

Nothing here asks which loss is used: ranking needs no scale, steps are measured as the optimiser takes them, and
samples are counted among the data.
"""

from __future__ import annotations

import numpy as np

from genlab.analysis.health.course import PATIENCE, Course, Record
from genlab.analysis.health.finding import Finding, Remedy
from genlab.analysis.health.remedies import change, compact, rerun
from genlab.training.config import RunSpec

TELLS_APART = 0.98
"""Share of pairs of item and sample that a discriminator which is too strong ranks rightly, at the least."""
STANDS_STILL = 0.02
"""Share of a full step of Adam below which a generator hardly moves; where gradients are nothing but noise it is still
sqrt((1 - beta1) / (1 + beta1)), 0.58 at beta1 = 0.5 and 0.23 at 0.9."""
TOLD_APART = 0.6
"""How often a discriminator must rank data above samples for a generator to have somewhere to go; 0.5 is by chance."""
PASSING = 0.9
"""Share of the data reached by a generator that has come where it should be; its spread is as near to theirs."""
VANISHED = 1e-3
"""Length of a vanished gradient over the largest that was measured."""
ADAM_EPSILON = 1e-8
"""What Adam adds to a gradient's size before it divides by it: of smaller ones hardly any step is left."""
SETTLED = 50
"""Steps after which Adam's memory of gradients is one."""
DUE = 0.1
"""A place is reached that gets at least this part of the samples it is due."""
REACHED = 0.75
"""Share of the data that lies in reached places, at the least."""
FINDING = 0.05
"""Share of the data newly reached between earlier and later looks by a generator that is still finding it."""
NEAR = 0.03
"""Share of samples near data at all, over all looks, at the least: what is nearest to a place may yet be far off it."""
SPREAD = 0.2
"""Standard deviation of samples over that of the data, at the least."""
FIRST_STEPS = (PATIENCE, 2000)
"""A game may look as it likes for the first fifth of the training, at least and at most so many steps, and for the
least after a change: what was pressed is to have time to work."""
LOOKS = 3
"""So many looks in a row must agree."""
PATIENT_LOOKS = LOOKS + 2
"""The same for who is ahead: a discriminator may lead for a moment, and a healthy game turns."""


def too_strong(course: Course) -> Finding | None:
    """Find a discriminator that hardly ever errs while the generator does not catch up."""
    seen = _looks(course, "tells_apart", looks=PATIENT_LOOKS)
    value = min((record.vitals["tells_apart"] for record in seen), default=0.0)
    if not value >= TELLS_APART or not _is_behind(seen):
        return None
    return Finding(
        "too_strong",
        "Discriminator too strong",
        f"The [[discriminator]] ranks {value:.1%} of the data above the samples: it leaves the [[generator]] little to "
        "learn from, for whatever it tries looks equally wrong.",
        "pairs of item and sample ranked rightly (share)",
        value,
        TELLS_APART,
        course.step,
        compact(
            _calm(course),
            _fewer_turns(course),
            change(
                course,
                "d_learning_rate",
                _d_rate(course.spec) / 4,
                "A quarter of its learning rate gives the generator time to follow.",
            ),
            change(
                course,
                "instance_noise",
                max(0.1, 2 * (course.setting("instance_noise") or 0.0)),
                "Noise on all it sees blurs what gives samples away (Sønderby et al. 2017).",
            ),
        ),
    )


def stands_still(course: Course) -> Finding | None:
    """Find a generator that no longer moves because its gradients have vanished."""
    seen = _looks(course, "tells_apart", first=SETTLED)
    if not seen or any("stride" not in _generator(record) for record in seen):  # it has not moved yet
        return None
    if all(_is_there(record) for record in seen):
        return None
    value = float(np.median([_generator(record)["stride"] for record in seen]))
    now = _generator(seen[-1])["gradient"]
    largest = max(_generator(record).get("gradient", 0.0) for record in course.records if record.vitals)
    has_vanished = now < VANISHED * largest or _generator(seen[-1])["per_weight"] < 10 * ADAM_EPSILON
    if (
        value > STANDS_STILL or not has_vanished
    ):  # small steps after a sudden fall are Adam's memory of larger gradients
        return None
    return Finding(
        "stands_still",
        "Generator's gradients vanish",
        f"The [[generator]] takes {value:.2%} of a full step: the [[gradient|gradients]] that reach it through the "
        f"discriminator have shrunk to {now:.2g}.",
        "generator's step (share of a full step)",
        value,
        STANDS_STILL,
        course.step,
        compact(
            _no_clipping(course),
            _other_loss(course),
            _calm(course),
            _fewer_turns(course),
        ),
    )


def _is_there(record: Record) -> bool:
    """Tell whether samples lie all over the data and pass for them, so that a generator has nowhere to go."""
    vitals = record.vitals
    is_everywhere = "shares" in vitals and _reached(record) > PASSING and abs(vitals["spread"] - 1) < 1 - PASSING
    return is_everywhere and vitals["tells_apart"] < TOLD_APART


def off_data(course: Course) -> Finding | None:
    """Find a generator whose samples lie where there are no data, whichever part of them is the nearest."""
    seen = _looks(course, "near", looks=2 * LOOKS)
    near = float(np.mean([record.vitals["near"] for record in seen])) if seen else 1.0
    if near >= NEAR:
        return None
    rate = course.setting("learning_rate") or 0.0
    slower = anew = None
    if _d_rate(course.spec) > rate:
        slower = change(
            course,
            "d_learning_rate",
            rate,
            "At the generator's own rate the discriminator no longer jumps about, so that there is a slope to follow.",
        )
    if _d_rate(course.begun) > rate and (slower is None or slower.how == "set"):
        words = f"Train again with the discriminator's rate {rate:g}"
        anew = Remedy("new", words, "Weights thrown far off may not come back.", {"d_learning_rate": rate})
    return Finding(
        "off_data",
        "Samples lie off the data",
        f"Only {near:.1%} of the samples lie near any item: the [[generator]] is driven about between and beyond the "
        "data and hits them by chance.",
        "samples no farther from an item than its group is wide (share)",
        near,
        NEAR,
        course.step,
        compact(
            slower,
            anew,
            _calm(course),
            _fewer_turns(course),
            _halved(course),
        ),
    )


def dropped(course: Course) -> Finding | None:
    """Find a generator that leaves out whole parts of the data, or draws one thing again and again."""
    seen = _looks(course, "shares", looks=2 * LOOKS)
    if not seen:
        return None
    reached = [_reached(record) for record in seen]
    spread = [float(record.vitals["spread"]) for record in seen]
    is_narrow = max(spread) < SPREAD
    if max(reached) >= REACHED and not is_narrow:
        return None
    if np.mean(reached[LOOKS:]) > np.mean(reached[:LOOKS]) + FINDING and not is_narrow:
        return None
    return Finding(
        "dropped",
        "Modes dropped",
        _missing_words(course, seen)
        if max(reached) < REACHED
        else f"Samples are all but the same: they spread {max(spread):.0%} as far as the data.",
        "data in groups that get samples (share)" if max(reached) < REACHED else "spread of samples over the data's",
        max(reached) if max(reached) < REACHED else max(spread),
        REACHED if max(reached) < REACHED else SPREAD,
        course.step,
        compact(
            _calm(course),
            _fewer_turns(course),
            _halved(course),
            rerun(
                course,
                {"packing": 2},
                "Train again, judged in pairs",
                "A discriminator that sees two samples at once notices when they are too alike (Lin et al. 2018).",
                when=(course.setting("packing") or 0) == 1 and course.spec.model.n_classes == 0,
            ),
        ),
    )


def _looks(course: Course, figure: str, looks: int = LOOKS, first: int | None = None) -> list[Record]:
    """Return the last records that measured ``figure``; none if there are too few since the beginning or a change.

    Parameters
    ----------
    first : int, optional
        Steps after the beginning, or a change, that do not count; by default those of :data:`FIRST_STEPS`.
    """
    least, most = FIRST_STEPS if first is None else (first, first)
    begun = max(min(max(course.total_steps // 5, least), most), course.changed_at + least)
    seen = [record for record in course.since_change() if record.step >= begun and figure in record.vitals][-looks:]
    return seen if len(seen) == looks else []


def _generator(record: Record) -> dict[str, float]:
    return dict(record.vitals["optimisers"].get("generator", {}))


def _is_behind(seen: list[Record]) -> bool:
    """Whether samples are not where the data are either: a sharp eye for good samples is no fault."""
    last = seen[-1].vitals
    return "shares" not in last or _reached(seen[-1]) < 1 or not 0.5 < last["spread"] < 2


def _reached(record: Record) -> float:
    shares, due = np.asarray(record.vitals["shares"]), np.asarray(record.vitals["due"])
    return float(due[shares >= DUE * due].sum())


def _missing_words(course: Course, seen: list[Record]) -> str:
    shares, due = (np.mean([record.vitals[name] for record in seen], axis=0) for name in ("shares", "due"))
    missing = np.flatnonzero(shares < DUE * due)
    words = (
        f"Samples go to {max(map(_reached, seen)):.0%} of the data: they are nearest to {len(due) - len(missing)} of "
    )
    words += f"{len(due)} "
    if len(course.label_names) != len(due):
        return words + "groups of it. What is missing is a dropped [[mode]]."
    names = ", ".join(course.label_names[i] for i in missing[:6]) + (" …" if len(missing) > 6 else "")
    return words + f"classes. What is missing ({names}) is a dropped [[mode]]."


def _calm(course: Course) -> Remedy | None:
    now = course.setting("r1")
    return change(
        course,
        "r1",
        0.1 if not now else 5 * now,
        "A penalty on the discriminator's slope keeps it from being steep just where data lie (Mescheder et al. 2018).",
    )


def _halved(course: Course) -> Remedy | None:
    return change(
        course,
        "learning_rate",
        (course.setting("learning_rate") or 0.0) / 2,
        "Smaller steps overshoot less, so that samples stop running from mode to mode.",
    )


def _fewer_turns(course: Course) -> Remedy | None:
    if (course.setting("d_steps") or 1) <= 1 or course.spec.objective.objective == "wasserstein":
        return None  # a critic is to be ahead
    return change(course, "d_steps", 1, "One turn each: the discriminator no longer runs ahead.")


def _other_loss(course: Course) -> Remedy | None:
    switches = ("r1", "r1_every", "r1_fall", "ema")
    kept = {name: course.setting(name) for name in switches if course.setting(name) is not None}
    return rerun(
        course,
        {"objective": "non_saturating", **kept},
        "Train again with the non-saturating loss",
        "It has the same rest, and its slope is greatest where samples are worst (Goodfellow et al. 2014, section 3).",
        when=course.spec.objective.objective == "saturating",
    )


def _no_clipping(course: Course) -> Remedy | None:
    return rerun(  # weights once clipped so narrowly do not grow back
        course,
        {"weight_clip": 0.0, "gradient_penalty": 10.0},
        "Train again with a gradient penalty in place of clipping",
        "Narrowly clipped layers shrink a gradient one by one; a gradient penalty holds the slope at 1 (Gulrajani et "
        "al. 2017, section 3).",
        when=bool(course.setting("weight_clip")),
    )


def _d_rate(spec: RunSpec) -> float:
    rates = {leaf.name: leaf.value for leaf in spec.leaves() if leaf.name in ("learning_rate", "d_learning_rate")}
    return rates.get("d_learning_rate") or rates.get("learning_rate") or 0.0
