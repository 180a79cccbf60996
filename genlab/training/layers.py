"""The layers of a model in training as they stand: shapes, weights, activations, gradients and the last update."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.utils.hooks import RemovableHandle

from genlab.training.objectives.protocol import Objective

ITEMS_SHOWN = 8
UNITS_SHOWN = 64
KINDS = {
    "Down": "Convolution, half the side",
    "Up": "Convolution, twice the side",
    "Colours": "Colours drawn at this size",
    "ParametrizedLinear": "Linear, spectrally normalised",
    "ParametrizedDown": "Convolution, half the side, spectrally normalised",
    "ParametrizedUp": "Convolution, twice the side, spectrally normalised",
}


@dataclass(frozen=True)
class Layer:
    """One layer with weights, and the activation that follows it.

    Attributes
    ----------
    part : str
        The network it belongs to: ``encoder``, ``generator``, …
    name : str
        Its path within the part.
    kind : str
        What it is, such as ``Linear + ReLU``.
    shape : tuple of int
        Of its output for one item; empty before its part has run.
    weights : int
        How many numbers it learns.
    weight_norm : float
        Euclidean length of all its weights.
    gradient_norm, update_norm : float or None
        The same of its gradient, and of what the last update added to it; None before there is one.
    zeros : float or None
        Share of its outputs that are exactly 0: of a rectifier, those that are switched off.
    activations : ndarray, shape (items, units), float32, or None
        Outputs for the first items; of a picture's channels their means. None where its part has not run.
    """

    part: str
    name: str
    kind: str
    shape: tuple[int, ...]
    weights: int
    weight_norm: float
    gradient_norm: float | None = None
    update_norm: float | None = None
    zeros: float | None = None
    activations: NDArray[np.float32] | None = None


@dataclass(frozen=True)
class Glance:
    """The layers at one moment of a step, and what happened since the last look.

    Attributes
    ----------
    layers : list of Layer
    ran, graded, moved : list of str
        Parts that ran forward, got a gradient, were updated.
    """

    layers: list[Layer]
    ran: list[str]
    graded: list[str]
    moved: list[str]


class Layers:
    """Watches the layers of an objective's networks through one step; changes nothing, draws nothing.

    Parameters
    ----------
    objective : Objective
    """

    def __init__(self, objective: Objective) -> None:
        self._optimisers = objective.optimisers
        self._runs: dict[str, Tensor] = {}  # the input of each part that ran since the last look
        self._hooks: list[RemovableHandle] = []
        self._known: dict[tuple[str, str], Layer] = {}
        for part, module in self._parts().items():
            for path, layer in module.named_modules():
                if _is_layer(path, layer) and (own := _count(layer)) > 0:
                    self._known[part, path] = Layer(part, path, _kind(layer), (), own, 0.0)

    def begin(self) -> None:
        """Watch a step that has not begun."""
        self._gradients = {name: p.grad for name, p in self._parameters()}
        self._before = {key: optimiser.vector.clone() for key, optimiser in self._optimisers.items()}
        self._known = {place: replace(layer, activations=None) for place, layer in self._known.items()}
        self._hooks = [
            module.register_forward_pre_hook(lambda _module, inputs, part=part: self._runs.update({part: inputs[0]}))
            for part, module in self._parts().items()
        ]

    def close(self) -> None:
        """Watch no longer, and keep nothing of the step alive."""
        for hook in self._hooks:
            hook.remove()
        self._hooks, self._gradients, self._before = [], {}, {}
        self._runs.clear()

    def look(self) -> Glance:
        """Return every layer as it stands, with what is new since the last look."""
        parts = self._parts()
        ran = list(self._runs)
        for part, x in list(self._runs.items()):
            for layer in _outputs(part, parts[part], x.detach()):
                before = self._known.get((part, layer.name), layer)
                self._known[part, layer.name] = replace(
                    layer, gradient_norm=before.gradient_norm, update_norm=before.update_norm
                )
        self._runs.clear()
        gradients, updates, weights = self._new_gradients(), self._new_updates(), self._weights()
        self._known = {
            (part, name): replace(
                layer,
                weight_norm=_length(weights, part, name, layer.weight_norm),
                gradient_norm=_length(gradients, part, name, layer.gradient_norm),
                update_norm=_length(updates, part, name, layer.update_norm),
            )
            for (part, name), layer in self._known.items()
        }
        graded, moved = (
            [part for part in parts if any(_is_of(part, one) for one in new)] for new in (gradients, updates)
        )
        return Glance(list(self._known.values()), ran, graded, moved)

    def _parts(self) -> dict[str, nn.Module]:
        """Return the networks by name: an autoencoder's halves, a game's players."""
        if len(self._optimisers) > 1:
            return {key: optimiser.network for key, optimiser in self._optimisers.items()}
        (only,) = self._optimisers.values()
        return {name: child for name, child in only.network.named_children() if any(True for _ in child.parameters())}

    def _parameters(self) -> Iterator[tuple[str, nn.Parameter]]:
        """Yield every parameter by ``part.path``."""
        for part, module in self._parts().items():
            for name, parameter in module.named_parameters():
                yield f"{part}.{name}", parameter

    def _new_gradients(self) -> dict[str, float]:
        """Return the lengths of gradients made since the last look."""
        new = {
            name: p.grad.float().norm().item()
            for name, p in self._parameters()
            if p.grad is not None and p.grad is not self._gradients.get(name)
        }
        self._gradients = {name: p.grad for name, p in self._parameters()}
        return new

    def _new_updates(self) -> dict[str, float]:
        """Return the lengths of what was added to weights since the last look."""
        changed: dict[str, float] = {}
        for key, optimiser in self._optimisers.items():
            if not torch.equal(optimiser.vector, self._before[key]):
                moved = self._split(key, optimiser.vector - self._before[key])
                changed |= {name: length for name, length in moved.items() if length > 0}
                self._before[key] = optimiser.vector.clone()
        return changed

    def _weights(self) -> dict[str, float]:
        found: dict[str, float] = {}
        for key, optimiser in self._optimisers.items():
            found |= self._split(key, optimiser.vector)
        return found

    def _split(self, key: str, vector: Tensor) -> dict[str, float]:
        """Return the length of each parameter's share of ``vector``, shape (P,)."""
        prefix = f"{key}." if len(self._optimisers) > 1 else ""
        named = list(self._optimisers[key].network.named_parameters())
        pieces = vector.detach().split([p.numel() for _, p in named])
        return {prefix + name: piece.norm().item() for (name, _), piece in zip(named, pieces, strict=True)}


L = TypeVar("L", float, float | None)


def _length(lengths: Mapping[str, float], part: str, name: str, otherwise: L) -> float | L:
    """Return the length of all of a layer's parameters together, or what it was where none is told."""
    own = [value for key, value in lengths.items() if _is_of(f"{part}.{name}", key)]
    return math.hypot(*own) if own else otherwise


@torch.no_grad()
def _outputs(part: str, module: nn.Module, x: Tensor) -> list[Layer]:
    """Return the layers of ``module`` in the order they run on ``x``, in a pass that leaves no trace."""
    found: list[Layer] = []

    def note(path: str, layer: nn.Module, out: Tensor) -> None:
        kind, own = _kind(layer), _count(layer)
        if own == 0 and not found:
            return
        if own == 0:  # an activation: what the layer before it gives on
            before = found.pop()
            path, kind, own = before.name, f"{before.kind} + {kind}", before.weights
        rows = out[:ITEMS_SHOWN].float()
        units = rows.flatten(2).mean(2) if rows.dim() > 3 else rows.flatten(1)  # (items, units)
        shown = units[:, : UNITS_SHOWN * max(1, units.shape[1] // UNITS_SHOWN) : max(1, units.shape[1] // UNITS_SHOWN)]
        zeros = (out == 0).float().mean().item()
        found.append(
            Layer(part, path, kind, tuple(out.shape[1:]), own, 0.0, zeros=zeros, activations=shown.cpu().numpy())
        )

    with _noting(module, note):
        was = module.training
        module.eval()
        module(x)
        module.train(was)
    return found


@contextmanager
def _noting(module: nn.Module, note: Callable[[str, nn.Module, Tensor], None]) -> Iterator[None]:
    """Call ``note(path, layer, output)`` after each layer that has no layers within; what prepares weights is none."""
    hooks = [
        layer.register_forward_hook(lambda one, _inputs, out, path=path: note(path, one, out))
        for path, layer in module.named_modules()
        if _is_layer(path, layer)
    ]
    try:
        yield
    finally:
        for hook in hooks:
            hook.remove()


def _is_of(place: str, parameter: str) -> bool:
    return parameter.startswith(f"{place}.")


def _is_layer(path: str, module: nn.Module) -> bool:
    """Tell whether a module has no layers within and is no preparation of another's weights."""
    return "parametrizations" not in path and all(isinstance(child, nn.ModuleDict) for child in module.children())


def _kind(layer: nn.Module) -> str:
    return KINDS.get(type(layer).__name__, type(layer).__name__)


def _count(layer: nn.Module) -> int:
    return sum(p.numel() for p in layer.parameters())
