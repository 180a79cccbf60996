"""What a phase of a step made, as pictures: items, codes on a plane, numbers as bars, activations as colours."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from html import escape

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from genlab.exports.pictures import strip
from genlab.exports.stamp import png
from genlab.ui.charts import COLORS, MARK
from genlab.ui.markup import Html

Floats = NDArray[np.floating]

ITEM_PX = 56
ITEMS_SHOWN = 8
BARS_SHOWN = 64
BELOW, ABOVE = np.array([43, 127, 201]), np.array([200, 100, 27])
"""Colours of numbers below and above zero, told apart with the common colour-vision deficiencies."""


def items(rows: Floats, about: str) -> Html:
    """Return the first items, shape (N, C, H, W), side by side."""
    shown = rows[:ITEMS_SHOWN]
    scale = max(1, round(ITEM_PX / shown.shape[2]))
    return image(strip(shown, scale=scale), about, "gl-strip")


def grid(rows: Floats, about: str) -> Html:
    """Return numbers, shape (rows, columns), as a grid of colours: blue below zero, orange above, white at zero."""
    numbers = np.nan_to_num(np.asarray(rows, dtype=np.float64))
    share = np.clip(numbers / (np.abs(numbers).max() or 1.0), -1, 1)[..., None]  # (rows, columns, 1)
    pixels = 255 + np.abs(share) * (np.where(share < 0, BELOW, ABOVE) - 255)
    return image(png(np.rint(pixels).astype(np.uint8), None), about, "gl-grid")


def bars(numbers: Floats, about: str) -> Html:
    """Return one bar a number, shape (N,), from zero up or down, to the scale of the largest."""
    shown = np.nan_to_num(np.asarray(numbers, dtype=np.float64)[:BARS_SHOWN])
    low, high = min(0.0, shown.min()), max(0.0, shown.max())
    span = (high - low) or 1.0
    made = "".join(
        f'<i style="left:{100 * place / len(shown):.2f}%;width:{80 / len(shown):.2f}%;'
        f'height:{100 * abs(value) / span:.1f}%;bottom:{100 * (min(value, 0.0) - low) / span:.1f}%"></i>'
        for place, value in enumerate(shown)
    )
    return Html(f'<span class="gl-bars" role="img" aria-label="{escape(about)}">{made}</span>')


def image(data: bytes, about: str, kind: str) -> Html:
    """Return a PNG within the page."""
    source = base64.b64encode(data).decode()
    return Html(f'<img class="{kind}" alt="{escape(about)}" src="data:image/png;base64,{source}">')


def codes_plot(codes: Mapping[str, Floats]) -> go.Figure:
    """Return the codes of a batch on a plane: means, what the noise added, and where each code was drawn.

    Parameters
    ----------
    codes : mapping of str to ndarray, shape (N, latent_dim)
        ``mu``, and where they exist ``sigma`` and ``z``; or ``z`` alone. Beyond two dimensions the plane is that of the
        two main directions of the means.
    """
    first = codes.get("mu", codes.get("z"))
    assert first is not None
    centre, axes = _plane(first)
    figure = go.Figure()
    _circle(figure)
    flat = {name: (codes[name] - centre) @ axes.T for name in ("mu", "z") if name in codes}  # (N, 2) each
    if "mu" in flat and "z" in flat:
        lines = np.full((3 * len(flat["z"]), 2), np.nan)
        lines[0::3], lines[1::3] = flat["mu"], flat["z"]
        figure.add_trace(
            go.Scatter(
                x=lines[:, 0], y=lines[:, 1], mode="lines", name="sigma times noise", line={"color": MARK, "width": 1}
            )
        )
    for name, words, color, symbol in (("mu", "mean", COLORS[0], "circle"), ("z", "drawn code z", COLORS[1], "x")):
        if name in flat:
            figure.add_trace(
                go.Scatter(
                    x=flat[name][:, 0],
                    y=flat[name][:, 1],
                    mode="markers",
                    name=words,
                    marker={"color": color, "symbol": symbol, "size": 7},
                    error_x=_whiskers(codes, axes, 0) if name == "mu" else None,
                    error_y=_whiskers(codes, axes, 1) if name == "mu" else None,
                )
            )
    names = ("code 1", "code 2") if first.shape[1] <= 2 else ("main direction 1", "main direction 2")
    figure.update_layout(
        height=300,
        margin={"l": 48, "r": 8, "t": 8, "b": 44},
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom"},
    )
    figure.update_xaxes(title=names[0], constrain="domain")
    figure.update_yaxes(title=names[1], scaleanchor="x")
    return figure


def points_plot(sets: Sequence[tuple[str, Floats]]) -> go.Figure:
    """Return named sets of points of the plane, shape (N, 2) each."""
    figure = go.Figure()
    for number, (name, points) in enumerate(sets):
        marker = {"color": COLORS[number % len(COLORS)], "symbol": ("circle", "x", "diamond")[number % 3], "size": 6}
        figure.add_trace(go.Scatter(x=points[:, 0], y=points[:, 1], mode="markers", name=escape(name), marker=marker))
    figure.update_layout(
        height=300,
        margin={"l": 48, "r": 8, "t": 8, "b": 44},
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom"},
        showlegend=True,
    )
    figure.update_xaxes(title="x₁", constrain="domain")
    figure.update_yaxes(title="x₂", scaleanchor="x")
    return figure


def _plane(codes: Floats) -> tuple[Floats, Floats]:
    """Return the centre, shape (dim,), and two axes, shape (2, dim), of the plane to draw ``codes`` on."""
    dim = codes.shape[1]
    if dim <= 2:
        return np.zeros(dim), np.eye(2, dim)
    centre = codes.mean(0)
    _, _, directions = np.linalg.svd(codes - centre, full_matrices=False)
    return centre, directions[:2]


def _whiskers(codes: Mapping[str, Floats], axes: Floats, axis: int) -> dict[str, object] | None:
    """Return one standard deviation along an axis of the plane."""
    if "sigma" not in codes:
        return None
    lengths = np.sqrt((codes["sigma"] ** 2) @ (axes[axis] ** 2))
    return {"type": "data", "array": lengths, "thickness": 1, "width": 0, "color": COLORS[0]}


def _circle(figure: go.Figure) -> None:
    """Draw one and two standard deviations of the prior."""
    for radius in (1, 2):
        figure.add_shape(
            type="circle", x0=-radius, x1=radius, y0=-radius, y1=radius, line={"color": MARK, "width": 1, "dash": "dot"}
        )
