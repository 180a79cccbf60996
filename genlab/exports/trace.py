"""From a model to ONNX graphs that run anywhere: in the browser, on the server, without torch.

A graph is traced once a run. Its initialisers carry the names of the model's ``state_dict``, so later checkpoints only
swap weights (:func:`genlab.exports.graphs.with_weights`, about a millisecond; a trace takes about a second).
"""

from __future__ import annotations

import copy
import logging
import warnings
from collections.abc import Callable, Iterator, Mapping, MutableSequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast

import onnx
import torch
from torch import Tensor, nn

from genlab.errors import CapabilityError
from genlab.exports.graphs import CONSTANT
from genlab.models.protocols import LatentModel

PREFIX = "model."  # what _Together puts before the model's own names


def trace(model: LatentModel, item_shape: tuple[int, ...]) -> dict[str, bytes]:
    """Trace a model's maps between items, codes and z.

    The model is copied to the processor in evaluation mode first, so a model in training is left as it is.

    Parameters
    ----------
    model : LatentModel
        A torch module, as all of them are.
    item_shape : tuple of int
        Shape of one item, (C, H, W) or (D,).

    Returns
    -------
    dict of str to bytes
        ONNX files, each with a free number of rows N:

        - ``decoder``: ``code`` (N, dim of ``spaces[0]``) to ``x`` (N, *item_shape), the mean of the likelihood.
        - ``enter``: ``z`` (N, latent_dim) to ``code``; only where ``spaces[0]`` is not z itself.
        - ``encoder``: ``x`` to ``mu`` and, for a variational model, ``logvar`` (N, latent_dim); only with an encoder.

    Raises
    ------
    CapabilityError
        If the model says that it cannot travel.
    """
    still = copy.deepcopy(cast(nn.Module, model)).cpu().eval()
    latent = cast(LatentModel, still)
    if not latent.travels:
        raise CapabilityError(
            f"A {type(model).__name__} cannot be exported as ONNX: it decodes step by step, on the server only."
        )
    maps = _maps(latent, item_shape)
    # one export for all maps: the exporter spends most of its time on preparing itself
    whole = _clean(_export(still, maps), set(still.state_dict()))
    return {one.name: _cut(whole, one).SerializeToString() for one in maps}


@dataclass(frozen=True)
class _Map:
    """One map of a model's: a function of rows, an example of the rows, and the names of what goes in and comes out."""

    name: str
    function: Callable[[Tensor], tuple[Tensor, ...]]
    example: Tensor
    given: str
    made: tuple[str, ...]

    def inside(self, value: str) -> str:
        """Return a name that differs from those of the other maps in the whole graph."""
        return f"{self.name}:{value}"


def _maps(model: LatentModel, item_shape: tuple[int, ...]) -> list[_Map]:
    space = model.spaces[0]
    code, z, x = torch.zeros(2, space.dim), torch.zeros(2, model.latent_dim), torch.zeros(2, *item_shape)
    maps = [_Map("decoder", lambda code: (model.decode_from(code, space.name).mean,), code, "code", ("x",))]
    if space.name != "z":
        maps.append(_Map("enter", lambda z: (model.enter(z, space.name),), z, "z", ("code",)))
    if model.has_encoder:
        with torch.no_grad():
            made = ("mu",) if model.encode(x).logvar is None else ("mu", "logvar")

        def encode(x: Tensor) -> tuple[Tensor, ...]:
            posterior = model.encode(x)
            return (posterior.mu,) if posterior.logvar is None else (posterior.mu, posterior.logvar)

        maps.append(_Map("encoder", encode, x, "x", made))
    return maps


class _Together(nn.Module):
    """All maps as one function; the model is a child, so that its weights keep their names."""

    def __init__(self, model: nn.Module, maps: list[_Map]) -> None:
        super().__init__()
        self.model = model
        self.functions = [one.function for one in maps]

    def forward(self, *given: Tensor) -> tuple[Tensor, ...]:
        return tuple(made for function, rows in zip(self.functions, given, strict=True) for made in function(rows))


def _export(model: nn.Module, maps: list[_Map]) -> onnx.ModelProto:
    rows = tuple(
        {0: torch.export.Dim(f"N_{one.name}")} for one in maps
    )  # apart, or one map's rows would count another's
    with _quiet(), torch.no_grad():
        program = torch.onnx.export(
            _Together(model, maps).eval(),
            tuple(one.example for one in maps),
            dynamo=True,
            optimize=False,  # an optimised graph folds weights together and loses their names
            verbose=False,
            input_names=[one.inside(one.given) for one in maps],
            output_names=[one.inside(made) for one in maps for made in one.made],
            dynamic_shapes=(rows,),
        )
    assert program is not None  # noqa: S101 - only the older exporter returns None
    return program.model_proto


def _clean(graph: onnx.ModelProto, weights: set[str]) -> onnx.ModelProto:
    """Give initialisers their state_dict names, and drop notes about the machine that traced (file paths, stacks)."""
    names = {}
    for initializer in graph.graph.initializer:
        name = initializer.name.removeprefix(PREFIX)
        names[initializer.name] = name if name in weights else CONSTANT + name
        initializer.name = names[initializer.name]
        del initializer.metadata_props[:]
    for node in graph.graph.node:
        _rename(node.input, names)
        del node.metadata_props[:]
        node.doc_string = ""
    for value in (*graph.graph.input, *graph.graph.output, *graph.graph.value_info):
        value.name = names.get(value.name, value.name)
        del value.metadata_props[:]
    del graph.graph.metadata_props[:]
    del graph.metadata_props[:]
    graph.graph.doc_string = ""
    return graph


def _cut(whole: onnx.ModelProto, one: _Map) -> onnx.ModelProto:
    """Return the part of the whole graph that one map needs, its input and outputs under their plain names."""
    names = {one.inside(value): value for value in (one.given, *one.made)}
    needed = {one.inside(made) for made in one.made}
    nodes = []
    for node in reversed(whole.graph.node):
        if needed.intersection(node.output):
            needed.update(node.input)
            nodes.append(node)
    part = onnx.ModelProto()
    part.CopyFrom(whole)
    del part.graph.node[:]
    part.graph.node.extend(reversed(nodes))
    for node in part.graph.node:
        _rename(node.input, names)
        _rename(node.output, names)
    for kept in (part.graph.input, part.graph.output, part.graph.initializer, part.graph.value_info):
        for place in reversed(range(len(kept))):
            if kept[place].name in needed:
                kept[place].name = names.get(kept[place].name, kept[place].name)
            else:
                del kept[place]
    return part


def _rename(values: MutableSequence[str], names: Mapping[str, str]) -> None:
    for place, value in enumerate(values):
        values[place] = names.get(value, value)


@contextmanager
def _quiet() -> Iterator[None]:
    """Hold back the exporter's notes on optional packages; errors still pass."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
