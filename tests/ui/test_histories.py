from genlab.training.config import DataConfig, RunSpec
from genlab.ui.histories import History


def record(step: int, **values: float | None) -> dict:
    return {"step": step, "epoch": step / 10, "seconds": step / 100, "values": values}


def test_history_reads_each_line_once_and_splits_losses_from_outputs(store):
    run, history = store.create_run(RunSpec(data=DataConfig(name="ring"))), History()
    with run.writer() as writer:
        writer.metric(record(10, g_loss=2.0, d_real=0.9))
        history.follow(run)
        writer.metric(record(20, g_loss=1.0, d_real=0.8) | {"held_out": {"g_loss": 1.5}})
        history.follow(run)
        history.follow(run)
    learning, held_out = history.curves(outputs=False)
    assert (learning.name, list(learning.epochs), list(learning.values)) == ("generator", [1.0, 2.0], [2.0, 1.0])
    assert (held_out.held_out, list(held_out.values)) == (True, [1.5])
    (outputs,) = history.curves(outputs=True)
    assert list(outputs.values) == [0.9, 0.8]
    assert history.last() == {"g_loss": 1.0, "d_real": 0.8}


def test_history_forgets_what_a_resumed_training_never_did(store):
    run, history = store.create_run(RunSpec(data=DataConfig(name="ring"))), History()
    with run.writer() as writer:
        for step in (10, 20, 30):
            writer.metric(record(step, loss=float(step)))
        history.follow(run)
        writer.event("resume", step=20)
        writer.metric(record(25, loss=25.0))
    history.follow(run)
    (curve,) = history.curves(outputs=False)
    assert list(curve.values) == [10.0, 20.0, 25.0]
    fresh = History()
    fresh.follow(run)
    assert fresh.curves(outputs=False) == history.curves(outputs=False)


def test_history_leaves_out_what_is_not_finite(store):
    run, history = store.create_run(RunSpec(data=DataConfig(name="ring"))), History()
    with run.writer() as writer:
        writer.metric(record(10, loss=float("nan"), kl=1.0))
    history.follow(run)
    assert [curve.name for curve in history.curves(outputs=False)] == ["KL"]


def test_history_marks_what_a_person_did_and_keeps_the_course_that_was_left(store):
    run, history = store.create_run(RunSpec(data=DataConfig(name="digits"))), History()
    with run.writer() as writer:
        for step in (10, 20, 30):
            writer.metric(record(step, loss=float(step)))
        writer.event("set", (30, 3.0), beta=4.0)
        writer.metric(record(40, loss=40.0))
        history.follow(run)
        assert history.settings == {"beta": 4.0}
        writer.event("resume", (20, 2.0), step=20, left=40, live={"beta": 1.0})
        writer.event("step", (20, 2.0), n=3, side="generator")
        writer.metric(record(23, loss=5.0))
    history.follow(run)
    fresh = History()
    fresh.follow(run)
    for one in (history, fresh):
        assert [(mark.step, mark.did) for mark in one.marks] == [
            (30, "KL weight β 1 → 4"),
            (20, "back from step 40 to 20"),
            (20, "3 steps of the generator alone"),
        ]
        assert one.settings["beta"] == 1.0
        (curve,), (left,) = one.curves(outputs=False), one.left(outputs=False)
        assert list(curve.values) == [10.0, 20.0, 5.0]
        assert list(left.values) == [30.0, 40.0]


def test_history_forgets_settings_of_a_life_that_was_lost(store):
    run, history = store.create_run(RunSpec(data=DataConfig(name="digits"))), History()
    with run.writer() as writer:
        writer.event("set", (10, 1.0), beta=2.0)
        writer.event("set", (30, 3.0), beta=4.0)
        writer.event("resume", step=20)
    history.follow(run)
    assert history.settings == {"beta": 2.0}
    assert [mark.step for mark in history.marks] == [10]
