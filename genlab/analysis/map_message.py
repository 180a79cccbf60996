"""A map as the browser gets it, over the maps socket or within the page that is taken home: a header, and bytes.

The header is mirrored by ``MapHeader`` in ``web/src/maps/messages.ts``. The bytes are float32 places of the points,
then of the real data, then the real data's labels as int32; little-endian.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from genlab.analysis.maps import SETTINGS, MapSpec
from genlab.explorer.messages import MapSetting
from genlab.store import MapStatus
from genlab.store.arrays import Arrays

Header = dict[str, Any]
ORDER = ("perplexity", "exaggeration", "iterations", "neighbors", "seed")
_KINDS = {"coords": "<f4", "real_coords": "<f4", "real_labels": "<i4"}


def map_settings() -> list[MapSetting]:
    """Return the numbers that maps can be made with, their words and bounds, and the methods that go by them."""
    leaves = {leaf.name: leaf for leaf in MapSpec().leaves()}
    return [
        {
            "name": leaf.name,
            "of": [method for method, names in SETTINGS.items() if leaf.name in names],
            "label": leaf.title,
            "help": leaf.description,
            "min": leaf.minimum or 0,
            "max": leaf.maximum or 0,
            "default": leaf.value,
        }
        for leaf in (leaves[name] for name in ORDER)
    ]


def map_header(
    key: str, spec: MapSpec, status: MapStatus, frame: Arrays, count: int, linear: Header | None = None
) -> Header:
    """Return what is said of a map.

    Parameters
    ----------
    key : str
        The map's name.
    frame : mapping of str to ndarray
        What :func:`map_bytes` sends; empty if nothing.
    count : int
        Points of the map.
    linear : dict, optional
        Of a flat map: its ``mean`` and ``components``.
    """
    measured = status.trustworthiness is not None and not status.active
    figures = {"trustworthiness": status.trustworthiness, "knn_accuracy": status.knn_accuracy} if measured else None
    return {
        "map": key,
        "method": spec.method,
        "space": spec.space,
        "state": status.state,
        "iteration": status.iteration,
        "iterations": status.iterations,
        "eta_s": status.eta_s,
        "kl": status.kl,
        "figures": figures,
        "error": status.error or None,
        "linear": linear,
        "n_neighbors": spec.n_neighbors,
        "count": count,
        "dim": spec.n_components,
        "real": len(frame.get("real_coords", ())),
        "spacing": float(frame["spacing"]) if "spacing" in frame else None,
        "bytes": len(map_bytes(frame)),
    }


def map_bytes(frame: Arrays) -> bytes:
    """Return the places of a frame."""
    return b"".join(np.ascontiguousarray(frame[name], kind).tobytes() for name, kind in _KINDS.items() if name in frame)
