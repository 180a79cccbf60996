"""The thin host of the browser view: what a scene looks like as a message, and the two components that mount it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import streamlit as st

from genlab.data.dataset import Modality
from genlab.explorer.messages import ExplorerData
from genlab.store import Run
from genlab.ui.routes.arrays import array_url
from genlab.ui.routes.assets import BASE, entry_url
from genlab.ui.scenes import BLOCK_ITEMS, Scene

# Inline scripts are blob modules, so they import by absolute URL. Streamlit calls the function at each change of data
# and the cleanup when the element goes: the view is built once and kept beside its element.
_HOST = """
const held = new WeakMap();

export default function ({ parentElement, data, setStateValue, setTriggerValue }) {
  let mine = held.get(parentElement);
  if (!mine) {
    const place = document.createElement("div");
    parentElement.appendChild(place);
    mine = { place, view: null, gone: false };
    held.set(parentElement, mine);
    const script = new URL(data.entry, document.baseURI).href;
    import(script).then(
      (module) => {
        if (!mine.gone) mine.view = module.%MOUNT%(place, mine.data.view, { %HOST% });
      },
      () => { place.textContent = "This view could not be loaded from the server; reload the page."; },
    );
  } else if (mine.data.view.key !== data.view.key) {
    mine.view?.update(data.view);
  }
  Object.assign(mine, { data, setStateValue, setTriggerValue });
  return () => {
    mine.gone = true;
    mine.view?.destroy();
    mine.place.remove();
    held.delete(parentElement);
  };
}
"""

_explorer = st.components.v2.component(
    "genlab_explorer",
    js=_HOST.replace("%MOUNT%", "mountExplorer").replace(
        "%HOST%", 'settle: (settled) => mine.setStateValue("settled", settled)'
    ),
)
_live = st.components.v2.component(
    "genlab_live",
    js=_HOST.replace("%MOUNT%", "mountLive").replace(
        "%HOST%", 'ended: (state) => mine.setTriggerValue("ended", state)'
    ),
)


def explorer(shown: Scene, key: str) -> object:
    """Mount the explorer and return what the person settled on last, None before the first time.

    It is kept for the session, so that a person who comes back from another page goes on where they were.
    """
    kept = f"{key}.settled.{shown.run.id}.{shown.step}"
    # the component's own state is lost on a page switch, and is that of the run shown before after a change of run
    data = {"entry": entry_url(), "view": explorer_data(shown, st.session_state.get(kept))}
    result = _explorer(key=f"{key}.{shown.run.id}.{shown.step}", data=data, on_settled_change=_nothing)
    if result.get("settled") is not None:
        st.session_state[kept] = result["settled"]
    return st.session_state.get(kept)


def live(run: Run, key: str, on_ended: Callable[[], None]) -> None:
    """Mount the live view of a training; ``on_ended`` is called once when the run has come to its end."""
    facts = run.facts
    low, high = (0.0, 1.0) if facts.modality is Modality.IMAGE else _span(run)
    view = {
        "key": run.id,
        "socket": f"/genlab/runs/{run.id}/live",
        "item": {"modality": facts.modality.value, "shape": list(facts.item_shape), "min": low, "max": high},
        "labelNames": list(facts.label_names),
    }
    _live(key=f"{key}.{run.id}", data={"entry": entry_url(), "view": view}, on_ended_change=on_ended)


def explorer_data(shown: Scene, settled: dict[str, Any] | None = None) -> ExplorerData:
    """Return what the browser is told of a scene."""
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
        "item": {"modality": shown.modality.value, "shape": list(shown.item_shape), "min": low, "max": high},
        "points": {
            "count": len(shown.codes),
            "labels": None if shown.labels is None else array_url(shown, "labels.i32"),
            "labelNames": list(shown.label_names),
            "items": {
                "url": array_url(shown, "items-{block}.bin"),
                "blockSize": BLOCK_ITEMS,
                "dtype": "u8" if shown.items.dtype == np.uint8 else "f32",
                "count": len(shown.items),
            },
            "codes": array_url(shown, "codes.f32"),
            "logvar": None if shown.logvar is None else array_url(shown, "logvar.f32"),
        },
        "latent": {
            "dim": shown.codes.shape[1],
            "order": shown.order.tolist(),
            "effect": shown.effect.tolist(),
            "mean": shown.centre.tolist(),
            "std": shown.spread.tolist(),
            "variational": shown.logvar is not None,
        },
        "map": {
            "name": "pca",
            "space": "activations" if shown.is_gan else "z",
            "dim": len(shown.mean),
            "k": shown.coords.shape[1],
            "coords": array_url(shown, "coords.f32"),
            "mean": array_url(shown, "mean.f32"),
            "components": array_url(shown, "components.f32"),
            "varianceRatio": shown.variance_ratio.tolist(),
        },
        "models": {
            "decoder": array_url(shown, "decoder.onnx"),
            "enter": array_url(shown, "enter.onnx") if shown.has_graph("enter") else None,
            "encoder": array_url(shown, "encoder.onnx") if shown.has_graph("encoder") else None,
        },
        "runtime": {"wasm": BASE},
        "decodeSocket": f"/genlab/runs/{run.id}/{shown.step}/decode",
        "settled": settled,
    }


def _span(run: Run) -> tuple[float, float]:
    data = run.dataset().values(slice(0, 4096))
    return float(data.min()), float(data.max())


def _nothing() -> None:
    """Be there: Streamlit keeps a component's state only where a callback is named."""
