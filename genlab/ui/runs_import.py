"""Bring your own model: three files and a name on the Runs page become a run that is explored like any other."""

from __future__ import annotations

from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from genlab.errors import GenlabError
from genlab.jobs.client import ask
from genlab.store import Store
from genlab.store.uploads import leave
from genlab.ui.pages import page
from genlab.ui.words import say

CODES_MB, GRAPH_MB = 200, 64
TIMEOUT_S = 120.0
RANGES: dict[str, tuple[float, float] | None] = {"as the items say": None, "0 to 1": (0.0, 1.0), "-1 to 1": (-1.0, 1.0)}
_ABOUT = (
    "**Codes**: an NPZ with `codes` (N × d) and, where you have them, `labels`, `items` (or `thumbnails`), `logvar`. "
    "**Decoder** and **encoder**: ONNX files from any framework, with a free number of rows. They are checked and then "
    "run in each visitor's own browser alone; this server never runs them."
)


def import_view(store: Store) -> None:
    """Show what takes a model made elsewhere, closed until it is asked for; one that was taken opens on Explore."""
    opened = st.expander(
        "Bring your own model", icon=":material/upload_file:", key="import.open", on_change="rerun", expanded=False
    )
    if not opened.open:
        return
    with opened:
        st.caption(_ABOUT)
        codes, decoder, encoder = _files()
        options = _options()
        pressed = st.button(
            "Take it in",
            key="import.go",
            type="primary",
            icon=":material/upload:",
            disabled=codes is None or decoder is None,
            help="Checks the files and keeps them as a run, once codes and decoder have been chosen.",
        )
        if not pressed or codes is None or decoder is None:
            return
        try:
            with st.spinner("Checking the files…", show_time=True):
                run_id = _import(store, codes, decoder, encoder, options)
        except GenlabError as error:
            say(error)
            return
    st.switch_page(page("explore"), query_params={"run": run_id})


def _files() -> tuple[UploadedFile | None, ...]:
    about = (
        ("Codes (NPZ)", "codes", CODES_MB, ["npz"], "What your encoder made of your data, or the z you sampled."),
        ("Decoder (ONNX)", "decoder", GRAPH_MB, ["onnx"], "From codes (N × d) to items."),
        ("Encoder (ONNX, optional)", "encoder", GRAPH_MB, ["onnx"], "From items to codes: places drawings."),
    )
    return tuple(
        column.file_uploader(label, key=f"import.{name}", max_upload_size=most, type=kinds, help=text)
        for column, (label, name, most, kinds, text) in zip(st.columns(3), about, strict=True)
    )


def _options() -> dict[str, Any]:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input("Name", key="import.name", max_chars=80, help="What you call this model.", width=260)
        between = st.selectbox(
            "Black to white",
            list(RANGES),
            key="import.range",
            help="The numbers the decoder makes for black and for white.",
            width=180,
        )
        names = st.text_input(
            "Class names (optional)",
            key="import.names",
            max_chars=2000,
            placeholder="cat, dog, …",
            help="What the class numbers are called, in their order, with commas between.",
            width=300,
        )
    words = [word.strip() for word in (names or "").split(",") if word.strip()]
    return {"name": name or "", "value_range": RANGES[between], "label_names": words}


def _import(
    store: Store, codes: UploadedFile, decoder: UploadedFile, encoder: UploadedFile | None, options: dict[str, Any]
) -> str:
    left = [None if given is None else leave(store, given.getvalue()) for given in (codes, decoder, encoder)]
    options = {**options, "name": options["name"] or codes.name.removesuffix(".npz")}
    told = ask(store, "import", TIMEOUT_S, codes=left[0], decoder=left[1], encoder=left[2], options=options)
    return str(told["run"])
