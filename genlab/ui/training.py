"""One training as it goes: state, orders, curves, pictures, and settings that may change on the way."""

from __future__ import annotations

import time
from dataclasses import replace

import streamlit as st

from genlab.errors import GenlabError
from genlab.jobs.client import resume
from genlab.store import Run, RunStatus, RunSummary, Store
from genlab.ui.charts import curves
from genlab.ui.explorer_host import live
from genlab.ui.forms import control, shown
from genlab.ui.glossary import explained
from genlab.ui.going_back import going_back
from genlab.ui.health import health_panel
from genlab.ui.histories import History, history
from genlab.ui.pages import link
from genlab.ui.settings_view import settings_table
from genlab.ui.stepping import is_played, stepping
from genlab.ui.words import ACTIVE, RESUMABLE, duration, number, plain, say, say_briefly, state_words

LOOK_EVERY_S = 0.7
LOOK_AGAIN_S = 3.0
"""How often a run that is over is looked at: it may be resumed in another tab or on the command line."""
OBEYED_WITHIN_S = 0.8
MARKS_SHOWN = 12
_SEEN = "training.seen"
ORDERS = (
    ("pause", "Pause", ":material/pause:", ("running",), "Hold the training after the current step."),
    ("resume", "Go on", ":material/play_arrow:", ("paused",), "Let the training go on."),
    ("step", "Step", ":material/skip_next:", ("paused",), "Take a single optimiser step and hold again."),
    ("stop", "Stop", ":material/stop:", ACTIVE, "End the training here; what it has learned is kept."),
)


def followed(runs: list[RunSummary]) -> RunSummary | None:
    """Return the run to follow when none is named: the newest that is not over, else the newest."""
    return next((run for run in runs if run.state in ACTIVE), runs[0] if runs else None)


def training(store: Store, run: Run, listed: str) -> None:
    """Show a run: the moving part again and again while it moves, the rest once.

    Parameters
    ----------
    listed : str
        The state that the list of runs above shows; if the run has gone on since, the page is drawn anew, once.
    """
    status = run.status()
    seen = (run.id, status.state)
    if status.state != listed and st.session_state.get(_SEEN) != seen:
        st.session_state[_SEEN] = seen
        st.rerun()
    moving = status.state in ACTIVE or status.preparing
    pace = LOOK_EVERY_S if moving else LOOK_AGAIN_S if status.state in RESUMABLE else None
    st.fragment(_progress, run_every=pace)(store, run, status.state, status.preparing)
    live(run, key="live", on_ended=_look_again)
    if status.state in ("running", "paused"):
        live_settings(run)
        stepping(run)
    going_back(store, run)
    with st.expander("All settings of this run", icon=":material/list:"):
        settings_table(run.spec, run.facts.name)


def _progress(store: Store, run: Run, state_before: str, preparing_before: bool) -> None:
    try:
        status = run.status()
        track = history(run)
    except GenlabError as error:
        say(error)
        return
    if (status.state, status.preparing) != (state_before, preparing_before):
        st.rerun()
    words = state_words(status.state)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.badge(words.word, icon=words.icon, color=words.color)
        st.text(_where(status))
    share = status.step / status.total_steps if status.total_steps else 0.0
    st.progress(min(share, 1.0), text="Phase by phase" if is_played(run, status.state) else _time_left(status))
    if status.state == "failed" and status.error:
        say(status.error)
    log = _buttons(store, run, status)
    health_panel(store, run)
    _charts(run, track, log)


def _buttons(store: Store, run: Run, status: RunStatus) -> bool:
    """Show the orders that can be given and the switch of the axis; return the switch."""
    with st.container(horizontal=True, vertical_alignment="center"):
        for kind, label, icon, states, about in ORDERS:
            st.button(
                label,
                icon=icon,
                key=f"order.{kind}",
                help=about,
                disabled=run.gallery or status.state not in states,
                on_click=_press,
                args=(run, kind),
            )
        if status.state in RESUMABLE and not run.gallery:
            st.button(
                "Resume",
                icon=":material/restart_alt:",
                key="order.again",
                help="Go on from the last checkpoint, exactly where it was.",
                on_click=_resume,
                args=(store, run),
            )
        if run.checkpoints():
            link("explore", "Explore this run", "Walk through what it has learned so far.", run=run.id)
        return st.toggle(
            "Log axis",
            key="charts.log",
            help="A logarithmic axis shows small changes late in a training. It has no place for values below zero.",
        )


def _charts(run: Run, track: History, log: bool) -> None:
    losses, outputs = track.curves(outputs=False), track.curves(outputs=True)
    marks = [(str(place), mark.epoch, mark.did) for place, mark in enumerate(track.marks, 1)][-MARKS_SHOWN:]
    if not losses:
        st.caption("The first figures come with the first steps.")
        return
    fine_from = run.spec.fine_from
    if fine_from is not None and losses[0].epochs[-1] >= fine_from:
        marks.append(("F", fine_from, "the discriminator is shown fine detail, so that it tells better from now on"))
    places = st.columns(2) if outputs else [st.container()]
    unit = "nats per item" if run.spec.objective.in_nats else "no unit"
    with places[0]:
        st.plotly_chart(
            curves(
                losses,
                f"loss ({unit})",
                log,
                run.id,
                marks,
                track.left(outputs=False),
            ),
            key="charts.losses",
            alt=f"Losses ({unit}) over epochs: "
            + ", ".join(f"{line.name} {number(line.values[-1])}" for line in losses),
        )
        held_out = (
            " Dotted, with marks: measured on [[held-out items]]." if any(line.held_out for line in losses) else ""
        )
        measured_in = " in [[nat|nats]] an item" if run.spec.objective.in_nats else ""
        explained(f"Losses{measured_in}, over the [[epoch|epochs]].{held_out}")
    if outputs:
        with places[1]:
            st.plotly_chart(
                curves(
                    outputs,
                    "D's output (score, no unit)"
                    if run.spec.objective.outputs == "score"
                    else "D's belief: data (probability)",
                    False,
                    run.id,
                    marks,
                    track.left(outputs=True),
                ),
                key="charts.outputs",
                alt="Discriminator's outputs: " + ", ".join(f"{one.name} {one.values[-1]:.2f}" for one in outputs),
            )
    if marks:
        st.caption("Marks: " + plain(" · ".join(f"{sign} at epoch {epoch:.2f}: {did}" for sign, epoch, did in marks)))


@st.fragment
def live_settings(run: Run) -> None:
    """Show what may change while a run trains, folded away."""
    if can_change(run):
        with st.expander("Change while it trains", icon=":material/tune:"):
            live_form(run, columns=3)


def can_change(run: Run) -> bool:
    """Tell whether any setting of a run may change while it trains."""
    return any(leaf.live for leaf in run.spec.leaves())


def live_form(run: Run, columns: int) -> None:
    """Show what may change while a run trains, and the button that orders it."""
    leaves = [leaf for leaf in run.spec.leaves() if leaf.live]
    leaves.sort(key=lambda leaf: leaf.name != "learning_rate")  # beside the other rate, and at hand
    with st.form(f"live.{run.id}", border=False):
        places = st.columns(columns)
        values = {}
        settings = history(run).settings
        for place, leaf in enumerate(replace(leaf, value=settings.get(leaf.name, leaf.value)) for leaf in leaves):
            with places[place % columns]:
                values[leaf.name] = (control(leaf, f"live.{run.id}.{leaf.path}"), shown(leaf))
        if st.form_submit_button("Apply", icon=":material/check:", help="Takes effect at the next step."):
            given = st.session_state.setdefault(f"live.{run.id}.given", {})
            changed = {name: new for name, (new, old) in values.items() if new != given.get(name, old)}
            if not changed:
                st.caption("Nothing has been changed.")
            elif _order(run, "set", **changed):
                given.update(changed)
                st.success("Asked for " + ", ".join(f"{plain(name)} = {new:g}" for name, new in changed.items()) + ".")


def _press(run: Run, kind: str) -> None:
    _order(run, kind)


def _order(run: Run, kind: str, **payload: float) -> bool:
    """Give an order and wait a moment, so that the page shows it obeyed."""
    before = run.status()
    try:
        run.order(kind, **payload)
    except GenlabError as error:
        say_briefly(error)
        return False
    deadline = time.monotonic() + OBEYED_WITHIN_S
    while kind != "set" and time.monotonic() < deadline:
        now = run.status()
        if (now.state, now.step if kind == "step" else 0) != (before.state, before.step if kind == "step" else 0):
            break
        time.sleep(0.02)
    return True


def _resume(store: Store, run: Run) -> None:
    try:
        resume(store, run.id)
    except GenlabError as error:
        say_briefly(error)


def _look_again() -> None:
    """Be there: a trigger with a callback reruns the page, which then sees the end of the run."""


def _where(status: RunStatus) -> str:
    parts = [f"epoch {status.epoch:,.1f} of {number(status.total_epochs)}", f"step {status.step:,}"]
    if status.total_steps:
        parts[1] += f" of {status.total_steps:,}"
    return " · ".join([*parts, f"{duration(status.seconds)} of training"])


def _time_left(status: RunStatus) -> str:
    if status.preparing:
        return "Its map is being made, so that it opens at once…"
    if status.state == "queued":
        return "Waiting for a worker"
    if status.state == "finished":
        return f"Trained in {duration(status.seconds)}"
    if status.state == "running":
        return f"{duration(status.eta_s)} left" if status.eta_s is not None else "Measuring its pace"
    return state_words(status.state).word
