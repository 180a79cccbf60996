"""What a data set looks like on the Data page: samples, values, factors, how it is divided."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from html import escape

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from genlab.data.dataset import Dataset, Modality, Split, ValueKind
from genlab.data.preprocess import Recipe
from genlab.data.summary import Histogram, factor_words, value_histogram
from genlab.errors import GenlabError
from genlab.exports.pictures import sheet, strip
from genlab.ui import charts
from genlab.ui.words import say

A_CLASS = 12
CLASSES_DRAWN = 24
SHEET_ITEMS = 84
POINTS_DRAWN = 4000
SHOW_PX = 60
_RNG_SEED = 0


def samples(data: Dataset) -> None:
    """Show items: a row of pictures a class, points on a plane, or numbers in a table."""
    if data.modality is Modality.IMAGE:
        _pictures(data)
    elif data.item_shape == (2,):
        rows = some(np.arange(len(data)), POINTS_DRAWN)
        labels = None if data.labels is None else data.labels[rows]
        st.plotly_chart(
            charts.scatter(data.values(rows), labels, data.label_names, plane_axes(data)),
            key="data.scatter",
            alt=f"{len(rows):,} of {len(data):,} points on a plane, one colour and symbol a class.",
        )
    else:
        rows = some(np.arange(len(data)), 100)
        st.dataframe(numbers(data, rows), alt=f"Numbers of {len(rows)} items, a row each.")


def numbers(data: Dataset, rows: NDArray[np.integer]) -> dict[str, list[object]]:
    """Return items of numbers by column, the class first; at most 50 columns."""
    table: dict[str, list[object]] = {}
    if data.labels is not None and data.label_names:
        table["class"] = [data.label_names[number] for number in data.labels[rows]]
    values = data.values(rows).reshape(len(rows), -1)
    for i, name in enumerate(column_names(data)[:50]):
        table[name] = values[:, i].tolist()
    return table


def column_names(data: Dataset) -> tuple[str, ...]:
    """Return what the numbers of an item are called, numbered where they have no names."""
    size = int(np.prod(data.item_shape))
    return data.feature_names if len(data.feature_names) == size else tuple(f"number {i + 1}" for i in range(size))


def plane_axes(data: Dataset) -> tuple[str, str]:
    """Return what the axes of a plane of points are called, a person's words escaped."""
    if len(data.feature_names) != 2:
        return "first number", "second number"
    first, second = data.feature_names
    return escape(first), escape(second)


def _pictures(data: Dataset) -> None:
    scale = max(1, round(SHOW_PX / max(data.item_shape[1:])))
    drawn = "pixelated" if scale >= 4 else "auto"  # few pixels are shown as such, many are made to fit
    if data.labels is None or data.n_classes > CLASSES_DRAWN:
        rows = some(np.arange(len(data)), SHEET_ITEMS)
        page = sheet(data.values(rows), columns=A_CLASS, scale=scale)
        st.image(page, alt=f"{len(rows)} items of the data set.")
        return
    lines = []
    for number, name in enumerate(data.label_names):
        rows = some(np.flatnonzero(data.labels == number), A_CLASS)
        if len(rows):
            url = base64.b64encode(strip(data.values(rows), scale=scale)).decode()
            label = escape(name)
            lines.append(
                f"<tr><th scope='row' style='text-align:right;padding:2px 12px 2px 0;font-weight:600'>{label}</th>"
                f"<td style='padding:2px 0'><img src='data:image/png;base64,{url}' style='max-width:100%;display:block;"
                f"image-rendering:{drawn}' alt='{len(rows)} items of class {label}'></td></tr>"
            )
    st.html(f"<table style='border-collapse:collapse'>{''.join(lines)}</table>")


def division(data: Dataset) -> Split | None:
    """Show the controls of the split and what it comes to; return it."""
    share, seed = st.columns(2)
    with share:
        held_out = st.slider(
            "Held out (share)",
            0.0,
            0.9,
            0.1,
            0.05,
            key="data.held_out",
            help="Share of the items kept from training, to measure on. A training has its own setting of this name.",
        )
    with seed:
        number = st.number_input(
            "Seed of the split",
            0,
            2**31 - 1,
            0,
            key="data.split_seed",
            help="Equal seeds divide the items in the same way.",
        )
    try:
        split = data.split(held_out, number)
    except GenlabError as error:
        say(error)
        return None
    st.text(f"{len(split.train):,} items to learn from, {len(split.held_out):,} held out.")
    return split


def class_chart(data: Dataset, split: Split) -> None:
    """Show the items of each class, those held out told apart."""
    if data.labels is None:
        st.caption("These items have no labels.")
        return
    counts = counts_by_class(data, split)
    ends = (min(counts, key=lambda name: sum(counts[name])), max(counts, key=lambda name: sum(counts[name])))
    least, most = (f"{name} with {sum(counts[name]):,}" for name in ends)
    st.plotly_chart(
        charts.counts(counts),
        key="data.counts",
        alt=f"Items per class, from {least} to {most}; a part of each is held out.",
    )


def counts_by_class(data: Dataset, split: Split) -> dict[str, tuple[int, int]]:
    """Return (to learn from, held out) by label name."""
    if data.labels is None:
        return {}
    learn, held = (np.bincount(data.labels[rows], minlength=data.n_classes) for rows in (split.train, split.held_out))
    return {name: (int(a), int(b)) for name, a, b in zip(data.label_names, learn, held, strict=True)}


def histogram_chart(data: Dataset, key: str, unit: str) -> None:
    """Show how often each value occurs among all numbers of all items, or in one column of a table in this unit."""
    column = None
    if data.modality is Modality.IMAGE:
        words = "value (0 is black, 1 is white)"
    else:
        names = column_names(data)
        column = st.selectbox(
            "Column",
            range(len(names)),
            format_func=lambda i: names[i],
            key=f"data.column.{key}",
            help="The numbers of one column; columns often have different units.",
        )
        words = f"{names[column]} ({unit})"
    counted = _histogram(data, key, column)
    st.plotly_chart(
        charts.histogram(counted.edges, counted.counts, escape(words)),
        key="data.histogram",
        alt=f"Histogram of {int(counted.counts.sum()):,} numbers, {counted.edges[0]:.3g} to {counted.edges[-1]:.3g}.",
    )


@st.cache_data(max_entries=32, show_spinner="Counting values…")
def _histogram(_data: Dataset, key: str, column: int | None) -> Histogram:  # the key names the content
    return value_histogram(_data, column=column)


def factors(data: Dataset) -> None:
    """Show what is known of how each item was made, where it is."""
    if not data.factors:
        return
    st.subheader(
        "Factors",
        anchor=False,
        help="What each item was made from. Known here, so that one can see whether a latent dimension finds it again.",
    )
    said = factor_words(data)
    st.dataframe({"factor": list(said), "values": list(said.values())}, alt=f"{len(said)} factors and their values.")


def unit_words(recipe: Recipe | None) -> str:
    """Return what a table's numbers are measured in: the data's own unit, unless a preparation has scaled them."""
    scalings = [link.prepare.scaling for link in (recipe.links if recipe else ()) if link.scaling]
    if not scalings:
        return "the data's own unit"
    return "standardised: mean 0, spread 1" if scalings[-1] == "standardise" else "scaled to 0..1"


def facts(data: Dataset) -> Mapping[str, str]:
    """Return what is known of the data set, by what it is called."""
    return {
        "Values": {ValueKind.UNIT: "0 to 1", ValueKind.BINARY: "0 or 1"}.get(data.value_kind, data.value_kind.value),
        "Source": data.source or "not given",
        "Licence": data.licence or "not given",
    }


def some(rows: NDArray[np.integer], count: int) -> NDArray[np.int64]:
    """Return up to ``count`` of the rows, always the same ones, spread over the whole set."""
    chosen = np.random.default_rng(_RNG_SEED).permutation(len(rows))[:count]
    return np.asarray(rows[np.sort(chosen)], np.int64)
