import zipfile

import numpy as np
import pytest

from genlab.errors import DataError
from genlab.imports.codes import read_codes
from tests.imports.graphs import npz

CODES = np.arange(12, dtype=np.float64).reshape(4, 3)


@pytest.mark.parametrize("name", ["codes", "z", "mu"])
def test_codes_are_read_by_any_of_their_names(name):
    found = read_codes(npz(**{name: CODES}, labels=np.arange(4)))
    assert found.codes.dtype == np.float32
    assert np.array_equal(found.codes, CODES)
    assert found.items is None
    assert list(found.labels) == [0, 1, 2, 3]


def test_thumbnails_are_told_from_items():
    assert read_codes(npz(codes=CODES, thumbnails=np.zeros((4, 8, 8), np.uint8))).thumbnails
    assert not read_codes(npz(codes=CODES, items=np.zeros((4, 8, 8), np.uint8))).thumbnails


@pytest.mark.parametrize(
    ("arrays", "said"),
    [
        ({"weights": CODES}, "no array called codes"),
        ({"codes": CODES, "labels": np.arange(3)}, "4 codes and 3 labels"),
        ({"codes": CODES[:2]}, "3 to 200,000 rows"),
        ({"codes": CODES, "logvar": CODES[:, :2]}, "logvar has shape"),
        ({"codes": np.where(CODES == 5, np.nan, CODES)}, "NaN or infinity"),
    ],
)
def test_arrays_that_do_not_fit_are_refused(arrays, said):
    with pytest.raises(DataError, match=said):
        read_codes(npz(**arrays))


def test_pickled_objects_are_never_loaded():
    with pytest.raises(DataError, match="Python objects"):
        read_codes(npz(codes=np.array([{"a": 1}, 2, 3], object)))


def test_bomb_is_refused_by_what_it_announces(tmp_path):
    place = tmp_path / "bomb.npz"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("codes.npy", npz(codes=CODES)[:0] + b"\x93NUMPY\x01\x00\x76\x00" + _header((10**9, 3)))
    with pytest.raises(DataError, match="array codes|array 'codes'"):
        read_codes(place.read_bytes())


def _header(shape: tuple[int, int]) -> bytes:
    return repr({"descr": "<f4", "fortran_order": False, "shape": shape}).encode().ljust(0x75) + b"\n"
