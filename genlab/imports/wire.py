"""An ONNX file's bytes, counted before anything is built of them: a small file must not become a huge tree in memory.

Protobuf is lengths and tags. This walks over them by ONNX's own schema, allocates nothing, and refuses a file whose
lengths do not add up, that nests deeper than a graph does, or that holds more fields than an honest one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from genlab.errors import DataError

MOST_FIELDS = 200_000
"""A network of a thousand operators has some 20,000 fields; each may cost a parser a hundred bytes."""
DEEPEST = 12
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5

_CHILDREN: dict[str, dict[int, str]] = {
    "model": {7: "graph", 8: "leaf", 14: "leaf", 20: "training", 25: "function", 26: "leaf"},
    "graph": {
        1: "node",
        5: "tensor",
        11: "value",
        12: "value",
        13: "value",
        14: "quantization",
        15: "sparse",
        16: "leaf",
    },
    "node": {5: "attribute", 9: "leaf", 10: "refused"},
    "attribute": {
        5: "tensor",
        6: "graph",
        10: "tensor",
        11: "graph",
        14: "type",
        15: "type",
        22: "sparse",
        23: "sparse",
    },
    "tensor": {3: "leaf", 13: "leaf", 16: "leaf"},
    "sparse": {1: "tensor", 2: "tensor"},
    "value": {2: "type", 4: "leaf"},
    "type": {1: "tensor type", 4: "wrapped", 5: "wrapped", 8: "tensor type", 9: "wrapped"},
    "wrapped": {1: "type", 2: "type"},
    "tensor type": {2: "shape"},
    "shape": {1: "leaf"},
    "quantization": {2: "leaf"},
    "training": {1: "graph", 2: "graph", 3: "leaf", 4: "leaf"},
    "function": {7: "node", 9: "leaf", 11: "attribute", 12: "value", 14: "leaf"},
    "leaf": {},
}
"""Which fields of a message hold messages of their own (onnx.proto3, IR version 11); all others are plain.

Plans for several devices are refused."""


class _Open(NamedTuple):
    """A message that is being walked over: where it ends, and which of its fields are messages."""

    end: int
    children: dict[int, str]


def check_wire(data: bytes, fault: Callable[[str], DataError]) -> int:
    """Walk over an ONNX file's fields and return how many there are.

    Parameters
    ----------
    fault : callable
        Makes the error of what is wrong, in words.

    Raises
    ------
    DataError
        If a length leads out of its message, a tag is none of protobuf's, or there are too many fields or levels.
    """
    at, count = 0, 0
    open_: list[_Open] = [_Open(len(data), _CHILDREN["model"])]
    while open_:
        if at == open_[-1].end:
            open_.pop()
            continue
        end, children = open_[-1]
        count += 1
        if count > MOST_FIELDS:
            raise fault(f"it holds more than {MOST_FIELDS:,} fields, more than a network has")
        tag, at = _varint(data, at, end, fault)
        number, kind = tag >> 3, tag & 7
        if kind == _VARINT:
            _, at = _varint(data, at, end, fault)
            continue
        if kind == _BYTES:
            length, at = _varint(data, at, end, fault)
        elif kind in (_FIXED64, _FIXED32):
            length = 8 if kind == _FIXED64 else 4
        else:
            raise fault(f"byte {at:,} is not the beginning of a protobuf field")
        if length > end - at:
            raise fault(f"a field at byte {at:,} announces {length:,} bytes where {end - at:,} are left")
        if kind == _BYTES and number in children:
            if children[number] == "refused":
                raise fault("it is laid out for several devices; export it for one")
            if len(open_) >= DEEPEST:
                raise fault(f"its messages lie more than {DEEPEST} deep in one another")
            open_.append(_Open(at + length, _CHILDREN[children[number]]))
        else:
            at += length
    return count


def _varint(data: bytes, at: int, end: int, fault: Callable[[str], DataError]) -> tuple[int, int]:
    value = shift = 0
    while at < end and shift < 70:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
    raise fault(f"the number at byte {at:,} does not end")
