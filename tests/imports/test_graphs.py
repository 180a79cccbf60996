import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper

from genlab.errors import DataError
from genlab.imports import graphs
from genlab.imports.graphs import decoder_file, encoder_file, item_shape_of, read_graph
from tests.imports.graphs import linear


def run(graph: bytes, rows: np.ndarray) -> dict[str, np.ndarray]:
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    (port,) = session.get_inputs()
    names = [output.name for output in session.get_outputs()]
    return dict(zip(names, session.run(None, {port.name: rows}), strict=True)) | {"input": port.name}


def decoder(made: list, **options: object):
    return read_graph(linear(12, made, **options).SerializeToString(), "decoder")


@pytest.mark.parametrize("made", [[12], [3, 4], [1, 3, 4], [3, 4, 1]])
def test_decoder_of_any_layout_makes_items_channel_first_under_our_names(made):
    rows = np.arange(24, dtype=np.float32).reshape(2, 12)
    found = decoder(made)
    out = run(decoder_file(found, item_shape_of(found.made, (1, 3, 4), "It"), False), rows)
    assert out["input"] == "code"
    assert out["x"].shape == (2, 1, 3, 4)
    assert np.array_equal(out["x"].reshape(2, 12), rows)


def test_channels_last_pictures_are_turned_both_ways():
    rows = np.arange(24, dtype=np.float32).reshape(2, 12)
    pictures = run(decoder_file(decoder([2, 2, 3]), (3, 2, 2), True), rows)["x"]
    assert np.array_equal(pictures, rows.reshape(2, 2, 2, 3).transpose(0, 3, 1, 2))
    looks = read_graph(linear(12, [12], given=[2, 2, 3]).SerializeToString(), "encoder")
    back = run(encoder_file(looks, (3, 2, 2), 12, True, False), pictures)
    assert back["input"] == "x"
    assert np.array_equal(back["mu"], rows)


def test_names_that_are_ours_already_make_way():
    found = decoder([12], names=("z", "code"))  # and within it a value x
    rows = np.ones((1, 12), np.float32)
    assert np.array_equal(run(decoder_file(found, (12,), False), rows)["x"], rows)


def test_what_the_makers_machine_left_in_the_file_is_dropped():
    model = linear(12, [12])
    model.doc_string = model.graph.node[0].doc_string = "/home/somebody"
    helper.set_model_props(model, {"path": "/home/somebody"})
    found = read_graph(model.SerializeToString(), "decoder")
    assert b"somebody" not in decoder_file(found, (12,), False)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"rows": 1}, "exactly 1 row at a time"),
        ({"opset": 5}, "opset is 5"),
        ({"opset": 99}, "opset is 99"),
        ({"op": "Loop"}, "operator 'Loop'"),
        ({"op": "RandomNormalLike"}, "RandomNormalLike"),
        ({"domain": "com.microsoft"}, "'com.microsoft'"),
    ],
)
def test_graph_that_no_browser_should_run_is_refused_in_one_sentence(options, said):
    with pytest.raises(DataError, match=said) as caught:
        decoder([12], **options)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def test_weights_in_another_file_are_refused():
    model = linear(12, [12])
    tensor = model.graph.initializer[0]
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="../../etc/passwd")
    with pytest.raises(DataError, match="another file"):
        read_graph(model.SerializeToString(), "decoder")


def test_large_rows_and_large_files_are_refused(monkeypatch):
    with pytest.raises(DataError, match="a row of 'out' has"):
        decoder([3, 1000, 1000], weight=np.zeros((12, 4), np.float32))
    monkeypatch.setattr(graphs, "MOST_BYTES", 100)
    with pytest.raises(DataError, match="at most 0 MB"):
        decoder([12])


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b"PK\x03\x04 no graph at all", b"\x08\x08"])
def test_files_of_another_kind_are_refused(data):
    with pytest.raises(DataError, match="The decoder cannot be taken"):
        read_graph(data, "decoder")


def test_two_inputs_are_refused():
    model = linear(12, [12])
    model.graph.input.append(helper.make_tensor_value_info("noise", TensorProto.FLOAT, ["N", 12]))
    with pytest.raises(DataError, match="inputs 'z', 'noise'"):
        read_graph(model.SerializeToString(), "decoder")


def test_open_shape_takes_that_of_the_items_and_needs_some():
    model = linear(12, [12])
    model.graph.output[0].type.tensor_type.ClearField("shape")
    found = read_graph(model.SerializeToString(), "decoder")
    assert item_shape_of(found.made, (1, 3, 4), "It") == (1, 3, 4)
    with pytest.raises(DataError, match="does not say what shape"):
        item_shape_of(found.made, None, "It")
    assert onnx.load_from_string(decoder_file(found, (1, 3, 4), False)).graph.output[0].name == "x"
