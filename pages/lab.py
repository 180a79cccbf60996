"""Lab: a GAN or a VAE on points of the plane, trained before one's eyes, alone or in a race."""

import streamlit as st

from genlab.errors import GenlabError
from genlab.ui.data_views import samples
from genlab.ui.lab_form import lab_form
from genlab.ui.lab_runs import lab_runs
from genlab.ui.lab_setting import BESIDE, RUN, runs_on_screen
from genlab.ui.stores import current_store
from genlab.ui.words import say


def page() -> None:
    store = current_store()
    try:
        data = lab_form(store)
    except GenlabError as error:
        say(error)
        return
    try:
        runs = runs_on_screen(store)
        if runs:
            lab_runs(store, runs)
        else:
            st.info("Press Train and watch the samples find the data.", icon=":material/info:")
            if data is not None:
                samples(data)
    except GenlabError as error:
        say(error)
        for name in (RUN, BESIDE):
            st.query_params.pop(name, None)


page()
