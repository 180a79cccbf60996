"""Scores of points of the plane: a perfect sampler, one that dropped modes, and data without known modes."""

import numpy as np
import pytest

from genlab.analysis.planar_scores import PlanarScores, square_of
from genlab.data.named import load
from genlab.data.named.grid import grid
from genlab.data.named.ring import ring


@pytest.mark.parametrize(("named", "parts"), [(ring, 8), (grid, 25)])
def test_scores_of_fresh_data_are_those_of_a_perfect_model(named, parts):
    scores = PlanarScores(named(), is_named=True)
    found = scores.measure(named(n_items=2500, seed=5).x)
    assert scores.by_modes
    assert found["covered"] == scores.parts == parts
    assert found["quality"] == pytest.approx(0.989, abs=0.01)
    assert found["reverse_kl"] == pytest.approx(0, abs=1e-3)
    assert found["js"] == pytest.approx(0, abs=1e-3)


def test_scores_tell_half_the_modes_dropped():
    data = ring()
    found = PlanarScores(data, is_named=True).measure(data.x[data.labels < 4][:2500])
    assert found["covered"] == 4
    assert found["quality"] > 0.97
    assert found["reverse_kl"] == pytest.approx(np.log(2), abs=0.01)


def test_scores_of_data_without_known_modes_count_cells():
    data = load("moons")
    scores = PlanarScores(data, is_named=True)
    itself = scores.measure(data.x)
    assert not scores.by_modes
    assert (itself["covered"], itself["quality"]) == (scores.parts, 1.0)
    assert itself["js"] == pytest.approx(0, abs=1e-6)
    collapsed = scores.measure(np.repeat(data.x[:1], 100, axis=0))
    assert collapsed["covered"] == 1
    assert collapsed["js"] > 0.5
    assert np.isfinite(scores.measure(np.full((10, 2), 99.0))["reverse_kl"])  # all of it outside


def test_scores_of_an_own_set_called_ring_know_no_modes():
    assert not PlanarScores(ring(), is_named=False).by_modes


def test_square_holds_all_data_with_room():
    data = load("moons")
    square = square_of(data)
    reach = np.abs(data.x - [square.x, square.y]).max()
    assert reach * 1.2 < square.half < reach * 1.3
