"""Data: see what a model can learn from, prepare it, and bring or draw your own."""

import streamlit as st

from genlab.data.dataset import Dataset
from genlab.errors import GenlabError
from genlab.store import Store
from genlab.ui.choices import DataChoice, chosen_data, own_key, show_data
from genlab.ui.data_own import drawing, thrown_away, upkeep
from genlab.ui.data_prepare import preparation
from genlab.ui.data_upload import upload
from genlab.ui.data_views import class_chart, division, factors, facts, histogram_chart, samples, unit_words
from genlab.ui.downloading import open_or_offer
from genlab.ui.pages import link
from genlab.ui.stores import current_store
from genlab.ui.words import say, shape_words

LOOK, PREPARE, BRING, DRAW = "Look at it", "Prepare it", "Bring your own", "Draw points"
ICONS = {LOOK: "visibility", PREPARE: "tune", BRING: "upload_file", DRAW: "draw"}
VIEW, NEXT_VIEW = "data.view", "data.next_view"


def page() -> None:
    store = current_store()
    if NEXT_VIEW in st.session_state:
        st.session_state[VIEW] = st.session_state.pop(NEXT_VIEW)
    title, picker, view = st.columns([1, 3, 4], vertical_alignment="center")
    title.title("Data", anchor=False)
    try:
        with picker:
            choice = chosen_data(store, "data.choice", "The sets genlab knows by name, and your own.", in_address=True)
        with view:
            shown = st.segmented_control(
                "What to do",
                list(ICONS),
                default=None if VIEW in st.session_state else LOOK,
                required=True,
                format_func=lambda name: f":material/{ICONS[name]}: {name}",
                key=VIEW,
                help="Look at the chosen data, prepare it for a model, bring a file of your own, or draw points.",
                wrap=True,
            )
        thrown_away(store)
        if shown == BRING:
            show_kept(upload(store))
        elif shown == DRAW:
            show_kept(drawing(store))
        elif (data := open_or_offer(store, choice.config)) is None:
            return
        elif shown == PREPARE:
            show_kept(preparation(store, data, choice))
        else:
            look(store, choice, data)
    except GenlabError as error:
        say(error)


def look(store: Store, choice: DataChoice, data: Dataset) -> None:
    classes = f" in {data.n_classes} classes" if data.n_classes else ", without labels"
    st.text(f"{data.name}: {len(data):,} items of {shape_words(data.item_shape)}{classes}.")
    with st.container(horizontal=True):
        link("train", "Train on this", "Opens the Train page with this data chosen.", data=choice.key)
        if choice.config.own:
            upkeep(store, choice.config.name, data.name)
    pictures, figures = st.columns([3, 2])
    with pictures:
        st.subheader("Samples", anchor=False)
        samples(data)
    with figures:
        st.subheader("Values", anchor=False)
        about = store.sets.facts(choice.config)
        histogram_chart(data, choice.key, unit_words(about.recipe if about else None))
        for name, words in facts(data).items():
            st.text(f"{name}: {words}")
        factors(data)
    st.subheader("Classes and split", anchor=False)
    controls, chart = st.columns([2, 3])
    with controls:
        split = division(data)
    if split is not None:
        with chart:
            class_chart(data, split)


def show_kept(kept: str | None) -> None:
    """Look at what was just kept."""
    if kept is not None:
        show_data(own_key(kept))
        st.session_state[NEXT_VIEW] = LOOK
        st.rerun()


page()
