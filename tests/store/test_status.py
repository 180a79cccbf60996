import subprocess
import sys
import time

import psutil
import pytest

from genlab.store.status import HEARTBEAT_LIMIT_S, RunStatus, identity, is_alive, machine


@pytest.fixture
def alive() -> RunStatus:
    return RunStatus(state="running", heartbeat=time.time(), **identity())


@pytest.fixture
def ended_process():
    process = subprocess.Popen([sys.executable, "-c", "pass"])
    started = psutil.Process(process.pid).create_time()
    process.wait()
    return {"pid": process.pid, "pid_started": started}


def test_own_process_is_alive(alive):
    assert is_alive(alive)


def test_ended_process_is_not_alive(alive, ended_process):
    assert not is_alive(alive.model_copy(update=ended_process))


def test_zombie_is_not_alive(alive):
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    status = alive.model_copy(update={"pid": process.pid, "pid_started": psutil.Process(process.pid).create_time()})
    assert is_alive(status)
    process.kill()
    while psutil.Process(process.pid).status() != psutil.STATUS_ZOMBIE:
        time.sleep(0.01)
    assert not is_alive(status)
    process.wait()


def test_other_process_with_the_same_number_is_not_taken_for_the_worker(alive):
    assert not is_alive(alive.model_copy(update={"pid_started": alive.pid_started - 100}))


def test_silent_worker_is_not_alive(alive):
    assert not is_alive(alive, now_s=alive.heartbeat + HEARTBEAT_LIMIT_S + 1)


def test_worker_on_another_machine_is_judged_by_its_heartbeat(alive, ended_process):
    elsewhere = alive.model_copy(update={**ended_process, "host": machine() + "-other"})
    assert is_alive(elsewhere)
    assert not is_alive(elsewhere, now_s=alive.heartbeat + HEARTBEAT_LIMIT_S + 1)


@pytest.mark.parametrize("state", ["running", "paused"])
def test_run_of_a_dead_worker_shows_as_interrupted(store, run, ended_process, state):
    with run.writer() as writer:
        writer.status(state=state, step=7, eta_s=3.0, **ended_process)
    status = run.status()
    assert (status.state, status.step, status.eta_s) == ("interrupted", 7, None)
    assert store.runs()[0].state == "interrupted"


def test_run_whose_worker_died_while_preparing_is_finished(run, ended_process):
    with run.writer() as writer:
        writer.status(state="finished", preparing=True, **ended_process)
    assert (run.status().state, run.status().preparing) == ("finished", False)
