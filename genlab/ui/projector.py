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
