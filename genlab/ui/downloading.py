"""Opening data; offering to download a named set that is not here yet, and showing how far the download has come."""

from __future__ import annotations

import streamlit as st

from genlab.data.dataset import Dataset
from genlab.data.named import REMOTES
from genlab.errors import GenlabError
from genlab.jobs.client import download, draw
from genlab.store import Store
from genlab.training.config import DataConfig
from genlab.ui.words import say

LOOK_S = 0.5
_FAULT = "download.fault"


def open_or_offer(store: Store, data: DataConfig) -> Dataset | None:
    """Return the data; for a set that has to be downloaded first, show how to get it and return None.

    Raises
    ------
    GenlabError
        If the data cannot be opened.
    """
    if not data.own and not store.sets.has_named(data.name):
        offer_download(store, data.name)
        return None
    with st.spinner("Opening the data…"):  # seconds, where a set is drawn for the first time
        if not data.own and store.sets.is_undrawn(data.name):
            draw(store, data.name)
        return store.sets.load(data)


def offer_download(store: Store, name: str) -> None:
    """Say what the set is, with a button that downloads it; once it has come, the whole page is drawn anew."""
    remote, report = REMOTES.get(name), store.jobs.download(name)
    st.text(f"{remote.title}: {remote.about}. It is not on this machine yet.")
    if report is not None and report["state"] == "running" and report["alive"]:
        _progress(store, name)
        return
    fault = st.session_state.pop(_FAULT, "")
    if not fault and report is not None and report["state"] != "finished":
        fault = report["error"] or "The download ended before it was complete; try again."
    if fault:
        say(fault)
    st.button(
        f"Download (about {remote.n_bytes / 1e6:.0f} MB)",
        icon=":material/download:",
        key=f"download.{name}",
        help=f"Fetches the data once from {remote.host} and keeps it with your runs. You may leave the page meanwhile.",
        on_click=_begin,
        args=(store, name),
    )
    with st.expander("No network here? Bring it by hand", icon=":material/drive_file_move:"):
        st.text(f"PATH is {remote.by_hand}. Run this where genlab is installed, with the --runs of this app if any:")
        st.code(f"python -m genlab data {name} --from PATH", language="bash")


@st.fragment(run_every=LOOK_S)
def _progress(store: Store, name: str) -> None:
    remote, report = REMOTES.get(name), store.jobs.download(name)
    if report is None or report["state"] != "running" or not report["alive"]:
        st.rerun()
        return
    done, total = report["done"], report["total"]
    words = "Unpacking…" if done >= total else f"{done / 1e6:.1f} of about {total / 1e6:.0f} MB from {remote.host}"
    st.progress(min(1.0, done / total), words)


def _begin(store: Store, name: str) -> None:
    try:
        download(store, name)
    except GenlabError as error:
        st.session_state[_FAULT] = str(error)
