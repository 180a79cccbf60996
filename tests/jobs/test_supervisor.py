"""The supervisor as a real process: queue, slots, warm workers, and what its own death leaves behind."""

import os
import shutil
import signal
import time

import psutil
import pytest

from genlab.data.named import load
from genlab.errors import JobError
from genlab.jobs import client
from genlab.jobs.processes import launch
from genlab.jobs.supervisor import Supervisor
from genlab.jobs.worker import train
from genlab.store import Store
from genlab.store.status import process_lives
from genlab.training.config import DataConfig
from genlab.training.presets import spec_for

from .conftest import tiny_spec, wait_for


@pytest.fixture
def supervise(store: Store):
    """Start supervisors with one slot; nothing of theirs is left running."""
    processes = []

    def begin(*arguments: str):
        store.jobs.touch()
        processes.append(launch(store, "genlab.jobs.supervisor", "--slots", "1", *arguments))
        wait_for(lambda: store.jobs.living("supervisor") == processes[-1].pid, "the supervisor begins")
        return processes[-1]

    yield begin
    if store.jobs.exists:
        for found in store.runs():
            if found.state in ("queued", "running", "paused"):
                store.run(found.id).order("stop")
        client.stop_supervisor(store)
        wait_for(lambda: all(run.state not in ("running", "paused") for run in store.runs()), "every training ends")
    for process in processes:
        process.wait(timeout=60)


def test_queue_outlives_its_supervisor_and_paused_runs_hold_no_slot(store, supervise):
    supervisor = supervise("--cold")
    first = store.run(client.start(store, tiny_spec(epochs=100_000), "first"))
    second = store.run(client.start(store, tiny_spec(epochs=50), "second"))
    wait_for(lambda: first.status().step > 0, "the first run begins")
    assert second.status().state == "queued"

    trainer = first.status().pid
    supervisor.kill()
    supervisor.wait()
    step = first.status().step
    wait_for(lambda: first.status().step > step, "the training goes on without a supervisor")
    assert first.status().pid == trainer

    supervise("--cold")
    step = first.status().step
    wait_for(lambda: first.status().step > step, "the training goes on with another supervisor")
    assert second.status().state == "queued", "the training of the earlier supervisor still holds the slot"

    first.order("pause")
    wait_for(lambda: second.status().state == "finished", "the second run trains in the free slot")
    assert first.status().state == "paused"
    first.order("stop")
    wait_for(lambda: first.status().state == "stopped" and not first.status().preparing, "the first run stops")
    wait_for(lambda: store.jobs.taken() == [] and store.jobs.queued() == [], "the books are closed")

    with pytest.raises(JobError, match="finished"):
        client.resume(store, second.id)
    client.resume(store, first.id)
    wait_for(lambda: first.status().state == "running", "the stopped run is resumed")


@pytest.mark.slow
def test_warm_workers_answer_are_replaced_and_end_with_their_supervisor(store, supervise):
    supervise()
    trained = store.run(client.start(store, tiny_spec(epochs=50), "trained"))
    wait_for(lambda: trained.status().state == "finished" and not trained.status().preparing, "it is trained")
    going_on = store.run(client.start(store, tiny_spec(epochs=100_000), "going on"))
    wait_for(lambda: going_on.status().step > 0, "another trains")
    wait_for(lambda: store.jobs.living("quick") is not None, "the warm worker is there")

    figures = client.ask(store, "evaluate", timeout_s=100, run=trained.id)
    assert figures["recon_mse"] > 0
    with pytest.raises(JobError, match="No run"):
        client.ask(store, "prepare", timeout_s=100, run="20000101-000000-0000")
    with pytest.raises(JobError, match="Unknown question 'divine'. Known: "):
        client.ask(store, "divine", timeout_s=100)

    quick = store.jobs.living("quick")
    os.kill(quick, signal.SIGKILL)
    wait_for(lambda: store.jobs.living("quick") not in (None, quick), "another warm worker takes its place")
    assert client.ask(store, "evaluate", timeout_s=100, run=trained.id) == figures

    wait_for(lambda: client.is_warm(store), "a warm trainer waits")
    waiting = [store.jobs.living(role) for role in ("quick", "trainer")]
    client.stop_supervisor(store)
    assert store.jobs.living("supervisor") is None
    assert not any(psutil.pid_exists(pid) for pid in waiting)
    assert going_on.status().state == "running", "trainings do not end with their supervisor"


@pytest.mark.slow
def test_two_models_of_points_race_in_one_slot(store, supervise):
    supervise()
    points = spec_for("gan", load("ring"), DataConfig(name="ring"), {"hidden": (8,), "epochs": 100_000, "threads": 1})
    racers = [store.run(client.start(store, points, name)) for name in "AB"]
    wait_for(lambda: all(run.status().step > 0 for run in racers), "both train")
    assert [run.status().state for run in racers] == ["running", "running"]
    third = store.run(client.start(store, points, "C"))
    pictures = store.run(client.start(store, tiny_spec(), "pictures"))
    step = racers[0].status().step
    wait_for(lambda: racers[0].status().step > step + 100, "the race goes on")
    assert [third.status().state, pictures.status().state] == ["queued", "queued"]


def test_second_supervisor_leaves_the_first_alone(store, supervise):
    first = supervise("--cold")
    second = launch(store, "genlab.jobs.supervisor")
    assert second.wait(timeout=60) == 0
    assert first.poll() is None
    client.ensure_supervisor(store)
    assert store.jobs.living("supervisor") == first.pid


def test_supervisor_ends_when_nobody_wants_it(supervise):
    assert supervise("--unwanted", "0.5").wait(timeout=60) == 0


def test_supervisor_ends_with_its_store(store, supervise):
    supervisor = supervise("--cold")
    shutil.rmtree(store.root, ignore_errors=True)
    shutil.rmtree(store.root, ignore_errors=True)
    assert supervisor.wait(timeout=60) == 0


def test_run_whose_worker_cannot_begin_fails_in_a_sentence(store, supervise):
    run = store.create_run(tiny_spec())
    (store.root / "runs" / run.id / "metrics.jsonl").mkdir()  # nothing can be recorded there
    store.jobs.open()
    store.jobs.enqueue(run.id)
    supervise("--cold")
    wait_for(lambda: store.jobs.queued() == [], "the run is given up")
    assert run.status().state in ("failed", "queued")
    assert store.jobs.taken() == []


def test_run_that_is_given_up_has_left_the_queue_when_its_failure_shows(store, monkeypatch):
    run = store.create_run(tiny_spec())
    store.jobs.open()
    store.jobs.enqueue(run.id)
    replace, waiting = os.replace, []

    def watch(source, target):
        replace(source, target)
        if run.status().state == "failed":
            waiting.append(store.jobs.queued())

    monkeypatch.setattr(os, "replace", watch)
    Supervisor(store, limit=1)._bury(run.id)
    assert waiting == [[]], "a wish to go on, given now, would be dropped with the first"


def test_wish_to_go_on_right_after_a_kill_is_not_lost(store, supervise):
    supervise("--cold")
    run = store.run(client.start(store, tiny_spec(epochs=100_000)))
    for _ in range(2):
        wait_for(lambda: run.status().state == "running", "it trains")
        os.kill(run.status().pid, signal.SIGKILL)
        wait_for(lambda: run.status().state == "interrupted", "its end is seen")
        client.resume(store, run.id)
        wait_for(lambda: run.status().state != "queued", "it is taken up again")
        assert run.status().state == "running", run.status().error


def test_questions_that_a_worker_takes_with_it_are_answered_at_once(store, supervise):
    supervisor = supervise()
    wait_for(lambda: store.jobs.living("quick") is not None, "the warm worker is there")
    quick = store.jobs.living("quick")
    begun = psutil.Process(quick).create_time()
    os.kill(quick, signal.SIGSTOP)
    question = {"kind": "evaluate", "arguments": {"run": "none"}}
    lost = store.jobs.ask(question)
    time.sleep(0.2)  # it is passed on
    supervisor.send_signal(signal.SIGSTOP)  # it sees the death and the next question in one look
    os.kill(quick, signal.SIGKILL)
    wait_for(lambda: not process_lives(quick, begun), "it is gone")
    next_one = store.jobs.ask(question)
    supervisor.send_signal(signal.SIGCONT)
    wait_for(lambda: all(map(store.jobs.answered, (lost, next_one))), "both are answered")
    assert "ended while it answered" in store.jobs.answered(lost)["error"]
    # one that is passed on while the last threads of the dying one end is lost with it too, and told so
    assert any(words in store.jobs.answered(next_one)["error"] for words in ("No run", "ended while it answered"))


def test_question_nobody_answers_is_withdrawn(store, monkeypatch):
    monkeypatch.setattr(client, "ensure_supervisor", lambda _: None)
    with pytest.raises(JobError, match="did not answer 'prepare' within 0.05 s"):
        client.ask(store, "prepare", timeout_s=0.05, run="a")
    assert store.jobs.questions() == []


def test_ensure_supervisor_is_started_once_by_a_server_that_asks_often(store):
    try:
        for _ in range(5):
            client.ensure_supervisor(store)
        wait_for(lambda: store.jobs.living("supervisor") is not None, "the supervisor begins")
        pid = store.jobs.living("supervisor")
        client.ensure_supervisor(store)
        assert store.jobs.living("supervisor") == pid
    finally:
        client.stop_supervisor(store)
    assert store.jobs.living("supervisor") is None


def test_slots_are_half_the_processors(monkeypatch):
    for processors, expected in ((None, 1), (1, 1), (2, 1), (8, 4)):
        monkeypatch.setattr(os, "cpu_count", lambda processors=processors: processors)
        assert client.slots() == expected


def test_run_trained_in_the_foreground_is_followed_like_any_other(store):
    run = store.create_run(tiny_spec(epochs=2))
    seen = []
    train(run, lambda report, _: seen.append(Store(store.root).runs()[0].state))
    assert set(seen) == {"running"}
    assert store.jobs.taken() == []
