"""One contract for every named data set that is drawn or comes with scikit-learn."""

import numpy as np
import pytest

from genlab.data.dataset import Modality, ValueKind
from genlab.data.named import DATASETS, REMOTES, is_known, known_names, load
from genlab.errors import UnknownNameError


@pytest.fixture(scope="module", params=DATASETS.names())
def named(request):
    """Each set in turn, drawn once for all the tests of this file."""
    return load(request.param)


SEEDED = [name for name in DATASETS.names() if name != "digits"]


def test_every_named_set_keeps_the_contract(named):
    assert named.name in DATASETS
    assert named.source
    assert named.licence
    assert np.isfinite(named.values(slice(0, 2000))).all()
    assert sorted(set(named.labels.tolist())) == list(range(named.n_classes))
    assert len(set(named.label_names)) == named.n_classes
    assert (named.item_shape == (2,)) is (named.modality is Modality.POINTS)
    assert (len(named.item_shape) == 3) is (named.modality is Modality.IMAGE)


def test_every_named_set_holds_the_values_its_kind_allows(named):
    values = named.values(slice(0, 2000))
    if named.value_kind is ValueKind.REAL:
        assert values.std(axis=0).min() > 0.1
    else:
        assert 0 <= values.min() < 0.05
        assert 0.95 < values.max() <= 1
        assert (set(np.unique(values)) == {0, 1}) is (named.value_kind is ValueKind.BINARY)


def test_every_named_sets_factors_describe_its_items(named):
    assert set(named.factor_values) <= set(named.factors)
    for factor, values in named.factors.items():
        assert values.shape == (len(named),)
        assert not values.flags.writeable
        if factor in named.factor_values:
            assert values.dtype == np.int64
            assert set(values.tolist()) == set(range(len(named.factor_values[factor])))
        else:
            assert np.isfinite(values).all()
            assert values.std() > 0


def test_every_named_set_is_the_same_object_while_it_is_in_use(named):
    assert load(named.name) is named


@pytest.mark.parametrize("name", SEEDED)
def test_every_drawn_set_is_fixed_by_its_seed(name):
    draw = DATASETS.get(name)
    once, again, other = draw(n_items=50, seed=3), draw(n_items=50, seed=3), draw(n_items=50, seed=4)
    assert len(once) == 50
    assert once.fingerprint == again.fingerprint != other.fingerprint
    for factor, values in once.factors.items():
        assert np.array_equal(values, again.factors[factor])


def test_load_lists_the_known_names_when_it_knows_none():
    with pytest.raises(UnknownNameError, match=r"Known: checkerboard, digits, .*Did you mean 'rings?'\?"):
        load("rings")


def test_names_hold_what_is_drawn_and_what_is_downloaded():
    assert set(known_names()) == set(DATASETS.names()) | set(REMOTES.names())
    assert is_known("mnist")
    assert is_known("ring")
    assert not is_known("./ring")
