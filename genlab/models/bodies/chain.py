"""Linear layers and their activations as one differentiable function.

Between two small matrix products autograd's own bookkeeping is much of a step. Here a whole chain of layers is one
node: forward keeps each layer's output, backward walks them once. It gives first derivatives only;
outside training, and inside :func:`twice_differentiable`, the layers run one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn
from torch.autograd.function import FunctionCtx, once_differentiable
from torch.nn.functional import leaky_relu, relu_

SLOPE = {nn.ReLU: 0.0, nn.LeakyReLU: 0.01}
"""Slope below zero of the activations whose derivative can be told from their output."""

_one_by_one = False


@contextmanager
def twice_differentiable() -> Iterator[None]:
    """Let every chain inside the ``with`` block have second derivatives, as a gradient penalty needs."""
    global _one_by_one
    before, _one_by_one = _one_by_one, True
    try:
        yield
    finally:
        _one_by_one = before


def in_precision_of(layer: nn.Module, x: Tensor) -> Tensor:
    """Return ``x`` in the number format of the layer's weights: a training may compute in bfloat16."""
    dtype = next(layer.parameters()).dtype
    return x if x.dtype == dtype else x.to(dtype)


class Chain(nn.Sequential):
    """Linear layers with one kind of activation between them and none at the end.

    Parameters
    ----------
    *modules : nn.Module
        Linear, activation, linear, …, linear.
    """

    def forward(self, x: Tensor) -> Tensor:
        """Return shape (B, n_out), in the number format of the weights."""
        x = in_precision_of(self[0], x)
        slope = SLOPE.get(type(self[1])) if len(self) > 1 else 0.0
        if slope is None or _one_by_one or not (self.training and torch.is_grad_enabled()):
            return super().forward(x)
        return _Chain.apply(x, slope, *self.parameters())


class _Chain(torch.autograd.Function):
    @staticmethod
    def forward(ctx: FunctionCtx, x: Tensor, slope: float, *parameters: Tensor) -> Tensor:
        weights, biases = parameters[::2], parameters[1::2]
        inputs = [x]  # of each layer: (B, n_in)
        for weight, bias in zip(weights[:-1], biases[:-1], strict=True):
            h = torch.addmm(bias, inputs[-1], weight.t())  # (B, n_out)
            inputs.append(relu_(h) if slope == 0 else leaky_relu(h, slope, inplace=True))
        ctx.save_for_backward(*inputs, *weights)
        ctx.slope = slope  # type: ignore[attr-defined]
        return torch.addmm(biases[-1], inputs[-1], weights[-1].t())

    @staticmethod
    @once_differentiable
    def backward(ctx: FunctionCtx, grad: Tensor) -> tuple[Tensor | None, ...]:
        saved = ctx.saved_tensors  # type: ignore[attr-defined]
        n, slope = len(saved) // 2, ctx.slope  # type: ignore[attr-defined]
        inputs, weights = saved[:n], saved[n:]
        needs = ctx.needs_input_grad  # type: ignore[attr-defined]
        grads: list[Tensor | None] = [None] * (2 + 2 * n)
        for i in reversed(range(n)):
            if needs[2 + 2 * i]:
                grads[2 + 2 * i] = grad.t().mm(inputs[i])  # (n_out, n_in)
                grads[3 + 2 * i] = grad.sum(0)  # (n_out,)
            if i > 0:
                grad = grad.mm(weights[i])  # (B, n_in)
                if slope == 0:
                    grad = torch.ops.aten.threshold_backward(grad, inputs[i], 0)
                else:
                    grad = torch.ops.aten.leaky_relu_backward(grad, inputs[i], slope, True)
            elif needs[0]:
                grads[0] = grad.mm(weights[0])
        return tuple(grads)
