import torch
from torch import nn

from genlab.training.optim import FlatAdam, flatten


def network() -> nn.Module:
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(3, 5), nn.ReLU(), nn.Linear(5, 2))


def test_flatten_keeps_values_and_shares_storage():
    net = network()
    before = [p.detach().clone() for p in net.parameters()]
    vector = flatten(net)
    assert all(torch.equal(a, b) for a, b in zip(before, net.parameters(), strict=True))
    vector.zero_()
    assert all(not p.any() for p in net.parameters())


def test_flat_adam_moves_as_torch_adam():
    ours, theirs = network(), network()
    x = torch.randn(8, 3, generator=torch.Generator().manual_seed(1))
    mine = FlatAdam(ours, 1e-2, beta1=0.5)
    reference = torch.optim.Adam(theirs.parameters(), lr=1e-2, betas=(0.5, 0.999))
    for _ in range(20):
        mine.zero_grad()
        ours(x).square().mean().backward()
        mine.step()
        reference.zero_grad()
        theirs(x).square().mean().backward()
        reference.step()
    for a, b in zip(ours.parameters(), theirs.parameters(), strict=True):
        assert torch.allclose(a, b, atol=1e-5)


def test_bfloat16_copy_follows_the_float32_weights():
    net = network()
    adam = FlatAdam(net, 1e-2, bfloat16=True)
    x = torch.randn(8, 3).bfloat16()
    for _ in range(3):
        adam.zero_grad()
        adam.network(x).float().square().mean().backward()
        adam.step()
    for master, rounded in zip(net.parameters(), adam.network.parameters(), strict=True):
        assert master.dtype == torch.float32
        assert torch.equal(master.detach().bfloat16(), rounded.detach())
