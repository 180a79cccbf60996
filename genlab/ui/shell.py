"""The script every visit runs: the frame around the pages, and which page is where."""

from pathlib import Path

import streamlit as st

from genlab.ui.header import header
from genlab.ui.pages import pages

HERE = Path(__file__).resolve().parent
# a file of our own: an emoji or a Material symbol would be fetched from the web
st.set_page_config(page_title="genlab", page_icon=HERE / "icon.svg", layout="wide")
st.html(HERE / "style.css")
chosen = st.navigation(pages(), position="top")
header()
chosen.run()
