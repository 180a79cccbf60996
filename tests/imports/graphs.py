"""Small ONNX graphs as other programs write them."""

from __future__ import annotations

import io

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def linear(
    n_in: int,
    made: list,
    weight: np.ndarray | None = None,
    op: str = "Gemm",
    rows: object = "N",
    opset: int = 17,
    names: tuple[str, str] = ("z", "out"),
    given: list | None = None,
    domain: str = "",
) -> onnx.ModelProto:
    """A product with a matrix, its result reshaped to rows of ``made``."""
    n_out = int(np.prod([number for number in made if isinstance(number, int)]))
    matrix = np.eye(n_in, n_out, dtype=np.float32) if weight is None else weight
    constants = [numpy_helper.from_array(matrix, "w"), numpy_helper.from_array(np.array([-1, *made]), "shape")]
    flat = numpy_helper.from_array(np.array([-1, n_in]), "flat shape")
    nodes = [
        helper.make_node("Reshape", [names[0], "flat shape"], ["flat"]),
        helper.make_node(op, ["flat", "w"], ["x"], domain=domain),
        helper.make_node("Reshape", ["x", "shape"], [names[1]]),
    ]
    inputs = [helper.make_tensor_value_info(names[0], TensorProto.FLOAT, [rows, *(given or [n_in])])]
    outputs = [helper.make_tensor_value_info(names[1], TensorProto.FLOAT, [rows, *made])]
    graph = helper.make_graph(nodes, "g", inputs, outputs, [*constants, flat])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8)


def npz(**arrays: np.ndarray) -> bytes:
    """An NPZ file with these arrays."""
    file = io.BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()
