"""Misreading t-SNE: what its maps do not say, on data one knows."""

import streamlit as st

from genlab.ui.misreading import misreading

st.title("Misreading t-SNE", anchor=False)
misreading()
