import pytest
import torch

from genlab.errors import CapabilityError, ConfigError
from genlab.models.conditions import one_hot
from genlab.models.config import AutoencoderConfig, GanConfig, MlpConfig
from genlab.models.distributions import DiagonalGaussian
from genlab.models.families import build
from genlab.models.gan import Discriminator

MLP = MlpConfig(hidden=(12,))
CONFIGS = {
    "vae": AutoencoderConfig(latent_dim=3, n_classes=4, body=MLP),
    "ae": AutoencoderConfig(latent_dim=3, n_classes=4, variational=False, body=MLP),
    "gan": GanConfig(latent_dim=3, n_classes=4, body=MLP),
}
LABELS = torch.tensor([2, 0, 3, 3, 1])


@pytest.fixture(params=list(CONFIGS))
def model(request):
    return build(CONFIGS[request.param], (1, 8, 8))


def test_code_is_style_and_classes(model):
    assert (model.is_conditional, model.style_dim, model.latent_dim) == (True, 3, 7)
    assert model.config.code_size == 7
    z = model.sample_prior(200, torch.Generator().manual_seed(0))
    weights = z[:, 3:]
    assert torch.equal(weights.sum(1), torch.ones(200))
    assert set(weights.unique().tolist()) == {0.0, 1.0}
    assert weights.mean(0).min() > 0.15
    given = model.sample_prior(5, torch.Generator().manual_seed(0), LABELS)
    assert torch.equal(given[:, 3:].argmax(1), LABELS)


def test_condition_is_what_stands_in_the_code(model):
    z = torch.randn(5, 3, generator=torch.Generator().manual_seed(1))
    whole = torch.cat([z, one_hot(LABELS, 4)], 1)
    assert torch.equal(model.decode(z, LABELS).mean, model.decode(whole).mean)
    other = model.decode(z, (LABELS + 1) % 4).mean
    assert (other - model.decode(whole).mean).abs().flatten(1).max(1).values.min() > 0


@pytest.mark.parametrize(
    ("z", "condition", "words"),
    [
        (torch.zeros(5, 3), None, "got 3 without a condition"),
        (torch.zeros(5, 7), LABELS, "got 7 with a condition"),
        (torch.zeros(5, 3), LABELS[:4], r"of shape \(5,\); got torch.int64 of shape \(4,\)"),
        (torch.zeros(5, 3), LABELS.float(), "got torch.float32"),
        (torch.zeros(5, 3), LABELS + 1, "a label of 0 to 3, got 1 to 4"),
        (torch.zeros(5, 3), LABELS - 1, "a label of 0 to 3, got -1 to 2"),
    ],
)
def test_condition_is_refused_when_it_does_not_fit(model, z, condition, words):
    with pytest.raises(CapabilityError, match=words):
        model.decode(z, condition)


def test_encoder_says_the_class_unless_it_is_told():
    vae = build(CONFIGS["vae"], (1, 8, 8))
    x = torch.rand(5, 1, 8, 8, generator=torch.Generator().manual_seed(2))
    guessed, told = vae.encode(x), vae.encode(x, LABELS)
    assert guessed.mu.shape == told.mu.shape == (5, 7)
    assert guessed.logvar.shape == (5, 3)
    assert torch.allclose(guessed.mu[:, 3:], guessed.logits.softmax(1))
    assert torch.equal(told.mu[:, 3:], one_hot(LABELS, 4))
    assert torch.equal(told.mu[:, :3], guessed.mu[:, :3])
    assert isinstance(told.style, DiagonalGaussian)
    drawn = told.sample(torch.Generator().manual_seed(0))
    assert torch.equal(drawn[:, 3:], told.weights)
    assert (drawn[:, :3] != told.mu[:, :3]).all()
    with pytest.raises(CapabilityError, match="a label of 0 to 3"):
        vae.encode(x, LABELS + 5)


def test_projection_is_the_inner_product_of_features_and_the_class_and_without_one_the_mean_over_all():
    judge = Discriminator(CONFIGS["gan"], (1, 8, 8)).eval()
    x = torch.rand(5, 1, 8, 8, generator=torch.Generator().manual_seed(3))
    features = judge.body(2 * x - 1)  # (5, 12)
    for label in range(4):
        expected = judge.head(features).squeeze(1) + features @ judge.classes.weight[label]
        assert torch.allclose(judge(x, one_hot(torch.full((5,), label), 4)), expected, atol=1e-6)
    every = torch.stack([judge(x, one_hot(torch.full((5,), label), 4)) for label in range(4)])
    assert torch.allclose(judge(x), every.mean(0), atol=1e-6)


@pytest.mark.parametrize("minibatch_std", [False, True])
@pytest.mark.parametrize("spectral_norm", [False, True])
def test_projection_has_the_gradient_of_its_finite_differences(minibatch_std, spectral_norm):
    config = GanConfig(
        latent_dim=2,
        n_classes=3,
        output="real",
        minibatch_std=minibatch_std,
        spectral_norm=spectral_norm,
        body=MlpConfig(hidden=(6, 5), activation="tanh"),
    )
    judge = build(config, (2,)).discriminator.eval()
    # the networks answer in float32, so steps are large and the bound is wide
    x = torch.randn(4, 2, generator=torch.Generator().manual_seed(0))
    c = one_hot(torch.tensor([0, 2, 1, 2]), 3)
    weights = [p for p in judge.parameters() if p.requires_grad]
    slopes = torch.autograd.grad(judge(x, c).sin().sum(), weights)
    assert any(p.shape == (3, 5) for p in weights)
    for values, slope in zip(weights, slopes, strict=True):
        direction = torch.randn(values.shape, generator=torch.Generator().manual_seed(1))
        found = []
        for move in (1e-2, -2e-2, 1e-2):
            with torch.no_grad():
                values += move * direction
                found.append(judge(x, c).sin().sum().item())
        expected = (slope * direction).sum().item()
        assert expected == pytest.approx((found[0] - found[1]) / 2e-2, rel=2e-2, abs=5e-3)


def test_packing_is_refused_when_classes_are_told():
    with pytest.raises(ConfigError, match="judges single items, got packing=2; set packing=1, or n_classes=0"):
        build(GanConfig(n_classes=10, packing=2), (1, 8, 8))
