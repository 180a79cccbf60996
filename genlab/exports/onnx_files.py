"""A run's graphs as ONNX files for other programs: named inputs, and a note of where they come from.

Within genlab a GAN's generator is two graphs, z to activations and on to the item; here it is also one.
"""

from __future__ import annotations

from collections.abc import Mapping

import onnx
from onnx import compose, helper

from genlab import __version__
from genlab.errors import StoreError

ENTERED = "entered:"
"""What is put before the names of ``enter`` where the two halves of a generator become one."""


def onnx_files(graphs: Mapping[str, bytes], notes: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files of a run's graphs.

    Parameters
    ----------
    graphs : mapping of str to bytes
        ``decoder`` and, where the run has them, ``enter`` and ``encoder``, as :mod:`genlab.exports.trace` makes them.
    notes : mapping of str to str
        For the files' metadata, such as ``{"genlab.run": run_id}``.

    Returns
    -------
    dict of str to bytes
        - ``decoder``: ``z`` (N, latent_dim) to ``x`` (N, *item_shape).
        - ``encoder``: ``x`` to ``mu`` and, if variational, ``logvar``; of an autoencoder.
        - ``enter``: ``z`` to ``code``, the first activations, and ``decoder-from-activations``: ``code`` to ``x``; of a
          GAN.

    Raises
    ------
    StoreError
        If a graph is damaged.
    """
    read = {name: _read(graph) for name, graph in graphs.items()}
    if "enter" in read:
        files = {
            "decoder": _whole(read["enter"], read["decoder"]),
            "enter": read["enter"],
            "decoder-from-activations": read["decoder"],
        }
    else:
        files = {"decoder": _with_input(read["decoder"], "z"), "encoder": read["encoder"]}
    return {name: _noted(graph, notes) for name, graph in files.items()}


def _whole(enter: onnx.ModelProto, decoder: onnx.ModelProto) -> onnx.ModelProto:
    """Join z to activations and activations to item; weights of ``enter`` keep a prefix, for names may repeat."""
    first = compose.add_prefix(enter, ENTERED)
    (made,), (given,) = first.graph.output, decoder.graph.input
    whole = compose.merge_models(first, decoder, io_map=[(made.name, given.name)])
    return _with_input(whole, "z")


def _with_input(graph: onnx.ModelProto, name: str) -> onnx.ModelProto:
    """Return a copy whose one input is called ``name``."""
    copy = onnx.ModelProto()
    copy.CopyFrom(graph)
    (given,) = copy.graph.input
    before, given.name = given.name, name
    for node in copy.graph.node:
        for place, value in enumerate(node.input):
            if value == before:
                node.input[place] = name
    return copy


def _noted(graph: onnx.ModelProto, notes: Mapping[str, str]) -> bytes:
    copy = onnx.ModelProto()
    copy.CopyFrom(graph)
    copy.producer_name, copy.producer_version = "genlab", __version__
    helper.set_model_props(copy, dict(notes))
    return copy.SerializeToString()


def _read(graph: bytes) -> onnx.ModelProto:
    try:
        return onnx.load_from_string(graph)
    except Exception:  # google.protobuf's DecodeError; protobuf is onnx's dependency, not ours
        raise StoreError("A model graph of this run is damaged; delete its onnx folder and prepare it anew.") from None
