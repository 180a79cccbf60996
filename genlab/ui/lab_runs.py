"""The Lab's runs on screen: their orders, the view of them, and the link that repeats them."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from genlab.analysis.planar_scores import PlanarScores, is_planar
from genlab.errors import DataError, GenlabError
from genlab.explorer.lab import Contender, LabData
from genlab.store import Run, Store
from genlab.ui.explorer_host import lab
from genlab.ui.glossary import explained
from genlab.ui.health import health_panel
from genlab.ui.lab_setting import setting_of
from genlab.ui.pages import link
from genlab.ui.picker import FAMILY_WORDS
from genlab.ui.training import can_change, live_form
from genlab.ui.words import ACTIVE, plain, say, say_briefly

LOOK_EVERY_S = 1.0
KNOBS = "lab.knobs"
KNOBS_HEIGHT_PX = 560
"""As high as the pictures beside them, more or less; what does not fit is scrolled to."""
ORDERS = (
    ("pause", "Pause", ":material/pause:", ("running",), "Hold the training after the current step."),
    ("resume", "Go on", ":material/play_arrow:", ("paused",), "Let the training go on."),
    ("step", "Step", ":material/skip_next:", ("paused",), "Take a single optimiser step and hold again."),
    ("stop", "Stop", ":material/stop:", ACTIVE, "End the training here; what it has learned is kept."),
)


def lab_runs(store: Store, runs: Sequence[Run]) -> None:
    """Show one run, or two side by side, as they train.

    Raises
    ------
    DataError
        If the runs learn from different data, or from something else than points of the plane.
    """
    data = runs[0].dataset()
    if not is_planar(data):
        raise DataError(f"The Lab shows points of the plane, but '{data.name}' holds others; see it on the Train page.")
    if any(run.spec.data != runs[0].spec.data for run in runs):
        raise DataError("Two models race on the same data only; choose runs that learn from one set.")
    states = tuple(run.status().state for run in runs)
    alive = any(state in ACTIVE for state in states)
    steered = [run for run, state in zip(runs, states, strict=True) if state in ("running", "paused")]
    has_knobs = any(map(can_change, steered))
    opened = has_knobs and bool(st.session_state.get(KNOBS))
    with st.container():  # one block whatever is in it: a view that changes its place in the page is built anew
        st.fragment(_orders, run_every=LOOK_EVERY_S if alive else None)(store, runs, states, has_knobs, opened)
    pictures, *beside = st.columns([3, 1] if opened else 1)
    if beside:
        with beside[0].container(height=KNOBS_HEIGHT_PX):
            _knobs(runs, steered)
    scores = PlanarScores(data, is_named=not runs[0].spec.data.own)
    view: LabData = {
        "key": " ".join(run.id for run in runs),
        "runs": [
            _contender(run, number, len(runs), state in ACTIVE)
            for number, (run, state) in enumerate(zip(runs, states, strict=True))
        ],
        "parts": scores.parts,
        "byModes": scores.by_modes,
        "labelNames": list(data.label_names),
    }
    with pictures:
        lab("lab.view", view, on_ended=_look_again)
        explained(
            "Scores are of 2,500 samples from noise that stays the same. "
            + (
                "A good one lies within 3 σ of the nearest [[mode]]; a perfect model has 98.9 % of them."
                if scores.by_modes
                else "These data have no known [[mode|modes]]: cells of a 20 × 20 grid that hold data stand for them."
            )
        )


def _knobs(runs: Sequence[Run], steered: Sequence[Run]) -> None:
    """Show what may be changed while the pictures beside it move."""
    names = [f"Model {_letter(runs.index(run), len(runs))}".strip() for run in steered]
    places = st.tabs(names) if len(runs) > 1 else [st.container()]
    for place, run in zip(places, steered, strict=True):
        with place:
            st.fragment(live_form)(run, 1)


def _contender(run: Run, number: int, of: int, alive: bool) -> Contender:
    model = FAMILY_WORDS.get(run.spec.preset, run.spec.preset) or run.spec.model.family
    return {
        "name": f"{'AB'[number]}: {model}" if of > 1 else model,
        "socket": f"/genlab/runs/{run.id}/lab",
        "alive": alive,
        "encodes": run.spec.model.family == "autoencoder",
        "outputs": "score" if getattr(run.spec.objective, "outputs", "") == "score" else "probability",
    }


def _orders(
    store: Store, runs: Sequence[Run], states_before: tuple[str, ...], has_knobs: bool, opened_before: bool
) -> None:
    try:
        states = tuple(run.status().state for run in runs)
    except GenlabError as error:
        say(error)
        return
    if states != states_before:
        st.rerun()
    for run, state in zip(runs, states, strict=True):
        if state == "failed":
            say(run.status().error)
    with st.container(horizontal=True, vertical_alignment="center"):
        for kind, label, icon, possible, about in ORDERS:
            st.button(
                label,
                icon=icon,
                key=f"lab.order.{kind}",
                help=about,
                disabled=not any(state in possible for state in states),
                on_click=_give,
                args=(runs, kind, possible),
            )
        opened = has_knobs and st.toggle(
            "Change while it trains", key=KNOBS, help="Rates, weights and turns beside the pictures they change."
        )
        _share(runs)
        for number, run in enumerate(runs):
            which = _letter(number, len(runs)) or "it "
            link("train", f"Take {which}apart", "Its losses, every knob, and a step taken slowly.", run=run.id)
    if opened != opened_before:
        st.rerun()
    for place, run in zip(st.columns(len(runs)), runs, strict=True):
        with place:
            health_panel(store, run)


def _letter(number: int, of: int) -> str:
    """Return what tells a run from its rival, and a space; nothing where there is none."""
    return f"{'AB'[number]} " if of > 1 else ""


def _give(runs: Sequence[Run], kind: str, possible: tuple[str, ...]) -> None:
    for run in runs:
        try:
            if run.status().state in possible:
                run.order(kind)
        except GenlabError as error:
            say_briefly(error)


def _share(runs: Sequence[Run]) -> None:
    with st.popover("Share", icon=":material/link:", help="An address that repeats this setting and its seed."):
        try:
            st.code(link_to(runs), language=None, wrap_lines=True)
        except GenlabError as error:
            say(error)
            return
        st.caption(
            "Whoever opens it finds the form filled in as it was at the start; Train then repeats the training from "
            "there. What was changed while it trained is not in the link."
        )
        if runs[0].spec.data.own:
            st.caption(f"It works where '{plain(runs[0].dataset().name)}' is kept: on this server.")


def link_to(runs: Sequence[Run]) -> str:
    """Return the address that fills the Lab's form with the settings of these runs.

    Raises
    ------
    ConfigError
        If one of them began as no preset.
    """
    here = urlsplit(st.context.url or "")
    return urlunsplit((here.scheme, here.netloc, "/lab", urlencode(setting_of(runs), safe="~:,"), ""))


def _look_again() -> None:
    """Be there: a trigger with a callback reruns the page, which then sees the end of the runs."""
