import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from genlab.data.readers import read_bytes
from genlab.errors import DataError

KINDS = st.one_of(hnp.integer_dtypes(), hnp.unsigned_integer_dtypes(), hnp.floating_dtypes(sizes=(16, 32, 64)))


@given(data=st.data(), dtype=KINDS, fortran=st.booleans(), shape=hnp.array_shapes(min_dims=2, max_dims=2, max_side=7))
def test_npy_returns_the_numbers_it_was_written_from(npy_bytes, data, dtype, fortran, shape):
    finite = {"allow_nan": False, "allow_infinity": False, "min_value": -2048, "max_value": 2048}
    elements = hnp.from_dtype(dtype, **(finite if dtype.kind == "f" else {}))
    array = np.asarray(data.draw(hnp.arrays(dtype, shape, elements=elements)), order="F" if fortran else "C")
    ds = read_bytes("a.npy", npy_bytes(array))
    whole_bit = dtype.kind in "iu" and shape[1] != 2 and array.min() >= 0 and array.max() == 1
    assert np.array_equal(ds.x, array.astype(np.float32) * (255 if whole_bit else 1))
    assert ds.x.flags.c_contiguous


@pytest.mark.parametrize("version", [(1, 0), (2, 0), (3, 0)])
def test_npy_reads_every_version(version, tmp_path):
    array = np.linspace(0, 1, 12, dtype=np.float32).reshape(3, 4)
    with (tmp_path / "a").open("wb") as file:
        np.lib.format.write_array(file, array, version=version)
    assert np.array_equal(read_bytes("a", (tmp_path / "a").read_bytes()).x, array)


class Bomb:
    """What unpickling would run."""

    def __reduce__(self):
        return (pytest.fail, ("the file was unpickled",))


@pytest.mark.parametrize(
    ("array", "told"),
    [
        (np.array([[Bomb()]], dtype=object), "unpickling runs whatever code"),
        (np.array([["a", "b"]]), "holds text"),
        (np.array([[b"a", b"b"]]), "holds text"),
        (np.array([[1j, 2]]), "holds complex numbers"),
        (np.zeros((3, 3), [("r", "u1"), ("g", "u1")]), "holds records"),
        (np.zeros((3, 3), "M8[s]"), "holds datetime64"),
        (np.zeros((2, 1, 1, 1, 1)), "has 5 dimensions"),
        (np.array(3.0), "has 0 dimensions"),
        (np.zeros((0, 8)), "no item at all"),
    ],
)
def test_npy_refuses_all_but_plain_numbers(npy_bytes, array, told):
    with pytest.raises(DataError, match=r"^a\.npy, byte \d+: ") as error:
        read_bytes("a.npy", npy_bytes(array, allow_pickle=True))
    assert told in str(error.value)


def header(shape="(3, 3)", descr="'<f4'", fortran="False"):
    return f"{{'descr': {descr}, 'fortran_order': {fortran}, 'shape': {shape}, }}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (header(shape="(1000000, 1000000)"), "GiB in all, where genlab reads at most"),
        (header(shape="(4, 3)"), "48 bytes in all, but the file holds 36 bytes more"),
        (header(shape="(2, 3)"), "goes on after the last announced number"),
        (header(shape="(-3, -3)"), "not made of whole numbers"),
        (header(shape="(True, 9)"), "not made of whole numbers"),
        (header(shape="(1e9, 3)"), "not one that NumPy wrote"),
        (header(descr="'<f4', 'more': 1"), "not one that NumPy wrote"),
        (header(descr="'|O'"), "unpickling"),
        (header(descr="('<f4', (10**9,))"), "not one that NumPy wrote"),
        (header(descr="('<f4', (3,))"), "records"),
        ("((((" * 2000, "not one that NumPy wrote"),
        ("-" * 9000 + "1", "not one that NumPy wrote"),
        ("__import__('os').abort()", "not one that NumPy wrote"),
    ],
)
def test_npy_refuses_a_header_that_lies(npy_header, text, told):
    with pytest.raises(DataError) as error:
        read_bytes("a.npy", npy_header(text) + bytes(36))
    assert told in str(error.value)


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (b"\x93NUMPY\x04\x00" + bytes(64), "NPY version 4.0 is unknown"),
        (b"\x93NUMPY\x02\x00" + struct.pack("<I", 2**32 - 1) + bytes(64), "4,294,967,295 bytes long"),
        (b"\x93NUMPY\x01\x00" + struct.pack("<H", 118) + b"{", "ends inside the header, 117 bytes short"),
        (b"\x93NUMPY", "ends inside the header, 2 bytes short"),
    ],
)
def test_npy_refuses_a_header_cut_short_or_too_long(file, told):
    with pytest.raises(DataError) as error:
        read_bytes("a.npy", file)
    assert told in str(error.value)
