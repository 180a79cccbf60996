import numpy as np
import pytest
from sklearn.neighbors import KNeighborsClassifier

from genlab.data.named import load
from genlab.data.named.grid import grid, grid_centers
from genlab.data.named.mixture import known_modes
from genlab.data.named.ring import ring_centers
from genlab.errors import ConfigError


def test_grid_is_the_papers_mixture():
    ds = grid()
    assert {tuple(center) for center in grid_centers()} == {(a, b) for a in range(-4, 5, 2) for b in range(-4, 5, 2)}
    assert np.bincount(ds.labels).tolist() == [len(ds) // 25] * 25
    noise = ds.x - grid_centers()[ds.labels]
    assert np.allclose(noise.std(axis=0), 0.05, rtol=0.03)
    assert ds.label_names[ds.labels[0]] == "({:g}, {:g})".format(*grid_centers()[ds.labels[0]])


def test_grid_refuses_fewer_points_than_modes():
    with pytest.raises(ConfigError, match="one point a mode, got 24 points on 25 modes"):
        grid(24)


def test_known_modes_are_those_of_the_mixtures():
    centers, sigma = known_modes("grid")
    assert (centers.shape, sigma) == ((25, 2), 0.05)
    assert np.array_equal(known_modes("ring")[0], ring_centers())
    assert known_modes("moons") is None


def test_checkerboard_fills_the_dark_squares_evenly_and_no_other():
    ds = load("checkerboard")
    square = np.floor((ds.x + 4) / 2).astype(int)
    assert (square.sum(axis=1) % 2 == 0).all()
    assert ((square >= 0) & (square <= 3)).all()
    assert [f"{'abcd'[c]}{r + 1}" for c, r in square[:50]] == [ds.label_names[k] for k in ds.labels[:50]]
    inside = ds.x / 2 - np.floor(ds.x / 2)
    assert np.allclose(np.histogram(inside, 10, (0, 1))[0] / inside.size, 0.1, atol=0.01)


@pytest.mark.parametrize(("name", "straight"), [("moons", 0.9), ("spirals", 0.75)])
def test_two_classes_are_apart_but_not_by_a_straight_line(name, straight):
    ds = load(name)
    x = np.column_stack([ds.x, np.ones(len(ds))])
    line = np.linalg.lstsq(x, 2.0 * ds.labels - 1, rcond=None)[0]
    assert ((x @ line > 0) == ds.labels).mean() < straight
    assert KNeighborsClassifier(5).fit(ds.x[::2], ds.labels[::2]).score(ds.x[1::2], ds.labels[1::2]) > 0.98


def test_spirals_lie_evenly_along_their_arms():
    ds = load("spirals")
    angle = ds.factors["winding"] + np.pi * ds.labels
    radius = np.linalg.norm(ds.x, axis=1)
    assert np.abs(ds.x - radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], 1)).mean() < 0.05
    assert radius.max() < 1.15


def test_swiss_rolls_factors_are_its_sheet():
    ds = load("swiss-roll")
    winding, height = ds.factors["winding"], ds.factors["height"]
    rolled = np.stack([winding * np.cos(winding), height, winding * np.sin(winding)], axis=1)
    assert np.abs(ds.x - rolled).std() < 0.15
    assert (np.diff([winding[ds.labels == k].mean() for k in range(ds.n_classes)]) > 0).all()
