"""Write tests/golden/directions.json, which binds the directions of Python and TypeScript.

Run it as ``python -m tests.latent.make_directions_golden`` and read what changed.
"""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np

from genlab.latent.attributes import Attribute, along_number, between_groups, orthogonal
from genlab.latent.directions import JACOBIAN_STEP, arithmetic, carried_back, local
from genlab.latent.pca import Pca

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "directions.json"


def cases() -> dict[str, list[dict[str, object]]]:
    """Return every case, inputs and answers, as plain lists."""
    rng = np.random.default_rng(20260103)
    return {
        "groups": [
            {"name": name, "a": a.tolist(), "b": b.tolist(), "way": way, **_told(between_groups(a, b, way))}
            for name, (a, b) in _groups(rng).items()
            for way in ("means", "probe")
        ],
        "numbers": [
            {"name": name, "codes": x.tolist(), "values": y.tolist(), "way": way, **_told(along_number(x, y, way))}
            for name, (x, y) in _numbers(rng).items()
            for way in ("means", "probe")
        ],
        "orthogonal": [_orthogonal(rng.normal(size=(n + 1, 6)).round(3)) for n in (0, 1, 3)]
        + [_orthogonal(np.array([[1.0, 2, 3], [0, 0, 2], [0, 0, -4], [0, 1, 1]]))],
        "carried": [_carried(rng, n, dim, k) for n, dim, k in ((60, 4, 3), (40, 16, 10))],
        "local": [_local(rng, dim, n) for dim, n in ((2, 2), (5, 3), (16, 6))],
        "arithmetic": [
            _arithmetic(rng.normal(size=(3, dim)).round(3), shell) for dim, shell in ((3, False), (16, True))
        ],
    }


def _groups(rng: np.random.Generator) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    mixing = rng.normal(size=(5, 5))
    a, b = (rng.normal(size=(n, 5)) @ mixing + shift for n, shift in ((37, 0.8), (64, 0.0)))
    a, b = a.round(3), b.round(3)
    return {
        "ordinary": (a, b),
        "far from zero": (a[:, :3] + 50, b[:, :3] + 50),
        "few rows": (a[:4], b),
        "one row each": (a[:1], b[:1]),
        "no spread": (np.full((12, 3), 2.0), np.zeros((12, 3))),
        "a dimension that does not vary": (np.insert(a, 2, 1.0, axis=1), np.insert(b, 2, 1.0, axis=1)),
    }


def _numbers(rng: np.random.Generator) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    codes = (rng.normal(size=(53, 4)) @ rng.normal(size=(4, 4))).round(3)
    values = (codes @ [1.0, -0.5, 0, 0.2] + rng.normal(size=53) + 7).round(3)
    return {
        "ordinary": (codes, values),
        "few rows": (codes[:7], values[:7]),
        "never changes": (codes, np.full(53, 3.0)),
    }


def _told(found: Attribute) -> dict[str, object]:
    return {"vector": found.vector.tolist(), "score": None if math.isnan(found.score) else found.score}


def _orthogonal(rows: np.ndarray) -> dict[str, object]:
    return {"vector": rows[0].tolist(), "others": rows[1:].tolist(), "left": orthogonal(rows[0], rows[1:]).tolist()}


def _carried(rng: np.random.Generator, n: int, dim: int, k: int) -> dict[str, object]:
    z = rng.normal(size=(n, dim)).round(3)
    activations = np.maximum(z @ rng.normal(size=(dim, 12)), 0)
    places = Pca.fit(activations, k).transform(activations).round(4)
    return {"places": places.tolist(), "z": z.tolist(), "vectors": carried_back(places, z).tolist()}


def _local(rng: np.random.Generator, dim: int, n: int) -> dict[str, object]:
    weight, at = rng.normal(size=(7, dim)).round(3), rng.normal(size=dim).round(2)
    found = local(lambda z: np.tanh(z.astype(np.float64) @ weight.T / 2), at, n)
    steps = JACOBIAN_STEP * np.eye(dim)
    codes = np.concatenate([at + steps, at - steps]).astype(np.float32)
    return {
        "at": at.tolist(),
        "codes": codes.tolist(),
        "outputs": np.tanh(codes.astype(np.float64) @ weight.T / 2).tolist(),
        "n": n,
        "vectors": found.vectors.tolist(),
        "strengths": found.strengths.tolist(),
    }


def _arithmetic(codes: np.ndarray, shell: bool) -> dict[str, object]:
    given = dict(zip("abc", codes, strict=True))
    return {
        **{name: code.tolist() for name, code in given.items()},
        "shell": shell,
        "code": arithmetic(**given, shell=shell).tolist(),
    }


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps(cases(), separators=(",", ":")) + "\n")
