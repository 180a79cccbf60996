"""A form from a configuration's own fields: the same text the command line prints is each control's help."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import streamlit as st

from genlab.config import Leaf

COLUMNS = 3


def leaf_help(leaf: Leaf) -> str:
    """Return a control's help: what the field is for, what it is counted in, what it may be."""
    low, high = leaf.minimum, leaf.maximum
    unit = f" {leaf.unit}" if leaf.unit else ""
    if low is not None and high is not None:
        bounds = f" From {low:g} to {high:g}{unit}."
    elif low is not None:
        bounds = f" At least {low:g}{unit}."
    else:
        bounds = f" In{unit}." if unit else ""
    live = " Can be changed while the training runs." if leaf.live else ""
    return f"{leaf.description}{bounds}{live}"


def leaf_label(leaf: Leaf) -> str:
    """Return a control's label, with its unit."""
    says_so = leaf.unit.lower() in leaf.title.lower()
    return f"{leaf.title} ({leaf.unit})" if leaf.unit and not says_so else leaf.title


def settings(leaves: Sequence[Leaf], scope: str) -> None:
    """Show the leaves as controls, the usual ones first and the advanced ones folded away.

    Parameters
    ----------
    leaves : sequence of Leaf
    scope : str
        Begins every control's key. Another scope (another preset, say) shows fresh controls with their own values.
    """
    _grid([leaf for leaf in leaves if not leaf.advanced], scope)
    advanced = [leaf for leaf in leaves if leaf.advanced]
    if advanced:
        with st.expander("More settings", icon=":material/tune:"):
            _grid(advanced, scope)


def changes(leaves: Sequence[Leaf], scope: str) -> dict[str, Any]:
    """Return what a person has changed in :func:`settings`, by dotted path; fit for ``Config.override``.

    To be asked in the callback of the button: what was typed travels with the press of it, so only then is it here.
    """
    held = {leaf.path: st.session_state.get(f"{scope}.{leaf.path}") for leaf in leaves}
    return {leaf.path: held[leaf.path] for leaf in leaves if held[leaf.path] not in (None, shown(leaf))}


def _grid(leaves: Sequence[Leaf], scope: str) -> None:
    for start in range(0, len(leaves), COLUMNS):
        columns = st.columns(COLUMNS, vertical_alignment="bottom")
        for column, leaf in zip(columns, leaves[start : start + COLUMNS], strict=False):
            with column:
                control(leaf, f"{scope}.{leaf.path}")


def shown(leaf: Leaf) -> Any:
    """Return the leaf's value as its control holds it."""
    if leaf.kind == "ints":
        return ", ".join(map(str, leaf.value))
    return float(leaf.value) if leaf.kind == "float" else leaf.value


def control(leaf: Leaf, key: str) -> Any:
    """Show one leaf as the control that fits its kind and return what it holds.

    A change waits in the browser until the next press of a button, so typing never reruns the page.
    """
    label, about = leaf_label(leaf), leaf_help(leaf)
    if leaf.kind == "bool":
        return st.checkbox(label, bool(leaf.value), key=key, help=about, on_change="ignore")
    if leaf.kind == "choice":
        options = list(leaf.choices)
        return st.selectbox(label, options, options.index(leaf.value), key=key, help=about, on_change="ignore")
    # no bounds here: a browser keeps a number beyond them to itself, and the value before would be trained unseen
    if leaf.kind == "int":
        return st.number_input(label, value=int(leaf.value), step=1, key=key, help=about, on_change="ignore")
    if leaf.kind == "float":
        value = float(leaf.value)
        step = step_of(value, leaf.maximum)
        return st.number_input(label, value=value, step=step, format="%g", key=key, help=about, on_change="ignore")
    return st.text_input(label, str(shown(leaf)), key=key, help=about, max_chars=200, on_change="ignore")


def step_of(value: float, maximum: float | None) -> float:
    """Return a step that suits the value: half its leading digit's place; for 0, a thousandth of the range."""
    if value != 0:
        return 10.0 ** math.floor(math.log10(abs(value))) / 2
    return float(min(max((maximum or 1.0) / 1000, 1e-4), 1.0))
