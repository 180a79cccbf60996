"""What every page has at its top right: the tour, the glossary, and the projector mode."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from genlab.errors import GenlabError
from genlab.ui import projector
from genlab.ui.explorer_host import tour
from genlab.ui.glossary import found
from genlab.ui.pages import page

MENU = Path(__file__).resolve().parent / "menu.html"


def header() -> None:
    """Show the header's controls; the style sheet puts them beside the navigation."""
    with st.container(key="genlab-header", horizontal=True, vertical_alignment="center", width="content"):
        st.html(MENU, unsafe_allow_javascript=True)
        try:
            if tour("header.tour", _nothing):
                st.switch_page(page("explore"))
        except GenlabError:  # the front end is not built: the pages say so
            pass
        with st.popover("Glossary", help="The words of these pages, each in a sentence or two.", key="header.glossary"):
            st.fragment(_words)()
        projector.switch()


def _words() -> None:
    search = st.text_input(
        "Find a word",
        key="header.search",
        type="search",
        live=True,
        max_chars=80,
        help="Words of that name come first, then those whose text speaks of it.",
    )
    shown = found(search or "")
    if shown:
        st.markdown("\n\n".join(f"**{word}** \n{text}" for word, text in shown.items()))
    else:
        st.caption("No word of the glossary, and no text, has this in it.")


def _nothing() -> None:
    """Be there: Streamlit hands a trigger on only where a callback is named."""
