"""The parts of the Explore page below its layout: what lies around a settled point, and files to take away."""

from __future__ import annotations

import streamlit as st

from genlab.data.dataset import Modality
from genlab.errors import GenlabError
from genlab.jobs.client import ask
from genlab.store import Run, Store
from genlab.ui.bookmarks import bookmarks, follow_wanted
from genlab.ui.explorer_host import chosen_map, explorer
from genlab.ui.map3d import map_in_3d
from genlab.ui.neighbours import LATENT, VALUES, cards, neighbours
from genlab.ui.place import Place
from genlab.ui.scenes import Scene, scene
from genlab.ui.selection import selection
from genlab.ui.take_home import take_home
from genlab.ui.words import say

PREPARE_TIMEOUT_S = 300.0
WAYS = {
    "map": "a click on the map",
    "slider": "the sliders",
    "random": "a random draw",
    "draw": "a drawing",
    "path": "the way between the pins",
    "item": "a data item",
    "reset": "the middle of the space",
    "undo": "undo",
    "bookmark": "a bookmark",
    "vector": "a step along a direction",
    "sheet": "a picture of a sheet",
}


def prepared_scene(store: Store, run: Run, step: int | None = None) -> Scene | None:
    """Return the run's scene at a checkpoint (the last by default).

    If its map has not been made yet, a worker makes it, and the page says so meanwhile.

    A sentence is shown, and None returned, if there is nothing to explore.
    """
    try:
        shown = scene(run, step)
        if shown is None:
            n_items = 2048 if run.spec.model.family == "gan" else run.facts.n_items
            words = f"Making the map of this run, once: encoding {n_items:,} items, PCA, effects of each dimension…"
            with st.spinner(words, show_time=True):
                ask(store, "prepare", PREPARE_TIMEOUT_S, run=run.id, step=step)
            shown = scene(run, step)
    except GenlabError as error:
        say(error)
        return None
    if shown is None:
        say("The worker has answered, but this run's map is not there; see the log in the store's jobs folder.")
    return shown


@st.fragment
def explorer_and_panels(store: Store, shown: Scene) -> None:
    """Show the explorer, and under it what is around the settled point; a new point reruns this part alone."""
    follow_wanted()
    place = Place.parse(shown, explorer(shown, key="explorer"))
    selection(store, shown)
    bookmarks(store, shown)
    if place is None:
        st.caption("Click on the map, move a slider or draw: what lies around the point appears here.")
    else:
        _neighbours(place)
    map_in_3d(shown, chosen_map(shown, key="explorer"))
    take_home(shown, place)


def _neighbours(place: Place) -> None:
    kind = "pixels" if place.scene.modality is Modality.IMAGE else "numbers"
    things = "samples" if place.scene.is_gan else "data items"
    space_name = "first activations" if place.scene.is_gan else "latent space"
    if place.scene.run.is_imported:  # what it decodes to is known in the browser alone
        if len(place.scene.items):
            st.html(cards(neighbours(place, LATENT, 8), place.scene.modality))
            st.caption(f"The data items nearest to the settled point. Settled by {WAYS[place.source]}.")
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        space = st.segmented_control(
            f"Nearest {things} by",
            [LATENT, VALUES],
            default=LATENT,
            required=True,
            format_func=lambda name: kind if name == VALUES else space_name,
            key="neighbours.space",
            help=f"Distance between codes, or between the {kind} themselves. An item near in one and far in the other "
            "shows what the latent space has made of likeness.",
        )
        count = st.segmented_control(
            "How many",
            [8, 16, 24],
            default=8,
            required=True,
            key="neighbours.count",
            help="Number of neighbours shown, nearest first.",
        )
    st.html(cards(neighbours(place, space or LATENT, count or 8), place.scene.modality))
    st.caption(f"Settled by {WAYS[place.source]}. Distances are Euclidean.")
