import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from genlab.errors import ConfigError, UnknownNameError
from genlab.latent.paths import path
from genlab.latent.spline import spline, through

numbers = st.floats(-5, 5)
KINDS = ("lerp", "slerp", "spline")


@given(arrays(float, st.tuples(st.integers(2, 6), st.integers(2, 4)), elements=numbers), st.booleans())
def test_every_way_goes_through_every_pin(pins, shell):
    t = np.linspace(0, 1, len(pins))
    for kind in KINDS:
        np.testing.assert_allclose(through(pins, t, kind, shell), pins, atol=1e-6)


@given(arrays(float, st.tuples(st.integers(3, 6), st.just(3)), elements=numbers))
def test_spline_has_no_corner_at_a_pin_that_is_no_other(pins):
    gaps = np.linalg.norm(np.diff(pins, axis=0), axis=1)
    if gaps.min() < 0.1:
        return
    step = 1e-5
    for pin in range(1, len(pins) - 1):
        at = pin / (len(pins) - 1)
        before, here, after = spline(pins, np.array([at - step, at, at + step]))
        one, other = (here - before) / gaps[pin - 1] ** 0.5, (after - here) / gaps[pin] ** 0.5
        np.testing.assert_allclose(one, other, atol=1e-3 * max(np.linalg.norm(one), 1e-3))


def test_two_pins_give_the_path_between_them():
    a, b = np.random.default_rng(0).normal(size=(2, 5))
    t = np.linspace(0, 1, 7)
    for kind in ("lerp", "slerp"):
        np.testing.assert_allclose(through(np.stack([a, b]), t, kind), path(a, b, 7, kind))
    np.testing.assert_allclose(spline(np.stack([a, b]), t), path(a, b, 7, "lerp"), atol=1e-12)


def test_spline_on_the_shell_keeps_the_pins_norm():
    pins = np.random.default_rng(1).normal(size=(4, 16))
    pins *= 4 / np.linalg.norm(pins, axis=1, keepdims=True)
    t = np.linspace(0, 1, 31)
    np.testing.assert_allclose(np.linalg.norm(spline(pins, t, shell=True), axis=1), 4)
    assert np.linalg.norm(spline(pins, t), axis=1).min() < 3.5


def test_way_of_one_pin_or_unknown_kind_is_refused():
    with pytest.raises(ConfigError, match="2 or more pins"):
        spline(np.zeros((1, 2)), np.zeros(1))
    with pytest.raises(UnknownNameError):
        through(np.zeros((2, 2)), np.zeros(1), "zigzag")
