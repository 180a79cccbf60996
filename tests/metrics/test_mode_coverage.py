import numpy as np
import pytest

from genlab.data.named.ring import SIGMA, ring, ring_centers
from genlab.metrics.mode_coverage import ModeCoverage, mode_coverage

CENTERS = ring_centers()


def test_true_samples_of_the_ring_reach_the_closed_form_share():
    found = mode_coverage(ring(100_000, seed=5).x, CENTERS, SIGMA)
    assert found.modes_captured == 8
    assert found.high_quality == pytest.approx(1 - np.exp(-4.5), abs=0.002)


def test_a_collapsed_generator_captures_one_mode():
    ds = ring()
    assert mode_coverage(ds.x[ds.labels == 3], CENTERS, SIGMA).modes_captured == 1


def test_samples_between_the_modes_are_of_no_quality():
    angle = np.pi / 8 + np.arange(8) * np.pi / 4
    between = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    assert mode_coverage(between, CENTERS, SIGMA) == ModeCoverage(0, 0.0)


def test_three_sigmas_are_the_edge():
    places = CENTERS[0] + np.array([[0.0299, 0], [0.0301, 0]])
    assert mode_coverage(places, CENTERS, SIGMA) == ModeCoverage(1, 0.5)


def test_mode_coverage_refuses_what_lies_elsewhere():
    for x in (np.zeros((0, 2)), np.zeros((4, 3)), np.zeros(2)):
        with pytest.raises(ValueError, match="cannot be compared"):
            mode_coverage(x, CENTERS, SIGMA)
