"""The figures behind the findings, as a table: what was measured last, and from where on it alarms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from genlab.analysis.health import codes, game, numbers
from genlab.analysis.health.course import Course
from genlab.metrics.active_units import ACTIVE_ABOVE


@dataclass(frozen=True)
class Measure:
    """One figure: what it is (terms of the glossary in double brackets), its newest value, and its bound, in words."""

    name: str
    now: str
    alarm: str


def measures(course: Course) -> list[Measure]:
    """Return the newest vital figures of a training; empty before the first."""
    record = next((record for record in reversed(course.records) if record.vitals), None)
    if record is None:
        return []
    found = [*_game(record.vitals), *_codes(record.vitals)]
    lost = codes.lost_again(course)
    if lost is not None:
        found.append(
            Measure(
                "Rise of the loss on [[held-out items]] above its best", f"{lost.share:.0%}", f"from {codes.RISEN:.0%}"
            )
        )
    return [*found, *_optimisers(record.vitals)]


def _game(vitals: Mapping[str, Any]) -> list[Measure]:
    found = []
    if "tells_apart" in vitals:
        words = f"from {game.TELLS_APART:.0%}, while samples are off"
        found.append(Measure("Data the [[discriminator]] ranks above samples", f"{vitals['tells_apart']:.1%}", words))
    if "tells_apart_unseen" in vitals:
        found.append(Measure("The same of [[held-out items]]", f"{vitals['tells_apart_unseen']:.1%}", "none"))
    if "shares" in vitals:
        shares, due = np.asarray(vitals["shares"]), np.asarray(vitals["due"])
        reached = f"{int((shares >= game.DUE * due).sum())} of {len(due)}"
        words = "Classes or groups of the data that get samples, however far"
        found.append(Measure(words, reached, f"under {game.REACHED:.0%}"))
        if "near" in vitals:
            words = "Samples near data (no farther than a class or group is wide)"
            found.append(Measure(words, f"{vitals['near']:.1%}", f"under {game.NEAR:.0%}"))
        found.append(
            Measure("Spread of samples over the data's", f"{vitals['spread']:.0%}", f"under {game.SPREAD:.0%}")
        )
    return found


def _codes(vitals: Mapping[str, Any]) -> list[Measure]:
    if "activity" not in vitals:
        return []
    activity = np.asarray(vitals["activity"])
    active = f"{int((activity > ACTIVE_ABOVE).sum())} of {len(activity)}"
    kl = f"{sum(vitals['kl_per_dimension']):.3g} nats"
    return [
        Measure("[[Active units]]", active, "at 0"),
        Measure("[[KL divergence]], all dimensions", kl, "none"),
    ]


def _optimisers(vitals: Mapping[str, Any]) -> list[Measure]:
    found = []
    for name, figures in vitals.get("optimisers", {}).items():
        whose = {"adam": "all networks"}.get(name, name)
        if figures.get("stride") is not None:
            bound = f"under {game.STANDS_STILL:.0%}" if name == "generator" else "none"
            found.append(Measure(f"Step, {whose} (share of a full one)", f"{figures['stride']:.1%}", bound))
            found.append(Measure(f"Length of the gradient, {whose}", f"{figures['gradient']:.3g}", "none"))
        if figures.get("update") is not None:
            bound = f"from {numbers.LARGEST_STEP:.0%}"
            found.append(Measure(f"Update over the weights' length, {whose}", f"{figures['update']:.2%}", bound))
        found.append(Measure(f"Largest weight, {whose}", f"{figures['largest_weight']:.3g}", "none"))
    return found
