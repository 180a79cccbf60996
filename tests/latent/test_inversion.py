import numpy as np
import pytest

from genlab.errors import ConfigError
from genlab.latent.inversion import Wanted, begin, improve, invert
from genlab.latent.regressor import Regressor


@pytest.fixture
def decoder():
    rng = np.random.default_rng(3)
    first, second = rng.normal(size=(4, 24)), rng.normal(size=(24, 30)) / 5

    def decode(z):
        return np.tanh(z @ first) @ second

    return decode


def wanted(item, pull=1e-8, weights=None):
    dim = 4
    return Wanted(item, np.ones(len(item)) if weights is None else weights, np.zeros(dim), np.ones(dim), pull)


def test_inversion_recovers_the_codes_of_decoded_items(decoder):
    rng = np.random.default_rng(0)
    for z in rng.normal(size=(10, 4)):
        found = invert(wanted(decode_one(decoder, z)), rng.normal(size=(4, 4)), decoder)
        np.testing.assert_allclose(found.z, z, atol=1e-3)


def test_cost_never_rises_and_the_search_ends(decoder):
    item = np.random.default_rng(5).normal(size=30)  # nothing decodes to it
    found = invert(wanted(item), np.zeros((1, 4)), decoder)
    assert found.done
    assert all(after <= before for before, after in zip(found.costs, found.costs[1:], strict=False))
    assert found.costs[-1] < 0.9 * found.costs[0]


def test_a_stronger_pull_stays_nearer_the_middle(decoder):
    item = decode_one(decoder, np.full(4, 1.5))
    away = [np.linalg.norm(invert(wanted(item, pull), np.zeros((1, 4)), decoder).z) for pull in (1e-6, 0.3, 30.0)]
    assert away[0] > away[1] > away[2]


def test_numbers_without_weight_do_not_count(decoder):
    item = decode_one(decoder, np.array([0.5, -0.2, 0.1, 0.8]))
    weights = (np.arange(30) < 20).astype(float)
    spoilt = np.where(weights > 0, item, 9.0)
    found = invert(wanted(spoilt, weights=weights), np.zeros((1, 4)), decoder)
    np.testing.assert_allclose(found.x[:20], item[:20], atol=1e-3)


def test_item_of_another_size_is_refused(decoder):
    with pytest.raises(ConfigError, match="7 numbers"):
        begin(wanted(np.zeros(7)), np.zeros((1, 4)), decoder)
    with pytest.raises(ConfigError, match="finite"):
        begin(wanted(np.zeros(30)), np.zeros((1, 4)), lambda z: np.full((len(z), 30), np.nan))


def test_decoder_that_ignores_its_code_ends_the_search():
    search = begin(wanted(np.ones(3), pull=0.0), np.zeros((1, 4)), lambda z: np.zeros((len(z), 3)))[0]
    for _ in range(12):
        search = improve(search, wanted(np.ones(3), pull=0.0), lambda z: np.zeros((len(z), 3)))
    assert search.done


def test_regressors_guess_is_nearer_than_the_middle(decoder):
    rng = np.random.default_rng(1)
    z = rng.normal(size=(3000, 4))
    regressor = Regressor.fit(decoder(z), z)
    new = rng.normal(size=(200, 4))
    guess = Regressor.from_arrays(regressor.arrays()).guess(decoder(new))
    assert ((guess - new) ** 2).mean() < 0.2 * (new**2).mean()
    with pytest.raises(ConfigError, match="as many codes"):
        Regressor.fit(decoder(z), z[:5])


def decode_one(decoder, z):
    return decoder(z[None])[0]
