"""The selection below the explorer: what is in it, as a table to take home, and as a data set to learn from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import streamlit as st

from genlab.analysis.selecting import Rows, rows_of, selected_columns, selected_data
from genlab.errors import GenlabError
from genlab.explorer.messages import Selected
from genlab.exports.tables import csv_table, npz_table
from genlab.store import Store
from genlab.ui.choices import own_key
from genlab.ui.explorer_host import told_selection
from genlab.ui.pages import link
from genlab.ui.scenes import Scene
from genlab.ui.words import plain, say

MOST_NAMED = 6
_MADE = "selection.made"
_FORMATS = {
    "CSV": "one row an item for spreadsheets: id, label and its name, code, place on the map, factors, groups",
    "NPZ": "the same as arrays, to be read with numpy.load",
}


@dataclass(frozen=True, eq=False)
class Chosen:
    """Rows a person selected, rising, and their named groups."""

    rows: Rows
    groups: dict[str, Rows]


def chosen_rows(shown: Scene, told: Selected | None) -> Chosen:
    """Read what the browser told; what does not fit this scene is no selection."""
    count = len(shown.codes)
    if told is None:
        return Chosen(np.arange(0), {})
    try:
        rows = rows_of(told.mask, count) if told.mask else np.arange(0)
        return Chosen(rows, {tag.name: rows_of(tag.mask, count) for tag in told.tags})
    except GenlabError:
        return Chosen(np.arange(0), {})


def selection(store: Store, shown: Scene) -> None:
    """Show the panel while something is selected; inside the explorer's fragment."""
    chosen = chosen_rows(shown, told_selection(shown, "explorer"))
    if len(chosen.rows) == 0:
        return
    with st.container(border=True):
        st.markdown(f"#### Selection: {len(chosen.rows):,} of {len(shown.codes):,}")
        if words := _classes(shown, chosen.rows):
            st.caption(words)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            _table(shown, chosen)
            _data_set(store, shown, chosen.rows)
        _made(store)


def _table(shown: Scene, chosen: Chosen) -> None:
    form = (
        st.segmented_control(
            "Table",
            list(_FORMATS),
            default="CSV",
            required=True,
            key="selection.format",
            help="; ".join(f"{name}: {about}" for name, about in _FORMATS.items()) + ".",
        )
        or "CSV"
    )
    items = st.checkbox(
        "with the items' numbers",
        key="selection.items",
        help="Every pixel or number of each item too; that makes a large table.",
    )
    write = csv_table if form == "CSV" else npz_table
    st.download_button(
        f"Download {form}",
        data=lambda: write(selected_columns(shown, chosen.rows, chosen.groups, items)),
        file_name=f"genlab-{shown.run.id}-{shown.step}-selection.{form.lower()}",
        mime="text/csv" if form == "CSV" else "application/octet-stream",
        key="selection.download",
        help="Made when you press.",
        on_click="ignore",
        icon=":material/download:",
    )


def _data_set(store: Store, shown: Scene, rows: Rows) -> None:
    name = st.text_input(
        "New data set",
        f"{len(rows):,} of {shown.run.facts.name}"[:80],
        max_chars=80,
        key=f"selection.name.{shown.run.id}.{len(rows)}",
        help="What you call it. It is kept among your own data, to look at and to train on.",
        width=280,
    )
    if st.button(
        "Make data set",
        key="selection.make",
        icon=":material/dataset:",
        help="Keep the selected items as a data set of your own.",
    ):
        st.session_state.pop(_MADE, None)
        try:
            data, recipe = selected_data(shown, rows, name)
            kept = store.sets.add(data, recipe)
            store.sets.rename(kept, data.name)  # equal content may be there under another name
            st.session_state[_MADE] = (kept, data.name, len(data))
        except GenlabError as error:
            say(error)


def _made(store: Store) -> None:
    made = st.session_state.get(_MADE)
    if made is None or made[0] not in {own.id for own in store.sets.all()}:
        return
    dataset_id, name, count = made
    with st.container(horizontal=True, vertical_alignment="center"):
        st.success(f"Kept {count:,} items as {plain(name)}.", icon=":material/check_circle:", width=420)
        link("train", "Train on it", "Open the Train page with this data set.", data=own_key(dataset_id))
        link("data", "Look at it", "Open the Data page with this data set.", data=own_key(dataset_id))


def _classes(shown: Scene, rows: Rows) -> str:
    """Return how many of each class are selected, the most first."""
    if shown.labels is None or not shown.label_names:
        return ""
    names = (shown.label_names[label] for label in shown.labels[rows] if 0 <= label < len(shown.label_names))
    counts = Counter(names).most_common()
    shown_words = ", ".join(f"{plain(name)}: {count:,}" for name, count in counts[:MOST_NAMED])
    return shown_words + (f", and {len(counts) - MOST_NAMED} more classes" if len(counts) > MOST_NAMED else "")
