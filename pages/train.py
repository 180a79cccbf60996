"""Train: choose data and a model, and watch it learn."""

import streamlit as st

from genlab.errors import GenlabError
from genlab.ui.choices import asked_for
from genlab.ui.copying import copy_asked_for
from genlab.ui.failures import OPEN as SEE_OPEN
from genlab.ui.failures import failure_gallery
from genlab.ui.picker import chosen_run
from genlab.ui.stores import current_store
from genlab.ui.training import followed, training
from genlab.ui.training_form import OPEN, training_form
from genlab.ui.words import say


def page() -> None:
    store = current_store()
    title, picker = st.columns([1, 4], vertical_alignment="center")
    title.title("Train", anchor=False)
    try:
        runs = [run for run in store.runs() if not run.gallery and run.family != "imported"]
    except GenlabError as error:
        say(error)
        return
    with picker:
        run_id = chosen_run(
            runs,
            key="train.run",
            default=followed(runs),
            label="Training",
            about="Every run of this store, newest first, those begun elsewhere too.",
        )
    st.session_state.setdefault(OPEN, not runs)
    if asked_for() or copy_asked_for():
        st.session_state[OPEN] = True
    with st.expander("New training", icon=":material/add_circle:", key=OPEN, on_change="rerun"):
        training_form(store)
    with st.expander("See it go wrong", icon=":material/warning:", key=SEE_OPEN, on_change="rerun"):
        failure_gallery(store)
    if run_id is None:
        st.info("No training yet. Choose data and a model above and press Train.", icon=":material/info:")
        return
    try:
        training(store, store.run(run_id), next(run.state for run in runs if run.id == run_id))
    except GenlabError as error:
        say(error)


page()
