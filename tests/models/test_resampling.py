"""Convolutions written out for training are the layers they stand for, in values and in gradients."""

import pytest
import torch

from genlab.models.bodies.resampling import FEW, SOME, Down, Up

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
