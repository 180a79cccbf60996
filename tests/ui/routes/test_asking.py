"""Questions of the page, asked as a browser asks them; a thread of this process is the warm worker."""

import threading

import pytest

from genlab.errors import JobError
from genlab.jobs.asked import ASKED
from genlab.jobs.client import ask_while
from genlab.jobs.quick import KINDS, answer
from genlab.ui.routes.asking import MOST_BYTES, ask_path


@pytest.fixture
def worker(own_store):
    """Answer what is asked of the store, as the warm worker does."""
    jobs = own_store.jobs
    jobs.open()
    jobs.announce("supervisor")  # so that no process is started
    done = threading.Event()

    def work() -> None:
        while not done.wait(0.005):
            for name in jobs.questions():
                question = jobs.question(name)
                if question is not None:
                    jobs.answer(name, answer(own_store, question))

    thread = threading.Thread(target=work)
    thread.start()
    yield
    done.set()
    thread.join()
    jobs.leave("supervisor")


def test_question_is_answered_by_the_warm_worker(client, worker, digits):
    told = client.post(f"{ask_path('digits-vae', digits.step)}/warm", json={})
    assert (told.status_code, told.json()) == (200, {"latentDim": digits.codes.shape[1]})


@pytest.mark.parametrize(
    ("path", "sent", "status", "word"),
    [
        ("digits-vae/{step}/ask/film", "{}", 404, "Unknown question 'film'"),
        ("digits-vae/{step}/ask/evaluate", "{}", 404, "Unknown question"),
        ("digits-vae/{step}/ask/warm", "[1]", 400, "JSON object"),
        ("digits-vae/{step}/ask/warm", "{", 400, "JSON object"),
        ("digits-vae/{step}/ask/warm", '{"store": "x"}', 400, "store"),
        ("digits-vae/{step}/ask/warm", " " * (MOST_BYTES + 1), 400, "at most"),
        ("nobody/{step}/ask/warm", "{}", 404, "nobody"),
        ("digits-vae/77777/ask/warm", "{}", 500, "no checkpoint 77777"),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_sentence(client, worker, digits, path, sent, status, word):
    told = client.post("/genlab/runs/" + path.format(step=digits.step), content=sent)
    assert told.status_code == status
    assert word in told.json()["error"]
    assert "Traceback" not in told.text


def test_page_from_elsewhere_may_not_ask(client, worker, digits):
    address = f"{ask_path('digits-vae', digits.step)}/warm"
    assert client.post(address, json={}, headers={"origin": "http://evil.example"}).status_code == 403
    assert client.post(address, json={}, headers={"origin": "http://testserver"}).status_code == 200


def test_question_that_nobody_waits_for_is_withdrawn(own_store):
    own_store.jobs.open()
    own_store.jobs.announce("supervisor")
    with pytest.raises(JobError, match="Nobody waits"):
        ask_while(own_store, "warm", lambda: False, 60.0, {"run": "digits-vae", "step": 1})
    assert own_store.jobs.questions() == []


def test_every_question_of_the_page_has_an_answer():
    assert all(kind in KINDS for kind in ASKED)
