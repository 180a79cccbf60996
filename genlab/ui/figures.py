"""The figures of a run under its map; what has not been measured yet, a worker measures while the page goes on."""

from __future__ import annotations

import threading

import streamlit as st

from genlab.errors import GenlabError
from genlab.jobs.client import ask
from genlab.store import Run, Store
from genlab.ui.words import ACTIVE, number, plain

TIMEOUT_S = 300.0
LOOK_EVERY_S = 1.0
FIGURES = {
    "recon_mse": (
        "Reconstruction error",
        "Mean squared error a number of held-out items' copies; 0 is perfect.",
    ),
    "elbo": ("ELBO (nats)", "Evidence lower bound of a held-out item, in nats; higher is better."),
    "kl": ("KL (nats)", "What a code tells about its item beyond the prior, in nats."),
    "active_units": ("Active units", "Latent dimensions that carry something; the rest have collapsed to the prior."),
    "knn_accuracy": (
        "kNN accuracy",
        "How often the 10 nearest codes name the class of a held-out item.",
    ),
    "trustworthiness": (
        "Trustworthiness",
        "How far items whose codes are near are near as items; 1 is perfect, about 0.5 is chance.",
    ),
    "precision": ("Precision", "Share of samples that lie among the data: how real they look, number by number."),
    "recall": ("Recall", "Share of the data that lies among the samples: how much of its variety they have."),
    "modes": ("Modes found", "How many of the ring's 8 or the grid's 25 clusters the samples reach."),
    "high_quality": ("Good samples", "Share of samples within 3 σ of a mode."),
}
_asked: dict[tuple[str, str, int], str] = {}
"""The runs that have been asked about: empty while the worker measures, else why there is no answer."""


def figures(store: Store, run: Run, step: int) -> None:
    """Show the run's figures: on held-out items, or on samples of a GAN.

    A run that is over and has none yet is measured by the warm worker, asked once; the figures appear when they come.
    """
    if run.cache_get(f"evaluation-{step}") is None:
        if run.status().state in ACTIVE:
            return  # the next checkpoint would outdate them
        _ask_once(store, run, step)
    waiting = _asked.get(_key(run, step)) == "" and run.cache_get(f"evaluation-{step}") is None
    st.fragment(_show, run_every=LOOK_EVERY_S if waiting else None)(run, step, waiting)


def measured(store: Store, run: Run, step: int) -> dict[str, float] | None:
    """Return a run's figures at a checkpoint; a worker is asked once for what is missing, and it is None meanwhile.

    Empty where they could not be measured, or the run is still under way.
    """
    kept = run.cache_get(f"evaluation-{step}")
    if kept is not None:
        return {name: float(value) for name, value in kept.items()}
    if run.status().state in ACTIVE:
        return {}
    _ask_once(store, run, step)
    return {} if _asked[_key(run, step)] else None


def _show(run: Run, step: int, was_waiting: bool) -> None:
    measured = run.cache_get(f"evaluation-{step}")
    fault = _asked.get(_key(run, step), "")
    if was_waiting and (measured or fault):
        st.rerun()
    is_gan = run.spec.model.family == "gan"
    st.subheader("Figures on samples" if is_gan else "Figures on held-out items", anchor=False)
    if not measured:
        st.caption(plain(fault) or "Being measured…")
        return
    with st.container(horizontal=True):
        for name, value in measured.items():
            title, about = FIGURES.get(name, (name.replace("_", " "), ""))
            st.metric(title, number(float(value)), help=about, width="content")


def _ask_once(store: Store, run: Run, step: int) -> None:
    key = _key(run, step)
    if key in _asked:
        return
    _asked[key] = ""

    def wait() -> None:
        try:
            ask(store, "evaluate", TIMEOUT_S, run=run.id)
        except GenlabError as error:
            _asked[key] = str(error)

    threading.Thread(target=wait, daemon=True, name=f"figures of {run.id}").start()


def _key(run: Run, step: int) -> tuple[str, str, int]:
    return (str(run.store.root), run.id, step)
