"""Two to four runs side by side: their figures, the settings in which they differ, and a measure over their epochs."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from genlab.errors import GenlabError
from genlab.store import Run, RunSummary, Store
from genlab.ui.charts import Curve, side_by_side
from genlab.ui.figures import FIGURES, measured
from genlab.ui.histories import history
from genlab.ui.markup import Html, table
from genlab.ui.runs_list import kind, told_apart
from genlab.ui.settings_view import differing
from genlab.ui.words import duration, number, plain, warn

MOST_COMPARED = 4
LOOK_EVERY_S = 1.0


def comparison(store: Store, picked: Sequence[RunSummary], among: Sequence[RunSummary]) -> None:
    """Show runs side by side, told apart from all others; a broken one is left out, and the page says so."""
    st.subheader("Side by side", anchor=False)
    opened: list[tuple[RunSummary, Run]] = []
    for summary in picked:
        try:
            opened.append((summary, _readable(store, summary.id)))
        except GenlabError as error:
            warn(error)
    if len(opened) < 2:
        st.caption("Nothing to compare: fewer than two of the chosen runs can be read.")
        return
    names = told_apart([summary for summary, _ in opened], among)
    curves, figures = st.columns([3, 2])
    with curves:
        _curves([run for _, run in opened], names)
    with figures:
        waiting = any(_measured(store, run) is None for _, run in opened)
        st.fragment(_figures_table, run_every=LOOK_EVERY_S if waiting else None)(store, opened, names, waiting)
        rows = differing([run.spec for _, run in opened], [run.facts.name for _, run in opened])
        if rows:
            st.html(table(("Setting", *names), [(name, *values) for name, values in rows], "Settings that differ"))
        else:
            st.caption("Their settings are equal.")


def _readable(store: Store, run_id: str) -> Run:
    """Return a run all of whose parts that are compared can be read; raises GenlabError otherwise."""
    run = store.run(run_id)
    for part in (lambda: run.facts, run.checkpoints, lambda: history(run)):
        part()
    return run


def _figures_table(
    store: Store, opened: Sequence[tuple[RunSummary, Run]], names: Sequence[str], was_waiting: bool
) -> None:
    """Show the figures, and look again until they are all measured."""
    if was_waiting and all(_measured(store, run) is not None for _, run in opened):
        st.rerun()
    st.html(table(("Figure", *names), _figures(store, opened), "Figures of the chosen runs"))


def _figures(store: Store, opened: Sequence[tuple[RunSummary, Run]]) -> list[list[str]]:
    rows = [
        ["Model", *(kind(summary) for summary, _ in opened)],
        ["Data", *(run.facts.name for _, run in opened)],
        ["Epochs", *(number(round(summary.epoch, 1)) for summary, _ in opened)],
        ["Training time", *(duration(summary.seconds) for summary, _ in opened)],
    ]
    known = [_measured(store, run) for _, run in opened]
    for name in dict.fromkeys(name for figures in known for name in figures or {}):
        title, about = FIGURES.get(name, (name.replace("_", " "), ""))
        head = Html(f'<dfn class="gl-term" tabindex="0" title="{escape(about)}">{escape(title)}</dfn>')
        rows.append([head, *(_figure(figures, name) for figures in known)])
    if any(figures is None for figures in known):
        rows.append(["Figures", *("being measured…" if figures is None else "" for figures in known)])
    return rows


def _figure(figures: dict[str, float] | None, name: str) -> str:
    return number(figures[name]) if figures and name in figures else "–"


def _measured(store: Store, run: Run) -> dict[str, float] | None:
    """Return a run's figures at its last checkpoint, empty if there is none; None while a worker measures them."""
    kept = run.checkpoints()
    return measured(store, run, kept[-1]) if kept else {}


def _curves(runs: Sequence[Run], names: Sequence[str]) -> None:
    """Show one measure of every run; which one is chosen."""
    found: dict[str, list[tuple[int, Curve]]] = {}
    outputs = set()
    for place, run in enumerate(runs):
        track = history(run)
        for is_output in (False, True):
            for curve in track.curves(outputs=is_output):
                name = f"{curve.name}, held out" if curve.held_out else curve.name
                found.setdefault(name, []).append((place, curve))
                if is_output:
                    outputs.add(name)
    if not found:
        st.caption("None of these runs has kept its curves.")
        return
    most_common_first = sorted(found, key=lambda name: -len(found[name]))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        measure = st.selectbox(
            "Measure",
            most_common_first,
            key="runs.measure",
            help="What is drawn. Models of different kinds have different losses; those that have none are left out.",
            width=280,
        )
        log = st.toggle("Log axis", key="runs.log", help="A logarithmic axis shows small changes late in a training.")
    in_nats = all(run.spec.objective.in_nats for run in runs)
    unit = "probability" if measure in outputs else "nats per item" if in_nats else "no unit where a loss has none"
    if measure.startswith("score"):
        unit = "no unit"
    lines = [(names[place], place, curve) for place, curve in found[measure]]
    st.plotly_chart(
        side_by_side(lines, f"{measure} ({unit})", log, keep=f"{measure}.{log}"),
        key="runs.curves",
        alt=f"{measure} over epochs: " + ", ".join(f"{name} {number(curve.values[-1])}" for name, _, curve in lines),
    )
    missing = [name for place, name in enumerate(names) if place not in {place for _, place, _ in lines}]
    if missing:
        st.caption(plain(f"Without this measure: {', '.join(missing)}."))
