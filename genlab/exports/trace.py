"""From a model to ONNX graphs that run anywhere: in the browser, on the server, without torch.

A graph is traced once a run. Its initialisers carry the names of the model's ``state_dict``, so later checkpoints only
swap weights (:func:`genlab.exports.graphs.with_weights`, about a millisecond; a trace takes about a second).
"""

from __future__ import annotations

import copy
import logging
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import cast

import onnx
import torch
from torch import Tensor, nn

from genlab.errors import CapabilityError
from genlab.exports.graphs import CONSTANT
from genlab.models.protocols import LatentModel

PREFIX = "model."  # what _Function puts before the model's own names


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
    space = latent.spaces[0]
    graphs = {
        "decoder": _export(
            still, lambda code: latent.decode_from(code, space.name).mean, torch.zeros(2, space.dim), "code", ["x"]
        )
    }
    if space.name != "z":
        z = torch.zeros(2, latent.latent_dim)
        graphs["enter"] = _export(still, lambda z: latent.enter(z, space.name), z, "z", ["code"])
    if latent.has_encoder:
        x = torch.zeros(2, *item_shape)
        with torch.no_grad():
            variational = latent.encode(x).logvar is not None

        def encode(x: Tensor) -> tuple[Tensor, ...]:
            posterior = latent.encode(x)
            return (posterior.mu,) if posterior.logvar is None else (posterior.mu, posterior.logvar)

        graphs["encoder"] = _export(still, encode, x, "x", ["mu", "logvar"] if variational else ["mu"])
    return graphs


class _Function(nn.Module):
    """A function of a model's as a module of its own; the model is a child, so that its weights keep their names."""

    def __init__(self, model: nn.Module, function: Callable[[Tensor], Tensor | tuple[Tensor, ...]]) -> None:
        super().__init__()
        self.model = model
        self.function = function

    def forward(self, given: Tensor) -> Tensor | tuple[Tensor, ...]:
        return self.function(given)


def _export(
    model: nn.Module,
    function: Callable[[Tensor], Tensor | tuple[Tensor, ...]],
    example: Tensor,
    input_name: str,
    output_names: list[str],
) -> bytes:
    with _quiet(), torch.no_grad():
        program = torch.onnx.export(
            _Function(model, function).eval(),
            (example,),
            dynamo=True,
            optimize=False,  # an optimised graph folds weights together and loses their names
            verbose=False,
            input_names=[input_name],
            output_names=output_names,
            dynamic_shapes=({0: torch.export.Dim("N")},),
        )
    assert program is not None  # noqa: S101 - only the older exporter returns None
    return _clean(program.model_proto, set(model.state_dict())).SerializeToString()


def _clean(graph: onnx.ModelProto, weights: set[str]) -> onnx.ModelProto:
    """Give initialisers their state_dict names, and drop notes about the machine that traced (file paths, stacks)."""
    names = {}
    for initializer in graph.graph.initializer:
        name = initializer.name.removeprefix(PREFIX)
        names[initializer.name] = name if name in weights else CONSTANT + name
        initializer.name = names[initializer.name]
        del initializer.metadata_props[:]
    for node in graph.graph.node:
        for place, name in enumerate(node.input):
            node.input[place] = names.get(name, name)
        del node.metadata_props[:]
        node.doc_string = ""
    for value in (*graph.graph.input, *graph.graph.output, *graph.graph.value_info):
        value.name = names.get(value.name, value.name)
        del value.metadata_props[:]
    del graph.graph.metadata_props[:]
    del graph.metadata_props[:]
    graph.graph.doc_string = ""
    return graph


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
