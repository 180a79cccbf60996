"""Linear layers and their activations as one differentiable function.

Between two matrix products autograd's own bookkeeping and copies are much of a step. Here a whole chain of layers is
one node: forward keeps each layer's output, backward walks them once. It gives first derivatives only; outside
training, and inside :func:`twice_differentiable`, the layers run one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn
from torch.autograd.function import FunctionCtx, once_differentiable
from torch.nn.functional import leaky_relu, linear, pad, relu_

SLOPE = {nn.ReLU: 0.0, nn.LeakyReLU: 0.01}
"""Slope below zero of the activations whose derivative can be told from their output."""

FAN = 8
"""A layer with so many outputs an input has narrow products on its way back (measured with MKL and oneDNN)."""

_relu_backward = torch.ops.aten.threshold_backward.grad_input
_leaky_relu_backward = torch.ops.aten.leaky_relu_backward.grad_input
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


def runs_as_one_node(module: nn.Module) -> bool:
    """Return True where ``module`` is in a training that asks for first derivatives only."""
    return not _one_by_one and module.training and torch.is_grad_enabled()


def in_precision_of(weight: Tensor, x: Tensor) -> Tensor:
    """Return ``x`` in the number format of a layer's weight: a training may compute in bfloat16."""
    return x if x.dtype == weight.dtype else x.to(weight.dtype)


def as_one_node(linear: list[nn.Linear], slope: float, x: Tensor, n_in: int | None = None) -> Tensor:
    """Return what ``linear`` makes of ``x``, with an activation of ``slope`` between them, as :class:`Chain` says."""
    weights = [layer.weight for layer in linear]
    weights[0] = weights[0] if n_in is None else weights[0][:, :n_in]
    x = in_precision_of(weights[0], x)
    out: Tensor = _Chain.apply(x, slope, *weights, *(layer.bias for layer in linear))
    return out


class Chain(nn.Sequential):
    """Linear layers with one kind of activation between them and none at the end.

    Rows are cut to each layer's width: a layer that wants four times what a row holds takes four rows as one, and one
    that wants a quarter makes four rows of one. So patches of a picture merge and split without a copy.

    Parameters
    ----------
    *modules : nn.Module
        Linear, activation, linear, …, linear.

    Attributes
    ----------
    linear : list of nn.Linear
    slope : float or None
        Of the activation below zero; None for one whose derivative cannot be told from its output.
    """

    def __init__(self, *modules: nn.Module) -> None:
        super().__init__(*modules)
        self.linear = [module for module in modules if isinstance(module, nn.Linear)]  # walking modules takes long
        self.slope = SLOPE.get(type(modules[1])) if len(modules) > 1 else 0.0

    def forward(self, x: Tensor, n_in: int | None = None) -> Tensor:
        """Return shape (rows, n_out) or (B, rows of one item, n_out), in the number format of the weights.

        Rows with only the first ``n_in`` of what the first layer takes are as good as rows with zeros behind.
        """
        if self.slope is not None and runs_as_one_node(self):
            return as_one_node(self.linear, self.slope, x, n_in)
        x = x if n_in is None else pad(x, (0, self.linear[0].in_features - n_in))
        x = in_precision_of(self.linear[0].weight, x)
        for module in self:
            if isinstance(module, nn.Linear) and x.shape[-1] != module.in_features:
                x = x.reshape(x.shape[0], -1, module.in_features)  # (B, rows of one item, n_in)
            x = module(x)
        return x


class _Chain(torch.autograd.Function):
    @staticmethod
    def forward(ctx: FunctionCtx, x: Tensor, slope: float, *parameters: Tensor) -> Tensor:
        n = len(parameters) // 2
        weights, biases = parameters[:n], parameters[n:]
        inputs = [x]
        for weight, bias in zip(weights, biases, strict=True):
            h = inputs[-1]
            if h.dim() != 2 or h.shape[1] != weight.shape[1]:
                h = inputs[-1] = h.reshape(-1, weight.shape[1])  # (rows, n_in)
            h = linear(h, weight, bias)  # (rows, n_out)
            inputs.append(h)
            if len(inputs) <= n:
                _ = relu_(h) if slope == 0 else leaky_relu(h, slope, inplace=True)
        out = inputs.pop()
        ctx.save_for_backward(*inputs, *weights)
        ctx.slope, ctx.shape = slope, x.shape  # type: ignore[attr-defined]
        return out

    @staticmethod
    @once_differentiable
    def backward(ctx: FunctionCtx, grad: Tensor) -> tuple[Tensor | None, ...]:
        saved = ctx.saved_tensors  # type: ignore[attr-defined]
        n, slope = len(saved) // 2, ctx.slope  # type: ignore[attr-defined]
        inputs, weights = saved[:n], saved[n:]
        needs_x, _, needs_weight = ctx.needs_input_grad[:3]  # type: ignore[attr-defined]
        grads: list[Tensor | None] = [None] * (2 + 2 * n)
        for i in reversed(range(n)):
            n_out, n_in = weights[i].shape
            is_fan = n_out >= FAN * n_in
            if grad.shape[1] != n_out:
                grad = grad.reshape(-1, n_out)  # (rows, n_out)
            if needs_weight:
                grads[2 + i] = _mm(grad.t(), inputs[i], is_fan)  # (n_out, n_in)
                grads[2 + n + i] = grad.sum(0)  # (n_out,)
            if i > 0:
                grad = grad.mm(weights[i])  # (rows, n_in)
                if slope == 0:
                    _relu_backward(grad, inputs[i], 0, grad_input=grad)
                else:
                    _leaky_relu_backward(grad, inputs[i], slope, True, grad_input=grad)
            elif needs_x:
                in_full = grad.dtype == torch.float32
                grads[0] = _mm(grad, weights[0], is_fan and in_full).view(ctx.shape)  # type: ignore[attr-defined]
        return tuple(grads)


def _mm(a: Tensor, b: Tensor, transposed: bool) -> Tensor:
    """Return a b, if wished as the transpose of b' a': a narrow product is up to four times as fast that way."""
    return b.t().mm(a.t()).t().contiguous() if transposed else a.mm(b)
