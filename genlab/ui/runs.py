"""The Runs page's parts together: search and order, what may be done, the lines, and runs side by side."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from genlab.errors import GenlabError
from genlab.store import RunSummary, Store
from genlab.ui.pages import link
from genlab.ui.runs_actions import actions, trash, undo
from genlab.ui.runs_compare import MOST_COMPARED, comparison
from genlab.ui.runs_import import import_view
from genlab.ui.runs_list import ORDERS, PAGE_SIZE, line, matching, ordered, page_of
from genlab.ui.words import ACTIVE, say

LOOK_EVERY_S = 2.0
_PICKED = "runs.picked"
_PAGE = "runs.page"


def runs_view(store: Store) -> None:
    """Show the runs; while one is under way the list is looked at again every two seconds."""
    try:
        moving = any(run.state in ACTIVE for run in store.runs())
    except GenlabError as error:
        say(error)
        return
    st.fragment(_view, run_every=LOOK_EVERY_S if moving else None)(store, moving)
    import_view(store)


def _view(store: Store, was_moving: bool) -> None:
    try:
        runs = store.runs()
        data_names = {kept.id: kept.name for kept in store.sets.all()}
    except GenlabError as error:
        say(error)
        return
    if any(run.state in ACTIVE for run in runs) != was_moving:
        st.rerun()
    if not runs:
        st.info("There is no run yet. Train a model: a small VAE takes a few seconds.", icon=":material/info:")
        link("train", "Train a model", "Choose data and a model, and watch it learn.")
        undo(store)
        trash(store)
        return
    by_id = {run.id: run for run in runs}
    picked = [by_id[run_id] for run_id in st.session_state.get(_PICKED, []) if run_id in by_id]
    finder, sorter = st.columns([3, 1], vertical_alignment="bottom")
    with finder:
        search = _search()
    with sorter:
        order = _order()
    found = ordered(matching(runs, search, data_names), order)
    undo(store)
    actions(store, picked, runs, _clear)
    _lines(found, picked, data_names)
    if 2 <= len(picked) <= MOST_COMPARED:
        comparison(store, picked, runs)
    else:
        st.caption(f"Choose 2 to {MOST_COMPARED} runs to compare them.")
    trash(store)


def _search() -> str:
    return (
        st.text_input(
            "Search",
            key="runs.search",
            type="search",
            live=True,
            max_chars=200,
            placeholder="name, tag, model, data set or state",
            help="Shows the runs in which every word occurs, such as `digits finished`.",
            on_change=_first_page,
            persist_state="session",
        )
        or ""
    )


def _order() -> str:
    return st.selectbox(
        "Sort by",
        list(ORDERS),
        key="runs.order",
        help="The order of the list. Equal ones stay newest first.",
        on_change=_first_page,
        persist_state="session",
    )


def _lines(found: Sequence[RunSummary], picked: Sequence[RunSummary], data_names: dict[str, str]) -> None:
    if not found:
        st.caption("No run matches. Use fewer words, or clear the search.")
        return
    shown, place, count = page_of(found, st.session_state.get(_PAGE, 1))
    chosen = {run.id for run in picked}
    with st.container(key="runs-lines", gap=None):
        for run in shown:
            line(run, run.id in chosen, _pick, data_names)
    if count > 1:
        _pager(place, count, len(found))


def _pager(place: int, count: int, found: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        for label, icon, to, about in (
            ("Previous", ":material/chevron_left:", place - 1, f"The {PAGE_SIZE} runs before these."),
            ("Next", ":material/chevron_right:", place + 1, f"The {PAGE_SIZE} runs after these."),
        ):
            st.button(
                label,
                icon=icon,
                key=f"runs.{label.lower()}",
                help=about,
                disabled=not 1 <= to <= count,
                on_click=_turn,
                args=(to,),
            )
        st.text(f"Page {place} of {count} · {found:,} runs")


def _pick(run_id: str) -> None:
    picked = [other for other in st.session_state.get(_PICKED, []) if other != run_id]
    if st.session_state[f"runs.pick.{run_id}"]:
        picked.append(run_id)
    st.session_state[_PICKED] = picked


def _clear() -> None:
    st.session_state[_PICKED] = []


def _turn(to: int) -> None:
    st.session_state[_PAGE] = to


def _first_page() -> None:
    st.session_state[_PAGE] = 1
