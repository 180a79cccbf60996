import pytest
import torch

from genlab.errors import TrainingError
from genlab.models.config import AutoencoderConfig, GanConfig, MlpConfig
from genlab.models.families import build
from genlab.training.config import TrainingConfig
from genlab.training.device import choose, multiplications


def test_multiplications_counts_both_networks():
    model = build(AutoencoderConfig(latent_dim=2, body=MlpConfig(hidden=(10,))), (1, 8, 8))
    assert multiplications(model) == 64 * 10 + 10 * 4 + 2 * 10 + 10 * 64


def test_tiny_network_computes_on_one_thread_in_float32():
    machine = choose(TrainingConfig(device="cpu"), build(GanConfig(body=MlpConfig(hidden=(8,))), (2,)))
    assert (machine.threads, machine.bfloat16) == (1, False)


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
