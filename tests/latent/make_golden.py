"""Write tests/golden/geometry.json, which binds the geometry of Python and TypeScript.

Run it as ``python -m tests.latent.make_golden`` and read what changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from genlab.latent.blending import Plane
from genlab.latent.ellipse import project_gaussian
from genlab.latent.inverse import invert
from genlab.latent.paths import path, put_on_shell, truncate
from genlab.latent.pca import Pca

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "geometry.json"


def path_ends(rng: np.random.Generator) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Ends that are ordinary, and ends for which a great circle does not exist or is not the only one."""
    a, b = rng.normal(size=(2, 5)).round(3)
    return {
        "ordinary": (a, b),
        "unequal norms": (a, 7 * b),
        "sixteen dimensions": (rng.normal(size=16).round(3), rng.normal(size=16).round(3)),
        "same ray": (a, 2.5 * a),
        "equal": (a, a),
        "antipodal": (a, -a),
        "antipodal along an axis": (np.array([2.0, 0, 0]), np.array([-1.0, 0, 0])),
        "from zero": (np.zeros(5), b),
        "to zero": (a, np.zeros(5)),
        "one dimension": (np.array([1.5]), np.array([-0.5])),
        "two dimensions": (np.array([1.0, 0]), np.array([0, 1.0])),
    }


def cases() -> dict[str, list[dict[str, object]]]:
    """Return every case, inputs and answers, as plain lists."""
    rng = np.random.default_rng(20260101)
    paths = [
        {
            "name": name,
            "kind": kind,
            "a": a.tolist(),
            "b": b.tolist(),
            "codes": path(a, b, 6, kind).tolist(),
        }
        for name, (a, b) in path_ends(rng).items()
        for kind in ("lerp", "slerp")
    ]

    maps, ellipses = [], []
    for dim, axes in ((2, (0, 1)), (5, (0, 1)), (5, (3, 1)), (16, (2, 7))):
        codes = (rng.normal(size=(40, dim)) * np.linspace(2, 0.3, dim)).round(3)
        pca = Pca.fit(codes)
        at, places = codes[7], rng.normal(size=(3, 2)).round(3)
        maps.append(
            {
                "mean": pca.mean_.tolist(),
                "components": pca.components_.tolist(),
                "axes": axes,
                "at": at.tolist(),
                "coords": pca.transform(at[None])[0].tolist(),
                "places": places.tolist(),
                "codes": pca.inverse(places, at, axes).codes.tolist(),
            }
        )
        variance = rng.uniform(0, 2, dim).round(3)
        ellipses.append(_ellipse(pca.components_[list(axes)], variance))
    ellipses.append(_ellipse(np.eye(2, 4), np.ones(4)))
    ellipses.append(_ellipse(np.eye(2, 4), np.array([0.25, 4, 1, 1])))
    ellipses.append(_ellipse(np.eye(2, 4), np.zeros(4)))

    vectors = [rng.normal(size=d).round(3) for d in (1, 2, 16)] + [np.zeros(3)]
    return {
        "paths": paths,
        "maps": maps,
        "ellipses": ellipses,
        "shells": [{"z": z.tolist(), "on_shell": put_on_shell(z).tolist()} for z in vectors],
        "truncations": [
            {"z": z.tolist(), "psi": psi, "truncated": truncate(z, psi).tolist()}
            for z in vectors
            for psi in (0.0, 0.7, 1.0)
        ],
        "inverses": list(_inverses()),
    }


def _inverses() -> Iterator[dict[str, object]]:
    rng = np.random.default_rng(20260102)
    cloud = np.concatenate([rng.normal(size=(20, 2)), [6, 2] + rng.normal(size=(20, 2))]).round(3)
    codes = rng.normal(size=(40, 5)).round(3)
    places = np.array([cloud[3], cloud[30], cloud[:2].mean(axis=0), [3.0, 1.0], [0.1, -0.2], [40.0, -25.0]])
    cube = rng.normal(size=(30, 3)).round(3)
    maps = {
        "two clusters": (cloud, codes, places, 8),
        "three neighbours": (cloud, codes, places, 3),
        "fewer rows than neighbours": (cloud[:5], codes[:5], places, 8),
        "one row": (cloud[:1], codes[:1], places, 8),
        "three dimensions": (cube, codes[:30], np.array([cube[4], [0.2, 0.1, 0.0]]), 8),
        "all at one distance": (np.array([[1.0, 0], [-1, 0], [0, 1], [0, -1]]), codes[:4], np.zeros((1, 2)), 8),
        "rows on one another": (np.repeat(cloud[:6], 2, axis=0), codes[:12], np.array([[0.3, 0.4]]), 8),
    }
    for name, (embedding, of, at, k) in maps.items():
        for shell in (False, True):
            found = invert(at, embedding, of, k, shell)
            yield {
                "name": name,
                "n_neighbors": k,
                "shell": shell,
                "spacing": Plane(embedding).spacing,
                "embedding": embedding.tolist(),
                "of": of.tolist(),
                "places": at.tolist(),
                "codes": found.codes.tolist(),
                "confidence": found.confidence.tolist(),
            }


def _ellipse(plane: np.ndarray, variance: np.ndarray) -> dict[str, object]:
    return {
        "plane": plane.tolist(),
        "variance": variance.tolist(),
        **project_gaussian(plane, variance)._asdict(),
    }


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps(cases(), indent=1) + "\n")
