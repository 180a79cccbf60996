import numpy as np
import pytest

from genlab.errors import ConfigError
from genlab.latent.curves import distances, energy, even, length


def test_length_and_energy_of_a_half_circle_are_those_of_the_arc():
    angle = np.linspace(0, np.pi, 2001)
    points = 3 * np.stack([np.cos(angle), np.sin(angle)], 1)
    assert length(points) == pytest.approx(3 * np.pi, rel=1e-6)
    assert energy(points) == pytest.approx((3 * np.pi) ** 2 / 2, rel=1e-6)
    uneven = 3 * np.stack([np.cos(np.pi * (angle / np.pi) ** 2), np.sin(np.pi * (angle / np.pi) ** 2)], 1)
    assert length(uneven) == pytest.approx(3 * np.pi, rel=1e-5)
    assert energy(uneven) > 1.2 * energy(points)


def test_even_steps_are_equal_in_what_they_were_measured_in():
    codes = (np.linspace(0, 1, 401) ** 3)[:, None] * [[2.0, -1.0]]
    items = codes[:, :1] ** 2
    by_code = even(codes, distances(codes), 9)
    np.testing.assert_allclose(np.diff(distances(by_code)), length(codes) / 8, rtol=1e-6)
    by_item = even(codes, distances(items), 9)
    np.testing.assert_allclose(np.diff(by_item[:, 0] ** 2), 0.5, atol=0.01)
    np.testing.assert_allclose(by_item[[0, -1]], codes[[0, -1]])


def test_curve_of_one_point_is_refused():
    with pytest.raises(ConfigError, match="2 points"):
        length(np.zeros((1, 3)))
    with pytest.raises(ConfigError, match="Even steps"):
        even(np.zeros((3, 2)), np.zeros(2), 4)
