"""A step taken phase by phase: the same weights as the fast one, and what is seen on the way."""

import numpy as np
import pytest
import torch

from genlab.errors import TrainingError
from genlab.models.config import AutoencoderConfig, ConvConfig, GanConfig, MlpConfig
from genlab.training.build import start
from genlab.training.code_lines import ROOT
from genlab.training.config import (
    DataConfig,
    ElboConfig,
    NonSaturatingConfig,
    ReconstructionConfig,
    RunSpec,
    TrainingConfig,
)
from genlab.training.slow import SlowStep

MLP, CONV = MlpConfig(hidden=(16,)), ConvConfig(channels=4)


def spec(model, objective, precision="float32") -> RunSpec:
    training = TrainingConfig(batch_size=64, threads=1, precision=precision)
    return RunSpec(data=DataConfig(name="digits"), model=model, objective=objective, training=training)


SPECS = {
    "vae-mlp": spec(AutoencoderConfig(latent_dim=3, body=MLP), ElboConfig()),
    "vae-conv-free-bits": spec(AutoencoderConfig(latent_dim=3, body=CONV), ElboConfig(free_bits=0.1, kl_warmup=2)),
    "vae-bfloat16": spec(AutoencoderConfig(latent_dim=3, body=MLP), ElboConfig(), "bfloat16"),
    "ae-mlp": spec(AutoencoderConfig(latent_dim=3, variational=False, body=MLP), ReconstructionConfig()),
    "gan-mlp": spec(GanConfig(latent_dim=3, body=MLP), NonSaturatingConfig()),
    "gan-conv-r1": spec(GanConfig(latent_dim=3, body=CONV), NonSaturatingConfig(r1=1.0)),
    "gan-spectral": spec(GanConfig(latent_dim=3, body=MLP, spectral_norm=True), NonSaturatingConfig(d_steps=2)),
    "gan-bfloat16": spec(GanConfig(latent_dim=3, body=CONV), NonSaturatingConfig(), "bfloat16"),
    "vae-told": spec(AutoencoderConfig(latent_dim=3, n_classes=10, body=MLP), ElboConfig()),
    "gan-told": spec(GanConfig(latent_dim=3, n_classes=10, body=MLP), NonSaturatingConfig(d_steps=2, r1=1.0)),
}


def same(a: dict, b: dict) -> bool:
    return a.keys() == b.keys() and all(np.array_equal(a[key], b[key]) for key in a)


VAE = ["encode", "reparameterize", "decode", "loss", "gradients", "update"]
GAN = [f"{side}_{what}" for side in "dg" for what in ("sample", "judge", "loss", "gradients", "update")]


def all_looks(step: SlowStep) -> list:
    found = []
    while (look := step.next()) is not None:
        found.append(look)
    return found


@pytest.mark.parametrize("name", SPECS)
def test_step_taken_slowly_is_bit_equal_to_the_fast_one(name, digits):
    fast, slow = start(SPECS[name], digits), start(SPECS[name], digits)
    for _ in range(3):
        report = fast.step()
        step = slow.slowly()
        assert len(all_looks(step)) >= 5
        assert step.report == report
    assert same(fast.state().model, slow.state().model)
    assert same(fast.state().trainer, slow.state().trainer)


def test_step_finished_early_is_the_same_step(digits):
    fast, slow = start(SPECS["gan-mlp"], digits), start(SPECS["gan-mlp"], digits)
    step = slow.slowly()
    for _ in range(4):
        step.next()
    assert step.finish() == fast.step()
    assert same(fast.state().model, slow.state().model)


def test_phases_of_a_vae_show_what_they_made_and_the_code_that_did_it(digits):
    trainer = start(SPECS["vae-mlp"], digits)
    looks = {look.phase.name: look for look in all_looks(trainer.slowly())}
    assert list(looks) == VAE
    made = {look: {one.name: one for one in seen.made} for look, seen in looks.items()}
    assert {"mu", "sigma"} <= set(made["encode"])
    mu, sigma = made["encode"]["mu"].rows, made["encode"]["sigma"].rows
    z, eps = made["reparameterize"]["z"].rows, made["reparameterize"]["eps"].rows
    np.testing.assert_allclose(z, mu + sigma * eps, atol=1e-5)
    assert abs(eps.mean()) < 0.3
    assert 0.7 < eps.std() < 1.3
    assert looks["encode"].glance.ran == ["encoder"]
    assert looks["decode"].glance.ran == ["decoder"]
    assert any(one.shape[1:] == (1, 8, 8) for one in looks["decode"].made)
    assert "encode(" in looks["encode"].lines.text
    assert "descend(" in looks["gradients"].lines.text
    assert any("def descend" in lines.text for lines in looks["gradients"].called)
    assert all("yield" not in look.lines.text for look in looks.values())
    for look in looks.values():
        source = (ROOT / look.lines.file).read_text(encoding="utf-8").splitlines()
        assert source[look.lines.first - 1].strip() == look.lines.text.splitlines()[0].strip()


def test_layers_show_activations_then_gradients_then_the_update(digits):
    trainer = start(SPECS["vae-mlp"], digits)
    before = trainer.objective.optimisers["adam"].vector.clone()
    looks = {look.phase.name: look for look in all_looks(trainer.slowly())}
    encoded, graded, updated = (looks[name].glance.layers for name in ("encode", "gradients", "update"))
    assert [(layer.part, layer.kind) for layer in encoded if layer.part == "encoder"] == [
        ("encoder", "Linear + ReLU"),
        ("encoder", "Linear"),
    ]
    assert encoded[0].shape == (16,)
    assert encoded[0].activations.shape == (8, 16)
    assert 0.1 < encoded[0].zeros < 0.9
    assert encoded[-1].shape == ()  # the decoder has not run
    assert all(layer.gradient_norm is None for layer in encoded)
    weights = list(trainer.model.encoder.parameters())[:2]
    assert graded[0].gradient_norm == pytest.approx(torch.cat([p.grad.flatten() for p in weights]).norm().item())
    assert all(layer.update_norm is None for layer in graded)
    moved = trainer.objective.optimisers["adam"].vector - before
    total = np.linalg.norm([layer.update_norm for layer in updated])
    assert total == pytest.approx(moved.norm().item(), rel=1e-4)


def test_game_has_five_phases_a_side_and_moves_one_side_at_a_time(digits):
    trainer = start(SPECS["gan-mlp"], digits)
    seen = all_looks(trainer.slowly())
    assert [look.phase.name for look in seen] == GAN
    looks = {look.phase.name: look for look in seen}
    assert {name: look.glance.moved for name, look in looks.items() if look.glance.moved} == {
        "d_update": ["discriminator"],
        "g_update": ["generator"],
    }
    assert looks["d_gradients"].glance.graded == ["discriminator"]
    assert looks["g_gradients"].glance.graded == ["generator"]
    assert looks["d_judge"].glance.ran == ["discriminator"]
    assert "generator" in looks["d_sample"].glance.ran


@pytest.mark.parametrize(("side", "still"), [("discriminator", "generator"), ("generator", "discriminator")])
def test_side_that_does_not_learn_stands_still(side, still, digits):
    trainer = start(SPECS["gan-mlp"], digits)
    before = {name: optimiser.vector.clone() for name, optimiser in trainer.objective.optimisers.items()}
    report = trainer.step(2, side)
    after = {name: optimiser.vector for name, optimiser in trainer.objective.optimisers.items()}
    assert report.step == 2
    assert all(np.isfinite(value) for value in report.values.values())
    assert torch.equal(before[still], after[still])
    assert not torch.equal(before[side], after[side])


def test_one_side_is_refused_where_there_is_no_game(digits):
    with pytest.raises(TrainingError, match="cannot learn alone"):
        start(SPECS["vae-mlp"], digits).step(1, "generator")


def test_several_turns_of_a_side_come_one_after_another(digits):
    config = NonSaturatingConfig(d_steps=2)
    trainer = start(spec(GanConfig(latent_dim=3, body=MLP), config), digits)
    assert [look.phase.name for look in all_looks(trainer.slowly())] == GAN[:5] * 2 + GAN[5:]


def test_looking_leaves_no_hook_and_keeps_nothing_alive(digits):
    config = spec(AutoencoderConfig(latent_dim=2, body=MlpConfig(hidden=(8,))), ElboConfig())
    trainer = start(config, digits)
    all_looks(trainer.slowly())
    assert not any(module._forward_hooks or module._forward_pre_hooks for module in trainer.model.modules())
    assert trainer.model.training
