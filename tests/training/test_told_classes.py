"""Models that are told classes: what they learn is what they are told."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from sklearn.neighbors import KNeighborsClassifier

from genlab.errors import ConfigError
from genlab.models.conditions import one_hot
from genlab.models.config import GanConfig, MlpConfig
from genlab.models.families import build
from genlab.training.batches import Batches
from genlab.training.build import start
from genlab.training.config import DataConfig
from genlab.training.objectives.penalties import gradient_penalty, r1_and_r2
from genlab.training.presets import spec_for
from genlab.training.trainer import Trainer

DIGITS = DataConfig(name="digits")
ALONE = {"threads": 1}


def share_of_the_class_asked_for(trainer, digits, each=40) -> float:
    """Return how many samples held-out digits vote to be of the class that was asked for; a tenth by chance."""
    rows = digits.split(0.1, 0).held_out
    judge = KNeighborsClassifier(5).fit(digits.values(rows).reshape(len(rows), -1), digits.labels[rows])
    asked = torch.arange(10).repeat(each)
    model = trainer.model.eval()
    with torch.no_grad():
        z = model.sample_prior(len(asked), torch.Generator().manual_seed(0), asked)
        x = model.decode(z).mean.flatten(1).numpy()
    return float((judge.predict(x) == asked.numpy()).mean())


@pytest.mark.parametrize(
    ("preset", "steps", "above"),
    [
        ("cvae", 150, 0.8),  # seeds 0 to 2: 0.98 to 1
        ("cgan", 500, 0.6),  # seeds 0 to 2: 0.84 to 0.88 after 400 steps
        pytest.param("cgan", 4000, 0.9, marks=pytest.mark.slow),
    ],
)
def test_samples_are_of_the_class_asked_for(preset, steps, above, digits):
    trainer = start(spec_for(preset, digits, DIGITS, ALONE), digits)
    trainer.step(steps)
    assert share_of_the_class_asked_for(trainer, digits) > above


def test_samples_follow_the_labels_and_not_what_the_items_look_like(digits):
    turned = replace(digits, labels=(digits.labels + 3) % 10)
    trainer = start(spec_for("cvae", turned, DIGITS, ALONE), turned)
    trainer.step(150)
    assert share_of_the_class_asked_for(trainer, turned) > 0.8
    assert share_of_the_class_asked_for(trainer, digits) < 0.2


def test_encoder_names_the_class_of_digits_it_never_saw(digits):
    trainer = start(spec_for("cvae", digits, DIGITS, ALONE), digits)
    report = trainer.step(300)
    assert report.values["class_loss"] < 1.5  # nats; log 10 is 2.3, and it is the mean over all steps
    rows = digits.split(0.1, 0).held_out
    with torch.no_grad():
        mu = trainer.model.eval().encode(torch.tensor(digits.values(rows))).mu
    named = mu[:, trainer.model.style_dim :].argmax(1).numpy()
    assert (named == digits.labels[rows]).mean() > 0.9


def test_weight_of_the_classes_is_live_and_0_leaves_the_encoder_without_a_say(digits):
    trainer = start(spec_for("cvae", digits, DIGITS, {**ALONE, "class_weight": 0}), digits)
    trainer.step(5)
    head = [module for module in trainer.model.encoder.modules() if isinstance(module, torch.nn.Linear)][-1]
    rows = slice(trainer.model.moments, None)
    before = head.weight[rows].detach().clone()
    trainer.step(3)
    assert torch.equal(head.weight[rows], before)
    trainer.set({"class_weight": 5.0})
    trainer.step(1)
    assert not torch.equal(head.weight[rows], before)


@pytest.mark.parametrize("objective", ["elbo", "iwae", "tcvae", "wae_mmd", "reconstruction", "denoising"])
def test_every_objective_of_autoencoders_can_be_told_classes(objective, digits):
    changes = {**ALONE, "objective": objective, "hidden": "16"}
    if objective in ("reconstruction", "denoising"):
        changes["variational"] = False
    trainer = start(spec_for("cvae", digits, DIGITS, changes), digits)
    first = trainer.step(5).values
    trainer.step(100)
    last = trainer.step(5).values
    assert last["loss"] < first["loss"]
    assert last["class_loss"] < first["class_loss"]


def test_labels_are_dealt_out_with_their_items():
    items = torch.arange(20, dtype=torch.float32).unsqueeze(1)
    batches = Batches(items, 6, seed=3, labels=np.arange(20) % 7)
    for step in range(7):
        assert torch.equal(batches.labels_at(step, 2), batches.at(step, 2)[:, 0].long() % 7)
    assert Batches(items, 6, seed=3).labels_at(0) is None


def test_batches_are_the_same_with_labels_and_without():
    items = torch.rand(30, 2)
    told, plain = Batches(items, 7, 1, labels=np.zeros(30, np.int64)), Batches(items, 7, 1)
    for step in range(6):
        _ = told.labels_at(step)
        assert torch.equal(told.at(step, 2), plain.at(step, 2))


def test_training_is_refused_when_the_items_have_no_labels_or_other_classes(digits):
    bare = replace(digits, labels=None, label_names=())
    with pytest.raises(ConfigError, match="'digits' has no labels; choose another data set"):
        start(spec_for("cgan", digits, DIGITS), bare)
    with pytest.raises(ConfigError, match="told 7 classes, but 'digits' has 10; set n_classes=10, or 0"):
        spec_for("vae", digits, DIGITS, {"n_classes": 7})
    with pytest.raises(ConfigError, match="has no labels"):
        spec_for("gan", bare, DIGITS, {"n_classes": 10})
    config = GanConfig(n_classes=10, body=MlpConfig(hidden=(8,)))
    with pytest.raises(ConfigError, match="labelled items; give labels"):
        Trainer(build(config, (1, 8, 8)), digits.x, spec_for("gan", digits, DIGITS))


def test_too_many_classes_are_refused_by_presets(digits):
    many = replace(digits, label_names=tuple(f"class {i}" for i in range(150)))
    with pytest.raises(ConfigError, match="at most 100 classes, but 'digits' has 150; choose 'vae'"):
        spec_for("cvae", many, DIGITS)


def slope_at(judge, x, c):
    x = x.clone().requires_grad_()
    (slope,) = torch.autograd.grad(judge(x, c).sum(), x)
    return slope.flatten(1)


def test_penalties_measure_the_slope_of_the_class_told():
    config = GanConfig(latent_dim=2, n_classes=3, output="real", body=MlpConfig(hidden=(9, 7), activation="tanh"))
    judge = build(config, (2,)).discriminator
    generator = torch.Generator().manual_seed(0)
    real, fake = torch.randn(6, 2, generator=generator), torch.randn(6, 2, generator=generator)
    c = one_hot(torch.tensor([0, 1, 2, 2, 1, 0]), 3)
    expected = 0.5 * 2 * slope_at(judge, real, c).square().sum(1) + 0.5 * 3 * slope_at(judge, fake, c).square().sum(1)
    assert torch.allclose(r1_and_r2(judge, real, fake, 2.0, 3.0, c), expected, rtol=1e-4)
    assert not torch.allclose(r1_and_r2(judge, real, fake, 2.0, 3.0), expected, rtol=1e-2)
    share = torch.rand(6, generator=torch.Generator().manual_seed(4))
    length = slope_at(judge, torch.lerp(fake, real, share.unsqueeze(1)), c).norm(dim=1)
    found = gradient_penalty(judge, real, fake, 10.0, torch.Generator().manual_seed(4), c)
    assert torch.allclose(found, 10 * (length - 1).square(), rtol=1e-3)
