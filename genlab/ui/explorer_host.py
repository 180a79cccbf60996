"""The thin host of the browser view: what a scene looks like as a message, and the two components that mount it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from genlab.analysis.scene import Scene
from genlab.analysis.scene_view import scene_view
from genlab.data.dataset import Modality
from genlab.explorer.messages import ExplorerData, MapChoice
from genlab.store import Run
from genlab.ui.map_choices import known_choice, maps_info
from genlab.ui.routes.arrays import array_url
from genlab.ui.routes.assets import entry_url, runtime_urls

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
        "%HOST%",
        'settle: (settled) => mine.setStateValue("settled", settled), '
        'choose: (choice) => mine.setStateValue("map", choice)',
    ),
)
_live = st.components.v2.component(
    "genlab_live",
    js=_HOST.replace("%MOUNT%", "mountLive").replace(
        "%HOST%", 'ended: (state) => mine.setTriggerValue("ended", state)'
    ),
)

_tour = st.components.v2.component(
    "genlab_tour",
    js=_HOST.replace("%MOUNT%", "mountTour").replace("%HOST%", 'explore: () => mine.setTriggerValue("explore", true)'),
)
_cloud = st.components.v2.component(
    "genlab_cloud",
    js=_HOST.replace("%MOUNT%", "mountCloud").replace("%HOST%", 'keep: (drawn) => mine.setTriggerValue("kept", drawn)'),
)


def cloud(key: str, sheet: str) -> object:
    """Mount the sheet to draw points on; return what was drawn in the run after a person keeps it, else None.

    What comes back is a browser's word: :func:`genlab.data.cloud.drawn_cloud` checks it. Another ``sheet`` is empty.
    """
    data = {"entry": entry_url(), "view": {"key": sheet}}
    return _cloud(key=key, data=data, on_kept_change=_nothing).get("kept")


def tour(key: str, on_explore: Callable[[], None]) -> bool:
    """Mount the button that starts the tour; True if the tour asks for the Explore page."""
    result = _tour(key=key, data={"entry": entry_url(), "view": {"key": "tour"}}, on_explore_change=on_explore)
    return bool(result.get("explore"))


def explorer(shown: Scene, key: str) -> object:
    """Mount the explorer and return what the person settled on last, None before the first time.

    It is kept for the session, as is the chosen map, so that a person who comes back from another page goes on where
    they were.
    """
    kept = {name: f"{key}.{name}.{shown.run.id}.{shown.step}" for name in ("settled", "map")}
    # the component's own state is lost on a page switch, and is that of the run shown before after a change of run
    before = {name: st.session_state.get(place) for name, place in kept.items()}
    data = {"entry": entry_url(), "view": explorer_data(shown, before["settled"], before["map"])}
    result = _explorer(
        key=f"{key}.{shown.run.id}.{shown.step}", data=data, on_settled_change=_nothing, on_map_change=_nothing
    )
    for name, place in kept.items():
        if result.get(name) is not None:
            st.session_state[place] = result[name]
    return st.session_state.get(kept["settled"])


def chosen_map(shown: Scene, key: str) -> MapChoice | None:
    """Return the map that the person chose last in this session, None before the first time."""
    return known_choice(st.session_state.get(f"{key}.map.{shown.run.id}.{shown.step}"))


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


def explorer_data(shown: Scene, settled: dict[str, Any] | None = None, chosen: object = None) -> ExplorerData:
    """Return what the browser is told of a scene, with this server's addresses and the maps it can make."""
    socket = f"/genlab/runs/{shown.run.id}/{shown.step}/decode"
    return scene_view(shown, partial(array_url, shown), runtime_urls(), socket, settled, maps_info(shown, chosen))


def _span(run: Run) -> tuple[float, float]:
    data = run.dataset().values(slice(0, 4096))
    return float(data.min()), float(data.max())


def _nothing() -> None:
    """Be there: Streamlit keeps a component's state only where a callback is named."""
