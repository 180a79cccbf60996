"""Write tests/golden/believing.json, which binds what Python and TypeScript say of how far to believe a map.

Run it as ``python -m tests.latent.make_believing_golden`` and read what changed.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from genlab.latent.axes import between
from genlab.latent.fog import bandwidth, class_votes, code_density, magnification, prior_density
from genlab.latent.lda import discriminants
from genlab.metrics.pointwise import point_figures

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "believing.json"


def surface(z: np.ndarray) -> np.ndarray:
    """A small decoder that both languages can write down."""
    return np.concatenate([np.sin(z), np.square(z), z[:, :1] * z[:, 1:2]], axis=1)


def cases() -> dict[str, object]:
    """Return every case, inputs and answers, as plain lists."""
    rng = np.random.default_rng(20260301)
    labels = rng.integers(-1, 4, 60)
    codes = (rng.normal(0, 2, (5, 4))[labels] + rng.normal(size=(60, 4)) * [1, 0.4, 2, 1]).round(3)
    places = np.concatenate([codes[:3] + 0.1, rng.normal(0, 4, (4, 4))]).round(3)
    shown = (codes[:, :2] + 0.5 * rng.normal(size=(60, 2))).round(3)
    groups = [np.flatnonzero(labels == name) for name in range(4)]
    figures = point_figures(codes, shown, 7)
    votes = class_votes(places, codes, labels, 9)
    return {
        "codes": codes.tolist(),
        "labels": labels.tolist(),
        "shown": shown.tolist(),
        "places": places.tolist(),
        "axes": [_axes(codes, groups, places, up) for up in (None, (2, 3), (0, 2))],
        "discriminants": discriminants(codes, labels).components_.tolist(),
        "discriminant_shares": discriminants(codes, labels).explained_variance_ratio_.tolist(),
        "n_neighbors": 7,
        "trustworthiness": figures.trustworthiness.tolist(),
        "continuity": figures.continuity.tolist(),
        "prior_density": prior_density(places).tolist(),
        "bandwidth": bandwidth(codes),
        "code_density": code_density(places, codes).tolist(),
        "step": 0.01,
        "magnification": magnification(places, surface, 0.01).tolist(),
        "voters": 9,
        "vote_labels": votes.labels.tolist(),
        "vote_shares": votes.shares.tolist(),
    }


def _axes(codes: np.ndarray, groups: list[np.ndarray], places: np.ndarray, up: tuple[int, int] | None) -> dict:
    made = between(codes, (groups[0], groups[1]), None if up is None else (groups[up[0]], groups[up[1]]))
    where = places[:, :2]
    return {
        "across": [0, 1],
        "up": up,
        "mean": made.mean_.tolist(),
        "components": made.components_.tolist(),
        "shares": made.explained_variance_ratio_.tolist(),
        "places": where.tolist(),
        "at": codes[4].tolist(),
        "codes": made.inverse(where, codes[4]).codes.tolist(),
    }


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps(cases(), indent=1) + "\n")
