import numpy as np
import pytest

from genlab.data.named.shapes import GRID, N_GRID, ORIENTATIONS, PLACES, SCALES, SHAPES, shapes, shapes_32, shapes_at
from genlab.errors import ConfigError


def item(shape=0, scale=0, orientation=0, x=16, y=16) -> int:
    return int(np.ravel_multi_index((shape, scale, orientation, x, y), GRID))


def centre(picture: np.ndarray) -> tuple[float, float]:
    down, across = np.nonzero(picture)
    return across.mean(), down.mean()


def test_shapes_have_the_grid_of_dsprites():
    assert N_GRID == 737_280
    assert GRID == (3, 6, 40, 32, 32)
    assert np.allclose(SCALES, [0.5, 0.6, 0.7, 0.8, 0.9, 1.0])
    assert np.allclose(ORIENTATIONS[:2], [0, 0.16110732])
    assert (PLACES[0], PLACES[-1], ORIENTATIONS[-1]) == (0, 1, 2 * np.pi)
    assert item(2, 5, 39, 31, 31) == N_GRID - 1


def test_shapes_are_black_and_white_and_their_factors_say_which():
    ds = shapes(200)
    assert (ds.item_shape, ds.x.dtype) == ((1, 64, 64), np.uint8)
    assert set(np.unique(ds.x)) == {0, 255}
    assert list(ds.factors) == ["shape", "scale", "orientation", "x", "y"]
    assert np.array_equal(ds.labels, ds.factors["shape"])
    assert ds.factor_values["shape"] == ds.label_names == SHAPES


def test_a_place_moves_a_shape_one_pixel_and_never_cuts_it():
    numbers = [item(2, 5, 7, x, y) for x in range(32) for y in (0, 31)]
    pictures = shapes_at(np.array(numbers)).x[:, 0]
    assert len({int(picture.sum()) for picture in pictures}) == 1
    across = [centre(picture)[0] for picture in pictures[::2]]
    assert np.allclose(np.diff(across), 1)
    assert pictures.max(axis=0)[[0, -1]].max() == pictures.max(axis=0)[:, [0, -1]].max() == 0


def test_an_orientation_turns_a_shape_counter_clockwise_about_its_place():
    up, quarter = (shapes_at(np.array([item(1, 5, turn)])).x[0, 0] for turn in (0, 10))
    down, across = np.nonzero(up)
    assert down.std() > across.std()  # the ellipse stands
    down, across = np.nonzero(quarter)
    assert down.std() < across.std()  # and lies a quarter turn on
    leaning = shapes_at(np.array([item(1, 5, 4)])).x[0, 0]
    down, across = np.nonzero(leaning)
    assert np.corrcoef(across, -down)[0, 1] < -0.3  # its top has gone to the left
    assert np.allclose(centre(leaning), (32, 32), atol=0.3)


def test_scale_is_a_length():
    areas = [int((shapes_at(np.array([item(0, scale)])).x > 0).sum()) for scale in (0, 5)]
    assert areas[1] / areas[0] == pytest.approx(4, rel=0.12)


def test_a_subset_is_of_different_items_of_the_grid():
    ds = shapes(3000, seed=1)
    known = set(zip(*(ds.factors[name].tolist() for name in ds.factors), strict=True))
    assert len(known) == 3000
    assert np.bincount(ds.labels).min() > 800


def test_shapes_32_are_the_same_items_averaged():
    small, large = shapes_32(50, seed=5), shapes(50, seed=5)
    assert np.array_equal(small.factors["x"], large.factors["x"])
    averaged = large.values().reshape(50, 1, 32, 2, 32, 2).mean(axis=(3, 5))
    assert np.abs(small.values() - averaged).max() < 1 / 255


@pytest.mark.parametrize("numbers", [[-1], [N_GRID], [], [[0]]])
def test_shapes_at_refuses_what_is_not_in_the_grid(numbers):
    with pytest.raises(ConfigError, match="numbered 0 to 737,279"):
        shapes_at(np.array(numbers, dtype=int))


def test_shapes_refuse_other_sides_and_too_many_items():
    with pytest.raises(ConfigError, match="32 or 64"):
        shapes_at(np.array([0]), side=48)
    with pytest.raises(ConfigError, match="737,280 items"):
        shapes(N_GRID + 1)
