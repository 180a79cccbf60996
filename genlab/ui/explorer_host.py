"""The thin host of the browser view: what a scene looks like as a message, and the two components that mount it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import streamlit as st

from genlab.analysis.scene import Scene
from genlab.analysis.scene_view import scene_view
from genlab.data.dataset import Modality
from genlab.errors import ConfigError
from genlab.explorer.lab import LabData
from genlab.explorer.messages import ExplorerData, MapChoice, Moment, Recall, Selected
from genlab.store import Run
from genlab.ui.map_choices import known_choice, maps_info
from genlab.ui.routes.arrays import array_url
from genlab.ui.routes.asking import ask_path
from genlab.ui.routes.assets import entry_url, runtime_urls
from genlab.ui.routes.company import company_path, data_name
from genlab.ui.routes.moments import moments_path

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
        'choose: (choice) => mine.setStateValue("map", choice), '
        'select: (selected) => mine.setStateValue("selected", selected), '
        'keep: (kept) => mine.setTriggerValue("kept", kept)',
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
_lab = st.components.v2.component(
    "genlab_lab",
    js=_HOST.replace("%MOUNT%", "mountLab").replace("%HOST%", 'ended: () => mine.setTriggerValue("ended", true)'),
)


def lab(key: str, view: LabData, on_ended: Callable[[], None]) -> None:
    """Mount the Lab's view of one training or two; ``on_ended`` is called once when all have come to their end."""
    _lab(key=key, data={"entry": entry_url(), "view": view}, on_ended_change=on_ended)


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


def explorer(shown: Scene, key: str, beside: str | None = None) -> object:
    """Mount the explorer and return what the person settled on last, None before the first time.

    It is kept for the session, as are the chosen map and the selection, so that a person who comes back from another
    page goes on where they were. Views that name the same channel ``beside`` are linked.
    """
    kept = {name: _place(key, name, shown.run.id, shown.step) for name in ("settled", "map", "selected")}
    # the component's own state is lost on a page switch, and is that of the run shown before after a change of run
    before = {name: st.session_state.get(place) for name, place in kept.items()}
    view = explorer_data(shown, before["settled"], before["map"])
    recall: Recall | None = st.session_state.get(_place(key, "recall", shown.run.id, shown.step))
    view["selected"], view["recall"] = before["selected"], recall
    view["beside"] = None if beside is None else {"channel": beside, "data": data_name(shown.run)}
    if recall is not None:
        view["key"] += f"-{recall['name']}"
    result = _explorer(
        key=f"{key}.{shown.run.id}.{shown.step}",
        data={"entry": entry_url(), "view": view},
        on_settled_change=_nothing,
        on_map_change=_nothing,
        on_selected_change=_nothing,
        on_kept_change=_nothing,
    )
    st.session_state[f"{key}.kept"] = result.get("kept")
    for name, place in kept.items():
        if result.get(name) is not None:
            st.session_state[place] = result[name]
    return st.session_state.get(kept["settled"])


def chosen_map(shown: Scene, key: str) -> MapChoice | None:
    """Return the map that the person chose last in this session, None before the first time."""
    return known_choice(st.session_state.get(_place(key, "map", shown.run.id, shown.step)))


def told_selection(shown: Scene, key: str) -> Selected | None:
    """Return what the person selected last, None before the first time, or if it is no such thing."""
    told = st.session_state.get(_place(key, "selected", shown.run.id, shown.step))
    try:
        return Selected.parse(told) if isinstance(told, Mapping) else None
    except ConfigError:
        return None


def kept_bookmark(key: str) -> object:
    """Return the bookmark that was kept in the view just now, once; None if none was."""
    return st.session_state.pop(f"{key}.kept", None)


def recall_moment(key: str, run_id: str, step: int, name: str, moment: Moment) -> None:
    """Let the view of a run's checkpoint go back to a moment; ``name`` tells this opening from every other."""
    told = moment.model_dump(mode="json")
    for what in ("settled", "map", "selected"):
        st.session_state[_place(key, what, run_id, step)] = told[what]
    st.session_state[_place(key, "recall", run_id, step)] = {"name": name, "moment": told}


def _place(key: str, what: str, run_id: str, step: int) -> str:
    return f"{key}.{what}.{run_id}.{step}"


def live(run: Run, key: str, on_ended: Callable[[], None]) -> None:
    """Mount the live view of a training; ``on_ended`` is called each time the run has come to an end."""
    facts = run.facts
    low, high = (0.0, 1.0) if facts.modality is Modality.IMAGE else _span(run)
    view = {
        "key": f"{run.id}-{run.status().pid_started}",  # what has ended begins anew with the run's next worker
        "socket": f"/genlab/runs/{run.id}/live",
        "item": {"modality": facts.modality.value, "shape": list(facts.item_shape), "min": low, "max": high},
        "labelNames": list(facts.label_names),
    }
    _live(key=f"{key}.{run.id}", data={"entry": entry_url(), "view": view}, on_ended_change=on_ended)


def explorer_data(shown: Scene, settled: dict[str, Any] | None = None, chosen: object = None) -> ExplorerData:
    """Return what the browser is told of a scene, with this server's addresses and the maps it can make."""
    imported = shown.run.is_imported  # runs in the browser or not at all
    socket = None if imported else f"/genlab/runs/{shown.run.id}/{shown.step}/decode"
    ask = None if imported else ask_path(shown.run.id, shown.step)
    return scene_view(
        shown,
        partial(array_url, shown),
        runtime_urls(),
        socket,
        settled,
        maps_info(shown, chosen),
        ask,
        epochs=moments_path(shown.run, shown.step),
        company=company_path(shown.run.id) if shown.has_graph("encoder") else None,
    )


def _span(run: Run) -> tuple[float, float]:
    data = run.dataset().values(slice(0, 4096))
    return float(data.min()), float(data.max())


def _nothing() -> None:
    """Be there: Streamlit keeps a component's state only where a callback is named."""
