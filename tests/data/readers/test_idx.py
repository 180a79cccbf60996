import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from genlab.data.dataset import Modality
from genlab.data.readers import read_bytes
from genlab.errors import DataError

SHAPES = hnp.array_shapes(min_dims=2, max_dims=3, min_side=1, max_side=6)
WIDTHS = st.sampled_from([np.uint8, np.int8, np.int16, np.int32, np.float32, np.float64])
PLAIN = {"allow_nan": False, "allow_infinity": False, "allow_subnormal": False, "min_value": -1000, "max_value": 1000}


def numbers(dtype):
    return hnp.from_dtype(np.dtype(dtype), **(PLAIN if np.dtype(dtype).kind == "f" else {}))


@given(data=st.data(), dtype=WIDTHS, shape=SHAPES)
def test_idx_returns_the_numbers_it_was_written_from(idx_bytes, data, dtype, shape):
    array = data.draw(hnp.arrays(dtype, shape, elements=numbers(dtype)))
    kept = read_bytes("a.idx", idx_bytes(array))
    expected = array if array.ndim == 2 else array[:, None]
    scale = 1 if kept.x.dtype == np.float32 else 255 if array.max() <= 1 else 1  # only 0 and 1 is kept as 0 and 255
    assert np.array_equal(kept.x, expected.astype(np.float32) * scale)


def test_idx_of_vectors_gives_vectors(idx_bytes):
    ds = read_bytes("v", idx_bytes(np.arange(12, dtype=np.uint8).reshape(3, 4)))
    assert (ds.modality, ds.item_shape) == (Modality.VECTOR, (4,))


def test_idx_takes_labels_of_any_integer_width(idx_bytes):
    items = idx_bytes(np.zeros((3, 2, 2), np.uint8))
    ds = read_bytes("a", items, ("l", idx_bytes(np.array([7, 3, 7], np.int32))))
    assert ds.labels.tolist() == [1, 0, 1]
    assert ds.label_names == ("3", "7")


HEADER = bytes([0, 0, 8, 3])


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (bytes([0, 0, 7, 3]) + bytes(20), "byte 2: type code 0x07"),
        (bytes([0, 0, 8, 0]) + bytes(20), "byte 3: the header announces 0 dimensions"),
        (bytes([0, 0, 8, 200]) + bytes(900), "byte 3: the header announces 200 dimensions"),
        (b"\0\0", "ends inside the header, 2 bytes short"),
        (HEADER + bytes(5), "ends inside the header, 7 bytes short"),
        (HEADER + struct.pack(">3I", 0, 28, 28), "announces 0 x 28 x 28 numbers of 1 bytes, which is no item"),
        (HEADER + struct.pack(">3I", 10**6, 10**3, 10**3), "931.3 GiB in all, where genlab reads at most 512.0 MiB"),
        (HEADER + struct.pack(">3I", 2**32 - 1, 2**32 - 1, 2**32 - 1), "over 2^60 bytes"),
        (HEADER + struct.pack(">3I", 2, 2, 2) + bytes(7), "8 bytes in all, but the file holds 7 bytes more"),
        (HEADER + struct.pack(">3I", 2, 2, 2) + bytes(9), "byte 24: the file goes on after the last announced number"),
    ],
)
def test_idx_refuses_with_file_place_and_fault(file, told):
    with pytest.raises(DataError) as error:
        read_bytes("digits.idx", file)
    assert str(error.value).startswith("digits.idx, byte ")
    assert told in str(error.value)
