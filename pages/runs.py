"""Runs: find, name, compare, go on with and delete what has been trained."""

import streamlit as st

from genlab.ui.runs import runs_view
from genlab.ui.stores import current_store


def page() -> None:
    st.title("Runs", anchor=False)
    runs_view(current_store())


page()
