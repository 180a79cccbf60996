"""Stepping through a training: a batch, an epoch or one side at a time, phase by phase."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import streamlit as st

from genlab.errors import GenlabError
from genlab.store import Run
from genlab.store.looks import Looked
from genlab.ui.diagram import diagram
from genlab.ui.glossary import prose
from genlab.ui.markup import Html, markup, table
from genlab.ui.phase_pictures import bars, codes_plot, items, points_plot
from genlab.ui.words import number, plain, say_briefly

STYLE = Path(__file__).with_suffix(".css")
LOOK_EVERY_S = 0.5
PACES_S = (0.25, 0.5, 1.0, 2.0, 4.0)
SIDES = {"both": "Both", "discriminator": "D only", "generator": "G only"}
CODES = ("mu", "sigma", "eps", "z")
WORDS = {
    "x": "Items of the batch",
    "real": "Data",
    "fake": "Samples",
    "mu": "[[posterior|Means μ]]",
    "sigma": "[[posterior|Spreads σ]]",
    "eps": "[[reparameterisation|Noise ε]]",
    "z": "[[code|Codes z]]",
    "kl": "[[KL divergence|KL]] of each item ([[nat|nats]])",
    "KL per dimension": "[[KL divergence|KL]] of each dimension ([[nat|nats]])",
    "recon_loss": "Reconstruction loss of each item",
    "loss": "Loss of each item",
    "d_loss": "Discriminator's loss of each item",
    "g_loss": "Generator's loss of each item",
    "real_logits": "Scores of data",
    "fake_logits": "Scores of samples",
    "judged": "Scores of samples",
    "likelihood.mean": "Expected items, as decoded",
    "penalty": "Penalty of each item",
    "c": "[[conditional|Classes told]], a one for each item's own",
    "class_logits": "What the encoder takes each item's class for (logits)",
}
"""What the tensors of our code are called on the page, with the words to explain; others go by their own names."""


def stepping(run: Run) -> None:
    """Show the controls of a training that is to be stepped through, and the phase it is in, once it is unfolded."""
    key = f"stepping.{run.id}"
    with st.expander("Step through", icon=":material/footprint:", key=key, on_change="rerun"):
        if st.session_state.get(key):
            st.html(STYLE)
            st.fragment(_watched, run_every=LOOK_EVERY_S)(run)


def is_played(run: Run, state: str) -> bool:
    """Tell whether a training goes on phase by phase, at the pace that was chosen."""
    look = run.look() if state == "running" else None
    return look is not None and not look.facts.get("left") and look.facts.get("every_s", 0) > 0


def _watched(run: Run) -> None:
    try:
        _controls(run)
        look = run.look()
    except GenlabError as error:
        say_briefly(error)
        return
    if look is None:
        st.caption("Press Next phase: the training holds and takes its next step phase by phase.")
        return
    if look.facts.get("left"):
        st.caption(
            f"Left at step {look.facts['step'] + 1:,}, phase {look.facts['number']}: the training has moved on from "
            "there. Press Next phase, and it holds and takes its next step phase by phase."
        )
        return
    _phase(run, look)


def _controls(run: Run) -> None:
    """Show what can be ordered."""
    state = run.status().state
    side = "both"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if run.spec.model.family == "gan":
            side = (
                st.segmented_control(
                    "Who learns",
                    list(SIDES),
                    default="both",
                    required=True,
                    format_func=SIDES.__getitem__,
                    key=f"stepping.side.{run.id}",
                    help="D: the discriminator. G: the generator. The other one stands still.",
                )
                or "both"
            )
        _button(
            run,
            "Batch",
            "One optimiser step on one batch; of a step that is open, what is left of it.",
            "step",
            side=side,
        )
        _button(run, "Epoch", "All steps to the end of this epoch.", "step", until="epoch", side=side)
        _button(run, "Next phase", "The next phase of a step; the training holds in between.", "phase", side=side)
        pace = st.select_slider(
            "Seconds a phase",
            PACES_S,
            1.0,
            width=220,
            key=f"stepping.pace.{run.id}",
            help="How fast phases follow each other when they are played.",
        )
        _button(run, "Play phases", "Phase after phase at this pace, until held.", "phase", every_s=pace, side=side)
        _button(run, "Hold", "Finish the step under way and hold.", "pause")
        if state == "paused" or is_played(run, state):
            _button(run, "Go on at full speed", "Let the training go on.", "resume")


def _button(run: Run, label: str, about: str, kind: str, **payload: Any) -> None:
    st.button(label, key=f"stepping.{label}.{run.id}", help=about, on_click=_ask, args=(run, kind, payload))


def _ask(run: Run, kind: str, payload: Mapping[str, Any]) -> None:
    """Give an order, and be ready for the next at once: presses that come while a page is busy count as one."""
    try:
        run.order(kind, **payload)
    except GenlabError as error:
        say_briefly(error)


def _phase(run: Run, look: Looked) -> None:
    """Show one phase: why, what it made, the model as it stands, and the code that ran."""
    facts = look.facts
    phase = facts["phase"]
    st.markdown(f"**Step {facts['step'] + 1:,} · phase {facts['number']}: {phase['title']}.** {phase['why']}")
    made, model = st.columns(2)
    with made:
        _code(run, facts)
        _pictures(run, look)
        _numbers(facts)
    with model:
        st.html(diagram(facts, look.arrays))


def _code(run: Run, facts: Mapping[str, Any]) -> None:
    """Show the lines of our own code that ran, and on request what they call."""
    lines = facts["lines"]
    st.caption(plain(f"What ran: {lines['file']}, from line {lines['first']}"))
    st.code(lines["text"] or "# nothing of its own", language="python", wrap_lines=True)
    if facts["called"]:
        with st.expander("What these lines call", key=f"stepping.called.{run.id}"):
            for piece in facts["called"]:
                st.caption(plain(f"{piece['file']}, from line {piece['first']}"))
                st.code(piece["text"], language="python", wrap_lines=True)


def _pictures(run: Run, look: Looked) -> None:
    """Show what the phase made: items as pictures or points, codes on a plane, one bar an item for the rest."""
    made = {one["name"]: look.arrays[f"made.{one['name']}"] for one in look.facts["made"]}
    shape = tuple(run.item_shape)
    is_items = {name: rows.shape[1:] == shape and name not in CODES for name, rows in made.items()}
    pieces, points = "", []
    for name, rows in made.items():
        words = _unmarked(name)
        if is_items[name] and len(shape) == 3:
            pieces += _figure(name, items(rows, words))
        elif is_items[name] and shape == (2,):
            points.append((words, rows))
        elif rows.ndim == 1 and len(rows) > 1:
            pieces += _figure(name, bars(rows, f"{words}: one bar an item"))
    if pieces:
        st.html(Html(pieces))
    if points:
        st.plotly_chart(points_plot(points), key=f"stepping.points.{run.id}", alt=f"Points: {points[0][0]}")
    codes = {name: rows for name, rows in made.items() if name in CODES and rows.ndim == 2 and rows.shape[1] > 1}
    before = _earlier_codes(run, look, codes)
    if "mu" in codes or "z" in codes:
        st.plotly_chart(
            codes_plot({**before, **codes}),
            key=f"stepping.codes.{run.id}",
            alt="Codes of the batch on a plane, with one standard deviation each, over the prior's circles",
        )


def _earlier_codes(run: Run, look: Looked, codes: Mapping[str, Any]) -> dict[str, Any]:
    """Return the means and spreads that this step's codes were drawn from, remembered from the phase before."""
    kept = st.session_state.setdefault(f"stepping.codes.kept.{run.id}", {})
    if kept.get("step") != look.facts["step"]:
        kept.clear()
        kept["step"] = look.facts["step"]
    kept.update({name: rows for name, rows in codes.items() if name in ("mu", "sigma")})
    return {name: kept[name] for name in ("mu", "sigma") if name in kept and "z" in codes}


def _numbers(facts: Mapping[str, Any]) -> None:
    """Show the size of everything the phase made."""
    rows = [
        (
            prose(WORDS.get(one["name"], one["name"])),
            "×".join(map(str, one["shape"])) or "one number",
            f"{_short(one['mean'])} ± {_short(one['spread'])}",
            f"{_short(one['low'])} to {_short(one['high'])}",
        )
        for one in facts["made"]
    ]
    figures = facts["figures"].items()
    rows += [(markup(name.replace("_", " ")), "one number", _short(value), "") for name, value in figures]
    if rows:
        st.html(table(("Made", "Shape", "Mean ± spread", "Range"), rows, "What this phase made"))


def _short(value: float) -> str:
    return number(float(f"{value:.3g}")) if np.isfinite(value) else str(value)


def _figure(name: str, inner: Html) -> Html:
    words = prose(WORDS.get(name, name))
    return Html(f'<figure class="gl-made"><figcaption>{words}</figcaption>{inner}</figure>')


def _unmarked(name: str) -> str:
    """Return what a tensor is called, without the marks of words to explain."""
    return re.sub(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]", r"\1", WORDS.get(name, name))
