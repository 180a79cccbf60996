"""One fused Adam over parameters that are views of one flat vector.

A small network's step is bound by the number of kernels, not by arithmetic: one vector means one kernel for the update,
one to average weights, one to round them to bfloat16.
"""

from __future__ import annotations

import copy
from typing import Generic, TypeVar, cast

import torch
from torch import Tensor, nn

Network = TypeVar("Network", bound=nn.Module)


def flatten(module: nn.Module, dtype: torch.dtype = torch.float32) -> Tensor:
    """Move the parameters of ``module`` into one vector, of which they become views.

    Parameters
    ----------
    module : nn.Module
        Its parameters keep their names, shapes and values.
    dtype : torch.dtype
        Of the vector and, from now on, of the parameters.

    Returns
    -------
    Tensor, shape (P,)
    """
    vector = torch.cat([p.detach().reshape(-1) for p in module.parameters()]).to(dtype)  # (P,)
    for p, piece in zip(module.parameters(), _pieces(module, vector), strict=True):
        p.data = piece
    return vector


def _pieces(module: nn.Module, vector: Tensor) -> list[Tensor]:
    shapes = [p.shape for p in module.parameters()]
    return [piece.view(s) for piece, s in zip(vector.split([s.numel() for s in shapes]), shapes, strict=True)]


class FlatAdam(Generic[Network]):
    """Adam (Kingma & Ba 2015, arXiv:1412.6980, algorithm 1) over all parameters of a network, in one kernel.

    Parameters
    ----------
    module : nn.Module
        What is trained; its weights stay float32.
    learning_rate, beta1, beta2, eps : float
    bfloat16 : bool
        True to compute forward and backward on a copy whose weights are rounded to bfloat16 before each step, while
        the update goes to the float32 weights (Micikevicius et al. 2018, arXiv:1710.03740, section 3.1).

    Attributes
    ----------
    network : nn.Module
        What to compute losses with: ``module`` itself, or its bfloat16 copy.
    parameters : list of Parameter
        Those of :attr:`network`; their ``grad`` is what :meth:`step` follows.
    vector : Tensor, shape (P,), float32
        The weights.
    pace : float
        Share of the learning rate that the next step takes.
    """

    def __init__(
        self,
        module: Network,
        learning_rate: float,
        beta1: float = 0.9,
        beta2: float = 0.999,
        eps: float = 1e-8,
        bfloat16: bool = False,
    ) -> None:
        self.learning_rate, self.betas, self.eps = learning_rate, (beta1, beta2), eps
        self.pace = 1.0
        self.vector = flatten(module)  # (P,)
        self.network: Network = module
        self._rounded = self.vector  # (P,) the weights of `network`
        if bfloat16:
            self.network = copy.deepcopy(module)
            self._rounded = flatten(self.network, torch.bfloat16)
            share_buffers(module, self.network)
        self.parameters = list(self.network.parameters())
        self._gradient = torch.zeros_like(self.vector)  # (P,)
        self._gradients = _pieces(module, self._gradient)
        self.first = torch.zeros_like(self.vector)  # (P,) mean of gradients
        self.second = torch.zeros_like(self.vector)  # (P,) mean of their squares
        self.steps = torch.zeros((), device=self.vector.device)

    def freeze(self, frozen: bool) -> None:
        """Let backward pass the weights by, or reckon with them again."""
        for p in self.parameters:
            p.requires_grad_(not frozen)

    def zero_grad(self) -> None:
        """Forget every gradient."""
        for p in self.parameters:
            p.grad = None

    @torch.no_grad()
    def step(self) -> None:
        """Move the weights against their gradients; every parameter must have one."""
        # taking over what backward made is one kernel less a parameter than letting it add into zeros
        torch._foreach_copy_(self._gradients, [cast(Tensor, p.grad) for p in self.parameters])
        self.steps += 1
        # what torch.optim.Adam(fused=True) comes down to, without the sorting of its arguments
        torch._fused_adam_(
            [self.vector],
            [self._gradient],
            [self.first],
            [self.second],
            [],
            [self.steps],
            lr=self.learning_rate * self.pace,
            beta1=self.betas[0],
            beta2=self.betas[1],
            weight_decay=0.0,
            eps=self.eps,
            amsgrad=False,
            maximize=False,
        )
        self._round()

    @torch.no_grad()
    def clip(self, bound: float) -> None:
        """Cut every weight to at most ``bound`` either way; 0 sets no bound."""
        if bound > 0:
            self.vector.clamp_(-bound, bound)
            self._round()

    def state(self) -> dict[str, Tensor]:
        """Return the moments and the number of steps, to be kept (not copies)."""
        return {"first": self.first, "second": self.second, "steps": self.steps}

    @torch.no_grad()
    def restore(self, state: dict[str, Tensor]) -> None:
        """Take up what :meth:`state` gave, and the weights as they are now."""
        for name, tensor in self.state().items():
            tensor.copy_(state[name])
        self._round()

    def _round(self) -> None:
        if self._rounded is not self.vector:
            self._rounded.copy_(self.vector)


def share_buffers(source: nn.Module, target: nn.Module) -> None:
    """Let ``target``, a copy of ``source``, use the very buffers of ``source``."""
    for mine, theirs in zip(source.modules(), target.modules(), strict=True):
        theirs._buffers.update(mine._buffers)
