"""What is read off the graphs of real runs equals what their weights say."""

import json

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from genlab.analysis.first_layer import closed_form_file
from genlab.analysis.scene import read_scene
from genlab.exports.graphs import first_weight
from genlab.store import default_store


@pytest.mark.parametrize(
    ("run_id", "weight"),
    [
        ("digits-gan", "generator_ema.first.weight"),
        ("digits-vae", "decoder.layers.0.weight"),
        ("faces-vae", "decoder.stem.weight"),
    ],
)
def test_closed_form_directions_are_those_of_the_first_layers_weights(tmp_path, run_id, weight):
    run = default_store(tmp_path / "runs").run(run_id)
    graph = "enter" if run_id == "digits-gan" else "decoder"
    kept = np.asarray(run.checkpoint(run.checkpoints()[-1]).model[weight], np.float64)
    told = json.loads(read_scene(run).file("directions.json"))
    vectors = np.array(told["vectors"])
    np.testing.assert_allclose(np.linalg.norm(kept @ vectors.T, axis=0), told["strengths"], atol=1e-4)
    np.testing.assert_allclose(told["strengths"], np.linalg.svd(kept)[1][: len(vectors)], atol=1e-4)
    assert first_weight(read_scene(run).graph(graph)).shape == kept.shape


def test_graph_that_begins_with_something_else_than_a_matrix_has_none():
    ports = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", 2]) for name in ("code", "x")]
    held = numpy_helper.from_array(np.eye(2, dtype=np.float32), "held")
    nodes = [helper.make_node("Relu", ["code"], ["h"]), helper.make_node("MatMul", ["h", "held"], ["x"])]
    graph = helper.make_graph(nodes, "late", ports[:1], ports[1:], [held])
    assert closed_form_file(helper.make_model(graph).SerializeToString()) is None


@pytest.mark.parametrize("transposed", [0, 1])
def test_matrix_is_read_the_way_round_that_the_layer_uses_it(transposed):
    weight = np.array([[3.0, 0], [0, 0.5], [0, 0]], np.float32)  # (out, in)
    ports = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", n]) for name, n in (("code", 2), ("x", 3))]
    held = numpy_helper.from_array(np.ascontiguousarray(weight if transposed else weight.T), "held")
    node = helper.make_node("Gemm", ["code", "held"], ["x"], transB=transposed)
    graph = helper.make_graph([node], "first", ports[:1], ports[1:], [held])
    file = closed_form_file(helper.make_model(graph).SerializeToString())
    assert json.loads(file) == {"vectors": [[1, 0], [0, 1]], "strengths": [3, 0.5]}
    onnx.checker.check_model(helper.make_model(graph))
