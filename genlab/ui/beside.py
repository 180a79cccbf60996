"""Two runs side by side: ``?run=…&beside=…``, two explorers whose cursor, pins and selection are linked."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from genlab.analysis.scene import Scene
from genlab.errors import GenlabError
from genlab.store import Run, RunSummary, Store
from genlab.ui.explore import prepared_scene
from genlab.ui.explorer_host import explorer
from genlab.ui.picker import run_labels
from genlab.ui.words import plain, say

PARAMETER = "beside"
CHANNEL = "pair"
_KEY = "explore.beside"


def beside_control(runs: Sequence[RunSummary], run_id: str) -> str | None:
    """Show what puts a second run beside the first; return its id, None while there is one alone.

    The address decides when a page is opened, the control when it is used, as for the first.
    """
    others = [run for run in runs if run.id != run_id]
    labels = run_labels(others)
    wanted = st.query_params.get(PARAMETER)
    if wanted is not None and wanted not in labels:
        del st.query_params[PARAMETER]
        wanted = None
    st.session_state[_KEY] = wanted

    def follow() -> None:
        told = st.session_state[_KEY]
        if told is None:
            st.query_params.pop(PARAMETER, None)
        else:
            st.query_params[PARAMETER] = told

    with st.popover("Side by side", icon=":material/splitscreen_right:", help="Look at two models together, linked."):
        st.selectbox(
            "Beside it",
            list(labels),
            key=_KEY,
            index=None,
            format_func=lambda other: labels.get(other, str(other)),
            help="A second model, shown beside the first. Where you point, pin and select in one shows in the other.",
            placeholder="No second model",
            on_change=follow,
        )
    return wanted


def side_by_side(store: Store, run: Run, other_id: str) -> bool:
    """Show two runs' explorers beside each other; False, and a sentence, if the second cannot be shown."""
    try:
        other = store.run(other_id)
    except GenlabError as error:
        say(error)
        return False
    scenes = [prepared_scene(store, one) for one in (run, other)]
    if scenes[0] is None or scenes[1] is None:
        return False
    _both(scenes[0], scenes[1])
    return True


@st.fragment
def _both(left: Scene, right: Scene) -> None:
    for column, shown, key in zip(st.columns(2), (left, right), ("left", "right"), strict=True):
        with column:
            st.markdown(f"**{plain(shown.run.name)}**")
            explorer(shown, key=key, beside=CHANNEL)
