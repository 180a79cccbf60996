import numpy as np

from genlab.latent.steadiness import NUDGES, change_when_nudged, draw_steady


def torn(z):
    """Pictures of two kinds, shape (n, 1, 2, 2): about z[0] = 0 the one fades and the other comes."""
    ink = np.tanh(100 * z[:, 0])
    one, other = np.maximum(ink, 0), np.maximum(-ink, 0)
    return np.stack([one, other, one, 0 * ink], 1).reshape(-1, 1, 2, 2).astype(np.float32)


def prior(seed, dim=3):
    generator = np.random.default_rng(seed)
    return lambda n: generator.standard_normal((n, dim)).astype(np.float32)


def faint(z):
    return int((torn(z).max((1, 2, 3)) < 0.5).sum())


def test_draws_keep_off_the_seam_between_two_kinds_of_pictures():
    z = draw_steady(prior(4), torn, np.ones(3), 5000)
    assert z.shape == (5000, 3)
    assert faint(prior(4)(5000)) > 10
    assert faint(z) <= 1
    assert abs(z.mean(0)).max() < 0.05, "both kinds are still drawn"
    assert 0.95 < z.std() < 1.05


def test_draws_repeat_by_seed_and_where_nothing_changes_all_are_good():
    def blank(z):
        return np.zeros((len(z), 1, 2, 2), np.float32)

    assert np.array_equal(draw_steady(prior(1), blank, np.ones(3), 7), prior(1)(7))
    assert np.array_equal(
        draw_steady(prior(1), torn, np.ones(3), 7, seed=2), draw_steady(prior(1), torn, np.ones(3), 7, seed=2)
    )
    assert draw_steady(prior(1), torn, np.ones(3), 1).shape == (1, 3)


def test_classes_that_stand_after_the_nudged_numbers_are_never_nudged():
    seen = []

    def decode(z):
        seen.append(z[:, 2].copy())
        return torn(z)

    z = np.array([[0.3, 0.0, 1.0]] * 5, np.float32)
    change_when_nudged(z, decode, np.ones(2))
    assert len(seen) == 1 + NUDGES
    assert np.all(np.stack(seen) == 1)


def test_a_picture_that_fades_changes_more_than_one_that_stays():
    def fading(z):  # the same square, ever fainter as z[0] falls
        return (np.exp(np.minimum(3 * z[:, :1], 0)) * np.array([1, 0, 0, 0])).reshape(-1, 1, 2, 2).astype(np.float32)

    change = change_when_nudged(np.array([[-2.0], [2.0]], np.float32), fading, np.ones(1))
    assert change[0] > 1
    assert change[1] == 0


def test_a_nudge_is_counted_in_the_spread_of_the_codes():
    z = 0.01 * prior(1)(200)
    change = change_when_nudged(z, lambda codes: torn(100 * codes), np.full(3, 0.01))
    assert change.max() > 1
    np.testing.assert_allclose(change, change_when_nudged(100 * z, torn, np.ones(3)), rtol=1e-2, atol=1e-2)
