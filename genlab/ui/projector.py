"""Projector mode: large type, thick lines and high contrast, legible from the back of a classroom."""

from __future__ import annotations

from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

KEY = "projector"
"""Also the parameter in the address that turns it on: ``?projector=true``."""
TYPE_PX = 20
"""Size of a chart's words and numbers; Plotly's own is 12."""
THICKER = 2.2
TALLER = 1.5
CAMERA = {"eye": {"x": 1.5, "y": 1.5, "z": 1.1}, "center": {"x": 0, "y": 0, "z": -0.12}}
"""Far enough from a figure in space that its numbers are not cut off."""
STYLE = Path(__file__).resolve().parent / "projector.css"


def switch() -> None:
    """Show the switch; what it says holds for the session and stands in the address."""
    st.toggle(
        "Projector",
        key=KEY,
        bind="query-params",
        help="Large type, thick lines and high contrast, to be read from the back of a classroom.",
    )
    if is_on():
        st.html(STYLE)


def is_on() -> bool:
    """Whether the page that is being drawn is for a projector."""
    return bool(st.session_state.get(KEY, False))


def enlarge_space(figure: go.Figure, dark: bool) -> None:
    """Make the words of a figure in three dimensions large, its axes stand out, its marks big; step back for them."""
    ink, grid = ("#e8eef5", "#7b8794") if dark else ("#16202b", "#8a95a1")
    figure.update_layout(font_size=TYPE_PX, legend_font_size=TYPE_PX, hoverlabel_font_size=TYPE_PX)
    axis = {"color": ink, "gridcolor": grid, "gridwidth": 2, "zerolinecolor": ink, "zerolinewidth": 3, "nticks": 4}
    tick_px = round(0.8 * TYPE_PX)  # in space they come out larger than the names
    for way in "xyz":
        figure.update_layout({f"scene_{way}axis": {**axis, "tickfont_size": tick_px, "title_font_size": 1.1 * TYPE_PX}})
    figure.update_layout(height=round(1.2 * figure.layout.height), scene_camera=CAMERA)
    for trace in figure.data:
        trace.update(marker_size=1.5 * trace.marker.size)


def enlarge(figure: go.Figure) -> None:
    """Make a chart's words large, its lines thick and its marks big, and give them the height they need."""
    figure.update_layout(
        font_size=TYPE_PX,
        legend_font_size=TYPE_PX,
        hoverlabel_font_size=TYPE_PX,
        height=round(TALLER * figure.layout.height),
        margin={"l": 96, "b": 84},
    )
    for axes in (figure.update_xaxes, figure.update_yaxes):
        axes(tickfont_size=TYPE_PX, title_font_size=TYPE_PX, nticks=6, gridwidth=2, linewidth=3)
    for trace in figure.data:
        if isinstance(trace, go.Scatter | go.Scattergl):
            width, size = trace.line.width or 2, trace.marker.size or 6
            trace.update(line_width=THICKER * width, marker_size=THICKER * size)
