"""Training on: a longer training in two runs is the same training."""

import pytest

from genlab.jobs.worker import train
from tests.jobs.conftest import tiny_spec
from tests.jobs.test_worker import assert_weights_equal, events, final_weights


@pytest.mark.parametrize("more", [1, 3])
def test_run_trained_on_has_the_weights_of_one_longer_training(store, more):
    first = store.create_run(tiny_spec(epochs=2))
    train(first)
    second = store.train_on(first.id, more)
    status = train(second)
    assert (status.state, status.epoch) == ("finished", 2.0 + more)
    assert_weights_equal(second, final_weights(tiny_spec(epochs=2 + more)))
    assert events(second) == [("resume", {"step": 24})]
    steps = [record["step"] for record in second.metrics() if "step" in record]
    assert steps == sorted(steps)
    assert steps[-1] == 12 * (2 + more)
    assert first.status().epoch == 2.0
