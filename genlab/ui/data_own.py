"""Data sets of one's own: drawing one, giving one another name, throwing one away and taking it back."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from genlab.data.cloud import MAX_POINTS, drawn_cloud
from genlab.errors import GenlabError
from genlab.store import Store
from genlab.ui.choices import PARAMETER
from genlab.ui.explorer_host import cloud
from genlab.ui.words import say

_THROWN = "data_own.thrown"
_SHEET = "data_own.sheet"


def drawing(store: Store) -> str | None:
    """Show the sheet to draw points on; return the id of what was kept, in the run after the button was pressed."""
    st.caption(
        f"Draw a cloud of points, each class with a brush of its own, up to {MAX_POINTS:,} points. "
        "A VAE or GAN learns it in seconds, and the map shows what it made of it."
    )
    sheet = st.session_state.setdefault(_SHEET, 0)
    drawn = cloud("data.cloud", f"sheet {sheet}")
    if drawn is None:
        return None
    try:
        kept = store.sets.add(drawn_cloud(drawn))
    except GenlabError as error:
        say(error)
        return None
    st.session_state[_SHEET] = sheet + 1
    return kept


def upkeep(store: Store, dataset_id: str, name: str) -> None:
    """Show how an own data set is renamed or thrown away."""
    with st.popover("Rename or delete", icon=":material/edit:", help="Change this data set's name, or throw it away."):
        called = st.text_input(
            "New name",
            name,
            max_chars=80,
            key=f"own.{dataset_id}.name",
            help="What you call this data. Runs that learned from it keep the old name.",
        )
        if st.button("Rename", key="own.rename", icon=":material/check:", help="Gives the data set its new name."):
            _try(lambda: store.sets.rename(dataset_id, called))
        st.button(
            "Delete",
            key="own.delete",
            icon=":material/delete:",
            help="Moves the data set to the trash. Runs that learned from it can then be looked at, but train no more.",
            on_click=_throw_away,
            args=(store, dataset_id, name),
        )


def thrown_away(store: Store) -> None:
    """Offer back what was just thrown away."""
    thrown = st.session_state.get(_THROWN)
    if thrown is None:
        return
    place, name, fault = thrown
    if fault:
        say(fault)
        del st.session_state[_THROWN]
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(f"'{name}' was moved to the trash.")
        if st.button("Undo", key="own.undo", icon=":material/undo:", help="Brings the data set back."):
            del st.session_state[_THROWN]
            _try(lambda: store.sets.restore(place))


def _throw_away(store: Store, dataset_id: str, name: str) -> None:
    try:
        st.session_state[_THROWN] = (store.sets.delete(dataset_id), name, "")
        st.query_params.pop(PARAMETER, None)
    except GenlabError as error:
        st.session_state[_THROWN] = ("", name, str(error))


def _try(act: Callable[[], object]) -> None:
    try:
        act()
    except GenlabError as error:
        say(error)
        return
    st.rerun()
