"""Choosing a data set: the named ones and a person's own, in one list and in the page's address."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import streamlit as st

from genlab.data.named import known_names
from genlab.store import Store
from genlab.training.config import DataConfig
from genlab.ui.words import shape_words, warn

PARAMETER = "data"
FIRST = "digits"
"""The set a page shows before anybody has chosen."""


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
    """Return the named sets, FIRST first and those still to be downloaded last, then the own ones by name."""
    named = [
        DataChoice(name, name if here else f"{name} (to download)", DataConfig.parse({"name": name}))
        for here in (True, False)
        for name in sorted(known_names(), key=lambda name: (name != FIRST, name))
        if store.sets.has_named(name) is here
    ]
    kept_sets = store.sets.all()
    names = Counter(kept.name for kept in kept_sets)  # many files are called train-images
    own = [
        DataChoice(
            own_key(kept.id),
            f"{kept.name} (your own: {kept.n_items:,} × {shape_words(kept.item_shape)})"
            + (f" · {kept.id[:6]}" if names[kept.name] > 1 else ""),
            DataConfig.parse({"name": kept.id, "own": True}),
        )
        for kept in kept_sets
    ]
    return named + own


def own_key(dataset_id: str) -> str:
    """Return what an address calls an own data set."""
    return f"own-{dataset_id}"


def asked_for() -> bool:
    """Whether the address names a data set."""
    return PARAMETER in st.query_params


def show_data(key: str) -> None:
    """Let the page's next run show a data set."""
    st.query_params[PARAMETER] = key


def chosen_data(store: Store, key: str, about: str, in_address: bool) -> DataChoice:
    """Show the list and return the choice. What ``?data=`` in the address names is chosen.

    Parameters
    ----------
    in_address : bool
        True if the address goes on saying what is chosen; False if it is read once and cleared.
    """
    choices = {choice.key: choice for choice in data_choices(store)}
    wanted = st.query_params.get(PARAMETER)
    if wanted in choices:
        st.session_state[key] = wanted
    elif wanted is not None:
        warn("The data set named in the address is not here; choose another.")
    if st.session_state.get(key) not in choices:
        st.session_state[key] = next(iter(choices))
    chosen = st.selectbox(
        "Data",
        list(choices),
        key=key,
        format_func=lambda name: choices[name].label if name in choices else str(name),
        help=about,
        on_change=(lambda: show_data(st.session_state[key])) if in_address else None,
    )
    if not in_address and wanted is not None:
        del st.query_params[PARAMETER]
    return choices[chosen]
