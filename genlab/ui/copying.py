"""A run's settings as the start of a new training: ``?copy=`` in the address fills the Train page's form."""

from __future__ import annotations

import streamlit as st

from genlab.errors import GenlabError
from genlab.store import Run, Store
from genlab.training.config import DataConfig, RunSpec
from genlab.training.presets import PRESETS
from genlab.ui.choices import own_key
from genlab.ui.words import warn

PARAMETER = "copy"
_COPIED = "train.copied"


def copy_asked_for() -> bool:
    """Whether the address names a run whose settings are wanted."""
    return PARAMETER in st.query_params


def copied_run(store: Store) -> Run | None:
    """Return the run whose settings the form starts from, None if it starts from a preset.

    The address is read once and cleared; the choices of data, model and network are then those of the run, and may be
    changed, which leads back to a preset's settings.
    """
    wanted = st.query_params.get(PARAMETER)
    if wanted is not None:
        del st.query_params[PARAMETER]
        st.session_state.pop(_COPIED, None)
        try:
            run = store.run(wanted)
        except GenlabError as error:
            warn(error)
            return None
        if run.is_imported:
            warn("A model made elsewhere has no settings to copy.")
            return None
        st.session_state[_COPIED] = wanted
        _choose(run)
        return run
    try:
        return store.run(st.session_state[_COPIED]) if _COPIED in st.session_state else None
    except GenlabError:  # deleted since
        return None


def is_copied(spec: RunSpec, data: DataConfig, preset: str, body: str, objective: str) -> bool:
    """Whether the choices made are still those of a spec, so that its other settings fit."""
    same_data = (spec.data.name, spec.data.own) == (data.name, data.own)
    chosen = (preset, body, objective)
    return same_data and chosen == (preset_of(spec), spec.body_name, spec.objective.objective)


def preset_of(spec: RunSpec) -> str:
    """Return the preset a spec began as, or one of the same family for a spec that was put together otherwise."""
    if spec.preset in PRESETS:
        return spec.preset
    if spec.model.family == "gan":
        return "gan"
    return "vae" if getattr(spec.model, "variational", True) else "ae"


def _choose(run: Run) -> None:
    spec = run.spec
    data = own_key(spec.data.name) if spec.data.own else spec.data.name
    preset = preset_of(spec)
    st.session_state["train.data"] = data
    st.session_state["train.preset"] = preset
    st.session_state[f"train.body.{data}.{preset}"] = spec.body_name
    st.session_state[f"train.objective.{data}.{preset}"] = spec.objective.objective
    st.session_state["train.name"] = f"{run.name} (copy)"[:80]
