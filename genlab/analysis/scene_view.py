"""What the browser is told of a scene: the same words for the page and for the file that is taken home."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from genlab.analysis.columns import columns_of
from genlab.analysis.scene import Scene
from genlab.explorer.messages import ExplorerData, MapsInfo, RuntimeInfo


def no_maps(shown: Scene) -> MapsInfo:
    """Return what the browser is told where no server makes maps: there are the flat ones of the run's own space."""
    return {
        "socket": None,
        "methods": [],
        "missing": {},
        "spaces": [shown.own_space],
        "encoders": [],
        "settings": [],
        "chosen": None,
        "kept": [],
    }


def scene_view(
    shown: Scene,
    address: Callable[[str], str],
    runtime: RuntimeInfo,
    decode_socket: str | None = None,
    settled: dict[str, Any] | None = None,
    maps: MapsInfo | None = None,
    ask: str | None = None,
    epochs: str | None = None,
    company: str | None = None,
) -> ExplorerData:
    """Return what the browser is told of a scene.

    Parameters
    ----------
    address : callable
        From the name of a :meth:`~genlab.analysis.scene.Scene.file` to where the browser finds it. In that of the items
        ``{block}`` stands for a number.
    runtime : RuntimeInfo
        Where it finds the ONNX runtime.
    decode_socket : str, optional
        Path of the server's decode socket; without one the browser decodes or says that it cannot.
    settled : dict, optional
        Where the person was, :class:`~genlab.explorer.messages.Settled` as a dict.
    maps : MapsInfo, optional
        Which maps a server can make; without one there are the run's own PCA and the raw axes.
    ask : str, optional
        Path where the warm worker is asked; without one the tools that need it say so.
    epochs : str, optional
        Address of the list of the training's checkpoints.
    company : str, optional
        Address of the list of models whose samples can be laid on this one's map.
    """
    run = shown.run
    low, high = shown.value_range
    return {
        "key": f"{run.id}-{shown.step}-{shown.version}",
        "run": {
            "id": run.id,
            "name": run.name,
            "family": run.spec.model.family,
            "dataset": run.facts.name,
            "step": shown.step,
        },
        "item": {
            "modality": shown.modality.value,
            "shape": list(shown.item_shape),
            "min": low,
            "max": high,
            "columns": [
                {"name": column.name, "shift": column.shift, "width": column.width} for column in columns_of(run.facts)
            ],
        },
        "points": {
            "count": len(shown.codes),
            "labels": None if shown.labels is None else address("labels.i32"),
            "labelNames": list(shown.label_names),
            "items": {
                "url": address("items-{block}.bin"),
                "blockSize": shown.block_items,
                "dtype": "u8" if shown.items.dtype == np.uint8 else "f32",
                "count": len(shown.items),
            },
            "codes": address("codes.f32"),
            "logvar": None if shown.logvar is None else address("logvar.f32"),
            "fields": [
                {
                    "name": field.name,
                    "kind": field.kind,
                    "values": address(f"field-{i}.f32"),
                    "names": list(field.names),
                }
                for i, field in enumerate(shown.fields)
            ],
        },
        "latent": {
            "dim": shown.codes.shape[1],
            "order": shown.order.tolist(),
            "effect": shown.effect.tolist(),
            "mean": shown.centre.tolist(),
            "std": shown.spread.tolist(),
            "variational": shown.logvar is not None,
            "classes": list(shown.classes),
        },
        "map": {
            "name": "pca",
            "space": shown.own_space,
            "dim": len(shown.mean),
            "k": shown.coords.shape[1],
            "coords": address("coords.f32"),
            "mean": address("mean.f32"),
            "components": address("components.f32"),
            "varianceRatio": shown.variance_ratio.tolist(),
        },
        "maps": maps or no_maps(shown),
        "models": {
            "decoder": address("decoder.onnx"),
            "enter": address("enter.onnx") if shown.has_graph("enter") else None,
            "encoder": address("encoder.onnx") if shown.has_graph("encoder") else None,
        },
        "directions": None if shown.closed_form is None else address("directions.json"),
        "runtime": runtime,
        "decodeSocket": decode_socket,
        "ask": ask,
        "epochs": epochs,
        "company": company,
        "beside": None,
        "settled": settled,
        "selected": None,
        "recall": None,
    }
