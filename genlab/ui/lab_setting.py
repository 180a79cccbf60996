"""What the Lab is to train and what it shows, between its address, its form and its runs."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from genlab.analysis.planar_scores import is_planar
from genlab.data.dataset import Modality
from genlab.errors import GenlabError
from genlab.store import Run, Store
from genlab.training.shorthand import shorthand
from genlab.ui.choices import DataChoice, data_choices, own_key
from genlab.ui.words import warn

PLANAR = ("ring", "grid", "moons", "spirals", "checkerboard")
"""The named sets whose items are points of the plane, the usual first."""
DATA, SEED = "data", "seed"
SIDES = MODEL, RIVAL = "a", "b"
SETTING = (DATA, *SIDES, SEED)
RUN, BESIDE = "run", "beside"
"""Parameters of the address: a setting to begin (data, a, b, seed), or the runs on screen."""
NOBODY = ""
GIVEN = "lab.given"
"""Where the session holds a setting for the form's next run to take up."""
_TAKEN = "lab.taken"


def planar_choices(store: Store) -> list[DataChoice]:
    """Return the data sets of the plane that can be chosen: the named ones in our order, then the own ones."""
    kept = {own_key(one.id) for one in store.sets.all() if one.modality is Modality.POINTS and one.item_shape == (2,)}
    known = {choice.key: choice for choice in data_choices(store)}
    return [known[name] for name in PLANAR] + [choice for key, choice in known.items() if key in kept]


def setting_of(runs: Sequence[Run]) -> dict[str, str]:
    """Return the parameters of an address that fill the form with the settings of one run or two.

    Raises
    ------
    ConfigError
        If one of them began as no preset.
    """
    spec, data = runs[0].spec, runs[0].dataset()
    asked = {DATA: own_key(spec.data.name) if spec.data.own else spec.data.name}
    for side, run in zip(SIDES, runs, strict=False):
        asked[side] = shorthand(run.spec.override({"training.seed": 0}), data)  # the seed is said once, for both
    asked[SEED] = str(spec.training.seed)
    return asked


def fill_in(store: Store, choices: dict[str, DataChoice]) -> None:
    """Take what the address asks for, once a visit, and give every control a value; the address keeps it."""
    state = st.session_state
    asked = in_address()
    if asked and "lab.data" in state and asked == state.get(_TAKEN):
        asked = {}  # taken up before, and changed since by hand
    else:
        state[_TAKEN] = asked
        asked = dict(asked) or ({} if "lab.data" in state else _of_runs_on_screen(store))
    asked |= state.pop(GIVEN, {})
    wanted = asked.get(DATA)
    if wanted in choices:
        state["lab.data"] = wanted
    elif wanted is not None:
        warn("The data of this link are not here; it was made where somebody drew them. Choose others.")
        asked = {}
    if asked.get(SEED, "").isdecimal():
        state["lab.seed"] = min(int(asked[SEED]), 2**31 - 1)
    for side in SIDES:
        if side in asked:
            state[f"lab.line.{side}"] = asked[side]
            state[f"lab.{side}"] = asked[side].partition("~")[0]
        elif MODEL in asked and side == RIVAL:
            state[f"lab.{side}"] = NOBODY
    if state.get("lab.data") not in choices:
        state["lab.data"] = PLANAR[0]
    state.setdefault("lab.a", "gan")
    state.setdefault("lab.b", NOBODY)
    state.setdefault("lab.seed", 0)


def in_address() -> dict[str, str]:
    """Return the setting that the address asks for: empty, or it stays there until it is trained."""
    return {name: st.query_params[name] for name in SETTING if name in st.query_params}


def write_in_address() -> None:
    """Let an address that holds a setting hold the data and models chosen now; for the callback of a choice."""
    if not in_address():
        return
    state = st.session_state
    st.query_params[DATA] = state["lab.data"]
    for side in SIDES:
        line, chosen = state.get(f"lab.line.{side}", ""), state[f"lab.{side}"]
        if chosen == NOBODY:
            st.query_params.pop(side, None)
        else:
            st.query_params[side] = line if line.partition("~")[0] == chosen else chosen
    state[_TAKEN] = in_address()


def show_in_address(runs: Sequence[str]) -> None:
    """Let the address name the runs on screen, in place of a setting."""
    for name in (*SETTING, RUN, BESIDE):
        st.query_params.pop(name, None)
    st.query_params.update(dict(zip((RUN, BESIDE), runs, strict=False)))


def _of_runs_on_screen(store: Store) -> dict[str, str]:
    """Return the setting of the runs that the address names; none if there are none, or they fit no form."""
    try:
        runs = runs_on_screen(store)
        return setting_of(runs) if runs and all(is_planar(run.dataset()) for run in runs) else {}
    except GenlabError:  # said where they are to be shown
        return {}


def runs_on_screen(store: Store) -> list[Run]:
    """Return the runs that the address names, one or two on the same data; raises GenlabError if one is not there."""
    names = [st.query_params[name] for name in (RUN, BESIDE) if name in st.query_params]
    return [store.run(name) for name in names]
