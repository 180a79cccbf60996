import numpy as np
import pytest
import torch
from sklearn.neighbors import KNeighborsClassifier

from genlab.errors import ConfigError, DivergedError, TrainingError
from genlab.models.config import AutoencoderConfig, ConvConfig, GanConfig, MlpConfig
from genlab.models.families import build
from genlab.training.build import load_model, start
from genlab.training.config import (
    DataConfig,
    ElboConfig,
    HingeConfig,
    IwaeConfig,
    LeastSquaresConfig,
    NonSaturatingConfig,
    ReconstructionConfig,
    RelativisticConfig,
    RunSpec,
    TcvaeConfig,
    TrainingConfig,
    WaeMmdConfig,
    WassersteinConfig,
)
from genlab.training.presets import spec_for
from genlab.training.trainer import Trainer

DIGITS = DataConfig(name="digits")
MLP, CONV = MlpConfig(hidden=(16,)), ConvConfig(channels=4)


def spec(model, objective, precision="float32", **training) -> RunSpec:
    settings = {"batch_size": 64, "threads": 1, "precision": precision, **training}
    return RunSpec(data=DIGITS, model=model, objective=objective, training=TrainingConfig(**settings))


SPECS = {
    "vae-mlp": spec(AutoencoderConfig(latent_dim=3, body=MLP), ElboConfig()),
    "vae-conv-free-bits": spec(AutoencoderConfig(latent_dim=3, body=CONV), ElboConfig(free_bits=0.1, kl_warmup=2)),
    "vae-gaussian": spec(AutoencoderConfig(latent_dim=3, likelihood="gaussian_learned", body=MLP), ElboConfig()),
    "ae-mlp": spec(AutoencoderConfig(latent_dim=3, variational=False, body=MLP), ReconstructionConfig()),
    "gan-mlp": spec(GanConfig(latent_dim=3, body=MLP), NonSaturatingConfig()),
    "gan-conv-r1": spec(GanConfig(latent_dim=3, body=CONV), NonSaturatingConfig(r1=1.0)),
    "gan-conv-r1-now-and-then": spec(GanConfig(latent_dim=3, body=CONV), NonSaturatingConfig(r1=1.0, r1_every=3)),
    "vae-annealed": spec(AutoencoderConfig(latent_dim=3, body=MLP), ElboConfig(), anneal=0.9, epochs=1),
    "vae-bfloat16": spec(AutoencoderConfig(latent_dim=3, body=MLP), ElboConfig(), "bfloat16"),
    "iwae": spec(AutoencoderConfig(latent_dim=3, body=MLP), IwaeConfig()),
    "tcvae": spec(AutoencoderConfig(latent_dim=3, body=MLP), TcvaeConfig()),
    "wae": spec(AutoencoderConfig(latent_dim=3, variational=False, body=MLP), WaeMmdConfig()),
    "wgan-gp": spec(GanConfig(latent_dim=3, body=MLP), WassersteinConfig(d_steps=2)),
    "wgan-clipped": spec(GanConfig(latent_dim=3, body=MLP), WassersteinConfig(gradient_penalty=0, weight_clip=0.1)),
    "hinge-spectral-norm": spec(GanConfig(latent_dim=3, body=CONV, spectral_norm=True), HingeConfig(g_steps=2)),
    "r3gan-std": spec(GanConfig(latent_dim=3, body=MLP, minibatch_std=True), RelativisticConfig(r1=1.0, r2=1.0)),
    "pacgan-noise": spec(GanConfig(latent_dim=3, body=MLP, packing=3), LeastSquaresConfig(r1=0.1, instance_noise=0.1)),
    "everything-bfloat16": spec(
        GanConfig(latent_dim=3, body=CONV, packing=2, minibatch_std=True, spectral_norm=True),
        RelativisticConfig(r1=1.0, r2=1.0, gradient_penalty=1.0, d_steps=2, instance_noise=0.1),
        "bfloat16",
    ),
    "gan-bfloat16": spec(GanConfig(latent_dim=3, body=CONV), NonSaturatingConfig(), "bfloat16"),
    "vae-told": spec(AutoencoderConfig(latent_dim=3, n_classes=10, body=MLP), ElboConfig()),
    "iwae-told-bfloat16": spec(AutoencoderConfig(latent_dim=3, n_classes=10, body=CONV), IwaeConfig(), "bfloat16"),
    "wae-told": spec(AutoencoderConfig(latent_dim=3, variational=False, n_classes=10, body=MLP), WaeMmdConfig()),
    "gan-told-r1": spec(GanConfig(latent_dim=3, n_classes=10, body=MLP), NonSaturatingConfig(r1=1.0)),
    "gan-told-everything-bfloat16": spec(
        GanConfig(latent_dim=3, n_classes=10, body=CONV, minibatch_std=True, spectral_norm=True),
        RelativisticConfig(r1=1.0, r2=1.0, gradient_penalty=1.0, d_steps=2, g_steps=2, instance_noise=0.1),
        "bfloat16",
    ),
}


@pytest.fixture(params=list(SPECS))
def any_spec(request) -> RunSpec:
    return SPECS[request.param]


def same(a: dict, b: dict) -> bool:
    return a.keys() == b.keys() and all(np.array_equal(a[key], b[key]) for key in a)


def test_report_averages_finite_figures_over_the_steps(any_spec, digits):
    trainer = start(any_spec, digits)
    report = trainer.step(3)
    assert report.step == trainer.step_count == 3
    assert report.epoch == pytest.approx(3 / trainer.steps_per_epoch)
    assert all(np.isfinite(value) for value in report.values.values())
    singles = start(any_spec, digits)
    each = [singles.step().values for _ in range(3)]
    for name, value in report.values.items():
        assert value == pytest.approx(np.mean([values[name] for values in each]), rel=1e-5)


def test_training_repeats_exactly_for_the_same_seed(any_spec, digits):
    first, second = start(any_spec, digits), start(any_spec, digits)
    assert first.step(5) == second.step(5)
    assert same(first.state().model, second.state().model)


def test_restored_training_goes_on_bit_for_bit(any_spec, digits):
    trainer = start(any_spec, digits)
    trainer.step(trainer.steps_per_epoch - 2)
    kept = trainer.state()
    report, end = trainer.step(5), trainer.state()  # over the end of an epoch
    again = start(any_spec, digits)
    again.step(1)
    again.restore(kept)
    assert again.step(5) == report
    assert same(again.state().model, end.model)
    assert same(again.state().trainer, end.trainer)


def test_state_of_another_device_goes_on_with_noise_of_its_own(digits):
    spec = SPECS["vae-mlp"]
    kept = start(spec, digits).state()
    kept.trainer["noise"] = np.zeros(16, np.uint8)  # as long as a GPU's
    one, other = start(spec, digits), start(spec, digits)
    one.restore(kept)
    other.restore(kept)
    assert one.step(3) == other.step(3)


def test_state_is_a_copy(any_spec, digits):
    trainer = start(any_spec, digits)
    kept = trainer.state()
    before = {name: array.copy() for name, array in kept.model.items()}
    trainer.step(2)
    assert same(before, kept.model)


def test_loaded_model_decodes_as_the_trained_one(any_spec, digits):
    trainer = start(any_spec, digits)
    trainer.step(3)
    model = load_model(any_spec, digits.item_shape, trainer.state().model)
    z = model.sample_prior(4, torch.Generator().manual_seed(0))
    with torch.no_grad():
        assert torch.equal(model.decode(z).mean, trainer.model.decode(z).mean)


def test_load_model_refuses_weights_of_another_model(digits):
    weights = start(SPECS["vae-mlp"], digits).state().model
    with pytest.raises(ConfigError, match="not of the model"):
        load_model(SPECS["ae-mlp"], digits.item_shape, weights)


def test_restore_refuses_the_state_of_another_model(digits):
    with pytest.raises(TrainingError, match="another model"):
        start(SPECS["ae-mlp"], digits).restore(start(SPECS["vae-mlp"], digits).state())


def test_set_changes_live_fields_and_survives_restore(digits):
    trainer = start(SPECS["vae-mlp"], digits)
    trainer.set({"beta": 4.0, "learning_rate": 1e-4})
    assert trainer.spec.objective.beta == 4.0
    assert trainer.objective.adam.learning_rate == 1e-4
    again = start(SPECS["vae-mlp"], digits)
    again.restore(trainer.state())
    assert again.spec.objective.beta == 4.0
    assert again.objective.adam.learning_rate == 1e-4


@pytest.mark.parametrize(
    ("change", "text"), [({"latent_dim": 4}, "cannot change"), ({"bta": 1}, "Did you mean 'beta'")]
)
def test_set_refuses_what_is_not_live(digits, change, text):
    with pytest.raises(ConfigError, match=text):
        start(SPECS["vae-mlp"], digits).set(change)


def test_diverging_training_names_the_step_and_the_figure(digits):
    trainer = start(SPECS["vae-mlp"], digits)
    trainer.step(3)
    with torch.no_grad():
        trainer.objective.adam.vector.fill_(float("nan"))
    with pytest.raises(DivergedError, match=r"step 4: loss became nan.*learning_rate"):
        trainer.step(5)


def test_objective_is_refused_when_the_family_is_another():
    with pytest.raises(ConfigError, match="trains models of family 'gan'"):
        Trainer(
            build(AutoencoderConfig(), (1, 8, 8)),
            torch.rand(9, 1, 8, 8),
            spec(AutoencoderConfig(), NonSaturatingConfig()),
        )


def test_elbo_is_refused_when_codes_have_no_spread():
    config = AutoencoderConfig(variational=False)
    with pytest.raises(ConfigError, match="variational"):
        Trainer(build(config, (1, 8, 8)), torch.rand(9, 1, 8, 8), spec(config, ElboConfig()))


def test_bytes_train_like_the_values_they_stand_for():
    x = torch.randint(0, 256, (100, 1, 8, 8), dtype=torch.uint8)
    reports = []
    for items in (x, x.float() / 255):
        config = SPECS["vae-mlp"]
        reports.append(Trainer(build(config.model, (1, 8, 8)), items, config).step(4).values["loss"])
    assert reports[0] == pytest.approx(reports[1], rel=1e-5)


def test_digits_vae_learns_to_copy_and_to_tell_classes_apart(digits):
    trainer = start(spec_for("vae", digits, DIGITS, {"threads": 1}), digits)
    held_out = digits.split(0.1, 0).held_out
    before = trainer.step(1).values
    score = {}
    for moment in ("before", "after"):
        with torch.no_grad():
            mu = trainer.model.encode(torch.tensor(digits.values())).mu.numpy()
        train = digits.split(0.1, 0).train
        knn = KNeighborsClassifier(5).fit(mu[train], digits.labels[train])
        score[moment] = knn.score(mu[held_out], digits.labels[held_out])
        if moment == "before":
            trainer.step(700)
            after = trainer.step(50).values
    assert after["recon_loss"] < before["recon_loss"] - 5
    assert score["after"] > 0.93
    assert score["after"] > score["before"]


def test_ring_gan_covers_all_eight_modes(ring):
    quick = {"threads": 1, "hidden": "64,64,64", "epochs": 42}
    trainer = start(spec_for("gan", ring, DataConfig(name="ring"), quick), ring)
    trainer.step(trainer.total_steps)
    with torch.no_grad():
        x = trainer.model.decode(trainer.model.sample_prior(2_000, torch.Generator().manual_seed(0))).mean.numpy()
    angles = np.arange(8) * np.pi / 4
    distance = np.linalg.norm(x[:, None] - np.stack([np.cos(angles), np.sin(angles)], 1), axis=2)  # (2000, 8)
    near = distance.min(1) < 0.1
    counts = np.bincount(distance.argmin(1)[near], minlength=8)
    assert (counts > 40).all(), counts
    assert near.mean() > 0.7


def test_penalty_that_is_taken_every_so_many_steps_is_as_many_times_as_heavy(digits):
    def after(r1: float, r1_every: int, steps: int) -> dict:
        objective = NonSaturatingConfig(r1=r1, r1_every=r1_every)
        trainer = start(spec(GanConfig(latent_dim=3, body=CONV), objective), digits)
        trainer.step(steps)
        return trainer.state().model

    assert same(after(1.0, 3, 1), after(3.0, 1, 1))
    assert not same(after(1.0, 3, 1), after(0.0, 1, 1))
    trainer = start(spec(GanConfig(latent_dim=3, body=CONV), NonSaturatingConfig(r1=1.0, r1_every=3)), digits)
    trainer.step(1)
    trainer.set({"r1": 0.0})
    trainer.step(2)  # those without a penalty
    assert same(trainer.state().model, after(1.0, 3, 3))


def test_penalty_falls_with_the_rate_to_the_power_it_is_given(digits):
    def at_the_end(r1: float, r1_fall: float) -> dict:
        objective = NonSaturatingConfig(r1=r1, r1_fall=r1_fall)
        trainer = start(spec(GanConfig(latent_dim=3, body=CONV), objective, anneal=0.5, epochs=4), digits)
        trainer.step_count = 3 * trainer.total_steps // 4  # half way down
        trainer.step()
        return trainer.state().model

    assert same(at_the_end(4.0, 2.0), at_the_end(1.0, 0.0))
    assert not same(at_the_end(4.0, 2.0), at_the_end(4.0, 0.0))


def test_step_beyond_the_end_has_neither_rate_nor_penalty(digits):
    objective = NonSaturatingConfig(r1=1.0, r1_fall=2.0)
    trainer = start(spec(GanConfig(latent_dim=3, body=CONV), objective, anneal=0.5, epochs=1), digits)
    trainer.step(trainer.total_steps)
    before = trainer.state().model
    trainer.step(2)
    weights = [name for name in before if "ema" not in name]
    assert same({name: trainer.state().model[name] for name in weights}, {name: before[name] for name in weights})


def test_annealed_rates_fall_evenly_to_nothing_at_the_end(digits):
    model = AutoencoderConfig(latent_dim=3, body=MLP)
    trainer = start(spec(model, ElboConfig(), anneal=0.5, epochs=2), digits)
    (optimiser,) = trainer.objective.optimisers.values()
    paces = []
    while trainer.step_count < trainer.total_steps:
        trainer.step()
        paces.append(optimiser.pace)
    half = len(paces) // 2
    assert paces[: half + 1] == [1.0] * (half + 1)
    np.testing.assert_allclose(np.diff(paces[half:]), -1 / half)
    assert paces[-1] == pytest.approx(1 / half)
