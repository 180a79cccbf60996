"""One fused Adam over parameters that are views of one flat vector.

A small network's step is bound by the number of kernels, not by arithmetic: one vector means one kernel for the update,
one to zero the gradients, one to average weights.
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor, nn
from torch.optim.adam import adam


class FlatParameters:
    """The parameters of a module as views of one vector.

    Parameters
    ----------
    module : nn.Module
        Its parameters keep their names, shapes and values; their storage moves into :attr:`vector`.

    Attributes
    ----------
    vector : Tensor, shape (P,), float32
    gradient : Tensor, shape (P,), float32, or None
        Each parameter's ``grad`` is a view of it, so that backward passes add into it; None where none is wanted.
    """

    def __init__(self, module: nn.Module | Iterable[nn.Parameter], with_gradient: bool = True) -> None:
        self.parameters = list(module.parameters() if isinstance(module, nn.Module) else module)
        self.vector = torch.cat([p.detach().reshape(-1) for p in self.parameters])  # (P,)
        self.gradient = torch.zeros_like(self.vector) if with_gradient else None
        start = 0
        for p in self.parameters:
            piece = slice(start, start + p.numel())
            p.data = self.vector[piece].view(p.shape)
            if self.gradient is not None:
                p.grad = self.gradient[piece].view(p.shape)
            start += p.numel()


class FlatAdam:
    """Adam (Kingma & Ba 2015, arXiv:1412.6980, algorithm 1) over a :class:`FlatParameters`, in one kernel.

    Parameters
    ----------
    module : nn.Module or parameters
    learning_rate, beta1, beta2, eps : float
    """

    def __init__(
        self,
        module: nn.Module | Iterable[nn.Parameter],
        learning_rate: float,
        beta1: float = 0.9,
        beta2: float = 0.999,
        eps: float = 1e-8,
    ) -> None:
        self.flat = FlatParameters(module)
        self.learning_rate = learning_rate
        self.betas, self.eps = (beta1, beta2), eps
        self.first = torch.zeros_like(self.flat.vector)  # (P,) mean of gradients
        self.second = torch.zeros_like(self.flat.vector)  # (P,) mean of their squares
        self.steps = torch.zeros((), device=self.flat.vector.device)

    @property
    def parameters(self) -> list[nn.Parameter]:
        """The parameters it moves."""
        return self.flat.parameters

    def zero_grad(self) -> None:
        """Set every gradient to zero."""
        assert self.flat.gradient is not None  # made with one
        self.flat.gradient.zero_()

    @torch.no_grad()
    def step(self) -> None:
        """Move the parameters against their gradients."""
        assert self.flat.gradient is not None
        adam(
            [self.flat.vector],
            [self.flat.gradient],
            [self.first],
            [self.second],
            [],
            [self.steps],
            foreach=False,
            capturable=False,
            differentiable=False,
            fused=True,
            amsgrad=False,
            beta1=self.betas[0],
            beta2=self.betas[1],
            lr=self.learning_rate,
            weight_decay=0.0,
            eps=self.eps,
            maximize=False,
        )

    def state(self) -> dict[str, Tensor]:
        """Return the moments and the number of steps, to be kept."""
        return {"first": self.first, "second": self.second, "steps": self.steps}

    def restore(self, state: dict[str, Tensor]) -> None:
        """Take up what :meth:`state` gave."""
        for name, tensor in self.state().items():
            tensor.copy_(state[name])
