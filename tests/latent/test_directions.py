import numpy as np
import pytest
from scipy.linalg import subspace_angles

from genlab.errors import ConfigError
from genlab.latent.directions import arithmetic, carried_back, closed_form, local, principal
from genlab.latent.pca import Pca


def turned(values, seed=0):
    """Unit vectors as rows, as many as ``values``, and a matrix whose singular values these are."""
    rng = np.random.default_rng(seed)
    right = np.linalg.qr(rng.normal(size=(len(values), len(values)))).Q
    left = np.linalg.qr(rng.normal(size=(30, len(values)))).Q
    return right.T, left * values @ right.T


def test_principal_directions_are_a_deviation_long():
    rng = np.random.default_rng(0)
    axes, _ = turned([1.0, 1, 1])
    codes = rng.normal(size=(20_000, 3)) * [3, 1, 0.2] @ axes
    found = principal(codes)
    np.testing.assert_allclose(found.strengths, [3, 1, 0.2], rtol=0.03)
    np.testing.assert_allclose(np.linalg.norm(found.vectors, axis=1), found.strengths, rtol=1e-5)
    assert abs(found.vectors[0] @ axes[0]) == pytest.approx(3, rel=0.03)


def test_closed_form_directions_are_the_singular_vectors_of_the_layer():
    axes, weight = turned([5.0, 2.0, 1.0, 0.5])
    found = closed_form(weight, 3)
    np.testing.assert_allclose(found.strengths, [5, 2, 1], atol=1e-6)
    np.testing.assert_allclose(np.abs(np.einsum("kd,kd->k", found.vectors, axes[:3])), 1, atol=1e-6)
    assert (found.vectors[np.arange(3), np.abs(found.vectors).argmax(axis=1)] > 0).all()


def test_closed_form_of_a_flat_layer_has_no_more_directions_than_dimensions():
    assert closed_form(np.ones((3, 2))).vectors.shape == (2, 2)


def test_local_directions_of_a_linear_decoder_are_its_singular_vectors_everywhere():
    axes, weight = turned([4.0, 2.0, 1.0])
    found = local(lambda z: (z @ weight.T).reshape(-1, 5, 6), np.array([3.0, -1, 2]), 2)
    np.testing.assert_allclose(found.strengths, [4, 2], rtol=1e-4)
    np.testing.assert_allclose(np.abs(np.einsum("kd,kd->k", found.vectors, axes[:2])), 1, atol=1e-5)


def test_local_directions_on_a_sphere_are_its_metric_in_closed_form():
    # latitude and longitude: a step east is cos(latitude) long, a step north is 1
    def sphere(place):
        north, east = place.astype(np.float64).T
        return np.stack([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)], axis=1)

    found = local(sphere, np.array([1.0, 0.4]))
    np.testing.assert_allclose(found.strengths, [1, np.cos(1)], rtol=1e-3)
    np.testing.assert_allclose(np.abs(found.vectors), np.eye(2), atol=1e-3)


def test_principal_axes_of_activations_are_carried_back_to_the_noise_that_makes_them():
    rng = np.random.default_rng(1)
    z = rng.normal(size=(5000, 6))
    axes, weight = turned([6.0, 3.0, 1.0, 0.5, 0.2, 0.1])
    activations = z @ weight.T + 4  # a linear generator: each axis is one direction of z
    places = Pca.fit(activations).transform(activations)
    back = carried_back(places, z)[:3]
    assert np.abs(subspace_angles(back[:2].T, axes[:2].T)).max() < 0.08
    np.testing.assert_allclose(np.linalg.norm(back, axis=1), 1, atol=0.05)  # a deviation of z a deviation of the axis


def test_axis_without_variance_is_carried_back_to_nothing():
    places = np.stack([np.linspace(-1, 1, 50), np.zeros(50)], axis=1)
    back = carried_back(places, np.random.default_rng(0).normal(size=(50, 3)))
    assert not back[1].any()


def test_carrying_back_needs_a_code_a_sample():
    with pytest.raises(ConfigError, match="5 samples need as many codes, got 4"):
        carried_back(np.ones((5, 2)), np.ones((4, 2)))


def test_arithmetic_of_prior_codes_ends_on_the_shell():
    a, b, c = np.random.default_rng(2).normal(size=(3, 16))
    plain, shell = arithmetic(a, b, c), arithmetic(a, b, c, shell=True)
    np.testing.assert_allclose(plain, a - b + c)
    assert np.linalg.norm(shell) == pytest.approx(4)
    assert plain @ shell == pytest.approx(np.linalg.norm(plain) * 4)
