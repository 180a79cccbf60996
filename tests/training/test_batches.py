import numpy as np
import pytest
import torch

from genlab.errors import TrainingError
from genlab.training.batches import Batches


def test_batches_visit_every_item_once_an_epoch():
    batches = Batches(torch.arange(12, dtype=torch.float32)[:, None], 4, seed=1)
    assert batches.per_epoch == 3
    for epoch in range(3):
        seen = torch.cat([batches.at(3 * epoch + i) for i in range(3)]).flatten()
        assert sorted(seen.tolist()) == list(range(12))


def test_batches_have_another_order_each_epoch_and_seed():
    x = torch.arange(64, dtype=torch.float32)[:, None]
    first = Batches(x, 64, seed=1)
    assert not torch.equal(first.at(0), first.at(1))
    assert not torch.equal(first.at(0), Batches(x, 64, seed=2).at(0))


def test_batches_depend_on_the_step_alone():
    x = torch.rand(30, 2)
    forward = Batches(x, 7, seed=5)
    expected = [forward.at(step) for step in range(10)]
    jumping = Batches(x, 7, seed=5)
    for step in (9, 0, 5, 4):
        assert torch.equal(jumping.at(step), expected[step])


def test_batches_are_cut_when_there_are_fewer_items():
    assert Batches(torch.rand(3, 2), 128, seed=0).at(4).shape == (3, 2)


def test_bytes_become_the_unit_interval():
    batch = Batches(np.array([[0], [255]], dtype=np.uint8), 2, seed=0).at(0)
    assert sorted(batch.flatten().tolist()) == [0.0, 1.0]


@pytest.mark.parametrize("items", [torch.rand(3, 2).double(), torch.rand(0, 2)])
def test_batches_refuse_what_they_cannot_serve(items):
    with pytest.raises(TrainingError):
        Batches(items, 2, seed=0)
