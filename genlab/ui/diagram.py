"""A model as a row of layers, as it stands at one phase of a step: what runs, what flows back, what has moved."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from genlab.store.arrays import Arrays
from genlab.ui.markup import Html
from genlab.ui.phase_pictures import grid
from genlab.ui.words import number

ENDS = {
    "encoder": ("items", "means and spreads"),
    "decoder": ("codes", "expected items"),
    "generator": ("noise", "samples"),
    "discriminator": ("data or samples", "scores"),
}
"""What goes into a network and what comes out."""
FLOW = '<div class="gl-flow" aria-hidden="true"></div>'


def diagram(facts: Mapping[str, Any], arrays: Arrays) -> Html:
    """Return the networks of a step, layer by layer.

    Parameters
    ----------
    facts : mapping
        Of a :class:`~genlab.store.looks.Looked`: ``layers``, and the parts that ``ran``, got gradients (``graded``) and
        ``moved`` in this phase.
    arrays : mapping of str to ndarray
        ``layer.<number>``: activations, shape (items, units).
    """
    layers: Sequence[Mapping[str, Any]] = facts["layers"]
    longest = {
        what: max((layer[what] or 0.0 for layer in layers), default=0.0)
        for what in ("weight_norm", "gradient_norm", "update_norm")
    }
    made = ""
    for part in dict.fromkeys(layer["part"] for layer in layers):
        own = [(place, layer) for place, layer in enumerate(layers) if layer["part"] == part]
        state, words = _state(facts, part)
        before, after = ENDS.get(part, ("in", "out"))
        cards = FLOW.join(_card(layer, arrays.get(f"layer.{place}"), longest) for place, layer in own)
        made += (
            f'<div class="gl-net {state}"><p><b>{escape(part.capitalize())}</b> {words}</p>'
            f'<p class="gl-fine">{before}</p>{FLOW}{cards}{FLOW}<p class="gl-fine">{after}</p></div>'
        )
    return Html(f'<div class="gl-diagram" role="group" aria-label="The model as it stands">{made}</div>')


def _state(facts: Mapping[str, Any], part: str) -> tuple[str, str]:
    """Return the class and the words for what a network does in this phase."""
    if part in facts["moved"]:
        return "gl-moves", "has moved"
    if part in facts["graded"]:
        return "gl-back", "gets gradients"
    if part == "discriminator" and "generator" in facts["graded"]:
        return "gl-back", "lets gradients through and stands still"
    if part in facts["ran"]:
        return "gl-runs", "runs"
    return "gl-rests", "rests"


def _card(layer: Mapping[str, Any], activations: Any, longest: Mapping[str, float]) -> str:
    shape = f"gives {'×'.join(map(str, layer['shape']))}" if layer["shape"] else "has not run yet"
    lines = (
        _measure("weights", layer["weight_norm"], longest["weight_norm"])
        + _measure("gradient", layer["gradient_norm"], longest["gradient_norm"])
        + _measure("moved by", layer["update_norm"], longest["update_norm"])
    )
    off = "" if not layer["zeros"] else f'<p class="gl-fine">{layer["zeros"]:.0%} of its outputs are 0</p>'
    seen = ""
    if activations is not None:
        seen = grid(activations, f"Outputs of {layer['part']} {layer['name']} for {len(activations)} items")
    about = f"{layer['part']} {layer['name']}: {layer['weights']:,} numbers learned"
    return (
        f'<div class="gl-layer" title="{escape(about)}"><div><p><b>{escape(layer["kind"])}</b></p>'
        f'<p class="gl-fine">{shape}</p><p class="gl-fine">learns {layer["weights"]:,} numbers</p></div>'
        f"<div>{seen}{off}</div><div>{lines}</div></div>"
    )


def _measure(name: str, value: float | None, most: float) -> str:
    """Return a length as a bar and a number; the bar's scale is logarithmic over three decades."""
    if value is None:
        return f'<p class="gl-measure"><span>{name}</span><i></i><span>–</span></p>'
    share = 0.0 if value <= 0 or most <= 0 else max(0.0, 1 + math.log10(value / most) / 3)
    shown = number(float(f"{value:.3g}"))
    bar = f'<i><u style="width:{100 * share:.0f}%"></u></i>'
    return f'<p class="gl-measure"><span>{name}</span>{bar}<span>{shown}</span></p>'
