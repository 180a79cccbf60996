"""Preparing a data set: every step a control, a few items before and after, the result kept as an own set."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from genlab.config import Leaf
from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.data.preprocess import PreprocessConfig, chosen_rows, fit_scaling, take, transform
from genlab.data.summary import class_counts
from genlab.errors import GenlabError
from genlab.exports.pictures import sheet
from genlab.jobs.preparing import have_prepared
from genlab.store import Store
from genlab.ui import charts
from genlab.ui.choices import DataChoice
from genlab.ui.data_views import numbers, plane_axes, some
from genlab.ui.forms import leaf_help, leaf_label
from genlab.ui.words import say, shape_words

PREVIEW_ITEMS = 24
PREVIEW_ROWS = 8
SCALED_ITEMS = 20_000
"""The preview takes the scale from at most so many rows, what is kept from all."""
PREVIEW_POINTS = 1500
COLUMNS = 6
SHOW_PX = 56
SIZES_PX = (0, 8, 16, 28, 32, 64)
_OF_PICTURES = ("color", "size", "fit", "background", "invert")
_WORDS = {"keep": "as it is", "none": "as they are"}


def preparation(store: Store, data: Dataset, choice: DataChoice) -> str | None:
    """Show the steps, what they do and the button that keeps the result; return the id of what was kept."""
    config = _steps(data, f"prepare.{choice.key}")
    try:
        rows = chosen_rows(data, config)
        scaling = fit_scaling(take(data, some(rows, SCALED_ITEMS if config.scaling != "none" else 1)), config)
        before = take(data, some(rows, _shown(data)))
        after = transform(before, config, scaling)
    except GenlabError as error:
        say(error)
        return None
    st.text(
        f"{len(data):,} items of {shape_words(data.item_shape)} become {len(rows):,} items of "
        f"{shape_words(after.item_shape)}."
    )
    kept = _keep(store, data, choice, config)
    left, right = st.columns(2)
    with left:
        st.subheader("Before", anchor=False)
        _look(before, "before")
    with right:
        st.subheader("After", anchor=False)
        _look(after, "after")
    if data.labels is not None and data.n_classes:
        left_over = np.bincount(data.labels[rows], minlength=data.n_classes)
        counts = {name: (n, int(left)) for (name, n), left in zip(class_counts(data).items(), left_over, strict=True)}
        st.plotly_chart(
            charts.before_after(counts),
            key="prepare.counts",
            alt=f"Items per class before and after: {len(data):,} and {len(rows):,} in all.",
        )
    return kept


def _keep(store: Store, data: Dataset, choice: DataChoice, config: PreprocessConfig) -> str | None:
    words = config.words
    with st.container(horizontal=True, vertical_alignment="bottom"):
        called = st.text_input(
            "Name of the prepared set",
            key=f"prepare.{choice.key}.name",
            max_chars=80,
            placeholder=f"{data.name}, {words}"[:80] if words else data.name,
            help="What you call it; by default the name of the data and what was done to it.",
            width=420,
        ).strip()
        pressed = st.button(
            "Keep as data set",
            key="prepare.keep",
            type="primary",
            icon=":material/save:",
            disabled=not words,
            help="Keeps the prepared items, and how they were made, as a data set of your own to train on.",
        )
    if not words:
        st.caption("Nothing is changed yet: choose a step above.")
    if not pressed:
        return None
    try:
        with st.spinner("Preparing every item…"):
            return have_prepared(store, choice.config, config, called)
    except GenlabError as error:
        say(error)
        return None


def _steps(data: Dataset, scope: str) -> PreprocessConfig:
    """Show the steps that apply to these items."""
    leaves = {leaf.name: leaf for leaf in PreprocessConfig().leaves()}
    values: dict[str, Any] = {}
    if data.n_classes:
        names = list(data.label_names)
        leaf = leaves["classes"]
        kept = st.multiselect(
            leaf_label(leaf),
            names,
            key=f"{scope}.classes",
            placeholder="all classes",
            help="Classes to keep; choose none to keep all.",
        )
        values["classes"] = tuple(name for name in names if name in kept)
    picture_steps = data.modality is Modality.IMAGE
    if picture_steps:
        leaves["scaling"] = replace(leaves["scaling"], choices=("none", "min-max"))
    wanted = [
        *(("color", "size", "scaling") if picture_steps else ("scaling",)),
        *(("fit",) if picture_steps and data.item_shape[1] != data.item_shape[2] else ()),
        "items",
        *(("invert",) if picture_steps and data.value_kind is not ValueKind.REAL else ()),
        *(("balance",) if data.n_classes else ()),
    ]
    for start in range(0, len(wanted), 3):
        for column, name in zip(st.columns(3, vertical_alignment="bottom"), wanted[start : start + 3], strict=False):
            with column:
                values[name] = _control(leaves[name], f"{scope}.{name}")
    if values.get("fit") == "pad":
        values["background"] = _control(leaves["background"], f"{scope}.background")
    return PreprocessConfig.parse(values)


def _control(leaf: Leaf, key: str) -> Any:
    """Show one step; unlike those of a form, a change is seen at once."""
    label, about = leaf_label(leaf), leaf_help(leaf)
    if leaf.kind == "bool":
        return st.checkbox(label, bool(leaf.value), key=key, help=about)
    if leaf.name == "size":
        return st.selectbox(
            label, SIZES_PX, format_func=lambda px: f"{px}×{px}" if px else "as they are", key=key, help=about
        )
    if leaf.kind == "choice":
        return st.selectbox(label, leaf.choices, format_func=lambda name: _WORDS.get(name, name), key=key, help=about)
    return st.number_input(label, int(leaf.minimum or 0), int(leaf.maximum or 0), int(leaf.value), key=key, help=about)


def _look(data: Dataset, key: str) -> None:
    if data.modality is Modality.IMAGE:
        scale = max(1, SHOW_PX // max(data.item_shape[1:]))
        st.image(sheet(data.values(), columns=COLUMNS, scale=scale), alt=f"{len(data)} items {key}.")
    elif data.item_shape == (2,):
        st.plotly_chart(
            charts.scatter(data.values(), data.labels, data.label_names, plane_axes(data)),
            key=f"prepare.{key}",
            alt=f"{len(data):,} points {key}.",
        )
    else:
        rows: NDArray[np.int64] = np.arange(len(data))
        st.dataframe(numbers(data, rows), alt=f"{len(data)} items {key}.")


def _shown(data: Dataset) -> int:
    return {Modality.IMAGE: PREVIEW_ITEMS, Modality.POINTS: PREVIEW_POINTS}.get(data.modality, PREVIEW_ROWS)
