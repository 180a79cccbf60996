import numpy as np
import pytest

from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.errors import ConfigError, DataError


def dataset(x, **more) -> Dataset:
    return Dataset("a", x, Modality.VECTOR, ValueKind.UNIT, **more)


def test_dataset_cannot_be_written():
    ds = dataset(np.zeros((3, 2), np.float32), labels=np.array([0, 1, 0]), label_names=("a", "b"))
    for array in (ds.x, ds.labels):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


def test_values_scale_bytes_to_the_unit_interval():
    ds = dataset(np.array([[0, 51, 255]], np.uint8))
    assert np.allclose(ds.values(), [[0, 0.2, 1]])
    assert ds.values().dtype == np.float32


def test_values_returns_the_rows_asked_for():
    ds = dataset(np.arange(12, dtype=np.float32).reshape(4, 3))
    assert ds.values(np.array([2, 0])).tolist() == [[6, 7, 8], [0, 1, 2]]


@pytest.mark.parametrize("n", [1, 2, 10, 101])
@pytest.mark.parametrize("held_out", [0, 0.1, 0.9])
def test_split_gives_every_row_to_one_side(n, held_out):
    split = dataset(np.zeros((n, 1), np.float32)).split(held_out, seed=3)
    assert sorted([*split.train, *split.held_out]) == list(range(n))
    assert len(split.train) >= 1


def test_split_is_fixed_by_its_seed():
    ds = dataset(np.zeros((100, 1), np.float32))
    assert np.array_equal(ds.split(seed=1).train, ds.split(seed=1).train)
    assert not np.array_equal(ds.split(seed=1).train, ds.split(seed=2).train)


@pytest.mark.parametrize("held_out", [-0.1, 0.91, float("nan")])
def test_split_refuses_a_share_out_of_range(held_out):
    with pytest.raises(ConfigError, match="held_out must be between 0 and 0.9"):
        dataset(np.zeros((10, 1), np.float32)).split(held_out)


def test_fingerprint_tells_data_apart_and_nothing_else():
    x = np.arange(12, dtype=np.uint8).reshape(4, 3)
    same = [dataset(x), dataset(x.copy()), Dataset("b", np.asfortranarray(x), Modality.IMAGE, ValueKind.REAL)]
    other = [dataset(x.reshape(3, 4)), dataset(x.astype(np.float32)), dataset(x, labels=np.zeros(4, np.int64))]
    assert len({ds.fingerprint for ds in same}) == 1
    assert len({ds.fingerprint for ds in same + other}) == 4


@pytest.mark.parametrize(
    ("x", "more", "told"),
    [
        (np.zeros((0, 3), np.uint8), {}, "no items"),
        (np.zeros(3, np.uint8), {}, "no items"),
        (np.zeros((2, 3)), {}, "float64"),
        (np.zeros((2, 3), np.uint8), {"labels": np.zeros(3, np.int64)}, "3 labels"),
        (np.zeros((2, 3), np.uint8), {"labels": np.array([0, 2]), "label_names": ("a", "b")}, "labels 0 to 2 for 2"),
    ],
)
def test_dataset_refuses_what_does_not_fit_together(x, more, told):
    with pytest.raises(DataError) as error:
        dataset(x, **more)
    assert told in str(error.value)
