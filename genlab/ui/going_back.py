"""Going back to a checkpoint of a training, to hold there and go on on another course."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import streamlit as st

from genlab.errors import GenlabError
from genlab.jobs.client import go_back
from genlab.store import Run, Store
from genlab.ui.glossary import explained
from genlab.ui.words import say_briefly

OBEYED_WITHIN_S = 0.8


def going_back(store: Store, run: Run) -> None:
    """Show the checkpoints that a training can go back to, folded away."""
    steps = run.checkpoints()
    if run.gallery or len(steps) < 2 or run.status().state == "queued":
        return
    with st.expander("Go back", icon=":material/history:"):
        explained(
            "Take this training back to a [[checkpoint]], hold there, and let it go on, on another course if you "
            "change its settings first. On the curves the course that is left turns pale."
        )
        to = _checkpoint(run, steps)
        st.checkbox(
            "Keep the course so far as a run of its own",
            value=True,
            key=f"back.keep.{run.id}",
            help="Otherwise the checkpoints beyond that step are removed.",
        )
        st.button(
            f"Go back to step {to:,}",
            icon=":material/history:",
            key=f"back.go.{run.id}",
            help="The training holds there: weights, optimiser, noise and settings are again as they were.",
            on_click=_go_back,
            args=(store, run, to),
        )


def _checkpoint(run: Run, steps: Sequence[int]) -> int:
    """Show the checkpoints and return the chosen one, which stays chosen whatever is kept besides it later."""
    key, chosen = f"back.{run.id}", f"back.chosen.{run.id}"

    def choose() -> None:
        st.session_state[chosen] = st.session_state[key]

    wanted = st.session_state.get(chosen, steps[-2])
    to = min(steps, key=lambda step: abs(step - wanted))
    st.session_state[key] = to
    st.select_slider(
        "Checkpoint (step)", steps, key=key, help="The moments of this training that are kept.", on_change=choose
    )
    if to != wanted:
        st.caption(f"Step {wanted:,} is no longer kept: of the checkpoints that are, {to:,} is the nearest.")
    return to


def _go_back(store: Store, run: Run, step: int) -> None:
    try:
        go_back(store, run.id, step, bool(st.session_state[f"back.keep.{run.id}"]))
    except GenlabError as error:
        say_briefly(error)
        return
    for name in [name for name in st.session_state if str(name).startswith(f"live.{run.id}")]:
        del st.session_state[name]  # the form of live settings shows what is in force there
    st.session_state[f"back.chosen.{run.id}"] = step
    _wait(lambda: (now := run.status()).state != "paused" or now.step != step)


def _wait(while_: Callable[[], bool]) -> None:
    deadline = time.monotonic() + OBEYED_WITHIN_S
    while while_() and time.monotonic() < deadline:
        time.sleep(0.02)
