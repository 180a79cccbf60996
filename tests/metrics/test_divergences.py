"""Histograms of points, and the two divergences between them."""

import math

import numpy as np
import pytest
from scipy.spatial.distance import jensenshannon
from scipy.stats import entropy

from genlab.data.named.grid import grid_centers
from genlab.data.named.ring import ring_centers
from genlab.metrics.histograms import cell_counts, mode_counts
from genlab.metrics.jensen_shannon import jensen_shannon
from genlab.metrics.reverse_kl import reverse_kl

SKEWED, EVEN = np.array([5, 3, 2, 0]), np.array([1, 1, 1, 1])


def test_divergences_agree_with_scipy():
    assert reverse_kl(SKEWED, EVEN) == pytest.approx(entropy(SKEWED, EVEN))
    assert jensen_shannon(SKEWED, EVEN) == pytest.approx(jensenshannon(SKEWED, EVEN) ** 2)


def test_divergences_are_zero_for_equal_shares():
    assert reverse_kl(3 * SKEWED, SKEWED) == pytest.approx(0, abs=1e-12)
    assert jensen_shannon(3 * SKEWED, SKEWED) == pytest.approx(0, abs=1e-12)


def test_divergences_at_their_worst():
    here, there = np.array([1, 0]), np.array([0, 1])
    assert reverse_kl(here, there) == math.inf
    assert jensen_shannon(here, there) == pytest.approx(math.log(2))
    assert reverse_kl(np.array([1, 0, 0, 0]), EVEN) == pytest.approx(math.log(4))  # one mode of four: log(4) nats


@pytest.mark.parametrize("divergence", [reverse_kl, jensen_shannon])
def test_divergences_refuse_what_cannot_be_compared(divergence):
    with pytest.raises(ValueError, match="3 and 4 bins"):
        divergence(np.ones(3), np.ones(4))
    with pytest.raises(ValueError, match="empty"):
        divergence(np.zeros(4), np.ones(4))


def test_mode_counts_give_each_point_to_its_nearest_mode():
    centers = ring_centers()
    counts = mode_counts(np.repeat(1.4 * centers, np.arange(1, 9), axis=0), centers)
    assert counts.tolist() == list(range(1, 9))
    assert mode_counts(np.array([[100.0, 90.0]]), grid_centers()).argmax() == 24  # far off still counts


def test_cell_counts_go_row_by_row_and_count_what_is_outside():
    x = np.array([[0.1, 0.1], [0.9, 0.1], [0.1, 0.9], [0.1, 0.95], [2.0, 0.5], [1.0, 0.5], [-0.01, 0.5]])
    assert cell_counts(x, np.zeros(2), 1.0, n_cells=2).tolist() == [1, 1, 2, 0, 3]
