import re
from pathlib import Path

import pytest

from genlab.ui.glossary import SOURCE, found, glossary, meaning, prose, sort_key, term

ROOT = Path(__file__).resolve().parents[2]


def test_glossary_has_every_word_of_its_file():
    words = re.findall(r"^\*\*(.+)\*\*$", SOURCE.read_text(encoding="utf-8"), re.MULTILINE)
    assert list(glossary()) == words
    assert all(text and "\n" not in text and not text.startswith(":") for text in glossary().values())


def test_words_are_in_alphabetical_order():
    words = list(glossary())
    assert words == sorted(words, key=sort_key)


def test_greek_letters_marks_and_accents_stand_where_one_looks_for_them():
    words = [
        "t-SNE",
        "β (beta)",
        "Trustworthiness",
        "Bookmark",
        "kNN accuracy",
        "KL divergence",
        "Äpfel",
        "Autoencoder",
    ]
    assert sorted(words, key=sort_key) == [
        *("Äpfel", "Autoencoder", "β (beta)", "Bookmark", "KL divergence", "kNN accuracy"),
        *("Trustworthiness", "t-SNE"),
    ]


def test_search_finds_words_first_then_what_their_texts_say():
    assert list(found("")) == list(glossary())
    assert list(found("  KNN ")) == ["kNN accuracy"]
    assert list(found("posterior"))[:2] == ["Aggregate posterior", "Posterior (μ, σ)"]
    assert "Autoencoder" in found("squeezes")
    assert list(found("beta")) == ["β (beta)"]
    assert not found("no such word")


def test_meaning_is_found_whatever_the_case_and_the_note_in_brackets():
    assert meaning("latent space") == glossary()["Latent space"]
    assert meaning("β") == glossary()["β (beta)"]


def test_unknown_word_is_refused_with_the_nearest_one():
    with pytest.raises(LookupError, match="latent space"):
        meaning("latent spaces")


def test_term_can_be_reached_by_keyboard_and_says_what_it_means():
    html = term("code", "codes")
    assert html.startswith('<dfn class="gl-term" tabindex="0" title="The few numbers')
    assert html.endswith(">codes</dfn>")


def test_prose_explains_marked_words_and_escapes_the_rest():
    html = prose("a <b>, in [[nat|nats]] & [[prior]]")
    assert html.startswith("a &lt;b&gt;, in <dfn")
    assert " &amp; <dfn" in html
    assert html.count("<dfn") == 2


def test_every_word_marked_in_the_pages_is_in_the_glossary():
    marked = [
        found
        for folder in (ROOT / "genlab" / "ui", ROOT / "pages")
        for path in folder.glob("*.py")
        if path.name != "glossary.py"
        for found in re.findall(r"\[\[([^\]|{]+)(?:\|[^\]]+)?\]\]", path.read_text(encoding="utf-8"))
    ]
    assert marked
    for word in marked:
        assert meaning(word)
