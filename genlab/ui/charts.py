"""The charts of the pages, each with named axes and units.

Labels are a person's text, and Plotly reads a small HTML: they are escaped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from genlab.ui import projector

HEIGHT_PX = 280
COLORS = ("#2b7fc9", "#c8641b", "#1f9a6b", "#c2559d", "#8172d8", "#a07d1a", "#3f8fa6", "#808890")
"""Told apart with the common colour-vision deficiencies, and at least 3:1 on the light and on the dark page."""
MARK = "#6b7280"
DASHES = ("solid", "dash", "dot", "dashdot")
LEGEND = {"orientation": "h", "yref": "container", "y": 0, "yanchor": "bottom", "x": 0}
"""Below the plot: above it, the chart's own tools would lie over the names."""
POINTS_DRAWN = 500
SYMBOLS = ("circle", "square", "diamond", "cross", "triangle-up", "x", "star", "pentagon")


@dataclass(frozen=True)
class Curve:
    """One line of a chart over epochs; a held-out one is dotted, has marks, and goes by its measure's legend entry."""

    name: str
    epochs: Sequence[float]
    values: Sequence[float]
    held_out: bool = False


def curves(
    lines: Sequence[Curve],
    y_title: str,
    log: bool,
    keep: str,
    marks: Sequence[tuple[str, float, str]] = (),
    left: Sequence[Curve] = (),
) -> go.Figure:
    """Return a line chart over epochs.

    Parameters
    ----------
    lines : sequence of Curve
    y_title : str
        What is drawn and its unit.
    log : bool
        Logarithmic vertical axis; values at or below zero have no place on it.
    keep : str
        While it stays the same, a person's zoom survives new data.
    marks : sequence of (sign, epoch, what)
        Moments to mark: a sign at the top, and under the pointer what happened.
    left : sequence of Curve
        A course that was left, drawn pale behind the one that was taken.
    """
    figure = go.Figure()
    measures = list(dict.fromkeys(line.name for line in lines))
    for line in left:
        if line.name in measures:
            figure.add_trace(_left_behind(line, measures.index(line.name)))
    learning = {line.name for line in lines if not line.held_out}
    for line in lines:
        number = measures.index(line.name)
        epochs, values = thinned(line.epochs, line.values)
        figure.add_trace(
            go.Scatter(
                x=epochs,
                y=values,
                name=escape(f"{line.name}, held out" if line.held_out else line.name),
                legendgroup=line.name,
                showlegend=not (line.held_out and line.name in learning),
                mode="lines+markers" if line.held_out or len(epochs) < 3 else "lines",
                line={"dash": "dot" if line.held_out else "solid", "width": 2, "color": _color(number)},
                marker={"size": 6, "symbol": SYMBOLS[number % len(SYMBOLS)], "color": _color(number)},
                hovertemplate="epoch %{x:.2f}: %{y:.4g}<extra>%{fullData.name}</extra>",
            )
        )
    _lay_out(figure, "epoch", y_title, keep)
    figure.update_yaxes(type="log" if log else "linear")
    for sign, epoch, what in marks:
        _mark(figure, sign, epoch, what)
    return figure


def _left_behind(line: Curve, number: int) -> go.Scatter:
    epochs, values = thinned(line.epochs, line.values)
    return go.Scatter(
        x=epochs,
        y=values,
        name=escape(f"{line.name}, course that was left"),
        mode="lines",
        showlegend=False,
        opacity=0.4,
        line={"dash": "dash", "width": 1.5, "color": _color(number)},
        hovertemplate="epoch %{x:.2f}: %{y:.4g}<extra>%{fullData.name}</extra>",
    )


def _mark(figure: go.Figure, sign: str, epoch: float, what: str) -> None:
    """Draw a line through a moment, with its sign inside the top of the chart."""
    figure.add_shape(
        type="line", x0=epoch, x1=epoch, yref="paper", y0=0, y1=1, line={"dash": "dot", "width": 1, "color": MARK}
    )
    figure.add_annotation(
        x=epoch,
        yref="paper",
        y=1,
        yanchor="top",
        text=escape(sign),
        hovertext=escape(f"epoch {epoch:.2f}: {what}"),
        showarrow=False,
        font={"color": "#ffffff", "size": 11},
        bgcolor=MARK,
        borderpad=2,
    )


def side_by_side(lines: Sequence[tuple[str, int, Curve]], y_title: str, log: bool, keep: str) -> go.Figure:
    """Return one measure of several runs over epochs, each with its own colour, dashes and marks.

    Parameters
    ----------
    lines : sequence of (name, number, Curve)
        The number fixes how a run is drawn, whichever measure is shown.
    y_title, log, keep
        As in :func:`curves`.
    """
    figure = go.Figure()
    for name, number, line in lines:
        epochs, values = thinned(line.epochs, line.values)
        figure.add_trace(
            go.Scatter(
                x=epochs,
                y=values,
                name=escape(name),
                mode="lines+markers",
                line={"dash": DASHES[number % len(DASHES)], "width": 2, "color": _color(number)},
                marker={"size": 9, "symbol": SYMBOLS[number % len(SYMBOLS)], "maxdisplayed": 12},
                hovertemplate="epoch %{x:.2f}: %{y:.4g}<extra>%{fullData.name}</extra>",
            )
        )
    _lay_out(figure, "epoch", y_title, keep, HEIGHT_PX + 80)
    figure.update_layout(showlegend=True)
    figure.update_yaxes(type="log" if log else "linear")
    return figure


def thinned(
    epochs: Sequence[float], values: Sequence[float], limit: int = POINTS_DRAWN
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return at most ``limit`` points of a curve: stretches replaced by their means, the last point kept as it is."""
    x, y = np.asarray(epochs, dtype=np.float64), np.asarray(values, dtype=np.float64)
    if len(x) <= limit:
        return x, y
    stretch = -(-(len(x) - 1) // (limit - 1))
    starts = np.arange(0, len(x) - 1, stretch)
    counts = np.diff(np.append(starts, len(x) - 1))
    means = np.add.reduceat(y[:-1], starts) / counts
    places = np.add.reduceat(x[:-1], starts) / counts
    return np.append(places, x[-1]), np.append(means, y[-1])


def counts(by_name: Mapping[str, tuple[int, int]]) -> go.Figure:
    """Return bars of (training, held-out) items per class."""
    names = [escape(name) for name in by_name]
    figure = go.Figure(
        [
            go.Bar(x=names, y=[train for train, _ in by_name.values()], name="to learn from", marker_color=_color(0)),
            go.Bar(
                x=names,
                y=[held for _, held in by_name.values()],
                name="held out",
                marker={"color": _color(1), "pattern": {"shape": "/"}},
            ),
        ]
    )
    figure.update_traces(hovertemplate="%{x}: %{y:,} items<extra>%{fullData.name}</extra>")
    figure.update_layout(barmode="stack")
    _lay_out(figure, "class", "items", "counts")
    figure.update_xaxes(type="category")
    return figure


def before_after(by_name: Mapping[str, tuple[int, int]]) -> go.Figure:
    """Return bars of (before, after) items per class, side by side."""
    names = [escape(name) for name in by_name]
    before, after = ([pair[i] for pair in by_name.values()] for i in (0, 1))
    figure = go.Figure(
        [
            go.Bar(x=names, y=before, name="before", marker={"color": _color(7), "pattern": {"shape": "/"}}),
            go.Bar(x=names, y=after, name="after", marker_color=_color(0)),
        ]
    )
    figure.update_traces(hovertemplate="%{x}: %{y:,} items<extra>%{fullData.name}</extra>")
    _lay_out(figure, "class", "items", "before_after")
    figure.update_xaxes(type="category")
    return figure


def histogram(edges: NDArray[np.floating], heights: NDArray[np.integer], x_title: str) -> go.Figure:
    """Return bars between ``edges``, shape (bins + 1,), counts on a log axis, for one value often dwarfs the rest."""
    figure = go.Figure(
        go.Bar(
            x=(edges[:-1] + edges[1:]) / 2,
            y=np.where(heights > 0, heights, np.nan),
            width=np.diff(edges),
            marker_color=_color(0),
            customdata=np.stack([edges[:-1], edges[1:]], axis=1),
            hovertemplate="%{customdata[0]:.3g} to %{customdata[1]:.3g}: %{y:,} numbers<extra></extra>",
        )
    )
    _lay_out(figure, x_title, "numbers (log scale)", "histogram")
    ticks = [digit * 10**power for power in range(12) for digit in (1, 3)]
    figure.update_yaxes(type="log", tickvals=ticks, ticktext=[f"{tick:,}" for tick in ticks])
    return figure


def scatter(
    points: NDArray[np.floating], labels: NDArray[np.integer] | None, names: Sequence[str], axes: tuple[str, str]
) -> go.Figure:
    """Return points of a plane, shape (N, 2), one colour and one symbol a class, both axes to one scale."""
    figure = go.Figure()
    groups = [("items", np.ones(len(points), dtype=bool))]
    if labels is not None and names:
        groups = [(name, labels == number) for number, name in enumerate(names)]
    for number, (name, chosen) in enumerate(groups):
        figure.add_trace(
            go.Scattergl(
                x=points[chosen, 0],
                y=points[chosen, 1],
                mode="markers",
                name=escape(name),
                marker={"size": 5, "symbol": SYMBOLS[number % len(SYMBOLS)], "color": _color(number)},
            )
        )
    _lay_out(figure, *axes, "scatter", 2 * HEIGHT_PX - 160)
    figure.update_yaxes(scaleanchor="x")
    return figure


def _color(number: int) -> str:
    return COLORS[number % len(COLORS)]


def _lay_out(figure: go.Figure, x_title: str, y_title: str, keep: str, height_px: int = HEIGHT_PX) -> None:
    figure.update_layout(
        height=height_px,
        margin={"l": 56, "r": 8, "t": 8, "b": 48},
        legend=LEGEND,
        uirevision=keep,
        showlegend=len(figure.data) > 1,
    )
    figure.update_xaxes(title=x_title)
    figure.update_yaxes(title=y_title)
    if projector.is_on():
        projector.enlarge(figure)
