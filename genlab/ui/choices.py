"""Choosing a data set: the named ones and a person's own, in one list and in the page's address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from genlab.data.named import DATASETS
from genlab.store import Store
from genlab.training.config import DataConfig
from genlab.ui.words import shape_words

PARAMETER = "data"


@dataclass(frozen=True)
class DataChoice:
    """A data set that can be chosen.

    Attributes
    ----------
    key : str
        What an address calls it: the name, or ``own-`` and the id.
    label : str
        What a person reads; plain text.
    config : DataConfig
    """

    key: str
    label: str
    config: DataConfig


def data_choices(store: Store) -> list[DataChoice]:
    """Return the named sets, then the own ones by name."""
    named = [DataChoice(name, name, DataConfig.parse({"name": name})) for name in DATASETS.names()]
    own = [
        DataChoice(
            own_key(kept.id),
            f"{kept.name} (your own: {kept.n_items:,} × {shape_words(kept.item_shape)})",
            DataConfig.parse({"name": kept.id, "own": True}),
        )
        for kept in store.datasets()
    ]
    return named + own


def own_key(dataset_id: str) -> str:
    """Return what an address calls an own data set."""
    return f"own-{dataset_id}"


def chosen_data(store: Store, key: str, about: str, on_change: Callable[[], None] | None = None) -> DataChoice:
    """Show the list and return the choice; ``?data=`` in the address decides when the page is opened."""
    choices = {choice.key: choice for choice in data_choices(store)}
    wanted = st.query_params.get(PARAMETER)
    if wanted is not None and st.session_state.get(f"{key}.asked") != wanted:
        st.session_state[f"{key}.asked"] = wanted
        if wanted in choices:
            st.session_state[key] = wanted
        else:
            st.warning("The data set named in the address is not here; choose another.", icon=":material/search_off:")
    if f"{key}.next" in st.session_state:  # something has just been kept: it is what the person wants to see
        st.session_state[key] = st.session_state.pop(f"{key}.next")
    if st.session_state.get(key) not in choices:
        st.session_state[key] = next(iter(choices))
    chosen = st.selectbox(
        "Data",
        list(choices),
        key=key,
        format_func=lambda name: choices[name].label if name in choices else str(name),
        help=about,
        on_change=on_change,
    )
    return choices[chosen]
