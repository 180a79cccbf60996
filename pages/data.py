"""Data: see what a model can learn from, and bring your own."""

import streamlit as st

from genlab.errors import GenlabError
from genlab.ui.choices import chosen_data
from genlab.ui.data_views import class_chart, division, facts, histogram_chart, samples, upload
from genlab.ui.pages import link
from genlab.ui.stores import current_store
from genlab.ui.words import plain, shape_words


def page() -> None:
    store = current_store()
    title, picker = st.columns([1, 4], vertical_alignment="center")
    title.title("Data", anchor=False)
    try:
        with picker:
            choice = chosen_data(store, "data.choice", "The sets genlab knows by name, and your own.", in_address=True)
        with st.expander("Bring your own data", icon=":material/upload_file:"):
            upload(store)
        data = store.dataset(choice.config)
    except GenlabError as error:
        st.error(plain(str(error)), icon=":material/error:")
        return
    classes = f" in {data.n_classes} classes" if data.n_classes else ", without labels"
    st.text(f"{data.name}: {len(data):,} items of {shape_words(data.item_shape)}{classes}.")
    link("train", "Train on this", "Opens the Train page with this data chosen.", data=choice.key)
    pictures, figures = st.columns([3, 2])
    with pictures:
        st.subheader("Samples", anchor=False)
        samples(data)
    with figures:
        st.subheader("Values", anchor=False)
        histogram_chart(data, choice.key)
        for name, words in facts(data).items():
            st.text(f"{name}: {words}")
    st.subheader("Split", anchor=False)
    controls, chart = st.columns([2, 3])
    with controls:
        split = division(data)
    if split is not None:
        with chart:
            class_chart(data, split)


page()
