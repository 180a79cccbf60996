"""``kill -9`` at any moment leaves a run that opens, shows as interrupted, and trains on as if nothing had happened."""

import os
import random
import signal

import numpy as np
import pytest

from genlab.data.named import load
from genlab.errors import JobError
from genlab.jobs import client
from genlab.jobs.processes import launch
from genlab.store import Run, Store
from genlab.training.build import start

from .conftest import tiny_spec, wait_for

KILLS = 5
SEED = random.SystemRandom().randrange(10**6)


@pytest.fixture
def worker():
    """Start a real worker for a queued run; none is left behind."""
    processes = []

    def begin(store: Store, run: Run):
        store.jobs.open()
        store.jobs.enqueue(run.id)
        processes.append(launch(store, "genlab.jobs.worker", run.id))
        return processes[-1]

    yield begin
    for process in processes:
        process.kill()
        process.wait()


def test_killed_run_is_loadable_interrupted_and_resumes_to_the_same_weights(store, worker, monkeypatch):
    monkeypatch.setattr(client, "ensure_supervisor", lambda _: None)  # the workers here are started by hand
    chance = random.Random(SEED)
    print(f"kills are seeded with {SEED}")  # noqa: T201
    spec = tiny_spec(epochs=200)
    trainer = start(spec, load("digits"))
    total = trainer.total_steps
    run = store.create_run(spec)
    for life in range(KILLS):
        process = worker(store, run)
        target = chance.randrange(life * total // (2 * KILLS), (life + 1) * total // (2 * KILLS))
        wait_for(lambda: run.status().state == "running" or process.poll() is not None, "the worker begins")  # noqa: B023
        wait_for(lambda: run.status().step >= target or process.poll() is not None, f"step {target}")  # noqa: B023
        os.kill(process.pid, signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL, "the training ended before it was killed"

        again = Store(store.root).run(run.id)
        assert again.status().state == "interrupted"
        assert [found.state for found in store.runs()] == ["interrupted"]
        records = [record for record in again.metrics() if "values" in record]
        assert [record["step"] for record in records] == sorted({record["step"] for record in records})
        if again.checkpoints():
            kept = again.checkpoint()
            assert kept.info["step"] == kept.step
            assert kept.trainer
        client.resume(store, run.id)
        assert run.status().state == "queued"
        with pytest.raises(JobError, match="is queued"):
            client.resume(store, run.id)

    process = worker(store, run)
    assert process.wait(timeout=200) == 0
    assert run.status().state == "finished"
    trainer.step(total)
    weights = run.checkpoint(total).model
    for name, array in trainer.state().model.items():
        np.testing.assert_array_equal(weights[name], array, err_msg=f"{name}, seed {SEED}")


def test_terminated_worker_stops_with_a_checkpoint(store, worker):
    run = store.create_run(tiny_spec(epochs=20_000))
    process = worker(store, run)
    wait_for(lambda: run.status().step > 0, "the training begins")
    process.terminate()
    assert process.wait(timeout=100) == 0
    status = run.status()
    assert status.state == "stopped"
    assert run.checkpoints()[-1] == status.step > 0


def test_worker_leaves_a_withdrawn_run_alone(store, worker):
    run = store.create_run(tiny_spec())
    process = worker(store, run)
    run.order("stop")
    assert process.wait(timeout=100) == 0
    assert run.status().state == "stopped"
    assert run.checkpoints() == []
