import pytest
from streamlit.testing.v1 import AppTest

from genlab.store import RunSummary
from genlab.ui.picker import SHOWN_FIRST, can_be_explored, default_run, run_labels


def summary(run_id: str, **facts) -> RunSummary:
    return RunSummary.parse({"id": run_id, "name": "mine", "state": "finished", "step": 5, **facts})


def test_no_two_runs_have_the_same_line():
    labels = run_labels([summary("a", created=1e9), summary("b", created=1e9), summary("c", created=2e9)])
    assert len(set(labels.values())) == 3
    assert all("mine" in line and "finished" in line for line in labels.values())


def test_newcomer_is_shown_the_gallerys_digits_vae_and_else_what_there_is():
    own = summary("own", data="digits", family="autoencoder")
    gan = summary("g1", data="digits", family="gan", gallery=True)
    vae = summary(SHOWN_FIRST, data="digits", family="autoencoder", gallery=True)
    assert default_run([own, gan, vae]).id == SHOWN_FIRST
    assert default_run([own, gan]).id == "g1"
    assert default_run([own]).id == "own"
    assert default_run([]) is None


@pytest.mark.parametrize(
    ("state", "step", "possible"),
    [("queued", 0, False), ("running", 0, False), ("running", 9, True), ("stopped", 9, True), ("broken", 9, False)],
)
def test_run_can_be_explored_once_it_has_learned(state, step, possible):
    assert can_be_explored(summary("a", state=state, step=step)) == possible


def test_choice_of_a_line_that_has_changed_meanwhile_is_understood():
    def script():
        import streamlit as st

        from genlab.store import RunSummary
        from genlab.ui.picker import chosen_run

        state = st.session_state.get("state", "running")
        runs = [
            RunSummary.parse({"id": name, "name": name, "state": state, "created": 1e9, "family": "gan"})
            for name in ("first", "second")
        ]
        st.session_state.chosen = chosen_run(runs, key="pick", default=runs[0], label="Run", about="A run.")

    page = AppTest.from_function(script).run()
    assert page.session_state.chosen == "first"
    page.selectbox(key="pick").select_index(1)
    page.session_state.state = "finished"  # every line is another one when the choice arrives
    page.run()
    assert not page.exception
    assert page.session_state.chosen == "second"
    assert page.query_params["run"] == "second"
