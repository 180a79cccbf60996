"""The chosen map with a third axis, made on request and turned with the mouse."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import numpy as np
import plotly.graph_objects as go
import streamlit as st
from numpy.typing import NDArray

from genlab.analysis.maps import MapSpec
from genlab.analysis.scene import Scene
from genlab.errors import GenlabError
from genlab.explorer.messages import MapChoice
from genlab.jobs.client import project
from genlab.store import MapStatus, ProjectionFiles
from genlab.store.arrays import Arrays
from genlab.ui import projector
from genlab.ui.charts import LEGEND
from genlab.ui.map_colors import class_color
from genlab.ui.stores import current_store
from genlab.ui.words import say

HEIGHT_PX = 620
MOST_POINTS = 4000
LOOK_EVERY_S = 0.8
SYMBOLS = ("circle", "square", "diamond-open", "diamond", "cross", "cross", "circle-open", "square-open", "square-open")
"""Marks by class, the map's where Plotly has them in space; its "x" is a letter of a font that not every machine has.

Those of one mark (4 and 5, 7 and 8) have the colours that are farthest apart, also to eyes that miss one.
"""
OTHERWISE = {
    2: "an open diamond for a triangle",
    4: "an upright cross for a slanting one",
    7: "an open square for a triangle on its tip",
    8: "an open square for a bar",
}
"""Marks that are not the map's, by place in :data:`SYMBOLS`."""
CAMERA = {"eye": {"x": 1.45, "y": 1.45, "z": 1.1}, "center": {"x": 0, "y": 0, "z": -0.1}}
"""Far enough that the lowest corner is in the picture."""
ITERATIVE = {"tsne": "t-SNE", "pacmap": "PaCMAP", "umap": "UMAP"}
SPACES = {"z": "codes z", "activations": "first activations", "outputs": "generated items"}


def map_in_3d(shown: Scene, choice: MapChoice | None) -> None:
    """Offer the chosen map with a third axis; where it has to be made first, show how that comes along."""
    try:
        spec = spec_of(shown, choice)
    except GenlabError as error:
        say(error)
        return
    name = f"{ITERATIVE.get(spec.method, 'PCA')} of {SPACES[spec.space]}"
    wanted = st.toggle(
        "In three dimensions",
        key="map3d",
        help=f"Shows the map chosen above ({name}) with a third axis; drag turns it. A third axis parts groups that "
        "the flat map has to put on one another.",
    )
    if not wanted:
        return
    try:
        files = shown.run.projection(spec.key(shown.run, shown.step))
        status = files.status()
        if status is None or status.state != "failed":  # what failed is made again when a person says so
            status = project(current_store(), shown.run, shown.step, spec, again=False).status() or MapStatus()
    except GenlabError as error:
        say(error)
        return
    st.fragment(_made, run_every=LOOK_EVERY_S if status.active else None)(shown, spec, files, name, status.active)


def _again(shown: Scene, spec: MapSpec) -> None:
    try:
        project(current_store(), shown.run, shown.step, spec, again=True)
    except GenlabError:
        return  # the page says why when it is drawn


def spec_of(shown: Scene, choice: MapChoice | None) -> MapSpec:
    """Return the chosen map with three components; raw and laid axes have no third, so PCA stands in."""
    if choice is None:
        return MapSpec(method="pca", space=shown.own_space, n_components=3)
    made = choice.method in ITERATIVE
    return MapSpec.parse(
        {
            **(choice.settings if made else {}),
            "method": choice.method if made else "pca",
            "space": choice.space,
            "encoder": choice.encoder if choice.space == "outputs" else None,
            "n_components": 3,
        }
    )


def _made(shown: Scene, spec: MapSpec, files: ProjectionFiles, name: str, was_active: bool) -> None:
    try:
        status, newest = files.status() or MapStatus(), files.frame()
    except GenlabError as error:
        say(error)
        return
    if was_active and not status.active:
        st.rerun()
    if not status.active and status.state != "finished":
        if status.state == "failed":
            say(status.error or "This map could not be made.")
        st.button(
            "Try again" if status.state == "failed" else "Go on",
            key="map3d.again",
            help="Has this map made, from where it was.",
            on_click=_again,
            args=(shown, spec),
        )
    if status.active:
        share = status.iteration / status.iterations if status.iterations else 0.0
        left = "" if status.eta_s is None else f", about {status.eta_s:.0f} s left"
        st.progress(share, text=f"{name}, three components: iteration {status.iteration} of {status.iterations}{left}")
    if newest is None:
        return
    dark = st.context.theme.type == "dark"
    found = groups(shown, newest[1])
    st.plotly_chart(
        turnable(found, name, dark, keep=files.key),
        key="map3d.chart",
        alt=f"{name} in three dimensions, a colour and a mark for each class",
    )
    if status.trustworthiness is not None:
        accuracy = "" if status.knn_accuracy is None else f" · kNN accuracy {status.knn_accuracy:.2f}"
        marks = other_marks(found)
        st.caption(f"Trustworthiness {status.trustworthiness:.2f}{accuracy}. Drag turns, the wheel zooms. {marks}")


@dataclass(frozen=True, eq=False)
class Group:
    """Points of one class: ``places`` (n, 3), ``rows`` (n,), and its number, which gives colour and mark."""

    name: str
    label: int
    places: NDArray[np.float32]
    rows: NDArray[np.int64]
    real: bool = False


def groups(shown: Scene, frame: Arrays) -> list[Group]:
    """Return a map's points by class, at most 4,000 of them, and the real data on it as a group of its own."""
    n = len(frame["coords"])
    rows = np.linspace(0, n - 1, min(n, MOST_POINTS)).astype(np.int64)
    labels = np.zeros(n, np.int64) if shown.labels is None else shown.labels
    found = [
        Group(_class_name(shown, int(label)), int(label), frame["coords"][some], some)
        for label in np.unique(labels[rows])
        for some in [rows[labels[rows] == label]]
    ]
    real = frame.get("real_coords")
    if real is not None and len(real):
        found.append(Group("Real data", 0, real, np.arange(len(real)), real=True))
    return found


def other_marks(found: list[Group]) -> str:
    """Return a sentence on the marks that are not those of the flat map, empty if all are."""
    places = sorted({group.label % len(SYMBOLS) for group in found if not group.real} & OTHERWISE.keys())
    words = ", ".join(OTHERWISE[place] for place in places)
    return f"Colours are the flat map's; marks too, but for {words}." if words else ""


def turnable(found: list[Group], name: str, dark: bool, keep: str) -> go.Figure:
    """Return a scatter in three dimensions.

    Parameters
    ----------
    found : list of Group
        Their names are a person's text, and are escaped.
    name : str
        Of the map, for the axes.
    keep : str
        While it stays the same the figure stays turned as it was.
    """
    figure = go.Figure()
    size = 3.2 if sum(len(group.rows) for group in found) > 1500 else 4.5
    for group in found:
        figure.add_trace(
            go.Scatter3d(
                x=group.places[:, 0],
                y=group.places[:, 1],
                z=group.places[:, 2],
                name=escape(group.name),
                mode="markers",
                marker={
                    "size": size,
                    "color": ("#c4c7cc" if dark else "#5f6368") if group.real else class_color(group.label, dark),
                    "symbol": "square-open" if group.real else SYMBOLS[group.label % len(SYMBOLS)],
                    "opacity": 0.55 if group.real else 0.9,
                },
                customdata=group.rows,
                hovertemplate=f"{escape(group.name)}, no. %{{customdata}}<extra></extra>",
            )
        )
    axis = next((made for made in ITERATIVE.values() if name.startswith(made)), "PC")
    figure.update_layout(
        height=HEIGHT_PX,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        uirevision=keep,
        legend={**LEGEND, "itemsizing": "constant"},
        scene={f"{way}axis": {"title": {"text": f"{axis} {i + 1}"}} for i, way in enumerate("xyz")},
        scene_camera=CAMERA,
    )
    if projector.is_on():
        projector.enlarge_space(figure, dark)
    return figure


def _class_name(shown: Scene, label: int) -> str:
    if shown.labels is None:
        return "samples" if shown.is_gan else "data items"
    return shown.label_names[label] if 0 <= label < len(shown.label_names) else "no label"
