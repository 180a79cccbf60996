"""The worker in this process: steps of one side, of an epoch, phase by phase, and back to a checkpoint."""

import threading

import numpy as np
import pytest

from genlab.data.named import load
from genlab.errors import JobError
from genlab.jobs.client import go_back
from genlab.jobs.worker import train
from genlab.models.config import GanConfig, MlpConfig
from genlab.store import Run
from genlab.training.build import start
from genlab.training.config import DataConfig, NonSaturatingConfig, RunSpec, TrainingConfig

from .conftest import tiny_spec, wait_for


def tiny_gan() -> RunSpec:
    return RunSpec(
        data=DataConfig(name="digits"),
        model=GanConfig(latent_dim=2, body=MlpConfig(hidden=(16,))),
        objective=NonSaturatingConfig(),
        training=TrainingConfig(epochs=400, checkpoint_every=0.1, threads=1, precision="float32"),
    )


def events(run: Run) -> list[tuple[str, dict]]:
    return [(record["event"], record["payload"]) for record in run.metrics() if "event" in record]


def is_at(run: Run, state: str, step: int):
    def holds() -> bool:
        now = run.status()
        return (now.state, now.step) == (state, step)

    return holds


@pytest.fixture
def person():
    """Do what a person does, in another thread, while the worker trains in this one; its faults fail the test."""
    begun = []

    def begin(run: Run, work):
        faults = []

        def guarded():
            try:
                work()
            except BaseException as fault:
                faults.append(fault)
            finally:
                if run.status().active:
                    run.order("stop")

        thread = threading.Thread(target=guarded)
        begun.append((thread, faults))
        thread.start()

    yield begin
    for thread, faults in begun:
        thread.join()
        assert not faults, faults


def paused(store, spec: RunSpec) -> Run:
    run = store.create_run(spec)
    run.order("pause")
    return run


def test_step_of_an_epoch_ends_with_the_epoch(store, person):
    run = paused(store, tiny_spec(epochs=60))  # 12 steps an epoch

    def work():
        wait_for(is_at(run, "paused", 0), "it pauses")
        run.order("step", n=5)
        wait_for(is_at(run, "paused", 5), "five steps are taken")
        run.order("step", until="epoch")
        wait_for(is_at(run, "paused", 12), "the epoch ends")

    person(run, work)
    assert train(run).step == 12


def test_step_of_one_side_is_told_and_the_other_side_stands_still(store, person):
    run = paused(store, tiny_gan())

    def work():
        wait_for(is_at(run, "paused", 0), "it pauses")
        run.order("step", n=3, side="discriminator")
        wait_for(is_at(run, "paused", 3), "three steps are taken")
        run.order("step", side="both")
        wait_for(is_at(run, "paused", 4), "one more is taken")

    person(run, work)
    train(run)
    assert ("step", {"n": 3, "side": "discriminator"}) in events(run)
    alone = start(run.spec, load("digits"))
    alone.step(3, "discriminator")
    alone.step(1)
    kept = run.checkpoint().model
    assert all(np.array_equal(kept[name], array) for name, array in alone.state().model.items())


def test_side_is_refused_where_there_is_no_game(store, person):
    run = paused(store, tiny_spec(epochs=60))

    def work():
        wait_for(is_at(run, "paused", 0), "it pauses")
        run.order("step", side="generator")
        wait_for(lambda: any(kind == "refused" for kind, _ in events(run)), "it is refused")

    person(run, work)
    assert train(run).step == 0


def test_phases_are_shown_one_by_one_and_the_step_is_the_usual_one(store, person):
    run = paused(store, tiny_spec(epochs=60))
    seen = []

    def work():
        wait_for(is_at(run, "paused", 0), "it pauses")
        for number in range(7):
            run.order("phase")
            wait_for(lambda number=number: (look := run.look(number - 1)) is not None and look.seq == number, "a phase")
            look = run.look()
            seen.append((look.facts["step"], look.facts["phase"]["name"]))
            assert look.facts["lines"]["text"]
        wait_for(is_at(run, "paused", 1), "the first step is counted once the second begins")
        run.order("pause")  # any other order runs the step under way to its end
        wait_for(is_at(run, "paused", 2), "the second step is done")

    person(run, work)
    assert train(run).step == 2
    names = ["encode", "reparameterize", "decode", "loss", "gradients", "update", "encode"]
    assert seen == [(0, name) for name in names[:6]] + [(1, "encode")]
    bare = start(run.spec, load("digits"))
    bare.step(2)
    kept = run.checkpoint().model
    assert all(np.array_equal(kept[name], array) for name, array in bare.state().model.items())


def test_phases_follow_each_other_by_themselves_until_held(store, person):
    run = paused(store, tiny_gan())

    def work():
        wait_for(is_at(run, "paused", 0), "it pauses")
        run.order("phase", every_s=0.01)
        wait_for(lambda: run.status().step >= 1, "a step is played through")
        run.order("resume")
        wait_for(lambda: run.status().step > 30, "it goes on by itself")

    person(run, work)
    assert train(run).step > 30
    assert run.look().facts["every_s"] > 0


@pytest.mark.parametrize(
    ("order", "ends_at"),
    [({}, 1), ({"n": 3}, 3), ({"until": "epoch"}, 12)],
)
def test_step_that_is_open_is_the_first_of_those_ordered(store, person, order, ends_at):
    run = paused(store, tiny_spec(epochs=60))  # 12 steps an epoch

    def work():
        wait_for(is_at(run, "paused", 0), "it pauses")
        run.order("phase")
        wait_for(lambda: run.look() is not None, "a phase is shown")
        assert not run.look().facts.get("left")
        run.order("step", **order)
        wait_for(is_at(run, "paused", ends_at), "the steps are taken")
        assert run.look().facts["left"], "what is shown is known to be past"
        assert (run.look().facts["step"], run.look().facts["number"]) == (0, 1)

    person(run, work)
    assert train(run).step == ends_at


def test_last_step_of_an_epoch_that_is_open_ends_the_epoch(store, person):
    run = paused(store, tiny_spec(epochs=60))

    def work():
        wait_for(is_at(run, "paused", 0), "it pauses")
        run.order("step", n=11)
        wait_for(is_at(run, "paused", 11), "the epoch lacks a step")
        run.order("phase")
        wait_for(lambda: run.look() is not None, "a phase is shown")
        run.order("step", until="epoch")
        wait_for(is_at(run, "paused", 12), "the epoch ends")

    person(run, work)
    assert train(run).step == 12


def test_phases_that_are_played_are_a_training_that_can_be_paused_and_changed(store, person):
    run = paused(store, tiny_spec(epochs=60))

    def work():
        wait_for(is_at(run, "paused", 0), "it pauses")
        run.order("phase", every_s=0.1)
        wait_for(lambda: run.status().state == "running" and run.status().step >= 1, "it plays")
        run.order("set", beta=4.0)
        wait_for(lambda: ("set", {"beta": 4.0}) in events(run), "it is told")
        at = run.status().step
        wait_for(lambda: run.status().step > at + 1, "it plays on")
        assert run.status().state == "running"
        run.order("phase")
        wait_for(lambda: run.status().state == "paused", "one phase at a word ends the play")
        assert not run.look().facts.get("left")
        run.order("phase", every_s=0.1)
        wait_for(lambda: run.status().state == "running", "it plays again")
        run.order("pause")
        wait_for(lambda: run.status().state == "paused", "it pauses")
        assert run.look().facts["left"]
        assert run.checkpoints()[-1] == run.status().step, "what it holds at is kept"

    person(run, work)
    train(run)


def test_phase_is_past_once_the_training_stands_at_its_step_again(store, person):
    run = paused(store, tiny_spec(epochs=60))

    def work():
        wait_for(is_at(run, "paused", 0), "it pauses")
        run.order("phase")
        wait_for(lambda: run.look() is not None, "a phase is shown")
        run.order("back", step=0, keep=False)
        wait_for(lambda: any(kind == "resume" for kind, _ in events(run)), "it is back")
        assert run.look().facts["left"]

    person(run, work)
    assert train(run).step == 0


def test_phase_that_a_lost_life_left_open_is_past(store, person):
    run = paused(store, tiny_spec(epochs=60))
    with run.writer() as writer:
        writer.look({"step": 0, "number": 2}, {})
    person(run, lambda: wait_for(is_at(run, "paused", 0), "it pauses"))
    train(run)
    assert run.look().facts["left"]


def test_training_goes_back_to_a_checkpoint_and_on_from_there_on_another_course(store, person):
    run = store.create_run(tiny_spec(epochs=2000))
    told = {}

    def work():
        wait_for(lambda: run.status().step > 100, "it begins")
        run.order("set", beta=4.0)
        wait_for(lambda: len(events(run)) == 1, "it is told")
        run.order("pause")
        wait_for(lambda: run.status().state == "paused", "it pauses")
        told["stood"] = run.status().step
        told["step"] = next(step for step in run.checkpoints() if step > 10)
        run.order("back", step=told["step"], keep=True)
        wait_for(is_at(run, "paused", told["step"]), "it is back")
        told["kept"] = run.checkpoints()
        run.order("set", beta=0.5)
        run.order("step", n=3)
        wait_for(is_at(run, "paused", told["step"] + 3), "it goes on")

    person(run, work)
    train(run)
    assert told["kept"][-1] == told["step"], "what lay beyond is cut"
    (_, first), (_, then) = events(run)
    assert (first["step"], first["left"]) == (told["step"], told["stood"])
    assert first["live"]["beta"] == 1.0, "the settings of that moment are back too"
    assert then == {"beta": 0.5}
    steps = [record["step"] for record in run.metrics() if "step" in record]
    assert steps == sorted(set(steps))
    whole = [record["step"] for record in run.metrics(whole=True) if "step" in record]
    assert max(whole) == told["stood"]
    bare = start(run.spec, load("digits"))
    bare.step(told["step"])
    bare.set({"beta": 0.5})
    bare.step(3)
    kept = run.checkpoint().model
    assert all(np.array_equal(kept[name], array) for name, array in bare.state().model.items())
    (left,) = [store.run(one.id) for one in store.runs() if one.id != run.id]
    assert (left.status().state, left.status().step) == ("stopped", told["stood"])
    assert left.checkpoint().step == told["stood"]
    assert events(left)[0] == ("set", {"beta": 4.0})


def test_checkpoint_gone_back_to_is_never_thinned_for_the_one_that_a_pause_keeps(store, person, monkeypatch):
    monkeypatch.setattr("genlab.store.checkpoints.MOST_KEPT", 3)
    run = store.create_run(tiny_spec(epochs=2000))
    told = {}

    def work():
        wait_for(lambda: len(run.checkpoints()) == 3 and run.status().step > 100, "it has kept what it may")
        run.order("pause")
        wait_for(lambda: run.status().state == "paused", "it pauses")
        held_at = run.status().step
        run.order("step", n=2)  # a moment that is not kept, until it goes back
        wait_for(is_at(run, "paused", held_at + 2), "it goes on")
        told["step"] = run.checkpoints()[-2]
        run.order("back", step=told["step"], keep=True)
        wait_for(lambda: run.status().step <= told["step"], "it is back")

    person(run, work)
    train(run)
    assert run.checkpoints()[-1] == run.status().step == told["step"]


def test_run_that_has_finished_goes_back_and_holds(store, person, monkeypatch):
    monkeypatch.setattr("genlab.jobs.client.ensure_supervisor", lambda store: None)  # this process is the worker
    run = store.create_run(tiny_spec(epochs=3))
    train(run)
    step = run.checkpoints()[-2]
    go_back(store, run.id, step, keep=False)
    assert run.status().state == "queued"
    person(run, lambda: wait_for(is_at(run, "paused", step), "it is back"))
    ended = train(store.run(run.id))
    assert (ended.state, ended.step) == ("stopped", step)
    assert len(store.runs()) == 1


def test_run_does_not_go_back_to_a_checkpoint_it_does_not_keep(store):
    run = store.create_run(tiny_spec())
    with pytest.raises(JobError, match="keeps no checkpoint of step 7"):
        go_back(store, run.id, 7, keep=False)
