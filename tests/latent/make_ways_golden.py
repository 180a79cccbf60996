"""Write tests/golden/ways.json, which binds ways and inversion of Python and TypeScript.

Run it as ``python -m tests.latent.make_ways_golden`` and read what changed.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from genlab.latent.curves import distances, energy, even
from genlab.latent.inversion import Wanted, begin, improve
from genlab.latent.spline import through

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "ways.json"
PLACES = [0.0, 0.1, 0.25, 0.5, 0.6, 0.8, 1.0]


def bent(z: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """A small decoder both languages can write: tanh of sums, then sums of their products with their neighbours."""
    first = np.tanh(z @ weights)
    return first + 0.3 * first * np.roll(first, 1, axis=1)


def cases() -> dict[str, list[dict[str, object]]]:
    """Return every case, inputs and answers, as plain lists."""
    rng = np.random.default_rng(20260102)
    pins = {
        "two": rng.normal(size=(2, 4)),
        "three": rng.normal(size=(3, 4)),
        "five, far and near": rng.normal(size=(5, 3)) * [[1], [1], [0.1], [5], [1]],
        "two of them equal": np.repeat(rng.normal(size=(3, 2)), [1, 2, 1], axis=0),
    }
    ways = [
        {
            "name": name,
            "kind": kind,
            "shell": shell,
            "pins": (rounded := np.round(given, 3)).tolist(),
            "t": PLACES,
            "codes": through(rounded, np.array(PLACES), kind, shell).tolist(),
        }
        for name, given in pins.items()
        for kind, shell in (("lerp", False), ("slerp", False), ("spline", False), ("spline", True))
    ]
    curves = []
    for points in (rng.normal(size=(7, 3)).round(3), np.ones((3, 2)), np.array([[0.0], [1.0], [1.0], [3.0]])):
        along = distances(points)
        curves.append(
            {
                "points": points.tolist(),
                "distances": along.tolist(),
                "energy": energy(points),
                "even": even(points, along, 5).tolist(),
            }
        )
    inversions = []
    for dim, pull, masked in ((2, 1e-3, False), (4, 1e-6, False), (4, 0.1, True)):
        weights = rng.normal(size=(dim, 6)).round(3)
        item = bent(rng.normal(size=(1, dim)), weights)[0].round(3)
        mask = (np.arange(6) % 2 if masked else np.ones(6)).astype(float)
        wanted = Wanted(item, mask, np.full(dim, 0.1), np.full(dim, 1.5), pull)
        start = rng.normal(size=(1, dim)).round(3)
        search = begin(wanted, start, lambda z, weights=weights: bent(z, weights))[0]
        codes = []
        for _ in range(4):
            search = improve(search, wanted, lambda z, weights=weights: bent(z, weights))
            codes.append(search.z.tolist())
        inversions.append(
            {
                "weights": weights.tolist(),
                "item": item.tolist(),
                "mask": mask.tolist(),
                "centre": wanted.centre.tolist(),
                "spread": wanted.spread.tolist(),
                "pull": pull,
                "start": start[0].tolist(),
                "codes": codes,
                "costs": search.costs,
            }
        )
    return {"ways": ways, "curves": curves, "inversions": inversions}


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps(cases(), indent=1) + "\n")
