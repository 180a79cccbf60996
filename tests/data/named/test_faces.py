import numpy as np
import pytest

from genlab.data.named.cartoon.people import RANGES, VALUES, People, invent
from genlab.data.named.cartoon.portrait import draw
from genlab.data.named.faces import LABEL, faces, faces_64
from genlab.errors import ConfigError


@pytest.fixture(scope="module")
def crowd() -> People:
    return invent(4000, seed=0)


def with_attribute(people: People, name: str, value: object) -> People:
    attributes = dict(people.attributes)
    attributes[name] = np.full(len(people), value, dtype=attributes[name].dtype)
    return People(attributes, people.quirks, people.tints)


def test_faces_are_colour_pictures_with_fifteen_factors():
    ds = faces(100)
    assert (ds.item_shape, ds.x.dtype) == ((3, 32, 32), np.uint8)
    assert len(ds.factors) == 15
    assert list(ds.factors) == [*VALUES, *RANGES]
    assert ds.label_names == ds.factor_values[LABEL]
    assert np.array_equal(ds.labels, ds.factors[LABEL])
    assert faces_64(3).item_shape == (3, 64, 64)


def test_the_first_faces_do_not_depend_on_how_many_are_drawn():
    assert np.array_equal(faces(200).x[:20], faces(20).x)


def test_large_faces_show_the_same_people():
    small, large = faces(30), faces_64(30)
    for name, values in small.factors.items():
        assert np.array_equal(values, large.factors[name])
    shrunk = large.values().reshape(30, 3, 32, 2, 32, 2).mean(axis=(3, 5))
    assert np.abs(shrunk - small.values()).mean() < 0.02


def test_edges_are_smooth_at_every_size(crowd):
    few = crowd[:20]
    small = draw(few, 32) / 255
    exact = (draw(few, 256) / 255).reshape(20, 3, 32, 8, 32, 8).mean(axis=(3, 5))
    assert np.abs(small - exact).mean() < 0.015


@pytest.mark.parametrize("name", [*VALUES, *RANGES])
def test_every_attribute_shows(crowd, name):
    people = with_attribute(crowd[:60], "hat", 0)
    people = with_attribute(with_attribute(people, "glasses", 0), "hair style", 2)
    low, high = (0, 1) if name in VALUES else RANGES[name]
    one, other = (draw(with_attribute(people, name, value), 32) for value in (low, high))
    changed = (np.abs(one.astype(int) - other).max(axis=1) > 24).sum(axis=(1, 2))
    assert np.median(changed) >= 4


@pytest.mark.parametrize("name", VALUES)
def test_every_value_of_an_attribute_looks_different(crowd, name):
    people = with_attribute(crowd[:20], "hat", 0)
    looks = [draw(with_attribute(people, name, value), 32).astype(int) for value in range(len(VALUES[name]))]
    for i, one in enumerate(looks):
        for other in looks[i + 1 :]:
            assert np.median((np.abs(one - other).max(axis=1) > 8).sum(axis=(1, 2))) >= 3


def test_people_of_equal_attributes_still_differ(crowd):
    first = crowd[:1]
    twins = People(
        {name: np.repeat(values, 50) for name, values in first.attributes.items()}, crowd[:50].quirks, crowd[:50].tints
    )
    pictures = draw(twins, 32)
    assert len({picture.tobytes() for picture in pictures}) == 50


def test_attributes_are_independent_save_for_the_one_bias(crowd):
    names = list(crowd.attributes)
    values = np.stack([np.asarray(crowd.attributes[name], float) for name in names])
    apart = np.abs(np.corrcoef(values) - np.eye(len(names)))
    pair = [names.index("hair colour"), names.index("glasses")]
    apart[pair[0], pair[1]] = apart[pair[1], pair[0]] = 0
    assert apart.max() < 0.06
    is_grey = crowd.attributes["hair colour"] == VALUES["hair colour"].index("grey")
    wears = crowd.attributes["glasses"] > 0
    assert wears[is_grey].mean() == pytest.approx(0.78, abs=0.05)
    assert wears[~is_grey].mean() == pytest.approx(0.39, abs=0.05)


def test_numbers_fill_their_ranges(crowd):
    for name, (low, high) in RANGES.items():
        values = crowd.attributes[name]
        assert low <= values.min() < low + 0.1
        assert high - 0.1 < values.max() <= high


def test_no_face_is_refused():
    with pytest.raises(ConfigError, match="at least one face to draw, got 0"):
        faces(0)
