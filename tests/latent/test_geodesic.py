"""Geodesics against surfaces whose geodesics are known in closed form."""

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.optimize import brentq

from genlab.errors import ConfigError
from genlab.latent.curves import energy, length
from genlab.latent.geodesic import geodesic


def sphere(z):
    """Latitude and longitude to the unit sphere."""
    u, v = z.T
    return np.stack([np.cos(u) * np.cos(v), np.cos(u) * np.sin(v), np.sin(u)], 1)


def sphere_vjp(z, w):
    u, v = z.T
    du = np.stack([-np.sin(u) * np.cos(v), -np.sin(u) * np.sin(v), np.cos(u)], 1)
    dv = np.stack([-np.cos(u) * np.sin(v), np.cos(u) * np.cos(v), np.zeros_like(u)], 1)
    return np.stack([(du * w).sum(1), (dv * w).sum(1)], 1)


def paraboloid(z):
    return np.concatenate([z, (z**2).sum(1, keepdims=True)], 1)


def paraboloid_vjp(z, w):
    return w[:, :2] + 2 * z * w[:, 2:]


def straight(a, b, steps=32):
    return np.linspace(0, 1, steps + 1)[:, None] * (np.subtract(b, a)) + np.asarray(a)


def meridian(reach):
    """Arc length of z = r^2 from r = 0 to reach."""
    return quad(lambda r: np.sqrt(1 + 4 * r * r), 0, reach)[0]


@pytest.mark.parametrize(("a", "b"), [((0.9, 0.0), (0.9, 2.0)), ((-0.4, 0.2), (1.1, 2.4))])
def test_geodesic_of_the_sphere_is_the_great_circle(a, b):
    start = straight(a, b, 64)
    found = geodesic(start, sphere, sphere_vjp, tolerance=1e-9)
    ends = sphere(np.array([a, b]))
    angle = np.arccos(ends[0] @ ends[1])
    assert found.converged
    assert length(sphere(start)) > 1.05 * angle
    assert found.length == pytest.approx(angle, rel=1e-3)  # 64 chords of the arc
    normal = np.cross(*ends)
    off_plane = sphere(found.codes) @ normal / np.linalg.norm(normal)
    np.testing.assert_allclose(off_plane, 0, atol=2e-3)
    steps = np.linalg.norm(np.diff(sphere(found.codes), axis=0), axis=1)
    np.testing.assert_allclose(steps, steps.mean(), rtol=0.01)
    assert found.energy == pytest.approx(angle**2 / 2, rel=2e-3)


def test_geodesic_around_the_paraboloid_keeps_clairauts_relation():
    least, turn, whole = _around_the_tip(0.85)
    a, b = ((np.cos(phi), np.sin(phi)) for phi in (-turn / 2, turn / 2))
    start = straight(a, b, 64)
    found = geodesic(start, paraboloid, paraboloid_vjp, tolerance=1e-10)
    assert length(paraboloid(start)) > 1.003 * whole
    assert found.length == pytest.approx(whole, rel=1e-3)
    assert np.linalg.norm(found.codes, axis=1).min() == pytest.approx(least, abs=2e-3)


def test_way_along_a_meridian_is_kept_but_for_its_pace():
    found = geodesic(straight((0.0, 0.0), (1.0, 0.0)), paraboloid, paraboloid_vjp, tolerance=1e-10)
    assert found.length == pytest.approx(meridian(1.0), rel=1e-3)
    np.testing.assert_allclose(found.codes[:, 1], 0, atol=1e-6)
    half = brentq(lambda r: meridian(r) - meridian(1.0) / 2, 0, 1)
    assert found.codes[16, 0] == pytest.approx(half, abs=2e-3)


def test_energy_only_falls_and_a_flat_metric_leaves_the_straight_way():
    start = straight((0.0, 0.0, 1.0), (2.0, 1.0, 0.0), 16)
    bent = start + 0.5 * np.sin(np.linspace(0, np.pi, 17))[:, None]
    found = geodesic(bent, lambda z: z, lambda z, w: w)
    assert all(later <= earlier for earlier, later in zip(found.energies, found.energies[1:], strict=False))
    np.testing.assert_allclose(found.codes, start, atol=1e-3)
    assert found.energies[-1] == pytest.approx(energy(start), rel=1e-4)


def test_ends_stay_and_no_length_is_no_way():
    found = geodesic(straight((1.0, 1.0), (1.0, 1.0)), paraboloid, paraboloid_vjp)
    assert found.energies == (0.0,)
    with pytest.raises(ConfigError, match="3 or more"):
        geodesic(straight((0.0, 0.0), (1.0, 0.0), 1), paraboloid, paraboloid_vjp)
    with pytest.raises(ConfigError, match="finite"):
        geodesic(straight((0.0, 0.0), (1.0, 0.0)), lambda z: np.full_like(z, np.nan), lambda z, w: w)


def _around_the_tip(least: float) -> tuple[float, float, float]:
    """Least radius, angle turned and length of the paraboloid's geodesic from radius 1 to radius 1.

    By Clairaut's relation r^2 dphi/ds is the least radius, all along.
    """

    def half(part) -> float:
        # r^2 = s^2 + least^2 takes the singularity at the least radius away
        return quad(lambda s: part(np.hypot(s, least)), 0, np.sqrt(1 - least**2))[0]

    turn = 2 * half(lambda r: least / r**2 * np.sqrt(1 + 4 * r * r))
    return least, turn, 2 * half(lambda r: np.sqrt(1 + 4 * r * r))
