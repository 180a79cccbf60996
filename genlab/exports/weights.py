"""A checkpoint's weights as safetensors, with all that is needed to build the model again in the file's metadata."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save

from genlab import __version__
from genlab.errors import GenlabError
from genlab.store import Run


def weights_file(run: Run, step: int) -> bytes:
    """Return a checkpoint's weights under their ``state_dict`` names.

    The metadata holds ``spec`` (the run's spec as JSON), ``item_shape`` (JSON), ``run``, ``name``, ``step``, ``data``
    (name, source and licence as JSON) and ``genlab``, the version. :func:`genlab.training.build.load_model` takes spec,
    shape and weights.

    Raises
    ------
    BrokenRunError
        If there is no such checkpoint, or it is damaged.
    """
    weights: Mapping[str, NDArray[np.generic]] = run.checkpoint(step).model
    return save({name: np.ascontiguousarray(array) for name, array in weights.items()}, metadata=notes(run, step))


def notes(run: Run, step: int) -> dict[str, str]:
    """Return what a file taken from a run says of itself."""
    return {
        "genlab": __version__,
        "run": run.id,
        "name": run.name,
        "step": str(step),
        "spec": run.spec.model_dump_json(),
        "item_shape": json.dumps(list(run.item_shape)),
        "data": json.dumps(data_words(run)),
    }


def data_words(run: Run) -> dict[str, str]:
    """Return name, source and licence of what a run learned from; the latter two are empty where its data are gone."""
    try:
        data = run.dataset()
    except GenlabError:
        return {"name": run.facts.name, "source": "", "licence": ""}
    return {"name": data.name, "source": data.source, "licence": data.licence}


def fingerprint(run: Run, step: int) -> str:
    """Return the SHA-256 of a checkpoint's weights, names and numbers; equal where they are bit for bit."""
    digest = hashlib.sha256()
    for name, array in sorted(run.checkpoint(step).model.items()):
        digest.update(f"{name} {array.dtype} {array.shape}".encode())
        digest.update(np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()
