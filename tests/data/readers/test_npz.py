import io
import struct
import zipfile

import numpy as np
import pytest

from genlab.data.readers import read_bytes
from genlab.errors import DataError

IMAGES = np.arange(3 * 4 * 4, dtype=np.uint8).reshape(3, 4, 4)
LABELS = np.array([0, 1, 0])


@pytest.mark.parametrize("compressed", [False, True])
@pytest.mark.parametrize("name", ["x", "images", "data", "arr_0", "whatever"])
@pytest.mark.parametrize("labels", ["y", "labels"])
def test_npz_takes_items_and_labels_by_name(npz_bytes, compressed, name, labels):
    ds = read_bytes("a.npz", npz_bytes(compressed, **{name: IMAGES, labels: LABELS}))
    assert np.array_equal(ds.x[:, 0], IMAGES)
    assert ds.labels.tolist() == [0, 1, 0]


def test_npz_prefers_x_over_the_other_names(npz_bytes):
    ds = read_bytes("a.npz", npz_bytes(arr_0=IMAGES[:1], x=IMAGES, other=LABELS))
    assert len(ds) == 3
    assert ds.labels is None


def test_npz_gives_labels_for_another_file(npz_bytes, npy_bytes):
    with_name = npz_bytes(y=LABELS, x=IMAGES)
    alone = npz_bytes(classes=LABELS)
    for file in (with_name, alone):
        assert read_bytes("a.npy", npy_bytes(IMAGES), ("l.npz", file)).labels.tolist() == [0, 1, 0]


def test_labels_given_apart_take_the_place_of_those_in_the_npz(npz_bytes, npy_bytes):
    ds = read_bytes("a.npz", npz_bytes(x=IMAGES, y=LABELS), ("l", npy_bytes(np.array([1, 1, 0]))))
    assert ds.labels.tolist() == [1, 1, 0]


def refused(file: bytes) -> str:
    with pytest.raises(DataError, match=r"^a\.npz[:,] ") as error:
        read_bytes("a.npz", file)
    return str(error.value)


def test_npz_names_its_arrays_when_none_can_be_chosen(npz_bytes):
    told = refused(npz_bytes(x_train=IMAGES, x_test=IMAGES))
    assert "(x_train, x_test) is named x or images or data or arr_0; save the items as x" in told


def test_npz_names_the_array_at_fault(npz_bytes):
    assert "a.npz, array 'y': there are 2 labels for 3 items" in refused(npz_bytes(x=IMAGES, y=LABELS[:2]))
    assert "a.npz, array 'x': item 1 holds nan" in refused(npz_bytes(x=np.array([[0.0, 1, 2], [0, np.nan, 1]])))


def test_npz_never_unpickles(npz_bytes):
    class Bomb:
        def __reduce__(self):
            return (pytest.fail, ("the file was unpickled",))

    assert "array 'x'" in refused(npz_bytes(x=np.array([[Bomb()]], dtype=object)))


@pytest.mark.parametrize(
    "name", ["../x.npy", "/x.npy", "a/x.npy", "..\\x.npy", "C:x.npy", "x.txt", ".npy", "x..y.npy", "<img src=x>/x.npy"]
)
def test_npz_refuses_names_that_are_not_plain(zip_bytes, npy_bytes, name):
    told = refused(zip_bytes([("x.npy", npy_bytes(IMAGES)), (name, npy_bytes(IMAGES))]))
    assert "is not a plain array name" in told
    assert "<" not in told


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_npz_refuses_an_entry_that_is_there_twice(zip_bytes, npy_bytes):
    assert "there twice" in refused(zip_bytes([("x.npy", npy_bytes(IMAGES)), ("x.npy", npy_bytes(IMAGES))]))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_npz_refuses_compression_that_numpy_does_not_use(zip_bytes, npy_bytes, method):
    assert "a way genlab does not read" in refused(zip_bytes([("x.npy", npy_bytes(IMAGES))], method))


def directory_field(file: bytes, offset: int, value: int, size: str = "<I", entry: int = 0) -> bytes:
    """Overwrite one field of a central directory entry."""
    at = -1
    for _ in range(entry + 1):
        at = file.index(b"PK\x01\x02", at + 1)
    changed = bytearray(file)
    changed[at + offset : at + offset + struct.calcsize(size)] = struct.pack(size, value)
    return bytes(changed)


def test_npz_refuses_an_encrypted_entry(zip_bytes, npy_bytes):
    assert "encrypted" in refused(directory_field(zip_bytes([("x.npy", npy_bytes(IMAGES))]), 8, 1, "<H"))


def test_npz_refuses_overlapping_entries(zip_bytes, npy_bytes):
    whole = zip_bytes([("x.npy", npy_bytes(IMAGES)), ("y.npy", npy_bytes(LABELS))], zipfile.ZIP_STORED)
    assert "overlaps" in refused(directory_field(whole, 42, 0, entry=1))


def test_npz_refuses_an_entry_that_announces_more_than_it_can_hold(zip_bytes, npy_bytes):
    whole = zip_bytes([("x.npy", npy_bytes(IMAGES))])
    assert "announces more bytes than it can hold" in refused(directory_field(whole, 24, 2**31))


def test_npz_refuses_a_directory_larger_than_a_data_set_needs(zip_bytes):
    assert "directory is too large (6,000 entries)" in refused(zip_bytes([(f"{n}.npy", b"") for n in range(6000)]))


def test_npz_refuses_an_empty_archive(zip_bytes):
    assert "the archive is empty; zip the folder of pictures again, or save arrays" in refused(zip_bytes([]))


def test_an_archive_cut_off_at_once_is_answered_for_pictures_and_for_arrays(zip_bytes):
    cut_off = zip_bytes([("cats/1.png", b"picture")])[:20]
    assert "copy the file again, or zip the folder of pictures again, or save arrays with numpy.savez" in refused(
        cut_off
    )


def test_npz_refuses_bytes_after_its_end(npz_bytes):
    assert "does not end with its directory" in refused(npz_bytes(x=IMAGES) + b"more")


def test_npz_refuses_a_changed_byte_of_an_array(npz_bytes):
    whole = npz_bytes(x=IMAGES)
    at = whole.index(IMAGES.tobytes())
    assert "damaged" in refused(whole[:at] + b"\xff" + whole[at + 1 :])


def test_npz_refuses_an_entry_that_is_no_array(zip_bytes):
    assert "array 'x', byte 0: the bytes do not begin like an NPY array" in refused(zip_bytes([("x.npy", b"text")]))


def test_npz_reads_what_a_zip_tool_packed_again(npy_bytes):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("x.npy", "w") as entry:
        entry.write(npy_bytes(IMAGES))
    assert np.array_equal(read_bytes("a.npz", file.getvalue()).x[:, 0], IMAGES)
