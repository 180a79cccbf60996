import json

import numpy as np
import pytest

from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.data.named import load
from genlab.data.summary import class_counts, describe, value_histogram


def vectors(x, kind=ValueKind.UNIT, **more) -> Dataset:
    return Dataset("a", x, Modality.VECTOR, kind, **more)


def test_class_counts_name_every_class_even_an_empty_one():
    ds = vectors(np.zeros((3, 1), np.uint8), labels=np.array([2, 0, 2]), label_names=("a", "b", "c"))
    assert class_counts(ds) == {"a": 1, "b": 0, "c": 2}


def test_class_counts_are_empty_without_labels():
    assert class_counts(vectors(np.zeros((3, 1), np.uint8))) == {}


@pytest.mark.parametrize("bins", [1, 10, 256])
@pytest.mark.parametrize("kind", [ValueKind.UNIT, ValueKind.REAL])
@pytest.mark.parametrize("dtype", [np.uint8, np.float32])
def test_value_histogram_counts_every_number_as_numpy_does(bins, kind, dtype):
    x = np.random.default_rng(0).integers(0, 256, (3000, 500)).astype(np.uint8)
    ds = vectors(x if dtype == np.uint8 else (x / np.float32(255)), ValueKind.UNIT if dtype == np.uint8 else kind)
    histogram = value_histogram(ds, bins)
    expected, edges = np.histogram(x / 255 if dtype == np.uint8 else ds.x.astype(np.float64), bins, (0, 1))
    assert histogram.counts.tolist() == expected.tolist()
    assert np.allclose(histogram.edges, edges)
    assert histogram.counts.sum() == x.size


def test_value_histogram_of_real_numbers_spans_them():
    histogram = value_histogram(vectors(np.array([[-3, 0, 1, 5, 5]], np.float32), ValueKind.REAL), bins=2)
    assert histogram.counts.tolist() == [2, 3]
    assert histogram.edges[[0, -1]].tolist() == [-3, 5]


def test_value_histogram_has_a_bin_for_each_of_few_numbers():
    histogram = value_histogram(load("digits"))
    assert len(histogram.counts) == 17
    assert (histogram.counts > 0).all()
    assert np.allclose(histogram.edges[:-1] + 1 / 32, np.arange(17) / 16)
    assert histogram.counts.sum() == load("digits").x.size


def test_value_histogram_of_one_column_counts_that_alone():
    ds = vectors(np.array([[0, 5], [1, 5], [1, 6]], np.float32), ValueKind.REAL)
    assert value_histogram(ds, column=0).counts.tolist() == [1, 2]
    assert value_histogram(ds, column=1).edges.tolist() == [4.5, 5.5, 6.5]


def test_value_histogram_of_one_repeated_number_still_counts_it():
    assert value_histogram(vectors(np.full((4, 2), 7, np.float32), ValueKind.REAL), 8).counts.sum() == 8


def test_describe_is_json_with_the_promised_fields():
    told = json.loads(json.dumps(describe(load("digits"))))
    assert {key: told[key] for key in ("name", "n_items", "n_classes", "item_shape", "modality", "value_kind")} == {
        "name": "digits",
        "n_items": 1797,
        "n_classes": 10,
        "item_shape": [1, 8, 8],
        "modality": "image",
        "value_kind": "unit interval",
    }
    assert told["source"]
    assert told["licence"]
