import pytest
import torch
from torch import nn

from genlab.models.config import GanConfig, MlpConfig
from genlab.models.families import build
from genlab.training.objectives.penalties import gradient_penalty, interpolates, r1_and_r2, squared_slope


class Critic(nn.Module):
    """A smooth critic in double precision; ours answer in float32, too coarse for finite differences."""

    packing, unit = 1, 1.0

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(3, 5), nn.Tanh(), nn.Linear(5, 1)).double()

    def forward(self, x: torch.Tensor, c: torch.Tensor | None = None) -> torch.Tensor:
        return self.layers(x).squeeze(1)


def items(n: int = 6) -> tuple[torch.Tensor, torch.Tensor]:
    generator = torch.Generator().manual_seed(0)
    return tuple(torch.randn(n, 3, generator=generator, dtype=torch.float64) for _ in range(2))


def penalty(critic: Critic, kind: str) -> torch.Tensor:
    real, fake = items()
    if kind == "gp":
        return gradient_penalty(critic, real, fake, 10.0, torch.Generator().manual_seed(1)).sum()
    return r1_and_r2(critic, real, fake, r1=2.0 * (kind != "r2"), r2=3.0 * (kind != "r1")).sum()


@pytest.mark.parametrize("kind", ["r1", "r2", "both", "gp"])
def test_penalty_has_the_gradient_of_its_finite_differences_by_the_weights(kind):
    torch.manual_seed(0)
    critic, step = Critic(), 1e-6
    (slope,) = torch.autograd.grad(penalty(critic, kind), critic.layers[0].weight)
    for place in ((0, 0), (2, 1), (4, 2)):
        with torch.no_grad():
            critic.layers[0].weight[place] += step
        above = penalty(critic, kind).item()
        with torch.no_grad():
            critic.layers[0].weight[place] -= 2 * step
        below = penalty(critic, kind).item()
        with torch.no_grad():
            critic.layers[0].weight[place] += step
        assert slope[place].item() == pytest.approx((above - below) / (2 * step), rel=1e-5, abs=1e-7)


def test_penalties_of_a_straight_critic_are_known():
    critic = Critic()
    critic.layers = nn.Linear(3, 1, bias=False).double()
    with torch.no_grad():
        critic.layers.weight.copy_(torch.tensor([[0.0, 3.0, 4.0]]))  # of slope 5
    real, fake = items()
    noise = torch.Generator().manual_seed(0)
    assert torch.allclose(squared_slope(critic, real), torch.full((6,), 25.0, dtype=torch.float64))
    assert torch.allclose(squared_slope(critic, real, 0.5), torch.full((6,), 6.25, dtype=torch.float64))
    assert torch.allclose(gradient_penalty(critic, real, fake, 10.0, noise), 10.0 * torch.tensor(16.0).double())
    assert torch.allclose(r1_and_r2(critic, real, fake, 2.0, 4.0), torch.tensor(75.0).double())


def test_interpolates_lie_between_data_and_samples_and_share_a_place_within_a_pack():
    discriminator = build(GanConfig(packing=2, output="real", body=MlpConfig(hidden=(8,))), (3,)).discriminator
    real, fake = (x.float() for x in items())
    between = interpolates(discriminator, real, fake, torch.Generator().manual_seed(0))
    share = (between - fake) / (real - fake)  # (6, 3)
    assert torch.allclose(share, share[:, :1].expand(-1, 3), atol=1e-4)
    assert torch.allclose(share[::2], share[1::2], atol=1e-4)
    assert share.min() >= 0
    assert share.max() <= 1
