"""Choosing a run: the control, the page's address and the session say the same."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence

import streamlit as st

from genlab.store import RunSummary
from genlab.ui.words import state_words, warn

FAMILY_WORDS = {
    "ae": "autoencoder",
    "vae": "VAE",
    "beta-vae": "β-VAE",
    "gan": "GAN",
    "dcgan": "convolutional GAN",
    "dae": "denoising autoencoder",
    "iwae": "IWAE",
    "tc-vae": "β-TCVAE",
    "wae": "Wasserstein autoencoder",
    "lsgan": "least-squares GAN",
    "wgan-gp": "Wasserstein GAN (WGAN-GP)",
    "sngan": "GAN with spectral norm (SN-GAN)",
    "r3gan": "relativistic GAN (R3GAN)",
    "cvae": "VAE told classes",
    "cgan": "GAN told classes",
    "imported": "imported model",
}
PARAMETER = "run"


def run_labels(runs: Sequence[RunSummary]) -> dict[str, str]:
    """Return each run as one line by its id: name, kind, state, and when it was begun.

    No two lines are equal: the browser tells Streamlit which line was chosen, not which run.
    """
    labels = {run.id: _label(run) for run in runs}
    seen = Counter(labels.values())
    return {run_id: label if seen[label] == 1 else f"{label} · {run_id}" for run_id, label in labels.items()}


def _label(run: RunSummary) -> str:
    kind = FAMILY_WORDS.get(run.preset) or run.family or "unknown kind"
    if run.gallery:
        return f"Gallery: {run.name} ({kind})"
    begun = time.strftime("%d %b %H:%M:%S", time.localtime(run.created)) if run.created else run.id
    return f"{run.name} ({kind}) · {state_words(run.state).word.lower()} · {begun}"


SHOWN_FIRST = "digits-vae"


def default_run(runs: list[RunSummary]) -> RunSummary | None:
    """Return what is shown to someone who has chosen nothing: the gallery's digits VAE, else whatever there is."""
    gallery = [run for run in runs if run.gallery]
    first = [run for run in gallery if run.id == SHOWN_FIRST]
    return next(iter(first or gallery or runs), None)


def can_be_explored(run: RunSummary) -> bool:
    """Whether a run may have something to show: it has begun and is not damaged."""
    return run.state not in ("queued", "broken") and (run.step > 0 or run.state == "finished")


def chosen_run(runs: Sequence[RunSummary], key: str, default: RunSummary | None, label: str, about: str) -> str | None:
    """Show the picker and return the chosen run's id; None if nothing is chosen.

    The address ``?run=`` decides when a page is opened, the control when it is used; each follows the other. An address
    that names a run that is not there is answered by one sentence and ``default``.
    """
    labels = run_labels(runs)
    wanted = st.query_params.get(PARAMETER) or st.session_state.get(f"{key}.last")
    if wanted not in labels:
        if wanted and st.query_params.get(PARAMETER):
            warn(
                f"There is no run '{wanted[:60]}' to show here; it may have been deleted or never started."
                + (f" This is '{default.name[:60]}' instead." if default else "")
            )
        wanted = default.id if default else None
    st.session_state[key] = wanted  # always: or the browser goes on showing a line that has changed since

    # a line that has changed since the browser got it (its state, say) comes back as the text it was
    lines = st.session_state.setdefault(f"{key}.lines", {})
    lines.update({line: run_id for run_id, line in labels.items()})

    def follow() -> None:
        told = st.session_state[key]
        st.query_params[PARAMETER] = lines.get(told, told)

    chosen = st.selectbox(
        label,
        list(labels),
        key=key,
        format_func=lambda run_id: labels.get(run_id, str(run_id)),
        help=about,
        on_change=follow,
        placeholder="No run yet",
    )
    if chosen and st.query_params.get(PARAMETER) != chosen:
        st.query_params[PARAMETER] = chosen
    st.session_state[f"{key}.last"] = chosen
    return chosen


def show_run(run_id: str) -> None:
    """Let the next run of the page show ``run_id``; for callbacks."""
    st.query_params[PARAMETER] = run_id
