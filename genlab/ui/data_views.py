"""The parts of the Data page: what a data set looks like, how it is divided, and bringing one's own."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import replace
from html import escape

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from genlab.data.dataset import Dataset, Modality, Split, ValueKind
from genlab.data.readers import read_bytes
from genlab.data.summary import Histogram, value_histogram
from genlab.errors import GenlabError
from genlab.exports.pictures import sheet, strip
from genlab.store import Store
from genlab.ui import charts
from genlab.ui.choices import own_key, show_data
from genlab.ui.words import plain

UPLOAD_MB = 200
A_CLASS = 14
CLASSES_DRAWN = 24
SHEET_ITEMS = 84
POINTS_DRAWN = 4000
SHOW_PX = 40
_RNG_SEED = 0


def samples(data: Dataset) -> None:
    """Show items: a row of pictures a class, points on a plane, or numbers in a table."""
    if data.modality is Modality.IMAGE:
        _pictures(data)
    elif data.item_shape == (2,):
        rows = _some(np.arange(len(data)), POINTS_DRAWN)
        labels = None if data.labels is None else data.labels[rows]
        st.plotly_chart(
            charts.scatter(data.values(rows), labels, data.label_names, ("first number", "second number")),
            key="data.scatter",
            alt=f"{len(rows):,} of {len(data):,} points on a plane, one colour and symbol a class.",
        )
    else:
        rows = _some(np.arange(len(data)), 100)
        st.dataframe(data.values(rows).reshape(len(rows), -1)[:, :50], alt="Numbers of 100 items, a row each.")


def _pictures(data: Dataset) -> None:
    scale = max(1, SHOW_PX // max(data.item_shape[1:]))
    if data.labels is None or data.n_classes > CLASSES_DRAWN:
        rows = _some(np.arange(len(data)), SHEET_ITEMS)
        st.image(sheet(data.values(rows), columns=A_CLASS, scale=scale), alt=f"{len(rows)} items of the data set.")
        return
    lines = []
    for number, name in enumerate(data.label_names):
        rows = _some(np.flatnonzero(data.labels == number), A_CLASS)
        if len(rows):
            url = base64.b64encode(strip(data.values(rows), scale=scale)).decode()
            label = escape(name)
            lines.append(
                f"<tr><th scope='row' style='text-align:right;padding:2px 12px 2px 0;font-weight:600'>{label}</th>"
                f"<td style='padding:2px 0'><img src='data:image/png;base64,{url}' style='max-width:100%;display:block;"
                f"image-rendering:pixelated' alt='{len(rows)} items of class {label}'></td></tr>"
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
        st.error(plain(str(error)), icon=":material/error:")
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


def histogram_chart(data: Dataset, key: str) -> None:
    """Show how often each value occurs among all numbers of all items."""
    counted = _histogram(data, key)
    words = "value (0 is black, 1 is white)" if data.value_kind is not ValueKind.REAL else "value (the data's own unit)"
    st.plotly_chart(
        charts.histogram(counted.edges, counted.counts, words),
        key="data.histogram",
        alt=f"Histogram of {int(counted.counts.sum()):,} numbers, {counted.edges[0]:.3g} to {counted.edges[-1]:.3g}.",
    )


@st.cache_data(max_entries=16, show_spinner="Counting values…")
def _histogram(_data: Dataset, key: str) -> Histogram:  # the key names the content
    return value_histogram(_data)


def upload(store: Store) -> None:
    """Show the form that keeps a person's own file in the store, and choose what it kept."""
    with st.form("upload", border=False, clear_on_submit=False):
        items, labels = st.columns(2)
        with items:
            given = st.file_uploader(
                "Items",
                key="upload.items",
                max_upload_size=UPLOAD_MB,
                help="IDX (as MNIST comes, gzipped or not), NPY or NPZ: pictures or rows of numbers. "
                "The format is found by content; nothing in the file is run.",
            )
        with labels:
            names = st.file_uploader(
                "Labels (optional)",
                key="upload.labels",
                max_upload_size=UPLOAD_MB,
                help="One class number an item, as IDX, NPY or NPZ. An NPZ of items may hold its own.",
            )
        called = st.text_input(
            "Name",
            key="upload.name",
            max_chars=80,
            placeholder="optional",
            help="What you call this data; by default the file's name.",
            width=320,
        ).strip()
        pressed = st.form_submit_button(
            "Keep it", icon=":material/upload:", help="Copies the data into the store, once."
        )
    if not pressed:
        return
    if given is None:
        st.error("Choose a file of items first.", icon=":material/error:")
        return
    try:
        with st.spinner("Reading the file…"):
            read = read_bytes(given.name, given.getvalue(), (names.name, names.getvalue()) if names else None)
            kept = store.add_dataset(replace(read, name=called) if called else read)
    except GenlabError as error:
        st.error(plain(str(error)), icon=":material/error:")
        return
    show_data(own_key(kept))
    st.rerun()


def facts(data: Dataset) -> Mapping[str, str]:
    """Return what is known of the data set, by what it is called."""
    return {
        "Values": {ValueKind.UNIT: "0 to 1", ValueKind.BINARY: "0 or 1"}.get(data.value_kind, data.value_kind.value),
        "Source": data.source or "not given",
        "Licence": data.licence or "not given",
    }


def _some(rows: NDArray[np.integer], count: int) -> NDArray[np.int64]:
    """Return up to ``count`` of the rows, always the same ones, spread over the whole set."""
    chosen = np.random.default_rng(_RNG_SEED).permutation(len(rows))[:count]
    return np.asarray(rows[np.sort(chosen)], np.int64)
