"""Use a traced graph without torch: give it the weights of a checkpoint, run it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import numpy_helper

from genlab.errors import StoreError

CONSTANT = "constant:"
"""How the names of a graph's fixed numbers begin; all other initialisers are weights, named as in the state_dict."""


class Session(Protocol):
    """A graph ready to run."""

    input: str
    """Name of the one input."""
    input_shape: tuple[int, ...]
    """Shape of one row of the input."""
    outputs: tuple[str, ...]
    """Name of each output, in order."""

    def __call__(self, rows: NDArray[np.floating], batch: int = 4096) -> dict[str, NDArray[np.float32]]:
        """Run rows through the graph, ``batch`` at a time; returns each output by name, one row a row given."""
        ...


def with_weights(graph: bytes, weights: Mapping[str, NDArray[np.generic]]) -> bytes:
    """Return the graph with other weights: what a fresh trace of the model with these weights would compute.

    Parameters
    ----------
    graph : bytes
        ONNX file of :func:`genlab.exports.trace.trace`.
    weights : mapping of str to ndarray
        A ``state_dict``; names the graph does not use (of the encoder, say) are passed over.

    Raises
    ------
    StoreError
        If the graph is damaged, or a weight it needs is missing or of another shape.
    """
    model = _parse(graph)
    for initializer in model.graph.initializer:
        name, shape = initializer.name, tuple(initializer.dims)
        if name.startswith(CONSTANT):
            continue
        given = weights.get(name)
        if given is None:
            raise StoreError(f"The graph needs the weight '{name}', which the checkpoint does not hold; trace it anew.")
        if given.shape != shape:
            raise StoreError(
                f"The graph's weight '{name}' has shape {shape}, the checkpoint's {given.shape}; trace it anew."
            )
        kind = onnx.helper.tensor_dtype_to_np_dtype(initializer.data_type)
        initializer.CopyFrom(numpy_helper.from_array(np.ascontiguousarray(given, dtype=kind), name))
    return model.SerializeToString()


def hollow(graph: bytes) -> bytes:
    """Return the graph without the numbers of its weights, a tenth of the size: :func:`with_weights` puts them in."""
    model = _parse(graph)
    for initializer in model.graph.initializer:
        if not initializer.name.startswith(CONSTANT):
            kept = onnx.TensorProto(name=initializer.name, data_type=initializer.data_type, dims=initializer.dims)
            initializer.CopyFrom(kept)
    return model.SerializeToString()


def weights_of(graph: bytes) -> dict[str, NDArray[np.generic]]:
    """Return the weights inside a graph, by their ``state_dict`` names."""
    tensors = _parse(graph).graph.initializer
    return {tensor.name: numpy_helper.to_array(tensor) for tensor in tensors if not tensor.name.startswith(CONSTANT)}


def first_weight(graph: bytes) -> NDArray[np.generic] | None:
    """Return the matrix with which a graph takes its input, shape (out, in); None if it begins with anything else."""
    model = _parse(graph).graph
    taking = [node for node in model.node if model.input[0].name in node.input and node.op_type != "Shape"]
    if len(taking) != 1 or taking[0].op_type not in ("Gemm", "MatMul"):
        return None
    (node,) = taking
    held = {tensor.name: tensor for tensor in model.initializer}
    if node.input[0] != model.input[0].name or node.input[1] not in held:
        return None
    weight = numpy_helper.to_array(held[node.input[1]])
    transposed = any(option.name == "transB" and option.i for option in node.attribute)
    return weight if transposed else weight.T


def session(graph: bytes) -> Session:
    """Make a graph ready to run on one thread of the processor.

    Raises
    ------
    StoreError
        If the graph is damaged.
    """
    return _OnnxSession(graph)


class _OnnxSession:
    def __init__(self, graph: bytes) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._run = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime's own exceptions share no public base
            raise StoreError(f"A model graph cannot be read: {_first_line(error)}") from None
        (port,) = self._run.get_inputs()
        self.input, self.input_shape = port.name, tuple(port.shape[1:])
        self.outputs = tuple(port.name for port in self._run.get_outputs())
        self._shapes = [tuple(port.shape[1:]) for port in self._run.get_outputs()]

    def __call__(self, rows: NDArray[np.floating], batch: int = 4096) -> dict[str, NDArray[np.float32]]:
        rows = np.ascontiguousarray(rows, dtype=np.float32)
        if len(rows) == 0:
            return {n: np.empty((0, *shape), np.float32) for n, shape in zip(self.outputs, self._shapes, strict=True)}
        parts = [self._run.run(None, {self.input: rows[i : i + batch]}) for i in range(0, len(rows), batch)]
        return {
            name: np.concatenate(pieces) for name, pieces in zip(self.outputs, zip(*parts, strict=True), strict=True)
        }


def _parse(graph: bytes) -> onnx.ModelProto:
    try:
        return onnx.load_from_string(graph)
    except Exception as error:  # google.protobuf's DecodeError; protobuf is onnx's dependency, not ours
        raise StoreError(f"A model graph cannot be read: {_first_line(error)}") from None


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".") + "."
