"""A run that no training of genlab's made: codes and graphs from elsewhere, kept as they came, finished from birth."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from genlab.store import arrays, files
from genlab.store.birth import new_run
from genlab.store.datasets import DatasetFacts
from genlab.store.runs import Run
from genlab.store.status import RunStatus
from genlab.store.store import Store
from genlab.store.summary import RunMeta
from genlab.training.config import RunSpec


def adopt(
    store: Store,
    spec: RunSpec,
    name: str,
    facts: DatasetFacts,
    codes: Mapping[str, NDArray[Any]],
    graphs: Mapping[str, bytes],
) -> Run:
    """Keep a model made elsewhere as a run.

    Parameters
    ----------
    spec : RunSpec
        Its model is an :class:`~genlab.models.config.ImportedConfig`.
    facts : DatasetFacts
        What one item is; there may be no items.
    codes : mapping of str to ndarray
        ``mu`` (N, latent_dim), and where known ``logvar`` and ``labels``.
    graphs : mapping of str to bytes
        ``decoder`` and, if there is one, ``encoder``, as ONNX files; nothing in the server runs them.

    Raises
    ------
    StoreError
        If it cannot be written; nothing is left behind.
    """
    meta = RunMeta(name=name, created=time.time())
    with new_run(store.root / "runs") as newborn:
        _write(newborn.folder, codes, graphs)
        newborn.write(
            {"spec.json": spec, "meta.json": meta, "state.json": RunStatus(state="finished"), "dataset.json": facts}
        )
    return store.run(newborn.run_id)


def _write(folder: Path, codes: Mapping[str, NDArray[Any]], graphs: Mapping[str, bytes]) -> None:
    arrays.save(folder / "codes.npz", codes)
    for name, graph in graphs.items():
        files.write(folder / "onnx" / f"{name}.onnx", graph)
