"""The server: Streamlit with genlab's own routes and lifespan. Start it with ``streamlit run app.py``."""

from pathlib import Path

import streamlit as st

from genlab.ui.routes import ROUTES
from genlab.ui.server import lifespan

app = st.App(Path(__file__).resolve().parent / "genlab" / "ui" / "shell.py", routes=ROUTES, lifespan=lifespan)
