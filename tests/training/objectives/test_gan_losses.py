import pytest
import torch

from genlab.training.objectives.gan_losses import LOSSES
from genlab.training.objectives.registry import OBJECTIVES


def logits(n: int = 9) -> tuple[torch.Tensor, torch.Tensor]:
    drawn = torch.linspace(-3, 3, 2 * n, dtype=torch.float64)[torch.randperm(2 * n, generator=torch.manual_seed(0))]
    return drawn[:n].clone().requires_grad_(), drawn[n:].clone().requires_grad_()


@pytest.mark.parametrize("name", list(LOSSES))
def test_loss_has_the_gradient_of_its_finite_differences(name):
    loss, (real, fake) = LOSSES[name], logits()
    assert torch.autograd.gradcheck(loss.discriminator, (real, fake))
    assert torch.autograd.gradcheck(loss.generator, (real, fake))


def test_losses_are_those_of_their_papers():
    real, fake = logits()
    d_real, d_fake = real.sigmoid(), fake.sigmoid()
    said = {
        "non_saturating": (-d_real.log() - (1 - d_fake).log(), -d_fake.log()),
        "saturating": (-d_real.log() - (1 - d_fake).log(), (1 - d_fake).log()),
        "least_squares": ((real - 1) ** 2 / 2 + fake**2 / 2, (fake - 1) ** 2 / 2),
        "wasserstein": (fake - real, -fake),
        "hinge": ((1 - real).clamp(min=0) + (1 + fake).clamp(min=0), -fake),
        "relativistic": (-(real - fake).sigmoid().log(), -(fake - real).sigmoid().log()),
    }
    assert said.keys() == LOSSES.keys()
    for name, (d_loss, g_loss) in said.items():
        assert torch.allclose(LOSSES[name].discriminator(real, fake), d_loss), name
        assert torch.allclose(LOSSES[name].generator(real, fake), g_loss), name


def test_saturating_generator_learns_nothing_where_the_discriminator_is_sure():
    sure = torch.full((1,), -12.0, requires_grad=True)
    slopes = {name: torch.autograd.grad(LOSSES[name].generator(sure, sure).sum(), sure)[0] for name in LOSSES}
    assert slopes["saturating"].abs() < 1e-4
    assert slopes["non_saturating"].abs() > 0.99


def test_only_a_relative_generator_looks_at_data():
    real, fake = logits()
    for name, loss in LOSSES.items():
        moved = loss.generator(real + 1, fake)
        assert torch.equal(moved, loss.generator(real, fake)) != loss.is_relative, name


def test_every_loss_is_an_objective():
    assert set(LOSSES) <= set(OBJECTIVES.names())
