import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.data.named import load
from genlab.data.preprocess import PreprocessConfig, Recipe, chosen_rows, prepare, take, transform
from genlab.errors import ConfigError


def done(dataset: Dataset, **config) -> Dataset:
    return prepare(dataset, PreprocessConfig.parse(config))[0]


@pytest.fixture(scope="module")
def wide() -> Dataset:
    x = np.zeros((6, 3, 4, 8), np.uint8)
    x[:, 0] = 255
    return Dataset("wide", x, Modality.IMAGE, ValueKind.BINARY, np.array([0, 0, 0, 1, 1, 2]), ("a", "b", "c"))


@pytest.fixture(scope="module")
def table() -> Dataset:
    x = np.array([[1, 10, 5], [2, 20, 5], [4, 0, 5]], np.float32)
    return Dataset("table", x, Modality.VECTOR, ValueKind.REAL, feature_names=("u", "v", "w"))


def test_nothing_asked_changes_nothing(wide):
    prepared, recipe = prepare(wide, PreprocessConfig())
    assert prepared.x is wide.x
    assert (prepared.source, recipe.prepare.words) == (wide.source, "")


def test_digits_become_16_px_of_two_classes():
    ds = done(load("digits"), size=16, classes=["3", "8"])
    assert ds.x.shape == (357, 1, 16, 16)
    assert (ds.label_names, np.bincount(ds.labels).tolist()) == (("3", "8"), [183, 174])
    assert (float(ds.x.min()), float(ds.x.max())) == (0.0, 1.0)
    original = take(load("digits"), chosen_rows(load("digits"), PreprocessConfig(classes=("3", "8")))).x
    assert np.abs(done(ds, size=8).x - original).mean() < 0.06


@pytest.mark.parametrize("dtype", [np.uint8, np.float32])
def test_resizing_keeps_dtype_and_range(dtype):
    rng = np.random.default_rng(0)
    x = rng.integers(0, 2, (5, 1, 8, 8)).astype(dtype) * (255 if dtype == np.uint8 else 1)
    ds = done(Dataset("x", x.astype(dtype), Modality.IMAGE, ValueKind.BINARY), size=20)
    assert ds.x.dtype == dtype
    assert ds.values().min() >= 0
    assert ds.values().max() <= 1
    assert ds.value_kind is ValueKind.UNIT  # smoothed edges are grey


def test_a_flat_picture_stays_flat_whatever_its_size():
    x = np.full((2, 1, 7, 13), 0.25, np.float32)
    for fit in ("crop", "stretch"):
        ds = done(Dataset("x", x, Modality.IMAGE, ValueKind.UNIT), size=9, fit=fit)
        assert np.allclose(ds.x, 0.25, atol=1e-6)
    padded = done(Dataset("x", x, Modality.IMAGE, ValueKind.UNIT), size=13, fit="pad", background="black").x[0, 0]
    assert (padded[0, 0], padded[6, 6]) == (0, 0.25)


def test_colour_becomes_grey_by_brightness_and_back(wide):
    grey = done(wide, color="grey")
    assert grey.x.shape == (6, 1, 4, 8)
    assert (grey.x == 76).all()  # 0.299 of 255
    assert done(grey, color="colour").x.shape == (6, 3, 4, 8)


def test_inverting_twice_changes_nothing(wide):
    once = done(wide, invert=True)
    assert (once.x[:, 0] == 0).all()
    assert (once.x[:, 1] == 255).all()
    assert np.array_equal(done(once, invert=True).x, wide.x)


def test_balance_takes_as_many_of_each_as_the_rarest(wide):
    ds = done(wide, balance=True)
    assert np.bincount(ds.labels).tolist() == [1, 1, 1]
    assert np.bincount(done(wide, balance=True, classes=["a", "b"]).labels).tolist() == [2, 2]


def test_subset_takes_factors_along_and_repeats_by_seed():
    ds = load("shapes-32") if "shapes-32" in _named() else load("digits")
    one, two = (take(ds, chosen_rows(ds, PreprocessConfig(items=50, seed=1))) for _ in range(2))
    assert len(one) == 50
    assert one.fingerprint == two.fingerprint
    assert {name: len(values) for name, values in one.factors.items()} == dict.fromkeys(ds.factors, 50)


def _named():
    from genlab.data.named import DATASETS

    return DATASETS


def test_standardised_columns_have_mean_0_and_spread_1(table):
    prepared, recipe = prepare(table, PreprocessConfig(scaling="standardise"))
    assert np.allclose(prepared.x.mean(axis=0), 0, atol=1e-6)
    assert np.allclose(prepared.x.std(axis=0), [1, 1, 0], atol=1e-6)
    assert recipe.scaling is not None
    assert np.allclose(prepared.x * recipe.scaling.width + recipe.scaling.shift, table.x, atol=1e-5)


def test_min_max_fills_the_unit_interval(table):
    ds = done(table, scaling="min-max")
    assert (ds.x.min(axis=0).tolist(), ds.x.max(axis=0).tolist()) == ([0, 0, 0], [1, 1, 0])
    assert ds.value_kind is ValueKind.UNIT


def test_new_items_take_the_scale_of_the_old(table):
    _, recipe = prepare(table, PreprocessConfig(scaling="standardise"))
    again = Recipe.from_json(recipe.to_json())
    new = Dataset("new", table.x[:1].copy(), Modality.VECTOR, ValueKind.REAL)
    assert np.allclose(transform(new, again.prepare, again.scaling).x[0], done(table, scaling="standardise").x[0])


@pytest.mark.parametrize(
    ("name", "config", "told"),
    [
        ("table", {"classes": ["a"]}, "'table' has no labels"),
        ("table", {"balance": True}, "'table' has no labels"),
        ("table", {"size": 8}, "'table' holds numbers, not pictures; leave out size"),
        ("table", {"invert": True}, "leave out invert"),
        ("table", {"color": "grey"}, "leave out color"),
        ("wide", {"classes": ["d"]}, "'wide' has no class 'd'. It has: a, b, c."),
        ("wide", {"scaling": "standardise"}, "'wide' holds pictures"),
        ("wide", {"size": 1000}, "size must be <= 256, got 1000."),
    ],
)
def test_a_step_that_does_not_fit_is_refused(request, name, config, told):
    with pytest.raises(ConfigError) as error:
        done(request.getfixturevalue(name), **config)
    assert told in str(error.value)


def test_pictures_that_would_fill_the_memory_are_refused():
    tiny = Dataset("tiny", np.zeros((20_000, 1, 2, 2), np.uint8), Modality.IMAGE, ValueKind.UNIT)
    with pytest.raises(ConfigError, match="where 512 are allowed"):
        done(tiny, size=256)


@given(st.integers(0, 40), st.booleans(), st.sets(st.sampled_from("abc")), st.integers(0, 9))
def test_chosen_rows_are_rows_in_order_and_of_the_classes_asked_for(wide, items, balance, classes, seed):
    config = PreprocessConfig(items=items, balance=balance, classes=tuple(classes), seed=seed)
    rows = chosen_rows(wide, config)
    assert len(rows) >= 1
    assert (np.diff(rows) > 0).all()
    assert len(rows) <= (items or len(wide))
    if classes:
        assert {wide.label_names[label] for label in wide.labels[rows]} <= classes


def test_pictures_of_any_range_are_brought_to_0_to_1_and_new_ones_by_the_same_numbers():
    x = np.linspace(-1, 3, 3 * 64, dtype=np.float32).reshape(3, 1, 8, 8)
    ds, recipe = prepare(Dataset("p", x, Modality.IMAGE, ValueKind.REAL), PreprocessConfig(scaling="min-max"))
    assert ds.value_kind is ValueKind.UNIT
    assert (ds.x.min(), ds.x.max()) == (0, 1)
    new = transform(Dataset("q", x[:1].copy(), Modality.IMAGE, ValueKind.REAL), recipe.prepare, recipe.scaling)
    np.testing.assert_array_equal(new.x, ds.x[:1])


def test_bytes_of_every_range_are_brought_to_0_to_1_though_sums_round():
    for low, high in ((0, 254), (7, 232), (3, 29), (11, 255)):
        x = np.linspace(low, high, 4 * 64).astype(np.uint8).reshape(4, 1, 8, 8)
        ds = done(Dataset("p", x, Modality.IMAGE, ValueKind.UNIT), scaling="min-max")
        assert ds.value_kind is ValueKind.UNIT, (low, high)
        assert (ds.x.min(), ds.x.max()) == (pytest.approx(0, abs=1e-6), pytest.approx(1, abs=1e-6))
        assert ds.x.min() >= 0
        assert ds.x.max() <= 1


def test_scaling_of_items_of_another_width_is_refused_in_a_sentence(table):
    _, recipe = prepare(table, PreprocessConfig(scaling="standardise"))
    other = Dataset("other", np.zeros((3, table.item_shape[0] + 1), np.float32), Modality.VECTOR, ValueKind.REAL)
    with pytest.raises(ConfigError, match="choose items like those that were trained on"):
        transform(other, recipe.prepare, recipe.scaling)
