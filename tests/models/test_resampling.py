"""Convolutions written out for training are the layers they stand for, in values and in gradients."""

import pytest
import torch

from genlab.errors import ConfigError
from genlab.models.bodies.pyramid import enlarged, without_grain
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


def test_a_picture_is_enlarged_as_torch_does_it():
    x = torch.rand(2, 3, 5, 8)
    wanted = torch.nn.functional.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)
    assert torch.allclose(enlarged(x), wanted, atol=1e-6)


@pytest.mark.parametrize("side", [(20, 16), (64, 64)])
def test_a_decoder_that_draws_at_every_size_adds_what_it_drew_smaller(side):
    torch.manual_seed(0)
    decoder = BODIES.get("conv").decoder(ConvConfig(channels=4, output_skips=True), 5, (3, *side))
    code = torch.randn(2, 5)
    whole = decoder(code)
    assert whole.shape == (2, 3, *side)
    for colours in decoder.colours:  # without the small ones, what the last size adds is left
        torch.nn.init.zeros_(colours.weight)
        torch.nn.init.zeros_(colours.bias)
    fine = decoder(code)
    torch.nn.init.constant_(decoder.colours[0].bias, 1.0)  # the smallest, all of one colour
    assert torch.allclose(decoder(code), fine + 1, atol=1e-5)
    assert not torch.allclose(whole, fine, atol=0.1)


def test_patches_refuse_to_draw_at_every_size():
    with pytest.raises(ConfigError, match="set output_skips=false, or body=conv"):
        BODIES.get("patches").decoder(ConvConfig(body="patches", output_skips=True), 5, (3, 16, 16))
