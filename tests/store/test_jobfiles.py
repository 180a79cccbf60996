import os

import pytest

from genlab.store.jobfiles import JobFiles


@pytest.fixture
def jobs(store) -> JobFiles:
    store.jobs.open()
    return store.jobs


def test_queue_is_oldest_first_and_a_taken_run_waits_no_more(jobs):
    for i, run_id in enumerate(["c", "a", "b"]):
        jobs.enqueue(run_id)
        os.utime(jobs.log("x").parent / "queue" / run_id, ns=(i * 10**9, i * 10**9))
    assert jobs.queued() == ["c", "a", "b"]
    jobs.take("a")
    assert (jobs.queued(), jobs.taken()) == (["c", "b"], ["a"])
    jobs.drop("a")
    jobs.drop("c")
    assert (jobs.queued(), jobs.taken()) == (["b"], [])


def test_take_of_a_run_that_never_waited_is_fine(jobs):
    jobs.take("foreground")
    assert jobs.taken() == []


def test_question_is_answered_once(jobs):
    name = jobs.ask({"kind": "prepare", "arguments": {"run": "a"}})
    assert jobs.questions() == [name]
    assert jobs.question(name) == {"kind": "prepare", "arguments": {"run": "a"}}
    assert jobs.answered(name) is None
    jobs.answer(name, {"answer": {"x": 1}})
    assert jobs.questions() == []
    assert jobs.answered(name) == {"answer": {"x": 1}}
    jobs.withdraw(name)
    assert jobs.answered(name) is None


def test_answer_to_a_withdrawn_question_is_not_kept(jobs):
    name = jobs.ask({"kind": "evaluate", "arguments": {}})
    jobs.withdraw(name)
    jobs.answer(name, {"answer": {}})
    assert jobs.answered(name) is None
    assert jobs.question(name) is None


def test_role_is_held_by_a_living_process_alone(jobs):
    assert jobs.living("supervisor") is None
    jobs.announce("supervisor")
    assert jobs.living("supervisor") == os.getpid()
    jobs.leave("supervisor")
    assert jobs.living("supervisor") is None
    (jobs.log("x").parent / "supervisor.json").write_text('{"pid": 1, "pid_started": 0}')
    assert jobs.living("supervisor") is None


def test_wanted_tells_how_long_ago(jobs):
    assert jobs.wanted_s() == float("inf")
    jobs.touch()
    assert jobs.wanted_s() < 60
