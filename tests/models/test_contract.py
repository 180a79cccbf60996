"""One suite over every family, body, likelihood and item shape, at tiny size."""

import copy

import pytest
import torch

from genlab.errors import CapabilityError, ConfigError
from genlab.models.bodies.chain import twice_differentiable
from genlab.models.bodies.patches import gather, scatter
from genlab.models.bodies.registry import BODIES
from genlab.models.config import AutoencoderConfig, ConvConfig, GanConfig, MlpConfig
from genlab.models.families import FAMILIES, build
from genlab.models.protocols import LatentModel

BODY = {
    "mlp": MlpConfig(hidden=(12, 8)),
    "conv": ConvConfig(channels=4),
    "patches": ConvConfig(body="patches", channels=4),
}
LIKELIHOODS = ["bernoulli", "continuous_bernoulli", "gaussian", "gaussian_learned"]
PICTURES = [(1, 8, 8), (3, 13, 10), (1, 28, 28)]
SHAPES = {"mlp": [(2,), (1, 8, 8)], "conv": PICTURES, "patches": PICTURES}


def configs():
    for body in BODIES.names():
        for shape in SHAPES[body]:
            for likelihood in LIKELIHOODS:
                for variational in (True, False):
                    config = AutoencoderConfig(
                        latent_dim=3, variational=variational, likelihood=likelihood, body=BODY[body]
                    )
                    yield pytest.param(config, shape, id=f"autoencoder-{body}-{shape}-{likelihood}-{variational}")
            told = AutoencoderConfig(latent_dim=3, n_classes=4, body=BODY[body])
            yield pytest.param(told, shape, id=f"autoencoder-{body}-{shape}-told")
            output = "unit" if len(shape) == 3 else "real"
            for name, changes in (("plain", {}), ("told", {"n_classes": 4})):
                config = GanConfig(latent_dim=3, output=output, body=BODY[body], **changes)
                yield pytest.param(config, shape, id=f"gan-{body}-{shape}-{name}")


every_model = pytest.mark.parametrize(("config", "shape"), list(configs()))


def items(shape: tuple[int, ...], n: int = 5) -> torch.Tensor:
    return torch.rand(n, *shape, generator=torch.Generator().manual_seed(3))


def test_every_family_is_covered():
    assert set(FAMILIES.names()) == {param.values[0].family for param in configs()}


@every_model
def test_model_has_the_contract_shapes(config, shape):
    model = build(config, shape)
    assert isinstance(model, LatentModel)
    z = model.sample_prior(5, torch.Generator().manual_seed(0))
    likelihood = model.decode(z)
    assert z.shape == (5, model.latent_dim)
    for x in (likelihood.mean, likelihood.mode, likelihood.sample(torch.Generator().manual_seed(0))):
        assert x.shape == (5, *shape)
        assert x.dtype == torch.float32
    assert likelihood.log_prob(items(shape)).shape == (5,)
    if model.has_encoder:
        assert model.encode(items(shape)).mu.shape == (5, model.latent_dim)


@every_model
def test_model_is_the_same_for_the_same_seed_and_leaves_torch_alone(config, shape):
    torch.manual_seed(11)
    expected = torch.rand(1)
    torch.manual_seed(11)
    first, second, third = build(config, shape, 4), build(config, shape, 4), build(config, shape, 5)
    assert torch.rand(1) == expected
    for a, b in zip(first.parameters(), second.parameters(), strict=True):
        assert torch.equal(a, b)
    assert any(not torch.equal(a, b) for a, b in zip(first.parameters(), third.parameters(), strict=True))


@every_model
def test_model_gradients_are_finite_and_reach_every_trained_weight(config, shape):
    model = build(config, shape)
    if model.has_encoder:
        posterior = model.encode(items(shape))
        z = posterior.sample(torch.Generator().manual_seed(0))
        loss = -model.decode(z).log_prob(items(shape)).mean()
    else:
        loss = model.discriminator(model.generator(model.sample_prior(5))).mean()
    loss.backward()
    for name, p in model.named_parameters():
        if p.requires_grad:
            assert p.grad is not None, name
            assert torch.isfinite(p.grad).all(), name


@every_model
def test_model_decodes_pictures_into_the_unit_interval(config, shape):
    model = build(config, shape)
    mean = model.decode(10 * torch.randn(6, model.latent_dim)).mean
    assert torch.isfinite(mean).all()
    if len(shape) == 3:
        assert mean.min() >= 0
        assert mean.max() <= 1


@every_model
def test_model_decodes_the_same_through_every_space(config, shape):
    model = build(config, shape)
    z = model.sample_prior(4, torch.Generator().manual_seed(2))
    direct = model.decode(z).mean
    for space in model.spaces:
        code = model.enter(z, space.name)
        assert code.shape == (4, space.dim)
        assert torch.equal(model.decode_from(code, space.name).mean, direct)


def test_space_is_refused_when_the_model_lacks_it():
    with pytest.raises(CapabilityError, match="no space 'w'"):
        build(AutoencoderConfig(), (1, 8, 8)).enter(torch.zeros(1, 16), "w")


def test_gan_refuses_to_encode():
    with pytest.raises(CapabilityError, match="has no encoder"):
        build(GanConfig(), (1, 8, 8)).encode(torch.zeros(1, 1, 8, 8))


def test_condition_is_refused_when_the_model_takes_none():
    with pytest.raises(CapabilityError, match="takes no condition"):
        build(AutoencoderConfig(), (1, 8, 8)).decode(torch.zeros(1, 16), torch.zeros(1))


def test_averaged_generator_starts_as_the_generator():
    model = build(GanConfig(), (2,))
    for a, b in zip(model.generator.parameters(), model.generator_ema.parameters(), strict=True):
        assert torch.equal(a, b)
        assert not b.requires_grad


def test_real_items_are_seen_standardised_and_answered_in_their_own_units():
    x = torch.randn(500, 3) * torch.tensor([1.0, 50.0, 0.01]) + torch.tensor([0.0, 4000.0, -3.0])
    config = AutoencoderConfig(latent_dim=2, likelihood="gaussian_learned", body=BODY["mlp"])
    model = build(config, (3,))
    model.start_from(x)
    mean = model.decode(model.sample_prior(200)).mean
    assert ((mean.mean(0) - x.mean(0)).abs() < 1.5 * x.std(0)).all()


@pytest.mark.parametrize("body", list(BODY))
def test_untrained_pictures_start_at_the_mean_of_the_data(body):
    x = torch.rand(50, 1, 8, 8) * 0.2
    model = build(AutoencoderConfig(latent_dim=2, body=BODY[body]), (1, 8, 8))
    before = (model.decode(torch.zeros(1, 2)).mean - x.mean(0)).abs().mean()
    model.start_from(x)
    after = (model.decode(torch.zeros(1, 2)).mean - x.mean(0)).abs().mean()
    assert after < 0.25 * before


@pytest.mark.parametrize("activation", ["relu", "leaky_relu", "silu"])
@pytest.mark.parametrize("body", ["mlp", "conv", "patches"])
@pytest.mark.parametrize("way", ["encoder", "decoder"])
@pytest.mark.parametrize("channels", [1, 3])
def test_gradients_of_one_node_equal_those_layer_by_layer(body, way, activation, channels):
    config = (MlpConfig if body == "mlp" else ConvConfig)(activation=activation)
    network, shape = getattr(BODIES.get(body), way), (channels, 16, 24)
    first = network(config, shape, 6) if way == "encoder" else network(config, 6, shape)
    second = copy.deepcopy(first)
    x = torch.randn(5, *(shape if way == "encoder" else (6,)))
    x_first, x_second = x.clone().requires_grad_(), x.clone().requires_grad_()
    a = first(x_first).sin().sum()
    with twice_differentiable():
        b = second(x_second).sin().sum()
    a.backward()
    b.backward()
    assert torch.allclose(a, b, rtol=1e-4)
    assert torch.allclose(x_first.grad, x_second.grad, rtol=1e-3, atol=1e-5)
    for p, q in zip(first.parameters(), second.parameters(), strict=True):
        assert torch.allclose(p.grad, q.grad, rtol=1e-3, atol=1e-4)


@pytest.mark.parametrize("shape", [(5,), (1, 7, 8), (3, 65, 64)])
def test_conv_body_is_refused_when_items_do_not_fit(shape):
    with pytest.raises(ConfigError, match="8 to 64 pixels"):
        build(AutoencoderConfig(body=ConvConfig()), shape)


def test_gather_puts_the_pixels_of_a_patch_side_by_side_and_scatter_undoes_it():
    x = torch.arange(2 * 3 * 8 * 16, dtype=torch.float32).view(2, 3, 8, 16)
    places = gather(x, 1)  # (2, 128, 3)
    assert torch.equal(places[0, :4, 0], x[0, 0, :2, :2].flatten())
    places = gather(x, 2)
    assert torch.equal(places[0, :4, 0], x[0, 0, :2, :2].flatten())
    assert torch.equal(places[0, 4:8, 0], x[0, 0, :2, 2:4].flatten())
    assert torch.equal(scatter(places, (2, 4), 2), x)


@pytest.mark.parametrize("side", range(8, 65, 7))
def test_conv_body_takes_every_side(side):
    model = build(AutoencoderConfig(latent_dim=2, body=ConvConfig(channels=4)), (3, side, side))
    x = torch.rand(2, 3, side, side)
    assert model.decode(model.encode(x).mu).mean.shape == x.shape
