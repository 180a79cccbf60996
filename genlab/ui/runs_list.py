"""The list of runs: which match a search, in what order, and a line for each."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from genlab.store import RunSummary
from genlab.ui.pages import link
from genlab.ui.picker import FAMILY_WORDS, can_be_explored
from genlab.ui.words import duration, number, plain, state_words

PAGE_SIZE = 10
ORDERS: dict[str, tuple[Callable[[RunSummary], Any], bool]] = {
    "Newest first": (lambda run: run.created, True),
    "Oldest first": (lambda run: run.created, False),
    "Name": (lambda run: run.name.casefold(), False),
    "State": (lambda run: state_words(run.state).word, False),
    "Data set": (lambda run: run.data.casefold(), False),
    "Longest training": (lambda run: run.seconds, True),
    "Most epochs": (lambda run: run.epoch, True),
}
"""What a list may be sorted by: a key, and whether the highest comes first. Equal ones stay newest first."""


def matching(runs: Sequence[RunSummary], search: str, data_names: Mapping[str, str]) -> list[RunSummary]:
    """Return the runs in which every word of ``search`` occurs.

    Looked through are name, tags, preset and kind, data set, state, and id.

    Parameters
    ----------
    data_names : mapping of str to str
        The own data sets' names by id.
    """
    words = search.casefold().split()
    if not words:
        return list(runs)
    found = []
    for run in runs:
        fields = (run.name, *run.tags, run.preset, kind(run), data_name(run, data_names), run.id)
        state = (run.state, state_words(run.state).word, "gallery" if run.gallery else "own")
        text = "\n".join((*fields, *state)).casefold()
        if all(word in text for word in words):
            found.append(run)
    return found


def ordered(runs: Sequence[RunSummary], order: str) -> list[RunSummary]:
    """Return the runs by one of :data:`ORDERS`, a person's own before the gallery's."""
    key, highest_first = ORDERS[order]
    return sorted(sorted(runs, key=key, reverse=highest_first), key=lambda run: run.gallery)


def kind(run: RunSummary) -> str:
    """Return what kind of model a run trains, for people."""
    return FAMILY_WORDS.get(run.preset) or run.preset or run.family or "unknown kind"


def data_name(run: RunSummary, data_names: Mapping[str, str]) -> str:
    """Return what a person calls the run's data."""
    return data_names.get(run.data, run.data) if run.own_data else run.data


def begun(run: RunSummary) -> str:
    """Return when a run was begun, to the second, for many begin within a minute; empty if that is not known."""
    if not run.created:
        return ""
    at = time.localtime(run.created)
    year = "" if at.tm_year == time.localtime().tm_year else " %Y"
    return time.strftime(f"%d %b{year}, %H:%M:%S", at)


def told_apart(runs: Sequence[RunSummary], among: Sequence[RunSummary]) -> list[str]:
    """Return what to call each run: by its name, and where others have the same, when it was begun, and its id."""
    names = Counter(run.name for run in among)
    moments = Counter((run.name, begun(run)) for run in among)
    called = []
    for run in runs:
        marks = [mark for mark in (begun(run), run.id if moments[run.name, begun(run)] > 1 else "") if mark]
        called.append(f"{run.name} ({', '.join(marks)})" if names[run.name] > 1 and marks else run.name)
    return called


def page_of(runs: Sequence[RunSummary], asked: int) -> tuple[list[RunSummary], int, int]:
    """Return one page of the runs, its number and how many there are, both from 1."""
    count = max(1, -(-len(runs) // PAGE_SIZE))
    place = min(max(asked, 1), count)
    return list(runs[(place - 1) * PAGE_SIZE : place * PAGE_SIZE]), place, count


def line(run: RunSummary, picked: bool, on_pick: Callable[[str], None], data_names: Mapping[str, str]) -> None:
    """Show a run: a box to choose it, its state, what it is, and the ways to its pages."""
    key = f"runs.pick.{run.id}"
    st.session_state[key] = picked
    with st.container(key=f"runs-line-{run.id}", horizontal=True, vertical_alignment="center"):
        st.checkbox(plain(run.name), key=key, help=_about(run), on_change=on_pick, args=(run.id,))
        words = state_words(run.state)
        st.badge(words.word, icon=words.icon, color=words.color)
        st.markdown(_facts(run, data_names), width="stretch")
        with st.container(horizontal=True, width="content"):
            has_map = can_be_explored(run)
            link(
                "explore",
                "Explore",
                "Walk through what this run has learned." if has_map else "There is nothing to explore yet.",
                disabled=not has_map,
                run=run.id,
            )
            is_shown = not run.gallery and run.state != "broken" and run.family != "imported"
            link(
                "train",
                "Training",
                "Curves, pictures and settings of this run." if is_shown else "Its training is not kept here.",
                disabled=not is_shown,
                run=run.id,
            )


def _facts(run: RunSummary, data_names: Mapping[str, str]) -> str:
    """Return a run in a few words, as Markdown."""
    if run.state == "broken":
        return plain(run.error)
    epochs = f"{number(round(run.epoch, 1))} of {number(run.total_epochs)} epochs"
    facts = [kind(run), data_name(run, data_names), epochs, duration(run.seconds)]
    if run.family == "imported":
        facts = [kind(run), data_name(run, data_names)]
    if run.gallery:
        facts.insert(0, "gallery, read only")
    elif run.created:
        facts.insert(2, begun(run))
    if run.error:
        facts.append(run.error)
    tags = "".join(f" :gray-badge[{plain(tag)}]" for tag in run.tags)
    return plain(" · ".join(facts)) + tags


def _about(run: RunSummary) -> str:
    parts = [
        f"Choose this run, to act on it or to compare it. Id {run.id}, begun {begun(run) or 'at an unknown time'}."
    ]
    if run.parent:
        parts.append(f"Trained on from {run.parent}.")
    return " ".join(parts)
