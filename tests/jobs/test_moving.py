"""What the warm worker tells of ways and of where an item lies."""

import numpy as np
import pytest
import torch

from genlab.analysis.codes import codes
from genlab.errors import ConfigError
from genlab.jobs.asked import ASKED
from genlab.jobs.held import model_of
from genlab.jobs.quick import answer
from genlab.jobs.worker import train
from genlab.store import default_store
from genlab.training.config import DataConfig
from genlab.training.presets import spec_for


@pytest.fixture
def store(tmp_path):
    return default_store(tmp_path)


def told(store, run, kind, **arguments):
    checked = ASKED[kind].parse(arguments).model_dump(mode="json")
    step = store.run(run).checkpoints()[-1]
    found = answer(store, {"kind": kind, "arguments": {"run": run, "step": step, **checked}})
    assert "answer" in found, found
    return found["answer"]


def test_geodesic_goes_on_from_where_it_was_left(store):
    z = codes(store.run("digits-vae"))["mu"]
    ends = {"a": z[0].tolist(), "b": z[5].tolist(), "steps": 16}
    first = told(store, "digits-vae", "geodesic", **ends)
    assert np.array(first["codes"]).shape == (17, 8)
    again = told(store, "digits-vae", "geodesic", **ends, start=first["codes"])
    assert again["energy"] <= 1.01 * first["energy"]


def test_guess_of_a_gan_is_its_regressors_and_its_nearest_samples(store):
    item = codes(store.run("digits-gan"))["x"][7].ravel() / 255
    guesses = np.array(told(store, "digits-gan", "guess", item=item.tolist())["codes"])
    assert guesses.shape == (4, 16)
    np.testing.assert_allclose(guesses[1], codes(store.run("digits-gan"))["z"][7], atol=1e-5)


@pytest.mark.parametrize(
    ("kind", "arguments"),
    [
        ("geodesic", {"a": [0.0], "b": [float("inf")]}),
        ("geodesic", {"a": [], "b": [0.0]}),
        ("geodesic", {"a": [0.0], "b": [0.0], "steps": 1000}),
        ("guess", {"item": [float("nan")]}),
        ("guess", {}),
    ],
)
def test_arguments_that_make_no_sense_are_refused_before_they_are_asked(kind, arguments):
    with pytest.raises(ConfigError):
        ASKED[kind].parse(arguments)


def test_a_model_of_a_step_that_was_come_to_again_is_the_newer_one(store):
    config = DataConfig(name="digits")
    run = store.create_run(spec_for("ae", store.sets.load(config), config, {"epochs": 1, "hidden": "8", "threads": 1}))
    train(run)
    step, kept = run.checkpoints()[-1], run.checkpoint()
    doubled, trainer = {name: 2 * array for name, array in kept.model.items()}, kept.trainer
    before = model_of(store, run.id, step)
    assert model_of(store, run.id, step) is before, "it is loaded once"
    with run.writer() as writer:
        writer.cut(step - 1)
        writer.checkpoint(step, doubled, trainer, kept.info)
    after = model_of(store, run.id, step)
    for p, q in zip(before.parameters(), after.parameters(), strict=True):
        assert torch.allclose(2 * p, q)
