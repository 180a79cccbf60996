"""The peer: 60,000 points in stock st.plotly_chart; a click reruns the script and shows which point it was."""

import numpy as np
import plotly.graph_objects as go
import streamlit as st


@st.cache_data
def points() -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(0)
    labels = np.arange(60_000) % 10
    places = rng.normal(size=(60_000, 2)) + 3 * np.stack([np.cos(labels), np.sin(labels)], axis=1)
    return places.astype(np.float32), labels


places, labels = points()
figure = go.Figure(go.Scattergl(x=places[:, 0], y=places[:, 1], mode="markers", marker={"color": labels, "size": 4}))
figure.update_layout(height=600, dragmode="pan")
event = st.plotly_chart(figure, on_select="rerun", selection_mode="points", key="map", config={"scrollZoom": True})
rows = event["selection"]["point_indices"]
st.markdown(f"row {rows[0] if rows else -1}")
