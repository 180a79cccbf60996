import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from genlab.errors import ConfigError, UnknownNameError
from genlab.latent.paths import PATHS, lerp, path, put_on_shell, slerp, truncate

dims = st.shared(st.integers(2, 24), key="dim")
codes = arrays(np.float64, dims, elements=st.floats(-10, 10).map(lambda value: round(value, 3)))
shares = st.floats(0, 1)


@given(codes, codes, shares)
def test_slerp_norm_goes_straight_from_one_end_to_the_other(a, b, t):
    norm_a, norm_b = np.linalg.norm(a), np.linalg.norm(b)
    if norm_a > 0 and norm_b > 0:
        assert np.linalg.norm(slerp(a, b, t)) == pytest.approx((1 - t) * norm_a + t * norm_b, rel=1e-4, abs=1e-6)


@given(codes, codes, shares)
def test_slerp_angle_grows_in_proportion_to_t(a, b, t):
    if min(np.linalg.norm(a), np.linalg.norm(b)) < 1e-2:
        return
    u, v = a / np.linalg.norm(a), b / np.linalg.norm(b)
    whole = 2 * np.arctan2(np.linalg.norm(u - v), np.linalg.norm(u + v))
    point = slerp(u, v, t)
    point = point / np.linalg.norm(point)
    part = 2 * np.arctan2(np.linalg.norm(u - point), np.linalg.norm(u + point))
    assert part == pytest.approx(t * whole, abs=1e-4)


@pytest.mark.parametrize("kind", PATHS.names())
@given(a=codes, b=codes)
def test_path_begins_and_ends_at_its_ends(kind, a, b):
    way = path(a, b, 7, kind)
    assert way.shape == (7, len(a))
    np.testing.assert_allclose(way[[0, -1]], [a, b], atol=1e-4)
    assert np.isfinite(way).all()


def test_slerp_of_orthogonal_directions_is_half_way_on_the_circle():
    np.testing.assert_allclose(slerp(np.array([1.0, 0]), np.array([0, 1.0]), 0.5), [0.5**0.5, 0.5**0.5])


def test_slerp_equals_shoemake_for_equal_norms():
    a, b = np.random.default_rng(0).normal(size=(2, 8))
    b *= np.linalg.norm(a) / np.linalg.norm(b)
    angle = np.arccos(a @ b / (a @ a))
    t = np.linspace(0, 1, 9)[:, None]
    shoemake = (np.sin((1 - t) * angle) * a + np.sin(t * angle) * b) / np.sin(angle)
    np.testing.assert_allclose(slerp(a, b, t[:, 0]), shoemake, atol=1e-12)


@pytest.mark.parametrize("scale", [1.0, 0.3])
def test_slerp_goes_round_the_shell_when_ends_are_antipodal(scale):
    a = np.random.default_rng(1).normal(size=6)
    way = path(a, -scale * a, 9)
    np.testing.assert_allclose(np.linalg.norm(way, axis=1), np.linalg.norm(a) * np.linspace(1, scale, 9))
    assert abs(way[4] @ a) < 1e-9


def test_slerp_is_straight_when_ends_are_collinear_or_zero():
    a = np.array([1.0, 2, 3])
    for start, end in ((a, 2 * a), (np.zeros(3), a), (a, np.zeros(3)), (a, a), (np.zeros(3), np.zeros(3))):
        np.testing.assert_allclose(path(start, end, 5, "slerp"), path(start, end, 5, "lerp"), atol=1e-12)


@pytest.mark.parametrize("kind", ["lerp", "slerp"])
def test_weights_of_classes_go_straight_and_add_up_to_1(kind):
    a, b = np.array([3.0, 0, 1, 0]), np.array([0, 3.0, 0, 1])
    z = path(a, b, 5, kind, style=2)
    np.testing.assert_allclose(z[:, 2:], np.stack([1 - np.linspace(0, 1, 5), np.linspace(0, 1, 5)], 1))
    np.testing.assert_allclose(z[:, :2], path(a[:2], b[:2], 5, kind))


def test_paths_keep_float32():
    a, b = np.random.default_rng(2).normal(size=(2, 4)).astype(np.float32)
    assert (
        lerp(a, b, 0.3).dtype == slerp(a, b, 0.3).dtype == put_on_shell(a).dtype == truncate(a, 0.5).dtype == np.float32
    )


def test_path_refuses_one_step_other_shapes_and_unknown_kinds():
    a = np.ones(3)
    with pytest.raises(ConfigError, match="at least 2 steps"):
        path(a, a, 1)
    with pytest.raises(ConfigError, match="one shape"):
        path(a, np.ones(4), 3)
    with pytest.raises(UnknownNameError, match="Did you mean 'slerp'"):
        path(a, a, 3, "slurp")


@given(codes)
def test_put_on_shell_keeps_direction_and_gives_the_prior_norm(z):
    on_shell = put_on_shell(z)
    if np.linalg.norm(z) == 0:
        assert not on_shell.any()
    else:
        assert np.linalg.norm(on_shell) == pytest.approx(len(z) ** 0.5)
        assert on_shell @ z == pytest.approx(np.linalg.norm(z) * len(z) ** 0.5)


def test_average_of_prior_codes_leaves_the_shell_and_put_on_shell_brings_it_back():
    z = np.random.default_rng(3).normal(size=(500, 64))
    norms = np.linalg.norm(z, axis=1)
    average = z[:10].mean(axis=0)
    assert np.linalg.norm(average) < norms.min()
    assert norms.min() < np.linalg.norm(put_on_shell(average)) < norms.max()


def test_truncate_scales_towards_zero_and_refuses_what_is_no_share():
    np.testing.assert_array_equal(truncate(np.array([2.0, -4.0]), 0.5), [1, -2])
    for psi in (-0.1, float("nan"), float("inf")):
        with pytest.raises(ConfigError, match="psi"):
            truncate(np.ones(2), psi)
