"""Data: what a model can learn from."""

import streamlit as st

st.title("Data", anchor=False)
