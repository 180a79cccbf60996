"""The Lab's form: data of the plane, a model or two of them, a seed, and the button that lets them begin."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from genlab.analysis.planar_scores import is_planar
from genlab.config import Leaf
from genlab.data.dataset import Dataset
from genlab.errors import ConfigError, GenlabError
from genlab.jobs.client import start
from genlab.store import Store
from genlab.training.config import RunSpec
from genlab.training.presets import spec_for
from genlab.training.shorthand import spec_from
from genlab.ui.choices import DataChoice, own_key
from genlab.ui.data_own import drawing
from genlab.ui.forms import changes, settings
from genlab.ui.lab_setting import (
    DATA,
    GIVEN,
    MODEL,
    NOBODY,
    RIVAL,
    fill_in,
    in_address,
    planar_choices,
    runs_on_screen,
    show_in_address,
    write_in_address,
)
from genlab.ui.picker import FAMILY_WORDS
from genlab.ui.training_form import about, presets_for
from genlab.ui.words import ACTIVE, say, warn

CHOSEN_ABOVE = ("data.name", "training.seed", "model.variational")
AGAIN_AFTER_S = 2.0
_BEGUN = "lab.begun"
_FAULT = "lab.fault"
_DRAWING = "lab.drawing"


@dataclass(frozen=True)
class Entry:
    """A model as the form has it: the plan it starts from, the fields that may be changed, how their keys begin."""

    plan: RunSpec
    leaves: list[Leaf]
    scope: str

    def spec(self, seed: int) -> RunSpec:
        """Return the plan with what was changed; to be asked in the callback of the button."""
        return self.plan.override({**changes(self.leaves, self.scope), "training.seed": seed})


def lab_form(store: Store) -> Dataset | None:
    """Show the form and return the data chosen, None if they cannot be read.

    What the address asks for is filled in, and begins when the button is pressed.
    """
    choices = {choice.key: choice for choice in planar_choices(store)}
    fill_in(store, choices)
    title, *places = st.columns([1, 2.6, 1.1, 2.6, 2.6, 1.6, 1.5], vertical_alignment="bottom")
    title.title("Lab", anchor=False)
    with places[0]:
        chosen = st.selectbox(
            "Data",
            list(choices),
            key="lab.data",
            format_func=lambda key: choices[key].label if key in choices else str(key),
            help="Points of the plane: named sets, and those you drew.",
            on_change=write_in_address,
        )
    with places[1]:
        st.button("Draw", icon=":material/draw:", key="lab.draw", help="Draw points of your own.", on_click=_turn_sheet)
    if st.session_state.get(_DRAWING):
        kept = drawing(store)
        if kept is not None:
            st.session_state[GIVEN] = {DATA: own_key(kept)}
            if in_address():
                st.query_params[DATA] = own_key(kept)
            _turn_sheet()
            st.rerun()
    try:
        dataset = store.sets.load(choices[chosen].config)
        entries = [
            entry
            for entry in (
                _entry(MODEL, "Model", places[2], dataset, choices[chosen]),
                _entry(RIVAL, "Rival", places[3], dataset, choices[chosen]),
            )
            if entry is not None
        ]
    except GenlabError as error:
        say(error)
        return None
    with places[4]:
        about_seed = "Equal seeds and settings repeat a training exactly on the same machine."
        st.number_input("Seed", 0, 2**31 - 1, step=1, key="lab.seed", help=about_seed, on_change="ignore")
    with places[5]:
        st.button(
            "Train",
            type="primary",
            icon=":material/play_arrow:",
            key="lab.start",
            help="Begin, both at once where there is a rival. What is still training on this page is ended first.",
            on_click=_begin,
            args=(store, entries),
            width="stretch",
        )
    if fault := st.session_state.pop(_FAULT, ""):
        say(fault)
    names = ("Settings of A", "Settings of B") if len(entries) > 1 else ("Settings",)
    for place, entry, name in zip(st.columns(len(entries)), entries, names, strict=True):
        with place, st.expander(name, icon=":material/tune:"):
            settings(entry.leaves, entry.scope)
    return dataset


def _turn_sheet() -> None:
    """Bring the sheet to draw on, or put it away."""
    st.session_state[_DRAWING] = not st.session_state.get(_DRAWING, False)


def _entry(side: str, label: str, place: object, dataset: Dataset, choice: DataChoice) -> Entry | None:
    """Show the choice of one side's model and return what it stands for; None if nobody was chosen."""
    assert is_planar(dataset)
    options = ([NOBODY] if side == RIVAL else []) + [name for name in presets_for(dataset) if name != "dcgan"]
    key = f"lab.{side}"
    if st.session_state.get(key) not in options:
        warn(f"There is no model '{str(st.session_state.get(key))[:60]}' for points; choose another.")
        st.session_state[key] = options[0]
    with place:  # type: ignore[attr-defined]
        preset = st.selectbox(
            label,
            options,
            key=key,
            format_func=lambda name: FAMILY_WORDS.get(name, name) if name else "nobody",
            help="\n".join(f"- **{FAMILY_WORDS.get(name, name)}**: {about(name)}" for name in options if name),
            on_change=write_in_address,
        )
    if preset == NOBODY:
        return None
    line = st.session_state.get(f"lab.line.{side}", "")
    given = line if line.partition("~")[0] == preset else preset
    try:
        plan = spec_from(given, dataset, choice.config)
    except ConfigError as error:
        warn(error)
        del st.session_state[f"lab.line.{side}"]
        given, plan = preset, spec_for(preset, dataset, choice.config)
    leaves = [leaf for leaf in plan.leaves() if leaf.path not in CHOSEN_ABOVE]
    return Entry(plan, leaves, f"lab.{side}.{choice.key}.{given}")


def _begin(store: Store, entries: Sequence[Entry]) -> None:
    """End what trains on this page, start the form's models and show them; twice in a breath is once."""
    try:
        specs = [entry.spec(int(st.session_state["lab.seed"])) for entry in entries]
        last, begun = st.session_state.get(_BEGUN, (None, 0.0))
        if last == specs and time.monotonic() - begun < AGAIN_AFTER_S:
            return
        for run in runs_on_screen(store):
            if run.status().state in ACTIVE:
                run.order("stop")
        made = [start(store, spec, name) for spec, name in zip(specs, _names(store, specs), strict=True)]
    except GenlabError as error:
        st.session_state[_FAULT] = str(error)
        return
    st.session_state[_BEGUN] = (specs, time.monotonic())
    show_in_address(made)


def _names(store: Store, specs: Sequence[RunSpec]) -> list[str]:
    called = [
        f"Lab: {FAMILY_WORDS.get(spec.preset, spec.preset)} on {store.sets.load(spec.data).name}" for spec in specs
    ]
    if len(set(called)) < len(called):
        return [f"{name} ({letter})" for name, letter in zip(called, "AB", strict=True)]
    return called
