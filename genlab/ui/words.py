"""How the pages say things: a run's state, numbers, times, faults, and a person's text made safe."""

from __future__ import annotations

from typing import Literal, NamedTuple

import streamlit as st

ACTIVE = ("queued", "running", "paused")
RESUMABLE = ("interrupted", "stopped", "failed")

Color = Literal["blue", "green", "orange", "red", "gray", "violet"]


class StateWords(NamedTuple):
    """A run's state for people: the word, an icon and a colour; the colour is never alone."""

    word: str
    icon: str
    color: Color


_STATES = {
    "queued": StateWords("Waiting for a free place", ":material/hourglass_empty:", "gray"),
    "running": StateWords("Training", ":material/play_circle:", "blue"),
    "paused": StateWords("Paused", ":material/pause_circle:", "orange"),
    "finished": StateWords("Finished", ":material/check_circle:", "green"),
    "stopped": StateWords("Stopped", ":material/stop_circle:", "gray"),
    "interrupted": StateWords("Interrupted", ":material/power_off:", "orange"),
    "failed": StateWords("Failed", ":material/error:", "red"),
    "broken": StateWords("Damaged", ":material/broken_image:", "red"),
}


def state_words(state: str) -> StateWords:
    """Return how a page shows the state of a run."""
    return _STATES.get(state, StateWords(state.capitalize(), ":material/help:", "gray"))


def duration(seconds: float | None) -> str:
    """Return seconds as ``8 s``, ``3 min 20 s`` or ``2 h 5 min``; ``unknown`` for None."""
    if seconds is None:
        return "unknown"
    whole = max(round(seconds), 0)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def number(value: float) -> str:
    """Return a figure with four digits that matter, thousands set apart."""
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.1f}" if abs(value) >= 1000 else f"{value:.4g}"


def shape_words(item_shape: tuple[int, ...]) -> str:
    """Return an item's shape in words: ``28×28 px, grey``, ``2 numbers``."""
    if len(item_shape) == 3:
        channels = {1: "grey", 3: "colour"}.get(item_shape[0], f"{item_shape[0]} channels")
        return f"{item_shape[2]}×{item_shape[1]} px, {channels}"
    count = 1
    for side in item_shape:
        count *= side
    return f"{count:,} number{'s' if count != 1 else ''}"


def plain(text: str) -> str:
    """Return a person's text with every sign that Markdown reads taken literally, on one line."""
    safe = "".join(f"\\{sign}" if sign in r"\`*_{}[]()#+-.!|<>~$:&" else sign for sign in text)
    return " ".join(safe.split())


def say(fault: object) -> None:
    """Show what went wrong; the one way to, for the text of an error may hold a person's words."""
    st.error(plain(str(fault)), icon=":material/error:")


def warn(sentence: object) -> None:
    """Show what is missing on a page that goes on without it."""
    st.warning(plain(str(sentence)), icon=":material/warning:")


def note(sentence: object, icon: str) -> None:
    """Show for a few seconds that something was done."""
    st.toast(plain(str(sentence)), icon=icon)


def say_briefly(fault: object) -> None:
    """Show what went wrong for a few seconds, where a button's answer has no place of its own."""
    st.toast(plain(str(fault)), icon=":material/error:")
