"""What the Lab shows of a training on points of the plane."""

import json

import numpy as np
import pytest
import torch

from genlab.data.named import load
from genlab.jobs.lab_frames import FIELD, GRID, lab_frames
from genlab.jobs.worker import train
from genlab.training.build import start
from genlab.training.config import DataConfig
from genlab.training.presets import spec_for

TINY = {"hidden": (16,), "batch_size": 64, "threads": 1}


def begin(preset, name="ring", **changes):
    dataset, data = load(name), DataConfig(name=name)
    trainer = start(spec_for(preset, dataset, data, {**TINY, **changes}), dataset)
    return trainer, lab_frames(trainer, dataset, data)


def test_only_points_of_the_plane_have_lab_frames():
    assert begin("vae", "digits")[1] is None
    assert begin("vae", "swiss-roll")[1] is None


@pytest.mark.parametrize("changes", [{}, {"packing": 2}, {"objective": "relativistic"}, {"minibatch_std": True}])
def test_frame_of_a_gan_has_field_grid_and_pulls(changes):
    trainer, lab = begin("gan", **changes)
    trainer.step(3)
    frame = lab.frame()
    assert frame["samples"].shape == frame["noise"].shape == (500, 2)
    assert frame["grid"].shape == (GRID, GRID, 2)
    assert frame["field"].shape == (FIELD, FIELD)
    assert frame["pulls"].shape == (80, 2)
    assert all(np.isfinite(array).all() for array in frame.values())
    assert frame["field"].dtype == np.float32
    assert "mu" not in frame


def test_field_has_its_first_row_at_the_least_second_coordinate():
    trainer, lab = begin("gan")
    model = trainer.model
    model.discriminator.forward = lambda x: 10 * x[:, 1] + x[:, 0]  # a field that is known
    frame = lab.frame()
    x, y, half = frame["square"]
    cell = 2 * half / FIELD
    assert frame["field"][0, 0] == pytest.approx(10 * (y - half + cell / 2) + (x - half + cell / 2), abs=1e-4)
    assert frame["field"][-1, 0] > frame["field"][0, -1]
    assert (frame["pulls"][:, 1] > 0).all()  # up is where D believes
    np.testing.assert_allclose(frame["pulls"][:, 1], 10 * frame["pulls"][:, 0], rtol=1e-4)


def test_pulls_vanish_where_d_is_sure_and_the_loss_saturates():
    lengths = {}
    for objective in ("saturating", "non_saturating"):
        trainer, lab = begin("gan", objective=objective)
        trainer.model.discriminator.forward = lambda x: x[:, 0] - 20  # sure that everything was made
        lengths[objective] = np.abs(lab.frame()["pulls"]).max()
    assert lengths["saturating"] < 1e-6
    assert lengths["non_saturating"] == pytest.approx(1, abs=1e-4)


def test_grid_is_where_the_generator_carries_equal_shares_of_the_prior():
    trainer, lab = begin("gan")
    frame = lab.frame()
    lines = frame["lines"]
    assert ((lines[:-1] < lines[1:]) & (np.abs(lines[:-1]) < 2)).all()
    z = torch.tensor([[lines[3], lines[7]]])
    np.testing.assert_allclose(trainer.model.decode(z).mean.numpy()[0], frame["grid"][7, 3], rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize(("latent_dim", "lines"), [(1, 1), (2, GRID), (5, GRID)])
def test_frame_of_a_vae_has_posteriors_whatever_its_codes(latent_dim, lines):
    trainer, lab = begin("vae", latent_dim=latent_dim)
    trainer.step(3)
    frame = lab.frame()
    assert frame["grid"].shape[0] == lines
    assert frame["mu"].shape == frame["sigma"].shape == (60, 2)
    assert frame["codes"].shape == (500, 2)
    assert frame["items"].shape == frame["copies"].shape == (80, 2)
    assert (frame["labels"] >= 0).all()
    assert (frame["sigma"][:, 0] > 0).all()
    assert "field" not in frame


def test_codes_of_an_untrained_vae_are_its_posteriors_samples():
    trainer, lab = begin("vae")
    frame = lab.frame()
    apart = (frame["codes"][:60] - frame["mu"]) / frame["sigma"]
    assert 0.7 < apart.std() < 1.3


@pytest.mark.parametrize("preset", ["gan", "vae", "ae"])
def test_lab_frames_leave_the_training_as_it_was(preset):
    plain, _ = begin(preset)
    shown, lab = begin(preset)
    for _ in range(3):
        plain.step(4)
        shown.step(4)
        lab.frame()
        lab.scores()
    for name, array in plain.state().model.items():
        np.testing.assert_array_equal(shown.state().model[name], array, err_msg=name)


def test_scores_of_a_model_gone_to_nan_are_left_out():
    trainer, lab = begin("gan")
    with torch.no_grad():
        next(trainer.model.generator_ema.parameters()).fill_(float("nan"))
    assert lab.scores() == {}


def test_run_keeps_its_last_frame_and_scores_for_the_lab(store):
    data = DataConfig(name="ring")
    run = store.create_run(spec_for("gan", load("ring"), data, {**TINY, "epochs": 1}))
    train(run)
    seq, frame = run.lab_frame()
    assert int(frame["step"]) == run.status().total_steps
    assert run.lab_frame(after=seq) is None
    scored = [line["scores"] for line in run.metrics() if line.get("scores")]
    assert {"covered", "quality", "reverse_kl", "js"} == scored[-1].keys()
    assert json.dumps(scored)


@pytest.mark.parametrize("preset", ["cgan", "cvae"])
def test_grid_of_a_model_that_is_told_classes_is_of_the_first(preset):
    trainer, lab = begin(preset, latent_dim=2)
    trainer.step(3)
    frame, model = lab.frame(), trainer.model
    assert frame["grid"].shape == (GRID, GRID, 2)
    middle = (frame["grid"][9, 9] + frame["grid"][9, 10] + frame["grid"][10, 9] + frame["grid"][10, 10]) / 4
    with torch.no_grad():
        places = [model.decode(torch.zeros(1, 2), torch.tensor([label])).mean[0].numpy() for label in range(8)]
    near = [np.linalg.norm(place - middle) for place in places]
    assert np.argmin(near) == 0
    if preset == "cvae":
        with torch.no_grad():
            posterior = model.encode(lab._items[:60])
        np.testing.assert_allclose(frame["mu"], posterior.mu[:, :2], atol=1e-6)
        np.testing.assert_allclose(frame["sigma"], (0.5 * posterior.logvar).exp(), atol=1e-6)
        assert frame["codes"].shape == (500, 2)
    assert all(np.isfinite(array).all() for array in frame.values())
