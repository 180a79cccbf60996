"""The directions that a run's first layer answers to most, read off its graph: no torch, no decoding."""

from __future__ import annotations

import json

import numpy as np

from genlab.exports.graphs import first_weight
from genlab.latent.directions import closed_form


def closed_form_file(graph: bytes) -> bytes | None:
    """Return the closed-form directions of the graph that takes z, as the small file the browser reads.

    Parameters
    ----------
    graph : bytes
        ONNX: ``enter`` of a GAN, else ``decoder``.

    Returns
    -------
    bytes or None
        JSON: ``vectors`` (k, latent_dim), unit length, and ``strengths`` (k,), see
        :func:`genlab.latent.directions.closed_form`. None if the graph does not begin with a matrix, so that there is
        nothing to read off it.
    """
    weight = first_weight(graph)
    if weight is None:
        return None
    found = closed_form(weight.astype(np.float64))
    rounded = {"vectors": found.vectors.round(7).tolist(), "strengths": found.strengths.round(6).tolist()}
    return json.dumps(rounded, separators=(",", ":")).encode()
