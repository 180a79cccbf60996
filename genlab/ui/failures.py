"""The failure gallery: a training that goes wrong on purpose, for the panel of its health to find."""

from __future__ import annotations

import time

import streamlit as st

from genlab.errors import GenlabError
from genlab.jobs.client import start
from genlab.store import Store
from genlab.training.failures import FAILURES, Failure
from genlab.ui.glossary import explained
from genlab.ui.picker import show_run
from genlab.ui.training_form import OPEN as FORM_OPEN
from genlab.ui.words import say_briefly

AGAIN_AFTER_S = 2.0
OPEN = "failures.open"
_BEGUN = "failures.begun"


def failure_gallery(store: Store) -> None:
    """Show the choice of failures and the button that begins one."""
    number = st.selectbox(
        "What goes wrong",
        range(len(FAILURES)),
        key="failures.which",
        format_func=lambda i: FAILURES[i].title,
        help="Each is a short training whose settings are known to fail. Watch its health, press what it offers.",
    )
    failure = FAILURES[number]
    explained(failure.about)
    st.button(
        "See it go wrong",
        icon=":material/play_arrow:",
        key="failures.start",
        help="Begin this training. It is an ordinary run: stop, mend or delete it as you like.",
        on_click=_begin,
        args=(store, failure),
    )


def _begin(store: Store, failure: Failure) -> None:
    """Start the run; a double click starts one."""
    last, begun = st.session_state.get(_BEGUN, ("", 0.0))
    if last == failure.title and time.monotonic() - begun < AGAIN_AFTER_S:
        return
    st.session_state[OPEN] = st.session_state[FORM_OPEN] = False
    st.session_state[_BEGUN] = (failure.title, time.monotonic())
    try:
        run_id = start(store, failure.spec(store.sets.load(failure.config)), failure.title)
    except GenlabError as error:
        say_briefly(error)
        return
    show_run(run_id)
