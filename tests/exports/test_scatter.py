import io

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from genlab.errors import CapabilityError
from genlab.exports.provenance import Provenance
from genlab.exports.scatter import COLOURS, WAY, scatter, scatter_frames, ticks


def drawn(*args, **kwargs) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(scatter(*args, provenance=Provenance(), **kwargs)), formats=["PNG"]))


def where(image: np.ndarray, colour: tuple[int, int, int]) -> tuple[float, float]:
    """Return the mean column and row of a colour."""
    rows, columns = np.nonzero((np.abs(image.astype(int) - colour) < 8).all(axis=2))
    return columns.mean() / image.shape[1], rows.mean() / image.shape[0]


def test_scatter_puts_right_to_the_right_and_up_up():
    corners = np.array([[-1.0, -1.0], [1.0, 1.0]])
    image = drawn(corners, labels=np.array([0, 1]))
    (x0, y0), (x1, y1) = where(image, COLOURS[0]), where(image, COLOURS[1])
    assert x0 < 0.3 < 0.7 < x1
    assert y1 < 0.3 < 0.7 < y0


def test_scatter_has_the_same_scale_on_both_axes():
    ends = np.array([[0.0, 0.0], [2.0, 0.0], [0.0, 1.0]])
    image = drawn(ends, labels=np.arange(3))
    origin, right, up = (where(image, COLOURS[i]) for i in range(3))
    assert abs((right[0] - origin[0]) - 2 * (origin[1] - up[1])) < 0.02


def test_scatter_is_the_asked_size_and_the_same_each_time():
    points = np.random.default_rng(0).normal(size=(50, 2))
    assert drawn(points, size_px=200).shape == (200, 200, 3)
    assert scatter(points, Provenance()) == scatter(points, Provenance())


@pytest.mark.parametrize("points", [np.zeros((1, 2)), np.full((4, 2), 1e-30), np.array([[1e20, -1e20], [np.nan, 0.0]])])
def test_scatter_draws_when_points_coincide_or_some_are_not_finite(points):
    assert (drawn(points) < 250).any()


def test_scatter_names_labels_without_colour_alone():
    points = np.random.default_rng(0).normal(size=(50, 2))
    labels = np.zeros(50, np.int64)
    assert (drawn(points, labels=labels, label_names=("mode 0",)) != drawn(points, labels=labels)).any()


def test_scatter_refuses_what_does_not_lie_on_a_plane():
    with pytest.raises(CapabilityError, match="shape 3"):
        scatter(np.zeros((4, 3)), Provenance())
    with pytest.raises(CapabilityError, match="None of the points is finite"):
        scatter(np.full((2, 2), np.inf), Provenance())


def test_frames_move_one_point_over_axes_that_stay():
    way = np.array([[-1.0, 0.0], [0.0, 0.0], [1.0, 0.0]])
    made = scatter_frames(way, np.array([[0.0, 2.0], [0.0, -2.0]]), size_px=240)
    assert made.shape == (3, 240, 240, 3)
    across = [where(frame, COLOURS[0])[0] for frame in made]
    assert np.diff(across).min() > 0.1
    assert abs(np.diff(across)[0] - np.diff(across)[1]) < 0.01
    left = made[:, :, :60]  # the axis' numbers and the points behind are where they were
    assert (left[1][left[1].sum(axis=2) < 300] == left[2][left[1].sum(axis=2) < 300]).all()
    way_px = [(np.abs(frame.astype(int) - WAY) < 8).all(axis=2).sum() for frame in made]
    assert way_px[0] == 0 < way_px[1] < way_px[2]


def test_frames_refuse_what_cannot_be_drawn():
    with pytest.raises(CapabilityError, match="shape 3"):
        scatter_frames(np.zeros((4, 3)))
    with pytest.raises(CapabilityError, match="between 64 and 2400 px"):
        scatter_frames(np.zeros((4, 2)), size_px=24000)


@example(999999.9999999999, 1e-05)
@given(st.floats(-1e6, 1e6), st.floats(1e-5, 1e6))
def test_ticks_are_few_and_inside(low, span):
    found = ticks(low, low + span)
    assert 1 <= len(found) <= 7
    slack = 1e-6 * span + np.spacing(2e6)
    assert all(low - slack <= tick <= low + span + slack for tick in found)
