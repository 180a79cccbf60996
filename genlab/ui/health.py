"""The health of a training on its page: what goes wrong, in words, with its measure and buttons that mend it."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence

import streamlit as st

from genlab.analysis.health import Course, Finding, Measure, Remedy, diagnose, measures
from genlab.errors import GenlabError
from genlab.jobs.client import start
from genlab.store import Run, Store
from genlab.ui.glossary import explained, prose
from genlab.ui.markup import table
from genlab.ui.picker import show_run
from genlab.ui.stores import Shelf
from genlab.ui.words import note, number, plain, say_briefly

AGAIN_AFTER_S = 2.0
ICONS = {"set": ":material/build:", "new": ":material/restart_alt:", "stop": ":material/stop:"}
_MENDED = "health.mended"
_STARTED = "health.started"
_courses: Shelf[Course] = Shelf(limit=32)


def health_panel(store: Store, run: Run) -> None:
    """Show what goes wrong with a run, or that nothing does; for a fragment that is drawn again while it trains.

    Raises
    ------
    GenlabError
        If the run cannot be read.
    """
    if started := st.session_state.pop(_STARTED, ""):
        show_run(started)
        st.rerun(scope="app")
    course = _courses.get((run.id, run.gallery), lambda: Course(run.spec, run.facts.label_names))
    course.follow(run)
    figures, findings = measures(course), diagnose(course)
    if not figures and not findings:
        return
    with st.container(key=f"health-{run.id}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            _verdict(course, findings)
            if figures:
                _behind(figures)
        for finding in findings:
            _show(store, run, finding)


def _verdict(course: Course, findings: Sequence[Finding]) -> None:
    if findings:
        words = f"{len(findings)} warning{'s' if len(findings) > 1 else ''}"
        st.badge(words, icon=":material/warning:", color="orange", help="What is wrong, and what to try, is below.")
    elif course.is_settling:
        about = "It has just begun, or been changed; most of its health is judged some hundred steps later."
        st.badge("Watching", icon=":material/hourglass_empty:", color="gray", help=about)
    else:
        about = (
            "Nothing amiss: neither side of a GAN has won, its samples lie near the data and no mode is dropped, codes "
            "are in use, held-out items do not suffer, and the numbers keep within their range."
        )
        st.badge("Healthy", icon=":material/check_circle:", color="green", help=about)


def _behind(figures: Sequence[Measure]) -> None:
    about = "What is measured, and when it alarms."
    with st.popover("Vital figures", icon=":material/monitor_heart:", help=about):
        rows = [(prose(one.name), one.now, one.alarm) for one in figures]
        st.html(table(("Measure", "Now", "Alarm"), rows, "Vital figures of this training"))


def _show(store: Store, run: Run, finding: Finding) -> None:
    with st.container(border=True, key=f"health-{run.id}-{finding.kind}"):
        st.badge(finding.title, icon=":material/warning:", color="orange")
        explained(finding.sentence)
        if math.isfinite(finding.value):
            st.caption(
                f"Measured at step {finding.step:,}: {plain(finding.measure)} {number(finding.value)}; "
                f"the bound is {number(finding.threshold)}."
            )
        if finding.remedies:
            with st.container(horizontal=True):
                for place, remedy in enumerate(finding.remedies):
                    st.button(
                        remedy.words,
                        icon=ICONS[remedy.how],
                        key=f"health.{run.id}.{finding.kind}.{place}",
                        help=remedy.why,
                        on_click=_mend,
                        args=(store, run, remedy),
                    )


def _mend(store: Store, run: Run, remedy: Remedy) -> None:
    """Do what a button offers, once however often it is pressed before the page answers."""
    last, done = st.session_state.get(_MENDED, (None, 0.0))
    if last == (run.id, remedy.words) and time.monotonic() - done < AGAIN_AFTER_S:
        return
    st.session_state[_MENDED] = ((run.id, remedy.words), time.monotonic())
    try:
        if remedy.how == "set":
            run.order("set", **remedy.changes)
            note(f"Asked for: {remedy.words}.", ICONS["set"])
        elif remedy.how == "stop":
            run.order("stop")
        else:
            course = _courses.get((run.id, run.gallery), lambda: Course(run.spec, run.facts.label_names))
            spec = course.spec.override(remedy.changes)
            st.session_state[_STARTED] = start(store, spec, f"{run.name}, mended"[:80])
    except GenlabError as error:
        say_briefly(error)
