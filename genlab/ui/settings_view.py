"""A run's settings to read: every one with its unit, and what it is for under the pointer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from genlab.config import Leaf
from genlab.training.config import RunSpec
from genlab.ui.forms import leaf_help
from genlab.ui.markup import Html, table


def settings_table(spec: RunSpec, data_name: str) -> None:
    """Show every setting of a run, its data by the name that people gave it."""
    rows = [(setting_name(leaf), setting_value(leaf)) for leaf in _leaves(spec, data_name)]
    st.html(table(("Setting", "Value"), rows, "All settings of this run"))


def setting_name(leaf: Leaf) -> Html:
    """Return a setting's title with what it is for under the pointer."""
    return Html(f'<dfn class="gl-term" tabindex="0" title="{escape(leaf_help(leaf))}">{escape(leaf.title)}</dfn>')


def setting_value(leaf: Leaf) -> str:
    """Return a setting's value in words, with its unit."""
    value = leaf.value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g} {leaf.unit}".strip()
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(map(str, value)) + (f" {leaf.unit}" if leaf.unit else "")
    if isinstance(value, int) and leaf.unit:  # a number of something, and no seed
        return f"{value:,} {leaf.unit}"
    return f"{value} {leaf.unit}".strip()


def differing(specs: Sequence[RunSpec], data_names: Sequence[str]) -> list[tuple[Html, list[str]]]:
    """Return the settings in which runs differ: a name, and its value in every run (``–`` where it has none).

    Data are shown by the names that people gave them, with their ids where different data have one name.
    """
    ids = [spec.data.name for spec in specs]
    if len(set(zip(ids, data_names, strict=True))) > len(set(data_names)):
        data_names = [name if name == id_ else f"{name} ({id_})" for id_, name in zip(ids, data_names, strict=True)]
    by_run = [{leaf.path: leaf for leaf in _leaves(spec, name)} for spec, name in zip(specs, data_names, strict=True)]
    paths = dict.fromkeys(path for leaves in by_run for path in leaves)
    found = []
    for path in paths:
        leaves = [run.get(path) for run in by_run]
        values = [setting_value(leaf) if leaf else "–" for leaf in leaves]
        if len(set(values)) > 1:
            found.append((setting_name(next(leaf for leaf in leaves if leaf)), values))
    return found


def _leaves(spec: RunSpec, data_name: str) -> list[Leaf]:
    """Return a run's settings, its data called as people call it rather than by an id."""
    return [
        replace(leaf, title="Data", value=data_name) if leaf.path == "data.name" else leaf for leaf in spec.leaves()
    ]
