"""The form that begins a training: data, model, every setting of the spec, and the button."""

from __future__ import annotations

import secrets
import time

import streamlit as st

from genlab.config import Leaf
from genlab.data.dataset import Dataset, Modality
from genlab.errors import GenlabError
from genlab.jobs.client import start
from genlab.models.config import ConvConfig, ImportedConfig, MlpConfig
from genlab.store import Store
from genlab.training.config import RunSpec, objectives_for
from genlab.training.presets import PRESETS, spec_for, suits
from genlab.ui.choices import chosen_data
from genlab.ui.copying import copied_run, is_copied
from genlab.ui.downloading import open_or_offer
from genlab.ui.forms import changes, settings
from genlab.ui.picker import FAMILY_WORDS, show_run
from genlab.ui.words import plain, say, shape_words

ORDER = ("vae", "ae", "beta-vae", "gan", "dcgan")
BODIES = {"mlp": "perceptron", "conv": "convolutions", "patches": "convolutions of patches"}
CHOSEN_ABOVE = ("data.name", "model.variational")
"""Fields that the choice of data and model has settled."""
OPEN = "training_form.open"
AGAIN_AFTER_S = 2.0
_TICKET = "training_form.ticket"
_BEGUN = "training_form.begun"
_FAULT = "training_form.fault"
_NAME = "train.name"


def training_form(store: Store) -> None:
    """Show the form; a press of the button starts one run, however often it is pressed before the page answers."""
    copied = copied_run(store)
    data, model, body, aim = st.columns(4)
    with data:
        choice = chosen_data(
            store, "train.data", "What the model learns from. Bring your own on the Data page.", in_address=False
        )
    try:
        dataset = open_or_offer(store, choice.config)
    except GenlabError as error:
        say(error)
        return
    if dataset is None:
        return
    with model:
        preset = st.selectbox(
            "Model",
            presets_for(dataset),
            key="train.preset",
            format_func=lambda name: FAMILY_WORDS.get(name, name),
            help="\n".join(f"- **{FAMILY_WORDS.get(name, name)}**: {about(name)}" for name in presets_for(dataset)),
        )
    plan = spec_for(preset, dataset, choice.config)
    own_objective = plan.objective.objective
    with body:
        wanted = _chosen_body(plan, dataset, f"train.body.{choice.key}.{preset}")
    if wanted != plan.body_name:
        plan = spec_for(preset, dataset, choice.config, {"body": wanted})
    with aim:
        objective = _chosen_objective(plan, f"train.objective.{choice.key}.{preset}")
    if objective != plan.objective.objective:
        plan = plan.with_objective(objective)
    scope = f"train.{choice.key}.{preset}.{wanted}"
    scope = scope if objective == own_objective else f"{scope}.{objective}"
    st.caption(f"{len(dataset):,} items of {shape_words(dataset.item_shape)}. {about(preset)}")
    if copied is not None and is_copied(copied.spec, choice.config, preset, wanted, objective):
        plan, scope = copied.spec, f"{scope}.{copied.id}"
        st.caption(f"Filled with the settings of {plain(copied.name)}.")
    leaves = [leaf for leaf in plan.leaves() if leaf.path not in CHOSEN_ABOVE]
    settings(leaves, scope)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            "Name",
            key=_NAME,
            max_chars=80,
            placeholder="optional",
            help="What you call this run; by default model and data.",
            on_change="ignore",
            width=320,
        )
        ticket = st.session_state.setdefault(_TICKET, secrets.token_hex(8))
        st.button(
            "Train",
            type="primary",
            icon=":material/play_arrow:",
            key="train.start",
            help="Start this training. It runs on its own: you may close the page.",
            on_click=_begin,
            args=(store, plan, leaves, scope, ticket),
        )
    if fault := st.session_state.pop(_FAULT, ""):
        say(fault)


def presets_for(dataset: Dataset) -> list[str]:
    """Return the presets that make a difference on these items, the usual first."""
    known = [name for name in ORDER if name in PRESETS] + [name for name in PRESETS.names() if name not in ORDER]
    return [name for name in known if suits(name, dataset) and (name != "dcgan" or _takes_conv(dataset))]


def about(preset: str) -> str:
    """Return what a preset is, in one sentence."""
    words = (PRESETS.get(preset).__doc__ or "").strip().split("\n")[0].removeprefix("Return ")
    return words[:1].upper() + words[1:]


def _chosen_body(plan: RunSpec, dataset: Dataset, key: str) -> str:
    """Show the choice between networks where there is one."""
    own = plan.body_name
    options = list(BODIES) if _takes_conv(dataset) else [own]
    notes = (MlpConfig.__doc__, ConvConfig.__doc__)
    return st.selectbox(
        "Network",
        options,
        options.index(own),
        key=key,
        format_func=lambda name: BODIES.get(name, name),
        help=" ".join((note or "").strip().split("\n")[0] for note in notes),
        disabled=len(options) == 1,
    )


def _chosen_objective(plan: RunSpec, key: str) -> str:
    """Show the choice between the objectives that can train the model."""
    assert not isinstance(plan.model, ImportedConfig)  # presets make models of our own
    kinds = {kind().objective: kind for kind in objectives_for(plan.model)}
    options = list(kinds)
    return st.selectbox(
        "Objective",
        options,
        options.index(plan.objective.objective),
        key=key,
        format_func=lambda name: kinds[name].title,
        help="What the training lowers.\n\n"
        + "\n".join(f"- **{kind.title}**: {(kind.__doc__ or '').strip()}" for kind in kinds.values()),
    )


def _takes_conv(dataset: Dataset) -> bool:
    return dataset.modality is Modality.IMAGE and all(8 <= side <= 64 for side in dataset.item_shape[1:])


def _begin(store: Store, plan: RunSpec, leaves: list[Leaf], scope: str, ticket: str) -> None:
    """Start the run. The ticket is spent by the first press, so a double click starts one.

    A third press may come with the next ticket before the form has folded: the same run is not begun twice in a breath.
    """
    st.session_state[OPEN] = False  # a late press brings the browser's word that the form is open
    if st.session_state.get(_TICKET) != ticket:
        return
    st.session_state[_TICKET] = secrets.token_hex(8)
    try:
        spec, name = plan.override(changes(leaves, scope)), st.session_state[_NAME].strip()
        last, begun = st.session_state.get(_BEGUN, (None, 0.0))
        if last == (spec, name) and time.monotonic() - begun < AGAIN_AFTER_S:
            return
        run_id = start(store, spec, name)
    except GenlabError as error:
        st.session_state[_FAULT] = str(error)
        st.session_state[OPEN] = True
        return
    st.session_state[_BEGUN] = ((spec, name), time.monotonic())
    show_run(run_id)
