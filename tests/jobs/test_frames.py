import itertools

import numpy as np
import pytest
import torch

from genlab.data.named import load
from genlab.jobs.frames import Frames
from genlab.jobs.held_out import HeldOut
from genlab.latent.pca import Pca
from genlab.training.build import start
from genlab.training.config import DataConfig
from genlab.training.presets import spec_for


def begin(preset, name, **changes):
    dataset, data = load(name), DataConfig(name=name)
    trainer = start(spec_for(preset, dataset, data, changes), dataset)
    return trainer, dataset, data


@pytest.mark.parametrize(("preset", "has_encoder"), [("vae", True), ("ae", True), ("gan", False)])
@pytest.mark.parametrize(
    ("name", "samples", "dtype", "shape"), [("digits", 16, np.uint8, (1, 8, 8)), ("ring", 1000, np.float32, (2,))]
)
def test_frame_has_the_promised_arrays(preset, has_encoder, name, samples, dtype, shape):
    trainer, dataset, data = begin(preset, name)
    trainer.step(3)
    frame = Frames(trainer, dataset, data).frame()
    assert (frame["samples"].shape, frame["samples"].dtype) == ((samples, *shape), dtype)
    rows = frame["map_rows"]
    assert frame["map"].shape == (len(rows), 2)
    assert frame["map"].dtype == np.float32
    assert np.isfinite(frame["map"]).all()
    assert len(rows) <= 2000
    assert (int(frame["step"]), float(frame["epoch"])) == (3, trainer.epoch)
    if has_encoder:
        assert frame["recon"].shape == frame["originals"].shape == (8 if name == "digits" else 1000, *shape)
        assert (frame["map_labels"] == dataset.labels[rows]).all()
    else:
        assert "recon" not in frame
        assert (rows == -1).all()


def test_originals_are_held_out_items():
    trainer, dataset, data = begin("vae", "digits")
    frame = Frames(trainer, dataset, data).frame()
    held_out = dataset.split(data.held_out, data.split_seed).held_out[:8]
    assert (frame["originals"] == np.rint(dataset.values(held_out) * 255)).all()


@pytest.mark.parametrize("latent_dim", [1, 2, 5])
def test_map_has_two_axes_whatever_the_latent_dimension(latent_dim):
    trainer, dataset, data = begin("vae", "digits", latent_dim=str(latent_dim))
    assert Frames(trainer, dataset, data).frame()["map"].shape[1] == 2


def test_map_stays_put_from_frame_to_frame_when_the_codes_turn():
    trainer, dataset, data = begin("vae", "digits", latent_dim="2")
    trainer.step(50)
    frames = Frames(trainer, dataset, data)
    before = frames.frame()["map"]
    with torch.no_grad():  # mirror the latent space: PCA alone would flip the picture
        last = [module for module in trainer.model.encoder.modules() if isinstance(module, torch.nn.Linear)][-1]
        last.weight[:2] *= -1
        last.bias[:2] *= -1
    assert np.allclose(frames.frame()["map"], before, atol=1e-4)


def test_map_leaps_in_no_single_step_and_comes_to_pcas():
    trainer, dataset, data = begin("vae", "digits")  # of its eight dimensions several vary about as much
    trainer.step(600)
    frames, maps = Frames(trainer, dataset, data), []
    for _ in range(300):
        trainer.step()
        maps.append(frames.frame()["map"])
    leaps = [np.square(after - before).sum() / np.square(before).sum() for before, after in itertools.pairwise(maps)]
    assert max(leaps) < 0.2**2
    rows = torch.from_numpy(dataset.values(frames.frame()["map_rows"]))
    codes = trainer.model.eval().encode(rows).mu.detach().numpy()
    assert maps[-1].var(0).sum() > 0.9 * Pca.fit(codes, 2).transform(codes).var(0).sum()


@pytest.mark.parametrize("preset", ["vae", "gan"])
def test_frames_and_held_out_figures_leave_the_training_as_it_was(preset):
    plain, dataset, data = begin(preset, "digits")
    shown, _, _ = begin(preset, "digits")
    frames, held_out = Frames(shown, dataset, data), HeldOut(shown, dataset, data)
    for _ in range(3):
        plain.step(4)
        shown.step(4)
        frames.frame()
        if held_out.exists:
            held_out.measure()
    for name, array in plain.state().model.items():
        np.testing.assert_array_equal(shown.state().model[name], array, err_msg=name)


def test_held_out_figures_add_up_and_fall():
    trainer, dataset, data = begin("vae", "digits")
    held_out = HeldOut(trainer, dataset, data)
    before = held_out.measure()
    assert before["loss"] == pytest.approx(before["recon_loss"] + before["kl"])
    assert held_out.measure() == before
    trainer.step(200)
    assert held_out.measure()["loss"] < before["loss"]


def test_held_out_figures_of_an_autoencoder_have_no_kl():
    trainer, dataset, data = begin("ae", "digits")
    assert HeldOut(trainer, dataset, data).measure().keys() == {"loss", "recon_loss"}


def test_nothing_is_measured_when_nothing_is_held_out():
    dataset, data = load("digits"), DataConfig(name="digits", held_out=0.0)
    trainer = start(spec_for("vae", dataset, data), dataset)
    assert not HeldOut(trainer, dataset, data).exists
    assert "recon" in Frames(trainer, dataset, data).frame()
