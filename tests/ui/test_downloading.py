import pytest
from streamlit.testing.v1 import AppTest

from genlab.jobs.client import download
from genlab.ui.words import plain


def _page(root: str, name: str) -> None:
    import streamlit as st

    from genlab.store import Store
    from genlab.training.config import DataConfig
    from genlab.ui.downloading import open_or_offer

    data = open_or_offer(Store(root), DataConfig(name=name))
    if data is not None:
        st.text(f"{data.name}: {len(data)} items")


def shown(store, name: str) -> AppTest:
    return AppTest.from_function(_page, args=(str(store.root), name), default_timeout=60).run()


def test_data_that_are_here_are_opened(store):
    page = shown(store, "digits")
    assert [text.value for text in page.text] == ["digits: 1797 items"]
    assert not page.button


def test_a_set_that_is_slow_to_draw_is_drawn_by_another_process(store, monkeypatch):
    assert store.sets.is_undrawn("shapes-32")
    monkeypatch.setattr("genlab.data.named.load", None)  # the page itself draws nothing
    page = shown(store, "shapes-32")
    assert not page.exception
    assert page.text[0].value.startswith("shapes-32: ")
    assert not store.sets.is_undrawn("shapes-32")


def test_a_set_that_is_not_here_is_offered(store):
    page = shown(store, "lfw")
    assert not page.exception
    assert "It is not on this machine yet." in page.text[0].value
    assert [button.label for button in page.button] == ["Download (about 243 MB)"]
    assert page.code[0].value == "python -m genlab data lfw --from PATH"
    assert not page.error


def test_a_running_download_shows_how_far_it_has_come(store):
    store.jobs.open()
    store.jobs.report_download("lfw", {"state": "running", "done": 61_000_000, "total": 243_000_000, "error": ""})
    page = shown(store, "lfw")
    assert not page.exception
    assert not page.button
    assert page.get("progress")[0].proto.value == 25
    assert page.get("progress")[0].proto.text == "61.0 of about 243 MB from ndownloader.figshare.com"


def test_a_failed_download_says_why_and_can_be_tried_again(store):
    store.jobs.open()
    store.jobs.report_download("lfw", {"state": "failed", "done": 0, "total": 1, "error": "No *network*."})
    page = shown(store, "lfw")
    assert page.error[0].value == plain("No *network*.")
    assert page.button


def test_a_download_whose_process_died_can_be_tried_again(store, monkeypatch):
    store.jobs.open()
    monkeypatch.setattr(
        "genlab.store.jobfiles.identity", lambda: {"pid": 2**22 + 1, "pid_started": 1.0, "host": "here"}
    )
    store.jobs.report_download("lfw", {"state": "running", "done": 5, "total": 10, "error": ""})
    page = shown(store, "lfw")
    assert "ended before it was complete" in page.error[0].value
    assert page.button


@pytest.mark.usefixtures("no_network")
def test_the_button_starts_a_download(store):
    page = shown(store, "olivetti")
    page.button[0].click().run()
    assert not page.exception
    assert store.jobs.download("olivetti") is not None
    download(store, "olivetti")  # whether or not it has failed by now, a second one does no harm
