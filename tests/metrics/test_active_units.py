import numpy as np

from genlab.metrics.active_units import active_units, unit_activity


def test_active_units_counts_dimensions_whose_mean_moves():
    rng = np.random.default_rng(0)
    spread = np.array([1.0, 0.5, 0.2, 0.05, 0.0])
    mu = 3 + spread * rng.standard_normal((20_000, 5))
    assert np.allclose(unit_activity(mu), spread**2, rtol=0.05)
    assert active_units(mu) == 3


def test_active_units_counts_none_of_a_collapsed_posterior():
    assert active_units(np.full((100, 8), 0.7, np.float32)) == 0
