import numpy as np
import pytest

from genlab.data.arrays import MAX_CLASSES, dataset_from_arrays
from genlab.data.dataset import Modality, ValueKind
from genlab.errors import DataError

RNG = np.random.default_rng(0)


@pytest.mark.parametrize(
    ("shape", "item_shape", "modality"),
    [
        ((5, 2), (2,), Modality.POINTS),
        ((5, 1), (1,), Modality.VECTOR),
        ((5, 64), (64,), Modality.VECTOR),
        ((5, 8, 6), (1, 8, 6), Modality.IMAGE),
        ((5, 1, 8, 6), (1, 8, 6), Modality.IMAGE),
        ((5, 3, 8, 6), (3, 8, 6), Modality.IMAGE),
        ((5, 8, 6, 1), (1, 8, 6), Modality.IMAGE),
        ((5, 8, 6, 3), (3, 8, 6), Modality.IMAGE),
        ((5, 3, 8, 3), (3, 8, 3), Modality.IMAGE),
    ],
)
def test_the_shape_gives_modality_and_item_shape(shape, item_shape, modality):
    ds = dataset_from_arrays("a", RNG.random(shape))
    assert (ds.item_shape, ds.modality) == (item_shape, modality)


def test_channel_last_pictures_keep_their_pixels():
    x = RNG.integers(0, 256, (4, 5, 6, 3), np.uint8)
    assert np.array_equal(dataset_from_arrays("a", x).x, x.transpose(0, 3, 1, 2))


@pytest.mark.parametrize("shape", [(), (5,), (5, 4, 8, 8), (5, 8, 8, 4), (2, 2, 2, 2, 2), (0, 8), (5, 0)])
def test_a_shape_that_is_no_item_is_refused(shape):
    with pytest.raises(DataError, match=r"^x: "):
        dataset_from_arrays("a", np.zeros(shape))


BITS = np.array([[0, 1, 1], [1, 0, 0]])


@pytest.mark.parametrize(
    ("x", "kept", "kind"),
    [
        (BITS.astype(bool), BITS * 255, ValueKind.BINARY),
        (BITS.astype(np.int64), BITS * 255, ValueKind.BINARY),
        (BITS.astype(np.uint8) * 255, BITS * 255, ValueKind.BINARY),
        (np.array([[0, 17, 255]], np.int32), np.array([[0, 17, 255]]), ValueKind.UNIT),
        (np.zeros((2, 3), np.uint8), np.zeros((2, 3)), ValueKind.UNIT),
    ],
)
def test_whole_numbers_in_a_bytes_range_are_kept_as_bytes(x, kept, kind):
    ds = dataset_from_arrays("a", x)
    assert ds.x.dtype == np.uint8
    assert ds.x.tolist() == kept.tolist()
    assert ds.value_kind is kind


@pytest.mark.parametrize(
    ("x", "kind"),
    [
        (BITS.astype(np.float64), ValueKind.BINARY),
        (np.array([[0, 0.5, 1]]), ValueKind.UNIT),
        (np.array([[0.0, 0, 0]]), ValueKind.UNIT),
        (np.array([[-0.1, 0.5, 1]], ">f8"), ValueKind.REAL),
        (np.array([[0, 0.5, 1.1]], np.float16), ValueKind.REAL),
        (np.array([[0, 17, 256]]), ValueKind.REAL),
        (np.array([[-1, 0, 1]]), ValueKind.REAL),
        (np.array([[0, 1]]), ValueKind.REAL),
        (np.array([[0.0, 1.0]]), ValueKind.REAL),
    ],
)
def test_other_numbers_are_kept_as_they_stand_in_float32(x, kind):
    ds = dataset_from_arrays("a", x)
    assert ds.x.dtype == np.dtype("=f4")
    assert np.array_equal(ds.x, x.astype(np.float32))
    assert ds.value_kind is kind


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e39])
def test_a_number_that_is_not_finite_is_refused_with_its_item(value):
    x = np.zeros((5000, 3, 8, 8))
    x[4321, 2, 7, 7] = value
    with pytest.raises(DataError, match=r"^x: item 4,321 holds .*, not a finite float32 number"):
        dataset_from_arrays("a", x)


def test_the_callers_array_can_still_be_written_when_a_copy_is_kept():
    x = np.zeros((2, 3), np.float64)
    dataset_from_arrays("a", x)
    x[0, 0] = 1


def test_classes_are_the_numbers_that_occur():
    ds = dataset_from_arrays("a", np.zeros((4, 3)), np.array([[9], [4], [9], [26]]))
    assert ds.labels.tolist() == [1, 0, 1, 2]
    assert ds.label_names == ("4", "9", "26")


@pytest.mark.parametrize("labels", [[0, 1], [0.0, 1.0], [False, True], np.array([2**63 + 1, 0], np.uint64)[::-1]])
def test_labels_may_be_any_whole_numbers(labels):
    assert dataset_from_arrays("a", np.zeros((2, 3)), np.asarray(labels)).labels.tolist() == [0, 1]


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        ([0, -1], "label 1 is -1"),
        ([0.5, 1], "label 0 is 0.5"),
        ([0, np.nan], "label 1 is nan"),
        ([0, np.inf], "label 1 is inf"),
        ([0, 1, 2], "3 labels for 2 items"),
        (["a", "b"], "give whole numbers"),
        ([1j, 0], "give whole numbers"),
        ([[0, 1], [1, 0]], "shape"),
    ],
)
def test_labels_that_are_no_classes_are_refused(labels, told):
    with pytest.raises(DataError, match="^labels: ") as error:
        dataset_from_arrays("a", np.zeros((2, 3)), np.asarray(labels))
    assert told in str(error.value)


def test_item_numbers_given_as_labels_are_refused():
    n = MAX_CLASSES + 1
    with pytest.raises(DataError, match="1,001 different labels"):
        dataset_from_arrays("a", np.zeros((n, 3)), np.arange(n))


def test_pictures_of_whole_floats_are_the_integers_they_are():
    x = np.random.default_rng(0).integers(0, 256, (4, 8, 8))
    as_floats, as_integers = (dataset_from_arrays("p", some) for some in (x.astype(np.float64), x))
    assert as_floats.fingerprint == as_integers.fingerprint
    assert dataset_from_arrays("p", x + 0.5).value_kind is ValueKind.REAL
