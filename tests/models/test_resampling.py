"""Convolutions written out for training are the layers they stand for, in values and in gradients."""

import pytest
import torch

from genlab.models.bodies.pyramid import without_grain
from genlab.models.bodies.registry import BODIES
from genlab.models.bodies.resampling import FEW, SOME, Down, Up
from genlab.models.config import ConvConfig

# a picture's one channel, its colours, few maps, and many
N_LARGE = (1, 3, FEW + 3, SOME, SOME + 4)


@pytest.mark.parametrize(("dtype", "tolerance"), [(torch.float32, 1e-5), (torch.bfloat16, 3e-2)])
@pytest.mark.parametrize("n_large", N_LARGE)
@pytest.mark.parametrize("way", ["down", "up"])
def test_in_training_and_out_of_it_a_convolution_is_the_same(way, n_large, dtype, tolerance):
    torch.manual_seed(0)
    layer, shape = (Down(n_large, 6), (3, n_large, 12, 16)) if way == "down" else (Up(6, n_large), (3, 6, 6, 8))
    layer, x = layer.to(dtype), torch.randn(shape).to(dtype).requires_grad_()
    plain, written_out = layer.eval()(x), layer.train()(x)
    slope = torch.randn(plain.shape).to(dtype)
    of = [x, *layer.parameters()]
    wanted = [plain, *torch.autograd.grad(plain, of, slope)]
    for one, other in zip([written_out, *torch.autograd.grad(written_out, of, slope)], wanted, strict=True):
        assert one.shape == other.shape
        assert (one - other).abs().max() <= tolerance * other.abs().max()


def test_a_lattice_of_every_other_pixel_is_cleared_and_a_slope_is_kept():
    every_other = (torch.arange(8.0) % 2).expand(1, 1, 8, 8)
    for lattice in (every_other, every_other.mT, (every_other + every_other.mT) % 2):
        assert torch.allclose(without_grain(lattice)[..., 1:-1, 1:-1], torch.full((6, 6), 0.5))
    slope = torch.arange(8.0).expand(1, 1, 8, 8)
    assert torch.allclose(without_grain(slope)[..., 1:-1], slope[..., 1:-1])


@pytest.mark.parametrize("body", ["conv", "patches"])
def test_a_decoder_draws_without_grain_where_one_asks(body):
    made = {}
    for antialias in (False, True):
        torch.manual_seed(0)
        config = ConvConfig(body=body, channels=4, antialias=antialias)
        made[antialias] = BODIES.get(body).decoder(config, 5, (3, 20, 16))(torch.ones(2, 5))
    assert torch.allclose(made[True], without_grain(made[False]), atol=1e-6)
    assert made[True].shape == (2, 3, 20, 16)
