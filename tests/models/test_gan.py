import copy

import pytest
import torch
from torch import nn

from genlab.errors import ConfigError
from genlab.models.bodies.chain import twice_differentiable
from genlab.models.config import ConvConfig, GanConfig, MlpConfig
from genlab.models.families import build

BODY = {
    "mlp": MlpConfig(hidden=(12, 8)),
    "conv": ConvConfig(channels=4),
    "patches": ConvConfig(body="patches", channels=4),
}
every_body = pytest.mark.parametrize("body", list(BODY))


def gan(body: str, **switches):
    return build(GanConfig(latent_dim=3, body=BODY[body], **switches), (2, 8, 8))


def pictures(n: int) -> torch.Tensor:
    return torch.rand(n, 2, 8, 8, generator=torch.Generator().manual_seed(0))


@every_body
def test_packed_items_are_judged_together(body):
    model = gan(body, packing=3)
    x = pictures(6)
    logits = model.discriminator(x)
    assert logits.shape == (2,)
    moved = x.clone()
    moved[5] = 1 - moved[5]  # the last of the second pack
    assert torch.equal(model.discriminator(moved)[0], logits[0])
    assert not torch.equal(model.discriminator(moved)[1], logits[1])


def test_packed_numbers_of_a_vector_lie_side_by_side():
    model = build(GanConfig(latent_dim=2, output="real", packing=2, body=BODY["mlp"]), (2,))
    assert model.discriminator(torch.randn(8, 2)).shape == (4,)
    assert model.discriminator.body.layers[0].in_features == 4


@every_body
@pytest.mark.parametrize(
    "switches",
    [{}, {"packing": 3}, {"minibatch_std": True}, {"packing": 2, "minibatch_std": True}, {"spectral_norm": True}],
)
def test_judge_gives_every_item_a_logit_of_its_own_whatever_else_is_asked(body, switches):
    model = gan(body, **switches).eval()
    x = pictures(5)
    batch = pictures(6)
    in_training = model.discriminator(batch)
    together = model.judge(x)
    assert together.shape == (5,)
    assert torch.allclose(torch.cat([model.judge(one) for one in x.split(1)]), together, atol=1e-5)
    assert torch.equal(model.discriminator(batch), in_training)


@every_body
def test_minibatch_std_tells_a_batch_of_equal_items_from_a_varied_one(body):
    model = gan(body, minibatch_std=True)
    x = pictures(6)
    alike = x[:1].expand(6, -1, -1, -1)
    alone, among = model.discriminator(alike)[0], model.discriminator(x)[0]
    assert not torch.allclose(alone, among, atol=1e-4)


def largest_singular_values(module: nn.Module) -> list[float]:
    layers = [layer for layer in module.modules() if isinstance(layer, nn.Linear | nn.Conv2d)]
    return [torch.linalg.matrix_norm(layer.weight.detach().flatten(1).float(), 2).item() for layer in layers]


@every_body
def test_spectral_norm_keeps_the_largest_singular_value_at_one_while_weights_move(body):
    model = gan(body, spectral_norm=True, minibatch_std=True)
    adam = torch.optim.Adam(model.discriminator.parameters(), lr=1e-3)
    for _ in range(20):
        adam.zero_grad()
        model.discriminator(pictures(6)).square().sum().backward()
        adam.step()
    assert all(value == pytest.approx(1, abs=0.05) for value in largest_singular_values(model.discriminator.eval()))
    assert max(largest_singular_values(gan(body).discriminator)) > 1.1
    assert max(largest_singular_values(model.generator)) > 1.1


def test_spectral_norm_computes_in_the_number_format_of_its_weights():
    model = gan("mlp", spectral_norm=True)
    rounded = copy.deepcopy(model.discriminator)
    for p in rounded.parameters():
        p.data = p.data.bfloat16()
    assert all(layer.weight.dtype == torch.bfloat16 for layer in rounded.modules() if isinstance(layer, nn.Linear))
    assert torch.allclose(rounded.eval()(pictures(4)), model.discriminator.eval()(pictures(4)), atol=0.05)


def test_spectral_norm_is_still_between_trainings():
    model = gan("mlp", spectral_norm=True).eval()
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    model.discriminator(pictures(4))
    assert all(torch.equal(before[name], tensor) for name, tensor in model.state_dict().items())


@every_body
@pytest.mark.parametrize("switch", ["spectral_norm", "minibatch_std"])
def test_switched_discriminator_has_second_derivatives(body, switch):
    model = gan(body, **{switch: True})
    x = pictures(4).requires_grad_()
    with twice_differentiable():
        logits = model.discriminator(x)
    (slope,) = torch.autograd.grad(logits.sum(), x, create_graph=True)
    slope.square().sum().backward()
    found = [
        p.grad for name, p in model.discriminator.named_parameters() if name.endswith("original") or "weight" in name
    ]
    assert any(grad is not None and grad.abs().sum() > 0 for grad in found)
    assert all(grad is None or torch.isfinite(grad).all() for grad in found)


@pytest.mark.parametrize("hidden", [(12,), (12, 10, 8)])
@pytest.mark.parametrize("activation", ["relu", "leaky_relu", "tanh"])
@pytest.mark.parametrize("shape", [(2,), (1, 8, 8)])
def test_generator_in_training_is_what_its_two_parts_are(hidden, activation, shape):
    output = "real" if shape == (2,) else "unit"
    config = GanConfig(latent_dim=3, output=output, body=MlpConfig(hidden=hidden, activation=activation))
    first = build(config, shape).generator.train()
    second = copy.deepcopy(first)
    z = torch.randn(7, 3)
    a, b = first(z), second.leave(second.enter(z))
    assert torch.allclose(a, b, rtol=1e-5, atol=1e-6)
    a.sin().sum().backward()
    b.sin().sum().backward()
    for p, q in zip(first.parameters(), second.parameters(), strict=True):
        assert torch.allclose(p.grad, q.grad, rtol=1e-4, atol=1e-5)


def test_waves_stand_beside_the_numbers():
    model = build(GanConfig(latent_dim=2, output="real", fourier_features=10, body=BODY["mlp"]), (2,))
    waves, x = model.discriminator.waves, torch.randn(64, 2, generator=torch.Generator().manual_seed(0))
    waves.is_open.fill_(1)
    out = waves(x)
    assert out.shape == (64, 12)
    assert torch.equal(out[:, :2], x)
    assert 0.3 < out[:, 2:].std() < 1
    assert out[:, 2:].abs().max() <= 1


@pytest.mark.parametrize("in_training", [True, False])
@pytest.mark.parametrize("n_classes", [0, 3])
def test_waves_that_are_shut_are_zeros_to_the_discriminator(in_training, n_classes):
    config = GanConfig(latent_dim=2, output="real", fourier_features=10, body=BODY["mlp"], n_classes=n_classes)
    model = build(config, (2,)).train(in_training)
    judge, x = model.discriminator, torch.randn(64, 2, generator=torch.Generator().manual_seed(0), requires_grad=True)
    logits = judge(x)
    with_zeros = judge.body(torch.cat([x, torch.zeros(64, 10)], 1))
    with_zeros = with_zeros if n_classes == 0 else judge.head(with_zeros) + judge.classes(with_zeros).mean(1, True)
    assert torch.allclose(logits, with_zeros.squeeze(1), atol=1e-6)
    of = [x, *judge.body.parameters()]
    for one, other in zip(
        torch.autograd.grad(logits.sum(), of), torch.autograd.grad(with_zeros.sum(), of), strict=True
    ):
        assert torch.allclose(one, other, atol=1e-5)
    judge.waves.is_open.fill_(1)
    assert not torch.allclose(judge(x), logits, atol=1e-3)


def test_waves_let_a_discriminator_tell_what_lies_close_together():
    near = torch.tensor([[0.0, 0.0], [0.05, 0.0]])  # a twentieth of the spread apart
    told = {}
    for n_waves in (0, 64):
        torch.manual_seed(0)
        model = build(GanConfig(output="real", fourier_features=n_waves, body=MlpConfig(hidden=(64, 64))), (2,))
        if model.discriminator.waves is not None:
            model.discriminator.waves.is_open.fill_(1)
        optimiser = torch.optim.Adam(model.discriminator.parameters(), 1e-3)
        for _ in range(200):
            a, b = model.discriminator(near)
            optimiser.zero_grad()
            nn.functional.softplus(b - a).backward()
            optimiser.step()
        told[n_waves] = float((a - b).detach())
    assert told[64] > 3 * told[0]


@pytest.mark.parametrize("body", ["conv", "patches"])
def test_waves_are_refused_for_pictures(body):
    with pytest.raises(ConfigError, match="Fourier features are for perceptrons, got fourier_features=4 with body="):
        gan(body, fourier_features=4)
