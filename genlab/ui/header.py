"""What every page has at its top right: the tour, the glossary, and the projector mode."""

from __future__ import annotations

import streamlit as st

from genlab.errors import GenlabError
from genlab.ui import projector
from genlab.ui.explorer_host import tour
from genlab.ui.glossary import glossary
from genlab.ui.pages import page


def header() -> None:
    """Show the header's controls; the style sheet puts them beside the navigation."""
    with st.container(key="genlab-header", horizontal=True, vertical_alignment="center", width="content"):
        try:
            if tour("header.tour", _nothing):
                st.switch_page(page("explore"))
        except GenlabError:  # the front end is not built: the pages say so
            pass
        with st.popover("Glossary", help="The words of these pages, each in a sentence or two."):
            st.markdown("\n\n".join(f"**{word}** \n{text}" for word, text in glossary().items()))
        projector.switch()


def _nothing() -> None:
    """Be there: Streamlit hands a trigger on only where a callback is named."""
