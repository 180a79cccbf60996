"""The worker in this process: what it writes, and how it obeys."""

import threading
from pathlib import Path

import numpy as np
import pytest

from genlab.data.named import load
from genlab.errors import BrokenRunError, DivergedError, JobError, StoreError
from genlab.jobs.worker import train
from genlab.store import Run
from genlab.training.build import start
from genlab.training.config import DataConfig, RunSpec
from genlab.training.presets import spec_for

from .conftest import tiny_spec, wait_for


def final_weights(spec: RunSpec) -> dict[str, np.ndarray]:
    trainer = start(spec, load(spec.data.name))
    trainer.step(trainer.total_steps)
    return trainer.state().model


def assert_weights_equal(run: Run, weights: dict[str, np.ndarray]) -> None:
    kept = run.checkpoint().model
    assert kept.keys() == weights.keys()
    for name, array in weights.items():
        np.testing.assert_array_equal(kept[name], array, err_msg=name)


def events(run: Run) -> list[tuple[str, dict]]:
    return [(record["event"], record["payload"]) for record in run.metrics() if "event" in record]


@pytest.fixture
def aside():
    """Do something in another thread while the worker trains in this one."""
    threads, faults = [], []

    def begin(work):
        def guarded():
            try:
                work()
            except BaseException as fault:
                faults.append(fault)

        threads.append(threading.Thread(target=guarded))
        threads[-1].start()

    yield begin
    for thread in threads:
        thread.join()
    assert not faults, faults


def test_trained_run_is_finished_and_ready_to_explore(store, spec):
    run = store.create_run(spec)
    reports = []
    status = train(run, lambda report, now: reports.append((report.step, now.state, report.values)))
    assert (status.state, status.step, status.epoch, status.preparing) == ("finished", 240, 20.0, False)
    assert status.total_steps == 240
    assert status.seconds > 0
    assert reports[0][0] == 1, "the first report comes after the first step"
    assert reports[-1][0] == 240
    records = run.metrics()
    assert [record["step"] for record in records] == [step for step, _, _ in reports]
    assert records[-1]["values"]["loss"] < records[0]["values"]["loss"]
    assert records[-1]["held_out"].keys() == {"loss", "recon_loss", "kl"}
    assert run.checkpoints()[-1] == 240
    assert len(run.checkpoints()) >= 3, "the training can be looked back on"
    assert run.preview()[1]["step"] == 240
    assert run.facts.n_items == 1797
    assert run.graph("decoder") is not None
    assert {"codes-240", "map-pca-240", "effects-240"} <= {
        key for key in ("codes-240", "map-pca-240", "effects-240") if run.cache_get(key)
    }


def test_run_has_the_weights_of_the_bare_trainer(store, spec):
    run = store.create_run(spec)
    train(run)
    assert_weights_equal(run, final_weights(spec))


@pytest.mark.parametrize(("preset", "name"), [("gan", "ring"), ("gan", "digits"), ("ae", "digits")])
def test_other_models_are_trained_by_the_same_worker(store, preset, name):
    spec = spec_for(preset, load(name), DataConfig(name=name), {"epochs": "2"})
    run = store.create_run(spec)
    assert train(run).state == "finished"
    assert_weights_equal(run, final_weights(spec))


def test_stopped_run_is_kept_at_its_last_step_and_trains_on_bit_equal(store, spec):
    run = store.create_run(spec)
    stopped = train(run, lambda report, _: run.order("stop") if report.step < 100 else None)
    assert stopped.state == "stopped"
    assert 0 < stopped.step < 240
    assert run.checkpoints()[-1] == stopped.step == run.metrics()[-1]["step"]
    assert run.cache_get(f"map-pca-{stopped.step}") is not None, "a stopped run opens at once too"
    resumed = train(store.run(run.id))
    assert (resumed.state, resumed.step) == ("finished", 240)
    assert resumed.seconds > stopped.seconds
    assert ("resume", {"step": stopped.step}) in events(run)
    steps = [record["step"] for record in run.metrics() if "step" in record]
    assert steps == sorted(set(steps))
    assert_weights_equal(run, final_weights(spec))


def test_paused_run_takes_single_steps_and_goes_on(store, aside):
    spec = tiny_spec(epochs=60)
    run = store.create_run(spec)
    run.order("pause")
    seen = []

    def person():
        wait_for(lambda: run.status().state == "paused", "the run pauses")
        for n, then in ((1, 1), (1, 2), (1, 3)):
            run.order("step", n=n)
            wait_for(lambda then=then: run.status().step == then, f"step {then} is taken")
            wait_for(lambda then=then: (run.preview() or (0, {"step": -1}))[1]["step"] == then, f"step {then} is shown")
            seen.append(run.status().state)
        seen.append(run.checkpoints())
        run.order("resume")

    aside(person)
    assert train(run).state == "finished"
    assert seen == ["paused", "paused", "paused", [0]]
    assert [record["step"] for record in run.metrics()][:3] == [1, 2, 3]
    assert_weights_equal(run, final_weights(spec))


def test_paused_run_is_kept_and_can_be_stopped(store, aside):
    run = store.create_run(tiny_spec(epochs=500))

    def person():
        wait_for(lambda: run.status().step > 0, "the run begins")
        run.order("pause")
        wait_for(lambda: run.status().state == "paused", "the run pauses")
        assert run.checkpoints()[-1] == run.status().step
        run.order("stop")

    aside(person)
    assert train(run).state == "stopped"


def test_order_to_set_changes_the_training_once_and_lasts_over_a_resume(store, spec):
    run = store.create_run(spec)
    ordered = []

    def person(report, _):
        if not ordered:
            ordered.append(report.step)
            run.order("set", learning_rate=0.0005, beta=0.25)
            run.order("set", batch_size=1)
            run.order("stop")

    train(run, person)
    told = events(run)
    assert told[0] == ("set", {"learning_rate": 0.0005, "beta": 0.25})
    assert told[1][0] == "refused"
    assert "batch_size" in told[1][1]["reason"]
    assert len(told) == 2
    assert run.checkpoint().info["spec"]["objective"]["beta"] == 0.25
    train(run)
    assert run.checkpoint().info["spec"]["training"]["learning_rate"] == 0.0005
    assert run.spec.training.learning_rate == spec.training.learning_rate


def test_diverged_run_fails_with_a_sentence_and_sound_weights(store):
    run = store.create_run(tiny_spec(epochs=50))
    with pytest.raises(DivergedError):
        train(run, lambda report, _: diverge(run))
    status = run.status()
    assert status.state == "failed"
    assert "diverged" in status.error
    assert "Its last sound checkpoint is step" in status.error
    assert "\n" not in status.error
    assert all(np.isfinite(array).all() for array in run.checkpoint().model.values())


def test_failure_names_no_checkpoint_as_sound_where_none_is(store):
    run = store.create_run(tiny_spec(epochs=50))
    train(run, lambda *_: run.order("stop"))
    for step in run.checkpoints():
        spoil(store.root / "runs" / run.id / "checkpoints" / str(step) / "model.safetensors")
    with pytest.raises(BrokenRunError):
        train(store.run(run.id))
    assert run.status().state == "failed"
    assert "is damaged: model.safetensors" in run.status().error
    assert "sound" not in run.status().error


def spoil(path: Path) -> None:
    """Change one byte; the file keeps its length."""
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)


def diverge(run: Run) -> None:
    """Spoil the training as a person would: the largest rate there is, and an absurd weight."""
    if run.status().active:
        run.order("set", learning_rate=1.0, beta=1000.0)


def test_run_that_diverges_at_once_keeps_its_first_weights(store):
    spec = tiny_spec().override({"learning_rate": 1.0, "beta": 1000.0, "latent_dim": 16})
    run = store.create_run(spec)
    with pytest.raises(DivergedError):
        train(run)
    assert run.status().state == "failed"
    assert all(np.isfinite(array).all() for array in run.checkpoint().model.values())


def test_finished_run_is_not_trained_again(store, spec):
    run = store.create_run(spec)
    with run.writer() as writer:
        writer.status(state="finished", total_epochs=20)
    with pytest.raises(JobError, match="finished its 20 epochs"):
        train(run)


def test_run_fails_in_a_sentence_when_its_data_are_gone(store):
    dataset = load("digits")
    name = store.sets.add(dataset)
    run = store.create_run(tiny_spec().override({"data.name": name}).model_copy())
    own = run.spec.model_copy(update={"data": DataConfig(name=name, own=True)})
    run = store.create_run(own)
    store.sets.delete(name)
    with pytest.raises(StoreError):
        train(run)
    assert run.status().state == "failed"
    assert "No data set" in run.status().error


def test_run_trains_on_own_data(store):
    name = store.sets.add(load("digits"))
    run = store.create_run(tiny_spec(epochs=2).model_copy(update={"data": DataConfig(name=name, own=True)}))
    assert train(run).state == "finished"
    assert_weights_equal(run, final_weights(tiny_spec(epochs=2)))


def test_fault_while_preparing_spoils_no_training(store, spec, monkeypatch):
    def fault(run):
        raise ZeroDivisionError("somewhere in a map")

    monkeypatch.setattr("genlab.jobs.worker.prepare_explorer", fault)
    run = store.create_run(spec)
    assert train(run).state == "finished"


def test_orders_to_a_worker_that_is_gone_are_not_obeyed_by_the_next(store, spec):
    run = store.create_run(spec)
    with run.writer() as writer:
        writer.status(state="running", pid=1, pid_started=1.0)
    assert run.status().state == "interrupted"
    (store.root / "runs" / run.id / "commands").mkdir()
    (store.root / "runs" / run.id / "commands" / "000001.json").write_text('{"kind": "stop", "payload": {}}')
    assert train(run).state == "finished"


def test_run_without_a_sound_checkpoint_begins_anew(store, spec):
    run = store.create_run(spec)
    train(run, lambda *_: run.order("stop") if run.status().active else None)
    for step in run.checkpoints():
        (store.root / "runs" / run.id / "checkpoints" / str(step) / "manifest.json").unlink()
    assert train(store.run(run.id)).state == "finished"
    assert_weights_equal(run, final_weights(spec))


@pytest.mark.parametrize("file", ["model.safetensors", "trainer.safetensors"])
def test_run_goes_on_before_damaged_checkpoints_which_are_no_longer_listed(store, spec, file):
    run = store.create_run(spec)

    def hold_and_stop(report, _):
        if report.step == 1:
            run.order("pause")  # which keeps a checkpoint
            run.order("step", n=50)
        elif report.step == 51:
            run.order("stop")

    assert train(run, hold_and_stop).step == 51
    *_, sound, damaged = run.checkpoints()
    spoil(store.root / "runs" / run.id / "checkpoints" / str(damaged) / file)
    assert train(store.run(run.id)).state == "finished"
    told = events(run)
    assert ("resume", {"step": sound}) in told
    reasons = [payload["reason"] for kind, payload in told if kind == "refused"]
    assert len(reasons) == 1, "a checkpoint that was removed is not met again"
    assert f"Checkpoint {damaged} is damaged: {file}" in reasons[0]
    assert all(run.checkpoint(step).trainer for step in run.checkpoints())  # each can be opened, or this raises
    assert_weights_equal(run, final_weights(spec))
