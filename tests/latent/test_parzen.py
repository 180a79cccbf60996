"""Draws near the codes of data: along them, between them, as spread as they are."""

import numpy as np
import pytest

from genlab.errors import ConfigError
from genlab.latent.parzen import draw_near


def arc(n: int = 2000) -> np.ndarray:
    """Codes on half a circle of radius 2 in the first two of four dimensions; the others are 0."""
    angle = np.linspace(0, np.pi, n)
    return np.stack([2 * np.cos(angle), 2 * np.sin(angle), 0 * angle, 0 * angle], 1).astype(np.float32)


def test_draws_lie_along_the_codes_and_between_them():
    codes = arc()
    draws, rows = draw_near(codes, 500, seed=1)
    assert draws.shape == (500, 4)
    assert draws.dtype == np.float32
    assert rows.shape == (500,)
    np.testing.assert_allclose(np.linalg.norm(draws[:, :2], axis=1), 2, atol=1e-3)
    np.testing.assert_array_equal(draws[:, 2:], 0)
    assert np.linalg.norm(draws - codes[rows], axis=1).mean() > 1e-3
    assert np.ptp(np.arctan2(draws[:, 1], draws[:, 0])) > 3


def test_draws_are_about_as_spread_as_their_neighbours():
    codes = np.random.default_rng(0).standard_normal((4000, 3)).astype(np.float32)
    draws, _ = draw_near(codes, 4000)
    np.testing.assert_allclose(draws.std(0), codes.std(0), rtol=0.1)
    np.testing.assert_allclose(draws.mean(0), 0, atol=0.1)


def test_equal_seeds_draw_equally_and_few_codes_suffice():
    codes = arc(5)
    first, again, other = (draw_near(codes, 20, seed)[0] for seed in (3, 3, 4))
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)
    assert len(draw_near(arc(2), 7)[0]) == 7


def test_one_code_or_a_spoilt_one_is_refused():
    with pytest.raises(ConfigError, match="two codes or more, got 1"):
        draw_near(arc(1), 3)
    codes = arc()
    codes[3, 1] = np.nan
    with pytest.raises(ConfigError, match="finite"):
        draw_near(codes, 3)
