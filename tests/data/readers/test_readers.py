import gzip
import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from genlab.data.dataset import Modality, ValueKind
from genlab.data.readers import read, read_bytes
from genlab.errors import DataError

ITEMS = np.arange(5 * 4 * 4, dtype=np.uint8).reshape(5, 4, 4)
LABELS = np.array([2, 0, 1, 0, 2], np.uint8)


@pytest.mark.parametrize("name", ["items.npz", "items.txt", "items", "items.gz"])
def test_the_format_is_chosen_by_content_and_not_by_name(idx_bytes, npy_bytes, npz_bytes, name):
    for file in (idx_bytes(ITEMS), npy_bytes(ITEMS), npz_bytes(x=ITEMS), gzip.compress(npy_bytes(ITEMS))):
        assert np.array_equal(read_bytes(name, file).x[:, 0], ITEMS)


@pytest.mark.parametrize(
    ("filename", "name"),
    [
        ("train-images-idx3-ubyte.gz", "train-images"),
        ("train-images.idx3-ubyte", "train-images"),
        ("/home/me/secret/my set.npz", "my set"),
        ("C:\\Users\\me\\faces.NPY", "faces"),
        ("../../etc/<script>.npz", "script"),
        ("v1.2.npy.gz", "v1.2"),
        (".npy", "own data"),
        ("", "the file"),
    ],
)
def test_a_data_set_is_named_after_its_file_in_plain_text(npy_bytes, filename, name):
    assert read_bytes(filename, npy_bytes(ITEMS)).name == name


def test_a_path_a_stream_and_bytes_give_the_same(idx_bytes, tmp_path):
    path = tmp_path / "items.idx"
    path.write_bytes(idx_bytes(ITEMS))
    (tmp_path / "labels").write_bytes(idx_bytes(LABELS))
    with path.open("rb") as stream:
        sets = [
            read(path, tmp_path / "labels"),
            read(str(path), str(tmp_path / "labels")),
            read(stream, io.BytesIO(idx_bytes(LABELS))),
            read_bytes("items.idx", idx_bytes(ITEMS), ("labels", idx_bytes(LABELS))),
        ]
        assert not stream.closed
    assert {ds.fingerprint for ds in sets} == {sets[0].fingerprint}
    assert {ds.name for ds in sets} == {"items"}


def test_labels_are_never_guessed_from_the_folder(idx_bytes, tmp_path):
    (tmp_path / "train-images-idx3-ubyte").write_bytes(idx_bytes(ITEMS))
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(idx_bytes(LABELS))
    assert read(tmp_path / "train-images-idx3-ubyte").labels is None


def test_items_and_labels_swapped_are_told_apart(idx_bytes):
    with pytest.raises(DataError, match="look like labels"):
        read_bytes("labels", idx_bytes(LABELS), ("items", idx_bytes(ITEMS)))


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (b"", "the file is empty"),
        (b"\x89PNG\r\n", "one file of pictures or sound"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "one file of pictures or sound"),
        (b"MThd\0\0\0\6", "this is music"),
        (b"\x7fELF\x02", "begins with the bytes 7f 45 4c 46"),
    ],
)
def test_a_file_of_no_known_format_is_refused(file, told):
    with pytest.raises(DataError) as error:
        read_bytes("a.npy", file)
    assert told in str(error.value)
    assert "picture" in str(error.value)


@pytest.mark.parametrize("file", [b"hello, this is\nno picture", b"<html>", b"\x7fELF\x02"])
def test_file_whose_name_alone_says_picture_is_refused_as_none(file):
    with pytest.raises(DataError, match=r"^wrong\.PNG: this is not a picture: .* '\.png'") as error:
        read_bytes("wrong.PNG", file)
    assert "ZIP archive of pictures" in str(error.value)


def test_text_of_a_grey_map_is_one_picture():
    with pytest.raises(DataError, match="one file of pictures"):
        read_bytes("a.pgm", b"P2\n2 2\n255\n0 1\n2 3\n")


def test_a_path_that_cannot_be_opened_is_refused_without_its_folders(tmp_path):
    for path in (tmp_path / "none.npy", "a\0b"):
        with pytest.raises(DataError, match="cannot be opened") as error:
            read(path)
        assert str(tmp_path.parent) not in str(error.value)


@pytest.fixture(scope="session")
def whole_files(idx_bytes, npy_bytes, npz_bytes):
    idx = idx_bytes(ITEMS)
    npz = npz_bytes(x=ITEMS.astype(np.float32), y=LABELS)
    return [idx, npy_bytes(ITEMS), npz, npz_bytes(True, x=ITEMS, y=LABELS), gzip.compress(idx)]


def refusal(file: bytes, labels: tuple[str, bytes] | None = None) -> str | None:
    """Return what a DataError says, or None if the file is read; any other error fails the test."""
    try:
        read_bytes("a", file, labels)
    except DataError as error:
        return str(error)
    return None


@settings(max_examples=400)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(whole_files, data):
    file = bytearray(data.draw(st.sampled_from(whole_files)))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(file) - 1))
        change = data.draw(st.sampled_from(["set", "cut", "insert", "drop"]))
        if change == "set":
            file[at] = data.draw(st.integers(0, 255))
        elif change == "cut" and at:
            del file[at:]
        elif change == "insert":
            file[at:at] = data.draw(st.binary(min_size=1, max_size=9))
        elif len(file) > 1:
            del file[at]
    told = refusal(bytes(file))
    assert told is None or (told.startswith("a") and told.endswith(".") and told.isprintable())


@given(st.sampled_from([b"", b"\0\0", b"\x93NUMPY\x01\0", b"PK\x03\x04", b"\x1f\x8b\x08\0"]), st.binary(max_size=200))
def test_random_bytes_are_refused_with_a_sentence(whole_files, start, rest):
    for told in (refusal(start + b"\0" + rest), refusal(whole_files[0], ("labels", start + rest))):
        assert told is not None
        assert told.isprintable()
        assert told.endswith(".")


MNIST_TRAIN = [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
MNIST_TEST = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]


@pytest.mark.parametrize(
    ("folder", "part", "counts"),
    [
        ("mnist", "train", MNIST_TRAIN),
        ("mnist", "t10k", MNIST_TEST),
        ("fashion-mnist", "train", [6000] * 10),
        ("fashion-mnist", "t10k", [1000] * 10),
    ],
)
def test_the_published_files_are_read_whole(shared_data, folder, part, counts):
    place = shared_data / folder
    ds = read(place / f"{part}-images-idx3-ubyte.gz", place / f"{part}-labels-idx1-ubyte.gz")
    assert ds.x.shape == (sum(counts), 1, 28, 28)
    assert ds.x.dtype == np.uint8
    assert np.bincount(ds.labels).tolist() == counts
    assert ds.label_names == tuple("0123456789")
    assert (ds.modality, ds.value_kind) == (Modality.IMAGE, ValueKind.UNIT)
