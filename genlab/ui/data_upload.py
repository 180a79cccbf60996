"""Bringing one's own file: what is in it decides what can be chosen; the readers judge it, the store keeps it."""

from __future__ import annotations

from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from genlab.config import Leaf
from genlab.data.preprocess import Recipe
from genlab.data.readers import archive, read_bytes, survey_table
from genlab.data.readers.options import ReadConfig
from genlab.data.readers.table import FEW_KINDS, Table, columns_to_learn
from genlab.errors import GenlabError
from genlab.store import Store
from genlab.ui.forms import leaf_help, leaf_label
from genlab.ui.words import say

UPLOAD_MB = 200
SIZES_PX = (0, 16, 28, 32, 64)
FITTING_PX = 32
MANY_COLUMNS = 60
_LEAVES = {leaf.name: leaf for leaf in ReadConfig().leaves()}
_SURVEY = "upload.survey"


def upload(store: Store) -> str | None:
    """Show what takes a person's file; return the id of what was kept, in the run after the button was pressed."""
    st.caption(
        "**Pictures**: a ZIP of PNG, JPEG, WebP, GIF, PGM or BMP files; each folder in it is a class. "
        "**Tables**: CSV. **Arrays**: IDX as MNIST comes, NPZ, NPY. All may be gzipped, but for the ZIP. "
        f"Up to {UPLOAD_MB} MB. The format is found by content; nothing in the file is run or unpacked to disk."
    )
    items, labels = st.columns(2)
    with items:
        given = st.file_uploader(
            "Items",
            key="upload.items",
            max_upload_size=UPLOAD_MB,
            help="The file of what a model is to learn from: pictures or rows of numbers.",
        )
    with labels:
        names = st.file_uploader(
            "Labels (optional)",
            key="upload.labels",
            max_upload_size=UPLOAD_MB,
            help="One class an item: numbers as IDX, NPY or NPZ, or a CSV file of one column. NPZ, CSV and folders may "
            "hold their own.",
        )
    config, is_sound = ReadConfig(), True
    try:
        if given is not None:
            config = _choices(given)
        if names is not None:  # the labels' own file has one column
            config = config.model_copy(update={"label_column": ""})
        if given is not None and (table := _survey(given)) is not None:
            columns_to_learn(table, config)
    except GenlabError as error:
        say(error)
        is_sound = False
    with st.container(horizontal=True, vertical_alignment="bottom"):
        called = st.text_input(
            "Name",
            key="upload.name",
            max_chars=80,
            placeholder="optional",
            help="What you call this data; by default the file's name.",
            width=320,
        ).strip()
        pressed = st.button(
            "Keep it",
            key="upload.keep",
            type="primary",
            icon=":material/upload:",
            disabled=given is None or not is_sound,
            help="Copies the data into the store, once a file of items has been chosen.",
        )
    if not pressed or given is None:
        return None
    try:
        with st.spinner("Reading the file…"):
            read = read_bytes(given.name, given.getvalue(), (names.name, names.getvalue()) if names else None, config)
            recipe = Recipe(of=read.name, fingerprint=read.fingerprint, read=config)
            kept = store.sets.add(read, recipe)
            if called:  # equal content may be there under another name
                store.sets.rename(kept, called)
    except GenlabError as error:
        say(error)
        return None
    st.session_state.pop(_SURVEY, None)
    return kept


def _choices(given: UploadedFile) -> ReadConfig:
    """Show what can be chosen about this file, and return it."""
    scope = f"upload.{given.file_id}"
    if archive.matches(given.getvalue()[:4]):
        is_arrays = given.getvalue()[30:200].split(b"PK", 1)[0].find(b".npy") >= 0
        return ReadConfig() if is_arrays else _pictures(scope)
    table = _survey(given)
    return ReadConfig() if table is None else _table(table, scope)


def _survey(given: UploadedFile) -> Table | None:
    """Look through a table once a file, not once a run of the page; raises DataError if it is none that can be read."""
    known = st.session_state.get(_SURVEY)
    if known is None or known[0] != given.file_id:
        try:
            found: Table | GenlabError | None = survey_table(given.name, given.getvalue())
        except GenlabError as error:
            found = error
        known = st.session_state[_SURVEY] = (given.file_id, found)
    if isinstance(known[1], GenlabError):
        raise known[1].with_traceback(None)
    return known[1]


def _table(table: Table, scope: str) -> ReadConfig:
    numeric = table.names(numeric=True)
    st.text(
        f"A table of {len(table.columns[0].values):,} rows: {len(numeric)} of {len(table.columns)} columns are numbers."
    )
    leaf = _LEAVES["label_column"]
    all_names = table.names(numeric=False)
    guess = next((n for n in all_names if n not in numeric and 1 < table.kinds.get(n, 0) <= FEW_KINDS), "")
    left, right = st.columns(2)
    with left:
        label = st.selectbox(
            leaf_label(leaf),
            ["", *all_names],
            ["", *all_names].index(guess),
            format_func=lambda name: name or "none",
            key=f"{scope}.label_column",
            help=leaf_help(leaf),
        )
    gaps = {column.name: column.missing for column in table.columns if column.missing and column.name in numeric}
    with right:
        missing = _pick("missing", scope, {"drop": "leave the rows out", "mean": "fill in the column's mean"}, not gaps)
    columns: tuple[str, ...] = ()
    offered = [name for name in numeric if name != label]
    if len(offered) <= MANY_COLUMNS:
        leaf = _LEAVES["columns"]
        chosen = st.multiselect(leaf_label(leaf), offered, offered, key=f"{scope}.columns", help=leaf_help(leaf))
        columns = () if chosen == offered else tuple(chosen)
    if gaps:
        found = ", ".join(f"{name} {count}" for name, count in list(gaps.items())[:8])
        st.text(f"Missing values: {found}{', …' if len(gaps) > 8 else ''}.")
    return ReadConfig.parse({"label_column": label, "missing": missing, "columns": columns})


def _pictures(scope: str) -> ReadConfig:
    size, fit, color, background = st.columns(4)
    with size:
        leaf = _LEAVES["size"]
        side = st.selectbox(
            leaf_label(leaf),
            SIZES_PX,
            SIZES_PX.index(FITTING_PX),
            format_func=lambda px: f"{px}×{px}" if px else "as they are",
            key=f"{scope}.size",
            help=leaf_help(leaf) + " A small model learns 32×32 within minutes; 64×64 is the most a convolution takes.",
        )
    with fit:
        how = _pick("fit", scope, {"crop": "crop", "pad": "pad", "stretch": "stretch"})
    with color:
        colour = _pick("color", scope, {"auto": "as they are", "grey": "grey", "colour": "colour"})
    with background:
        behind = _pick("background", scope, {"white": "white", "black": "black"})
    return ReadConfig.parse({"size": side, "fit": how, "color": colour, "background": behind})


def _pick(name: str, scope: str, words: dict[str, str], disabled: bool = False) -> Any:
    leaf: Leaf = _LEAVES[name]
    return st.selectbox(
        leaf_label(leaf),
        list(words),
        format_func=lambda value: words[value],
        key=f"{scope}.{name}",
        help=leaf_help(leaf),
        disabled=disabled,
    )
