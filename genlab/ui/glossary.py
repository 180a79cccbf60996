"""The words of ``docs/glossary.md`` where they are needed: under the pointer, and in one list."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from genlab.errors import closest
from genlab.ui.markup import Html, markup

SOURCE = Path(__file__).resolve().parents[2] / "docs" / "glossary.md"
_ENTRY = re.compile(r"^\*\*(?P<word>[^*]+)\*\*\n: (?P<text>.+?)(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)
_MARKED = re.compile(r"\[\[([^\]|]+)(?:\|([^\]]+))?\]\]")


@cache
def glossary() -> dict[str, str]:
    """Return each word with what it means, in the order of the file; none if genlab came without its documents."""
    if not SOURCE.is_file():
        return {}
    text = SOURCE.read_text(encoding="utf-8")
    return {
        entry["word"].strip(): re.sub(r"\*([^*]+)\*", r"\1", " ".join(entry["text"].split()))
        for entry in _ENTRY.finditer(text)
    }


def sort_key(word: str) -> tuple[str, str]:
    """Return what the glossary is sorted by: letters alone, without accents, and Greek ones by their names."""
    spelled = "".join(
        unicodedata.name(sign).rsplit(" ", 1)[-1] if "GREEK" in unicodedata.name(sign, "") else sign
        for sign in re.sub(r"\s*\(.*\)$", "", word)
    )
    bare = unicodedata.normalize("NFKD", spelled).casefold()
    return "".join(sign for sign in bare if sign.isalnum()), word


def found(search: str) -> dict[str, str]:
    """Return the words that hold all that is searched for, then those whose texts do."""
    wanted = search.casefold().split()
    words = {word for word in glossary() if all(part in word.casefold() for part in wanted)}
    texts = {word for word, text in glossary().items() if all(part in f"{word} {text}".casefold() for part in wanted)}
    return {word: glossary()[word] for chosen in (words, texts - words) for word in glossary() if word in chosen}


def meaning(word: str) -> str:
    """Return what a word of the glossary means; case, and a note in brackets after it, do not matter.

    Raises
    ------
    LookupError
        If the glossary does not have it: a page must not mark a word that nothing explains.
    """
    text = _by_key().get(_key(word))
    if text is None:
        raise LookupError(f"'{word}' is not in docs/glossary.md.{closest(_key(word), list(_by_key()))}")
    return text


def term(word: str, shown: str = "") -> Html:
    """Return a word that says what it means when it is pointed at, focused or touched.

    Parameters
    ----------
    word : str
        A word of the glossary.
    shown : str
        How it stands in the sentence (``codes`` for ``code``); by default as given.
    """
    if not glossary():
        return markup(shown or word)
    return Html(f'<dfn class="gl-term" tabindex="0" title="{escape(meaning(word))}">{escape(shown or word)}</dfn>')


def prose(text: str) -> Html:
    """Return a sentence of ours with its ``[[words]]``, or ``[[word|as shown]]``, explained; the rest is escaped."""
    made, end = "", 0
    for mark in _MARKED.finditer(text):
        made += escape(text[end : mark.start()]) + term(mark[1], mark[2] or "")
        end = mark.end()
    return Html(made + escape(text[end:]))


def explained(text: str) -> None:
    """Show a sentence of ours with its ``[[words]]`` explained (:func:`prose`)."""
    st.html(f'<p class="gl-prose">{prose(text)}</p>')


@cache
def _by_key() -> dict[str, str]:
    return {_key(word): text for word, text in glossary().items()}


def _key(word: str) -> str:
    return re.sub(r"\s*\(.*\)$", "", word).strip().casefold()
