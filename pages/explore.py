"""Explore: walk through what a model has learned."""

import streamlit as st

from genlab.errors import GenlabError
from genlab.ui.beside import beside_control, side_by_side
from genlab.ui.bookmarks import opened
from genlab.ui.explore import explorer_and_panels, prepared_scene
from genlab.ui.figures import figures
from genlab.ui.glossary import explained
from genlab.ui.pages import link
from genlab.ui.picker import can_be_explored, chosen_run, default_run
from genlab.ui.stores import current_store
from genlab.ui.words import say

AUTOENCODER_WORDS = (
    "Every place of the [[latent space]] has a [[code]], and the [[decoder]] turns it into an item. The dots are where "
    "the [[encoder]] put the data."
)
GAN_WORDS = (
    "Every place of the [[latent space]] has a [[code]], and the [[generator]] turns it into an item. The dots are "
    "samples; a [[GAN]] has no [[encoder]] that could place data."
)


def page() -> None:
    store = current_store()
    title, picker, second = st.columns([2, 6, 2], vertical_alignment="center")
    title.title("Explore", anchor=False)
    try:
        runs = [run for run in store.runs() if can_be_explored(run)]
    except GenlabError as error:
        say(error)
        return
    kept = opened(store)
    with picker:
        run_id = chosen_run(
            runs,
            key="explore.run",
            default=default_run(runs),
            label="Model",
            about="A trained model: your own runs, newest first, then those that came with genlab.",
        )
    if run_id is None:
        st.info("There is no trained model yet. Train one: a small VAE takes a few seconds.", icon=":material/info:")
        link("train", "Train a model", "Choose data and a model, and watch it learn.")
        return
    try:
        run = store.run(run_id)
    except GenlabError as error:
        say(error)
        return
    if run.gallery and run.meta.note:
        explained(run.meta.note)
    with second:
        other = beside_control(runs, run_id)
    if other is not None:
        side_by_side(store, run, other)
        return
    step = kept.step if kept and kept.run == run.id else None
    shown = prepared_scene(store, run, step)
    if shown is not None:
        explorer_and_panels(store, shown)
        explained(GAN_WORDS if shown.is_gan else AUTOENCODER_WORDS)
        if not run.is_imported:
            figures(store, run, shown.step)


page()
