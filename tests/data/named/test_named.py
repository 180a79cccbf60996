"""One contract for every named data set."""

import numpy as np
import pytest

from genlab.data.named import DATASETS, load
from genlab.errors import UnknownNameError


@pytest.mark.parametrize("name", DATASETS.names())
def test_every_named_set_keeps_the_contract(name):
    ds = load(name)
    assert ds.name == name
    assert ds.source
    assert ds.licence
    assert np.isfinite(ds.values()).all()
    assert sorted(set(ds.labels.tolist())) == list(range(ds.n_classes))
    assert len(set(ds.label_names)) == ds.n_classes


@pytest.mark.parametrize("name", DATASETS.names())
def test_every_named_set_is_the_same_each_time(name):
    assert load(name) is load(name)
    assert DATASETS.get(name)().fingerprint == load(name).fingerprint


def test_load_lists_the_known_names_when_it_knows_none():
    with pytest.raises(UnknownNameError, match=r"Known: digits, ring\. Did you mean 'ring'\?"):
        load("rings")
