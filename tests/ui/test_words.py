from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from genlab.store.status import STATES
from genlab.ui.words import ACTIVE, RESUMABLE, duration, number, plain, shape_words, state_words


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_its_own_word_and_icon(state):
    others = [state_words(other) for other in STATES if other != state]
    words = state_words(state)
    assert words.word
    assert words.icon.startswith(":material/")
    assert words.word not in [other.word for other in others]
    assert words.icon not in [other.icon for other in others]


def test_states_that_can_be_resumed_are_over():
    assert not set(ACTIVE) & set(RESUMABLE)


@pytest.mark.parametrize(
    ("seconds", "words"), [(None, "unknown"), (-1, "0 s"), (8.4, "8 s"), (200, "3 min 20 s"), (7500, "2 h 5 min")]
)
def test_duration_is_said_in_two_units_at_most(seconds, words):
    assert duration(seconds) == words


@pytest.mark.parametrize(
    ("value", "words"), [(8.0, "8"), (60000.0, "60,000"), (0.123456, "0.1235"), (1234.56, "1,234.6")]
)
def test_number_has_the_digits_that_matter(value, words):
    assert number(value) == words


@pytest.mark.parametrize(
    ("shape", "words"),
    [((1, 28, 28), "28×28 px, grey"), ((3, 8, 16), "16×8 px, colour"), ((2,), "2 numbers"), ((1,), "1 number")],
)
def test_shape_is_said_in_words(shape, words):
    assert shape_words(shape) == words


def test_plain_text_leaves_markdown_nothing_to_read():
    assert plain("**bold** [link](x) <b>") == r"\*\*bold\*\* \[link\]\(x\) \<b\>"
    assert plain("two\nlines") == "two lines"


def test_faults_are_shown_by_the_functions_that_make_a_persons_text_safe_and_by_nothing_else():
    root = Path(__file__).resolve().parents[2]
    pages = [*(root / "genlab" / "ui").rglob("*.py"), *(root / "pages").glob("*.py")]
    assert len(pages) > 40
    ways = ("st.error(", "st.warning(", "st.toast(", "st.exception(")
    found = {page.name for page in pages if any(way in page.read_text() for way in ways)}
    assert found == {"words.py"}


@pytest.mark.parametrize(("show", "kind"), [("say", "error"), ("warn", "warning"), ("say_briefly", "toast")])
def test_fault_with_a_persons_text_is_shown_as_it_was_typed(show, kind):
    script = f"from genlab.ui.words import {show}\n{show}(ValueError('no run **bold** <b> :red[x]'))"
    (shown,) = getattr(AppTest.from_string(script).run(), kind)
    assert shown.value == r"no run \*\*bold\*\* \<b\> \:red\[x\]"
