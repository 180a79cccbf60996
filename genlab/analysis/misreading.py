"""Lessons in misreading t-SNE: data whose shape one knows, and maps of them at several perplexities, made ahead.

``python -m genlab.analysis.misreading`` makes the maps anew and keeps them beside this file. Loads no torch.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from genlab.errors import StoreError
from genlab.store.arrays import load, save

FILE = Path(__file__).with_suffix(".npz")
PERPLEXITIES = (2, 5, 15, 30, 50, 100)
SEEDS = (0, 1)
N = 312
"""Points of each set: enough for a perplexity of 100, few enough to be counted."""
ITERATIONS = 1000
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Lesson:
    """One way to misread a map.

    Attributes
    ----------
    name : str
    title : str
        The mistake, as a heading.
    truth : str
        What the data are, in a sentence.
    advice : str
        What to watch while the perplexity moves, and what to conclude.
    make : callable
        From a random generator to items (N, dim) and the group of each (N,).
    figure : str
        What is measured, with ``{true}`` and ``{shown}`` for the number in the data and on the map.
    measure : callable
        From places (N, any) and groups to that number.
    """

    name: str
    title: str
    truth: str
    advice: str
    make: Callable[[np.random.Generator], tuple[Floats, Ints]]
    figure: str
    measure: Callable[[Floats, Ints], float]


@dataclass(frozen=True, eq=False)
class Example:
    """A lesson's data and maps: items (N, dim), groups (N,), and places (N, 2) by perplexity and seed."""

    items: Floats
    groups: Ints
    maps: dict[tuple[int, int], Floats]


def spread_ratio(places: Floats, groups: Ints) -> float:
    """Return how many times wider the last group lies than the first, by root mean square distances to the middles."""
    first, last = (places[groups == group] for group in (groups.min(), groups.max()))
    return float(np.sqrt((last - last.mean(0)).var(0).sum() / (first - first.mean(0)).var(0).sum()))


def distance_ratio(places: Floats, groups: Ints) -> float:
    """Return how many times farther the third group's middle lies from the first than the second's does."""
    a, b, c = (places[groups == group].mean(0) for group in range(3))
    return float(np.linalg.norm(c - a) / np.linalg.norm(b - a))


def clumping(places: Floats, groups: Ints) -> float:
    """Return how unevenly points lie, by the Clark-Evans quotient turned over: 1 for chance, more for clumps.

    The expected distance to the nearest of others thrown on the same disc, over the mean distance found; of more than
    two dimensions, only the first two are looked at.
    """
    flat = places[:, :2]
    radius = np.sqrt(2 * flat.var(0).sum())  # of an even disc with this spread
    distances = np.linalg.norm(flat[:, None] - flat, axis=2)
    np.fill_diagonal(distances, np.inf)
    expected = 0.5 * np.sqrt(np.pi * radius**2 / len(flat))
    return float(expected / distances.min(1).mean())


def tears(places: Floats, groups: Ints) -> float:
    """Return how often neighbours along a closed curve, in the order of the rows, lie over five usual steps apart."""
    steps = np.linalg.norm(places - np.roll(places, -1, axis=0), axis=1)
    return float((steps > 5 * np.median(steps)).sum())


def _sizes(rng: np.random.Generator) -> tuple[Floats, Ints]:
    groups = np.repeat([0, 1], N // 2)
    items = rng.normal(size=(N, 2)) * np.where(groups == 0, 0.5, 5.0)[:, None]
    items[groups == 1, 0] += 25
    return items, groups


def _distances(rng: np.random.Generator) -> tuple[Floats, Ints]:
    groups = np.repeat([0, 1, 2], N // 3)
    items = rng.normal(size=(N, 2))
    items[:, 0] += np.array([0.0, 10.0, 50.0])[groups]
    return items, groups


def _noise(rng: np.random.Generator) -> tuple[Floats, Ints]:
    return rng.normal(size=(N, 100)), np.zeros(N, np.int64)


def _curve(rng: np.random.Generator) -> tuple[Floats, Ints]:
    angle = np.linspace(0, 2 * np.pi, N, endpoint=False)
    return np.stack([np.cos(angle), np.sin(angle)], axis=1) + rng.normal(0, 0.004, (N, 2)), np.zeros(N, np.int64)


LESSONS = (
    Lesson(
        "sizes",
        "The size of a cluster means nothing",
        "Two round clouds in the plane; one is ten times as wide as the other.",
        "t-SNE gives each point about as many neighbours, so it swells what is dense and shrinks what is thin. At a "
        "perplexity of 30 both clouds look about equally large. Do not read the spread of a cluster off such a map.",
        _sizes,
        "The wide cloud is {true:.1f} times as wide as the narrow one; the map shows {shown:.2f} times.",
        spread_ratio,
    ),
    Lesson(
        "distances",
        "The distance between clusters may mean nothing",
        "Three equal clouds in the plane: the third lies five times as far from the first as the second does.",
        "The three stand about equally far apart, whatever the perplexity; at 100, a third of all points, the order "
        "only begins to show. Do not read distances between clusters off such a map; PCA keeps them.",
        _distances,
        "The third cloud is {true:.1f} times as far from the first as the second; the map shows {shown:.1f} times.",
        distance_ratio,
    ),
    Lesson(
        "noise",
        "Noise looks like clusters",
        "One round cloud of pure noise in 100 dimensions: there is nothing to be found. Drawn are its first two.",
        "At a perplexity of 2 clumps and strings appear, and every start makes others. Before you believe in a "
        "cluster, see whether it stays when the perplexity and the start change.",
        _noise,
        "Unevenness of the map: {shown:.2f}. Points thrown by chance on a disc have 1, evenly spread ones less.",
        clumping,
    ),
    Lesson(
        "curve",
        "One thing may be shown in pieces",
        "One closed curve, a circle, a little rough: nowhere is there a gap.",
        "At a perplexity of 2 the circle falls into pieces, others from another start; at 5 it depends on the start; "
        "from 15 on it is whole. Gaps between clusters can be tears: the tool Honest map shows them.",
        _curve,
        "The curve has {true:.0f} gaps; the map shows {shown:.0f}.",
        tears,
    ),
)


def make_example(lesson: Lesson) -> Example:
    """Draw a lesson's data and make all its maps; a minute. Loads openTSNE."""
    from genlab.latent.tsne import TsneConfig, TsneRun

    items, groups = lesson.make(np.random.default_rng(0))
    maps = {}
    for perplexity in PERPLEXITIES:
        for seed in SEEDS:
            config = TsneConfig(perplexity=perplexity, seed=seed, iterations=ITERATIONS)
            run = TsneRun(items, config, gradient="bh")
            # a start at random, as t-SNE's is by itself: that starts differ is part of the lesson
            run.embedding[:] = np.random.default_rng(seed).normal(0, 1e-4, run.embedding.shape)
            while not run.finished:
                run.step()
            maps[perplexity, seed] = run.embedding
    return Example(items, groups, maps)


@lru_cache(maxsize=1)
def examples() -> dict[str, Example]:
    """Return every lesson's data and maps, by name, as they were made ahead.

    Raises
    ------
    StoreError
        If their file is missing or damaged.
    """
    kept = load(FILE)
    if kept is None:
        raise StoreError(
            f"The maps of these lessons are missing ({FILE.name}); make them by 'python -m genlab.analysis.misreading'."
        )
    found = {}
    for lesson in LESSONS:
        maps = {
            (perplexity, seed): kept[f"{lesson.name}-{perplexity}-{seed}"].astype(np.float64)
            for perplexity in PERPLEXITIES
            for seed in SEEDS
        }
        items = kept[f"{lesson.name}-items"].astype(np.float64)
        found[lesson.name] = Example(items, kept[f"{lesson.name}-groups"].astype(np.int64), maps)
    return found


def sentence(lesson: Lesson, example: Example, perplexity: int, seed: int) -> str:
    """Return what a map makes of a number that is known of the data."""
    true = lesson.measure(example.items, example.groups)
    shown = lesson.measure(example.maps[perplexity, seed], example.groups)
    return lesson.figure.format(true=true, shown=shown)


def main() -> None:
    """Make all maps anew and keep them."""
    argparse.ArgumentParser(prog="python -m genlab.analysis.misreading", description=main.__doc__).parse_args()
    kept: dict[str, NDArray[np.generic]] = {}
    for lesson in LESSONS:
        example = make_example(lesson)
        kept[f"{lesson.name}-items"] = example.items.astype(np.float32)
        kept[f"{lesson.name}-groups"] = example.groups.astype(np.int8)
        for (perplexity, seed), places in example.maps.items():
            kept[f"{lesson.name}-{perplexity}-{seed}"] = places.astype(np.float32)
    save(FILE, kept)


if __name__ == "__main__":
    main()
