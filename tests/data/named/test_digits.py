import numpy as np
from sklearn.datasets import load_digits

from genlab.data.dataset import Modality, ValueKind
from genlab.data.named import load


def test_digits_are_scikit_learns_scans_in_the_unit_interval():
    ds = load("digits")
    assert (ds.x.shape, ds.x.dtype) == ((1797, 1, 8, 8), np.float32)
    assert (ds.modality, ds.value_kind) == (Modality.IMAGE, ValueKind.UNIT)
    assert np.array_equal(ds.x.reshape(1797, 64) * 16, load_digits().data)
    assert np.array_equal(ds.labels, load_digits().target)
    assert (ds.x.min(), ds.x.max()) == (0, 1)
