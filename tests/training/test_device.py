import pytest
import torch

from genlab.errors import TrainingError
from genlab.models.config import AutoencoderConfig, GanConfig, MlpConfig
from genlab.models.families import build
from genlab.training.config import TrainingConfig
from genlab.training.device import choose, has_fast_bfloat16, multiplications, seconds_of_product


def test_multiplications_counts_both_networks():
    model = build(AutoencoderConfig(latent_dim=2, body=MlpConfig(hidden=(10,))), (1, 8, 8))
    assert multiplications(model) == 64 * 10 + 10 * 4 + 2 * 10 + 10 * 64


def test_tiny_network_computes_on_one_thread_in_float32():
    machine = choose(TrainingConfig(device="cpu"), build(GanConfig(body=MlpConfig(hidden=(8,))), (2,)))
    assert (machine.threads, machine.bfloat16) == (1, False)


LARGE = AutoencoderConfig(body=MlpConfig(hidden=(1024, 1024)))


PRECISIONS = [("auto", has_fast_bfloat16()), ("bfloat16", True), ("float32", False)]


@pytest.mark.parametrize(("asked", "expected"), PRECISIONS)
def test_large_network_computes_in_what_is_asked_or_quicker_here(asked, expected):
    training = TrainingConfig(device="cpu", batch_size=256, precision=asked)
    assert choose(training, build(LARGE, (1, 28, 28))).bfloat16 is expected


def test_measuring_a_product_leaves_the_threads_alone():
    before = torch.get_num_threads()
    assert seconds_of_product(torch.float32, size=8, times=1) > 0
    assert torch.get_num_threads() == before


def test_threads_are_in_force_only_inside():
    before = torch.get_num_threads()
    machine = choose(TrainingConfig(device="cpu", threads=3), build(AutoencoderConfig(), (1, 8, 8)))
    with machine.in_force():
        assert torch.get_num_threads() == 3
    assert torch.get_num_threads() == before


@pytest.mark.skipif(torch.cuda.is_available(), reason="this machine has a CUDA GPU")
def test_cuda_is_refused_when_there_is_none():
    with pytest.raises(TrainingError, match="device=auto"):
        choose(TrainingConfig(device="cuda"), build(AutoencoderConfig(), (1, 8, 8)))
