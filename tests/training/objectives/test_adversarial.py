import numpy as np
import pytest
import torch

from genlab.errors import ConfigError
from genlab.models.config import GanConfig, MlpConfig
from genlab.training.build import start
from genlab.training.config import DataConfig, RunSpec, TrainingConfig, WassersteinConfig
from genlab.training.objectives.adversarial import FINE_RATES
from genlab.training.objectives.penalties import interpolates, squared_slope
from genlab.training.objectives.phases import D_UPDATE, G_UPDATE
from genlab.training.presets import spec_for

RING = DataConfig(name="ring")
MODEL = GanConfig(latent_dim=2, output="real", body=MlpConfig(hidden=(8, 8), activation="leaky_relu"))


def trainer(ring, model: GanConfig = MODEL, **objective):
    aim = {"objective": "non_saturating"} | objective
    spec = RunSpec.parse(
        {
            "data": {"name": "ring"},
            "model": model.model_dump(),
            "objective": aim,
            "training": TrainingConfig(batch_size=16, threads=1, precision="float32").model_dump(),
        }
    )
    return start(spec, ring)


def weights(made, side: str) -> torch.Tensor:
    return getattr(made.objective, side).vector.clone()


def test_each_side_takes_its_turns(ring):
    made = trainer(ring, d_steps=3, g_steps=2)
    with made.machine.in_force():
        phases = list(made._begin("both"))
    assert [phase for phase in phases if phase in (D_UPDATE, G_UPDATE)] == 3 * [D_UPDATE] + 2 * [G_UPDATE]


def test_turns_learn_from_batches_of_their_own(ring):
    made = trainer(ring, d_steps=3)
    assert made.objective.draws == 3
    batches = made.batches.at(0, 3).chunk(3)
    assert torch.equal(batches[0], made.batches.at(0))
    assert not torch.equal(batches[1], batches[0])
    assert not torch.equal(batches[2], batches[1])
    again = trainer(ring, d_steps=3)
    assert torch.equal(again.batches.at(0, 3), made.batches.at(0, 3))


def test_turns_can_change_while_it_runs_and_a_restored_training_goes_on_bit_for_bit(ring):
    made = trainer(ring)
    made.step(2)
    made.set({"d_steps": 4, "g_steps": 2, "r2": 0.5, "instance_noise": 0.1})
    made.step(2)
    kept = made.state()
    made.step(2)
    again = trainer(ring)
    again.restore(kept)
    again.step(2)
    for side in ("generator", "discriminator"):
        assert torch.equal(weights(made, side), weights(again, side))


@pytest.mark.parametrize("switch", [{"r1": 1.0}, {"r2": 1.0}, {"gradient_penalty": 1.0}, {"instance_noise": 0.2}])
def test_each_switch_changes_what_the_discriminator_learns(ring, switch):
    plain, changed = trainer(ring), trainer(ring, **switch)
    plain.step(1)
    changed.step(1)
    assert not torch.equal(weights(plain, "discriminator"), weights(changed, "discriminator"))


def test_clipped_weights_stay_within_their_bound(ring):
    made = trainer(ring, objective="wasserstein", gradient_penalty=0.0, weight_clip=0.05)
    made.step(5)
    assert weights(made, "discriminator").abs().max() <= 0.05
    assert weights(made, "generator").abs().max() > 0.05


def fine(ring, **objective):
    made = trainer(ring, MODEL.model_copy(update={"fourier_features": 6}), fine_below=0.5, **objective)
    made.spec = made.spec.override({"epochs": 1, "anneal": 1.0})  # the rate falls from the first step to the last
    return made


def test_fine_detail_opens_where_the_rate_has_fallen_and_the_generator_then_only_drifts(ring):
    made = fine(ring)
    half = made.total_steps // 2
    made.step(half)
    assert made.model.discriminator.waves.is_open == 0
    before = weights(made, "generator")
    made.step(1)
    kept, after = made.state(), weights(made, "generator")
    made.step(1)
    assert made.model.discriminator.waves.is_open == 1
    assert 0 < (weights(made, "generator") - after).abs().max() < 0.2 * (after - before).abs().max()
    made.restore(kept)
    assert made.model.discriminator.waves.is_open == 0, "an earlier moment sees as it saw"


def test_a_training_gone_on_with_for_longer_stays_fine(ring):
    made = fine(ring)
    made.step(made.total_steps)
    longer = fine(ring)
    longer.restore(made.state())
    longer.spec = longer.spec.override({"epochs": 3})
    before = weights(longer, "generator")
    longer.step(1)  # at two thirds of the rate again
    assert longer.model.discriminator.waves.is_open == 1
    torch.manual_seed(0)
    coarse = fine(ring)
    coarse.step(1)
    start = weights(coarse, "generator")
    coarse.step(1)
    moved = (weights(coarse, "generator") - start).abs().max()
    assert 0 < (weights(longer, "generator") - before).abs().max() < 0.2 * moved
    longer.spec = longer.spec.override({"anneal": 0.0})
    longer.step(3)
    assert longer.objective.generator.pace == FINE_RATES["generator"], "it does not fall from step to step"


def test_fine_detail_is_learned_free_of_penalties(ring):
    plain, held = fine(ring), fine(ring, r1=5.0)
    for made in (plain, held):
        made.step(plain.total_steps // 2 + 2)
    assert not torch.equal(weights(plain, "discriminator"), weights(held, "discriminator")), "R1 held it before"
    plain.restore(held.state())
    plain.set({"r1": 0.0})
    for made in (plain, held):
        made.step(2)
    assert torch.equal(weights(plain, "discriminator"), weights(held, "discriminator"))


def test_waves_are_open_from_the_beginning_only_where_one_asks(ring):
    model = MODEL.model_copy(update={"fourier_features": 6})
    made, late = trainer(ring, model, fine_below=0.0), trainer(ring, model)
    for one in (made, late):
        one.step(1)
    assert made.model.discriminator.waves.is_open == 1
    assert late.model.discriminator.waves.is_open == 0


def test_waves_that_were_always_open_are_fine_only_once_the_rate_has_fallen(ring):
    made = trainer(ring, MODEL.model_copy(update={"fourier_features": 6}), fine_below=0.0)
    made.spec = made.spec.override({"epochs": 1, "anneal": 1.0})
    made.step(2)
    made.set({"fine_below": 0.5})
    made.set({"r1": 0.2})
    made.step(1)
    assert made.objective.generator.pace > 0.5, "as quick as before"
    made.step(made.total_steps // 2)
    assert made.objective.generator.pace < 0.5 * FINE_RATES["generator"]


def test_packs_that_do_not_come_out_even_leave_items_out(ring):
    made = trainer(ring, MODEL.model_copy(update={"packing": 3}))  # 16 items a batch: five packs
    assert all(np.isfinite(value) for value in made.step(3).values.values())


def test_packing_is_refused_when_a_batch_makes_no_pack(ring):
    with pytest.raises(ConfigError, match="packing=16 judges 16 items together, but a batch has 8; lower packing"):
        start(spec_for("gan", ring, RING, {"packing": 16, "batch_size": 8}), ring)


def test_relativistic_scores_are_no_probabilities(ring):
    assert trainer(ring, objective="relativistic").objective.figures == ("d_loss", "g_loss", "score_real", "score_fake")
    assert trainer(ring).objective.figures == ("d_loss", "g_loss", "d_real", "d_fake")


@pytest.mark.slow
def test_wgan_gp_holds_the_critics_slope_at_one_between_data_and_samples(ring):
    changes = {"threads": 1, "hidden": "64,64", "batch_size": 128}
    made = start(spec_for("wgan-gp", ring, RING, changes), ring)
    assert isinstance(made.spec.objective, WassersteinConfig)
    made.step(600)
    discriminator, noise = made.model.discriminator, torch.Generator().manual_seed(0)
    with torch.no_grad():
        fake = made.model.generator(made.model.sample_prior(1000, noise))
    between = interpolates(discriminator, made.batches.values()[:1000], fake, noise)
    slopes = squared_slope(discriminator, between, discriminator.unit).sqrt()
    assert slopes.mean().item() == pytest.approx(1.0, abs=0.1)
    assert slopes.quantile(0.9).item() < 1.3
