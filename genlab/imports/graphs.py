"""An ONNX graph made elsewhere: judged by what it says of itself, and given genlab's names. It is never run here."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnx.external_data_helper import uses_external_data

from genlab.errors import DataError
from genlab.imports.operators import KNOWN, NEWEST_OPSET, OLDEST_OPSET
from genlab.imports.wire import check_wire

MOST_BYTES = 64 << 20
MOST_NODES = 2000
MOST_ITEM_NUMBERS = 3 * 256 * 256
MOST_LATENT = 1024
_RENAMED = "given:"
"""What an inner value's name gets in front where one of genlab's names is taken."""

Role = Literal["decoder", "encoder"]
Shape = tuple[int, ...]
Fault = Callable[[str], DataError]


@dataclass(frozen=True, eq=False)
class Graph:
    """A graph that may be served to browsers.

    Attributes
    ----------
    model : ModelProto
    role : {'decoder', 'encoder'}
    given : tuple of int or None
        Shape of one row that goes in, None where the graph leaves a number open.
    made : tuple of int or None
        Shape of one row of the first output.
    outputs : int
        How many outputs there are.
    """

    model: onnx.ModelProto
    role: Role
    given: tuple[int | None, ...]
    made: tuple[int | None, ...]
    outputs: int


def read_graph(data: bytes, role: Role) -> Graph:
    """Judge the bytes of an ONNX file.

    Raises
    ------
    DataError
        One sentence: too large, damaged, of an opset or with an operator that browsers do not run, not one input of
        float32 rows with a free number of rows, or weights kept in another file.
    """

    def fault(what: str) -> DataError:
        return DataError(f"The {role} cannot be taken: {what}.")

    if not data:
        raise fault("the file is empty")
    if len(data) > MOST_BYTES:
        raise fault(f"it has {len(data) / 2**20:.0f} MB, where a browser is given at most {MOST_BYTES >> 20} MB")
    check_wire(data, fault)
    model = onnx.ModelProto()
    try:
        model.ParseFromString(data)
    except Exception:  # google.protobuf's DecodeError; protobuf is onnx's dependency, not ours
        raise fault("it is not an ONNX file") from None
    _check_program(model, fault)
    inner = {tensor.name for tensor in model.graph.initializer}
    inputs = [value for value in model.graph.input if value.name not in inner]
    if len(inputs) != 1 or not 1 <= len(model.graph.output) <= 4:
        names = ", ".join(repr(value.name[:30]) for value in inputs) or "none"
        raise fault(
            f"a graph has one input and one to four outputs, this has inputs {names} and "
            f"{len(model.graph.output)} outputs; export the part from codes to items alone"
        )
    return Graph(
        model, role, _rows(inputs[0], fault), _rows(model.graph.output[0], fault, False), len(model.graph.output)
    )


def decoder_file(graph: Graph, item_shape: Shape, channels_last: bool) -> bytes:
    """Return the decoder with input ``code`` and output ``x`` (N, *item_shape), whatever it called and shaped them."""
    _name_input(graph.model, "code")
    _name_output(graph.model, 0, "x")
    added = _to_items(graph.made, item_shape, channels_last)
    if added:
        _name_output(graph.model, 0, f"{_RENAMED}out")
        _append(graph.model, f"{_RENAMED}out", "x", added)
    _declare(graph.model, {"x": item_shape})
    return _file(graph.model)


def encoder_file(graph: Graph, item_shape: Shape, latent_dim: int, channels_last: bool, variational: bool) -> bytes:
    """Return the encoder with input ``x`` (N, *item_shape) and output ``mu``, and with ``variational`` ``logvar``."""
    _name_input(graph.model, "x")
    names = ["mu", "logvar"][: 2 if variational else 1]
    for place, name in enumerate(names):
        _name_output(graph.model, place, name)
    del graph.model.graph.output[len(names) :]
    added = _from_items(graph.given, item_shape, channels_last)
    if added:
        _name_input(graph.model, f"{_RENAMED}in")
        _prepend(graph.model, "x", f"{_RENAMED}in", added, item_shape)
    _declare(graph.model, dict.fromkeys(names, (latent_dim,)))
    return _file(graph.model)


def item_shape_of(made: tuple[int | None, ...], items: Shape | None, fault: str) -> Shape:
    """Return the shape of one item: the items', if there are any, else what the decoder says it makes.

    Raises
    ------
    DataError
        If the two do not agree, or the decoder leaves its shape open and there are no items.
    """
    known = tuple(number for number in made if number is not None)
    if items is not None:
        if len(known) == len(made) and math.prod(known) != math.prod(items):
            raise DataError(f"{fault} makes items of shape {_words(known)}, but the items given are {_words(items)}.")
        return items
    if len(known) != len(made) or not 1 <= len(made) <= 3:
        raise DataError(
            f"{fault} does not say what shape its items have; add items to the NPZ, or export it with a fixed shape."
        )
    if len(known) == 1:
        return known
    if len(known) == 2:
        return (1, *known)
    return known if known[0] in (1, 3) else (known[2], known[0], known[1])


def _check_program(model: onnx.ModelProto, fault: Fault) -> None:
    graph = model.graph
    versions = [entry.version for entry in model.opset_import if entry.domain in ("", "ai.onnx")]
    others = sorted({node.domain for node in graph.node} - {"", "ai.onnx"})
    if others:
        raise fault(f"it uses operators of '{others[0][:40]}', and only ONNX's own are run; export it without them")
    if len(versions) != 1 or not OLDEST_OPSET <= versions[0] <= NEWEST_OPSET:
        got = str(versions[0]) if versions else "none"
        raise fault(f"its opset is {got}, where {OLDEST_OPSET} to {NEWEST_OPSET} are run; export it with one of these")
    if model.functions or model.training_info or graph.sparse_initializer:
        raise fault("it holds functions, training steps or sparse weights; export it as one plain graph")
    if not 1 <= len(graph.node) <= MOST_NODES:
        raise fault(f"it has {len(graph.node):,} operators, where 1 to {MOST_NODES:,} are taken")
    unknown = sorted({node.op_type for node in graph.node} - KNOWN)
    if unknown:
        raise fault(f"its operator '{unknown[0][:40]}' is not among the {len(KNOWN)} that are run, none of which loops")
    held = [attribute.t for node in graph.node for attribute in node.attribute if attribute.HasField("t")]
    for tensor in (*graph.initializer, *held):
        if uses_external_data(tensor):
            raise fault("its weights lie in another file; save it as one file (external_data=False)")
        size = math.prod(tensor.dims)
        if min(tensor.dims, default=1) < 0 or size > MOST_BYTES:
            raise fault(f"its weight '{tensor.name[:40]}' announces {size:,} numbers")


def _rows(value: onnx.ValueInfoProto, fault: Fault, given: bool = True) -> tuple[int | None, ...]:
    """Return the shape of one row: all dimensions but the first, which must be free."""
    kind = value.type.tensor_type
    if kind.elem_type not in (TensorProto.FLOAT, *(() if given else (TensorProto.UNDEFINED,))):
        raise fault(f"its {'input' if given else 'output'} '{value.name[:40]}' is not float32")
    if not kind.HasField("shape"):
        if given:
            raise fault(f"its input '{value.name[:40]}' has no shape; export it with one")
        return (None,)
    dims = [dim.dim_value if dim.HasField("dim_value") else None for dim in kind.shape.dim]
    if not 2 <= len(dims) <= 4:
        raise fault(f"'{value.name[:40]}' has {len(dims)} dimensions, where rows have 2 to 4")
    if dims[0] is not None and given:
        raise fault(
            f"its input takes exactly {dims[0]} row{'s' if dims[0] != 1 else ''} at a time; export it with a free "
            "number of rows (dynamic_shapes, or dynamic_axes={'z': {0: 'N'}})"
        )
    size = math.prod(number for number in dims[1:] if number is not None)
    if any(number is not None and number < 1 for number in dims[1:]) or size > MOST_ITEM_NUMBERS:
        raise fault(f"a row of '{value.name[:40]}' has {size:,} numbers, where at most {MOST_ITEM_NUMBERS:,} are taken")
    return tuple(dims[1:])


def _to_items(made: tuple[int | None, ...], item_shape: Shape, channels_last: bool) -> list[onnx.NodeProto]:
    """Return what brings the decoder's rows into an item's shape: nothing where they have it."""
    if made == item_shape:
        return []
    if len(item_shape) == 3 and (channels_last or made == (*item_shape[1:], item_shape[0])):
        last = (*item_shape[1:], item_shape[0])
        turn = helper.make_node("Transpose", ["from"], ["to"], perm=[0, 3, 1, 2])
        return [*([] if made == last else [_reshape(last)]), turn]
    return [_reshape(item_shape)]


def _from_items(given: tuple[int | None, ...], item_shape: Shape, channels_last: bool) -> list[onnx.NodeProto]:
    if given == item_shape:
        return []
    rows = [-1 if number is None else number for number in given]
    if len(item_shape) == 3 and (channels_last or given == (*item_shape[1:], item_shape[0])):
        last = (*item_shape[1:], item_shape[0])
        turn = helper.make_node("Transpose", ["from"], ["to"], perm=[0, 2, 3, 1])
        return [turn, *([] if given == last else [_reshape(tuple(rows))])]
    return [_reshape(tuple(rows))]


def _reshape(shape: Shape) -> onnx.NodeProto:
    """Make a node to be wired up: its second input is the constant of its shape, named by what it holds."""
    return helper.make_node("Reshape", ["from", f"{_RENAMED}shape {' '.join(map(str, shape))}"], ["to"])


def _append(model: onnx.ModelProto, source: str, target: str, nodes: list[onnx.NodeProto]) -> None:
    model.graph.node.extend(_chained(model, source, target, nodes))
    model.graph.output[0].name = target


def _prepend(model: onnx.ModelProto, source: str, target: str, nodes: list[onnx.NodeProto], item_shape: Shape) -> None:
    kept = list(model.graph.node)
    del model.graph.node[:]
    model.graph.node.extend([*_chained(model, source, target, nodes), *kept])
    port = _input(model)
    port.CopyFrom(helper.make_tensor_value_info(source, TensorProto.FLOAT, ["N", *item_shape]))


def _chained(model: onnx.ModelProto, source: str, target: str, nodes: list[onnx.NodeProto]) -> list[onnx.NodeProto]:
    """Wire nodes one behind the other from ``source`` to ``target``, their shapes as constants."""
    before = source
    for place, node in enumerate(nodes):
        node.input[0] = before
        before = node.output[0] = target if place == len(nodes) - 1 else f"{_RENAMED}between {target}"
        for name in node.input[1:]:
            shape = [int(number) for number in name.removeprefix(f"{_RENAMED}shape ").split()]
            rows = numpy_helper.from_array(np.array([-1 if -1 not in shape else 0, *shape], np.int64), name)
            model.graph.initializer.append(rows)
    return nodes


def _input(model: onnx.ModelProto) -> onnx.ValueInfoProto:
    inner = {tensor.name for tensor in model.graph.initializer}
    return next(value for value in model.graph.input if value.name not in inner)


def _name_input(model: onnx.ModelProto, name: str) -> None:
    _rename(model, _input(model).name, name)


def _name_output(model: onnx.ModelProto, place: int, name: str) -> None:
    _rename(model, model.graph.output[place].name, name)


def _rename(model: onnx.ModelProto, before: str, after: str) -> None:
    """Call a value something else wherever it occurs; one that has this name already makes way."""
    names = {before: after, after: f"{_RENAMED}{after}"} if before != after else {}
    graph = model.graph
    for node in graph.node:
        for values in (node.input, node.output):
            for place, value in enumerate(values):
                values[place] = names.get(value, value)
    for value in (*graph.input, *graph.output, *graph.value_info, *graph.initializer):
        value.name = names.get(value.name, value.name)


def _declare(model: onnx.ModelProto, shapes: dict[str, Shape]) -> None:
    """State the outputs' shapes: what the file said of them may have been open, or of before they were turned."""
    for value in model.graph.output:
        value.CopyFrom(helper.make_tensor_value_info(value.name, TensorProto.FLOAT, ["N", *shapes[value.name]]))


def _file(model: onnx.ModelProto) -> bytes:
    """Return the file, without the words that its maker left in it: paths and names are nobody's business."""
    model.doc_string = model.graph.doc_string = ""
    del model.metadata_props[:]
    for node in model.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    return bytes(model.SerializeToString())


def _words(shape: tuple[int | None, ...]) -> str:
    return "×".join("?" if number is None else str(number) for number in shape)
