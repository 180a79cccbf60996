import pytest

from genlab.errors import DataError
from genlab.imports import wire
from genlab.imports.wire import MOST_FIELDS, check_wire
from tests.imports.graphs import linear


def fault(what: str) -> DataError:
    return DataError(what)


def test_honest_graph_is_walked_to_its_end():
    assert check_wire(linear(4, [6]).SerializeToString(), fault) > 30


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x3a\xff\xff\xff\xff\x0f", "announces"),  # a graph of 4 GiB
        (b"\x3a\x02\x0a\x05", "announces"),  # a node that leads out of its graph
        (b"\x3b", "not the beginning"),  # a group, which ONNX never has
        (b"\xff" * 12, "does not end"),
        (b"\x3a", "does not end"),
    ],
)
def test_lengths_that_do_not_add_up_are_refused(data, said):
    with pytest.raises(DataError, match=said):
        check_wire(data, fault)


def test_millions_of_empty_nodes_are_refused_before_any_is_built():
    nodes = b"\x0a\x00" * (MOST_FIELDS + 1)
    size = len(nodes)
    length = bytes([size & 0x7F | 0x80, size >> 7 & 0x7F | 0x80, size >> 14])
    with pytest.raises(DataError, match="fields"):
        check_wire(b"\x3a" + length + nodes, fault)


def test_graphs_within_graphs_are_refused_at_a_depth(monkeypatch):
    monkeypatch.setattr(wire, "DEEPEST", 4)
    inner = b""
    for _ in range(3):  # graph -> node -> attribute -> graph …
        for tag in (b"\x32", b"\x2a", b"\x0a"):
            inner = tag + bytes([len(inner)]) + inner
    with pytest.raises(DataError, match="deep"):
        check_wire(b"\x3a" + bytes([len(inner)]) + inner, fault)
