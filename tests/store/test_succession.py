import numpy as np
import pytest

from genlab.errors import BrokenRunError, ConfigError, StoreError
from tests.store.conftest import OPTIMISER, WEIGHTS


@pytest.fixture
def whole(trained):
    """A finished run whose last checkpoint says what it was trained with, as a real one does."""
    with trained.writer() as writer:
        info = {"step": 20, "epoch": 2.0, "seconds": 0.2, "spec": trained.spec.model_dump(mode="json")}
        writer.checkpoint(20, WEIGHTS, OPTIMISER, info)
        writer.status(state="finished")
    return trained


def test_successor_begins_at_the_last_checkpoint_with_more_epochs(store, whole):
    run = store.train_on(whole.id, 5)
    assert run.spec == whole.spec.override({"training.epochs": 7})
    assert (run.meta.parent, run.meta.parent_step, run.name) == (whole.id, 20, whole.name)
    last = run.checkpoint()
    assert last.step == 20
    assert last.info["spec"]["training"]["epochs"] == 7
    np.testing.assert_array_equal(last.model["decoder.weight"], WEIGHTS["decoder.weight"])
    np.testing.assert_array_equal(last.trainer["adam.first"], OPTIMISER["adam.first"])
    assert [record["step"] for record in run.metrics()] == [1, 10, 20]
    status = run.status()
    assert (status.state, status.step, status.epoch, status.total_epochs) == ("queued", 20, 2.0, 7)


def test_successor_shares_nothing_with_its_parent(store, whole):
    run = store.train_on(whole.id, 5)
    with run.writer() as writer:
        writer.metric({"step": 30, "epoch": 3, "seconds": 0.3, "values": {"loss": 1.0}})
    assert [record["step"] for record in whole.metrics()] == [1, 10, 20]
    assert whole.spec.training.epochs != 7
    whole.delete()
    assert run.checkpoint().step == 20


def test_successor_keeps_what_was_changed_while_its_parent_trained(store, whole):
    with whole.writer() as writer:
        changed = whole.spec.override({"learning_rate": 0.5})
        info = {"step": 20, "epoch": 2.0, "spec": changed.model_dump(mode="json")}
        writer.checkpoint(20, WEIGHTS, OPTIMISER, info)
    last = store.train_on(whole.id, 1).checkpoint()
    assert last.info["spec"]["training"]["learning_rate"] == 0.5


def test_training_on_is_refused_while_a_run_trains(store, whole):
    with whole.writer() as writer:
        writer.status(state="running")
        with pytest.raises(StoreError, match="stop it"):
            store.train_on(whole.id, 1)
    assert len(store.runs()) == 1


def test_training_on_needs_at_least_one_epoch_and_fewer_than_a_training_may_have(store, whole):
    with pytest.raises(StoreError, match="at least 1"):
        store.train_on(whole.id, 0)
    with pytest.raises(ConfigError):
        store.train_on(whole.id, 100_000)


def test_training_on_from_weights_alone_is_refused_and_leaves_nothing_behind(store, run):
    with run.writer() as writer:
        writer.checkpoint(20, WEIGHTS, {}, {"step": 20, "epoch": 2.0, "spec": run.spec.model_dump(mode="json")})
        writer.status(state="finished")
    with pytest.raises(StoreError, match="duplicate it"):
        store.train_on(run.id, 1)
    assert [found.name for found in (store.root / "runs").iterdir()] == [run.id]


def test_training_on_from_a_run_without_checkpoint_is_refused(store, run):
    with run.writer() as writer:
        writer.status(state="failed")
    with pytest.raises(BrokenRunError, match="no checkpoint"):
        store.train_on(run.id, 1)
