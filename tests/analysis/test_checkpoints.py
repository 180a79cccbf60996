import pytest

from genlab.analysis.checkpoints import model_at, step_of
from genlab.errors import StoreError
from genlab.training.config import DataConfig, RunSpec


def test_step_of_is_the_last_by_default(trained):
    run = trained("vae")
    assert step_of(run) == step_of(run, run.checkpoints()[-1]) == run.checkpoints()[-1]


def test_step_of_names_the_steps_that_exist(trained):
    run = trained("vae")
    with pytest.raises(StoreError, match=f"no checkpoint 7. Kept: {run.checkpoints()[-1]}"):
        step_of(run, 7)


def test_step_of_says_when_there_is_no_checkpoint_yet(store):
    with pytest.raises(StoreError, match="no checkpoint yet"):
        step_of(store.create_run(RunSpec(data=DataConfig(name="digits"))))


def test_model_at_answers_without_gradients_or_training_behaviour(trained):
    model = model_at(trained("vae"))
    assert not model.training
    assert not any(parameter.requires_grad for parameter in model.parameters())
