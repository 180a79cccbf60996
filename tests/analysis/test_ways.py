"""Geodesics and inversions of the gallery's own models."""

import numpy as np
import pytest

from genlab.analysis.checkpoints import model_at
from genlab.analysis.codes import codes
from genlab.analysis.inversion import guesses, place_item, prior_of
from genlab.analysis.pulling import decoder_of
from genlab.analysis.ways import geodesic_of, ground_of
from genlab.errors import ConfigError, DataError
from genlab.latent.curves import length
from genlab.latent.fog import code_density
from genlab.latent.paths import path
from genlab.store import default_store


@pytest.fixture(params=["digits-vae", "digits-gan"])
def opened(request, tmp_path):
    run = default_store(tmp_path).run(request.param)
    step = run.checkpoints()[-1]
    return run, step, model_at(run, step)


def test_vjp_is_the_slope_of_decode(opened):
    _, _, model = opened
    rng = np.random.default_rng(0)
    offsets = None if model.has_encoder else 0.1 * rng.random((3, model.spaces[0].dim))
    decode, vjp = decoder_of(model, offsets)
    z = rng.normal(size=(3, model.latent_dim))
    weights = rng.normal(size=(3, 64))
    direction = rng.normal(size=z.shape)
    step = 1e-3
    slope = (decode(z + step * direction) - decode(z - step * direction)) / (2 * step)
    np.testing.assert_allclose((vjp(z, weights) * direction).sum(1), (slope * weights).sum(1), rtol=0.05, atol=0.1)


def test_geodesic_changes_the_item_less_than_the_straight_way(opened):
    run, step, model = opened
    found = codes(run, step)
    z = found["mu"] if "mu" in found else found["z"]
    decode, _ = decoder_of(model)
    bent = geodesic_of(model, z[0], z[5])
    straight = decode(path(z[0], z[5], 33, "lerp"))
    assert bent.length < 0.97 * length(straight)
    np.testing.assert_allclose(bent.codes[[0, -1]], z[[0, 5]], atol=1e-6)
    again = geodesic_of(model, z[0], z[5], start=bent.codes)
    assert again.energy <= bent.energy * 1.001


def test_careful_geodesic_keeps_to_where_codes_are(tmp_path):
    run = default_store(tmp_path).run("digits-vae")
    step = run.checkpoints()[-1]
    model, z = model_at(run, step), codes(run, step)["mu"]
    bold = geodesic_of(model, z[3], z[11])
    careful = geodesic_of(model, z[3], z[11], ground_of(run, model, step))
    assert code_density(careful.codes, z).min() > code_density(bold.codes, z).min() + 10


def test_offsets_of_a_gan_go_straight_and_count(tmp_path):
    run = default_store(tmp_path).run("digits-gan")
    step = run.checkpoints()[-1]
    model, z = model_at(run, step), codes(run, step)["z"]
    none = np.zeros(model.spaces[0].dim)
    a, b = np.concatenate([z[0], none]), np.concatenate([z[5], none + 0.2])
    assert geodesic_of(model, a, b).energy != pytest.approx(geodesic_of(model, z[0], z[5]).energy, rel=1e-3)


def test_ends_that_do_not_fit_are_refused(opened):
    _, _, model = opened
    with pytest.raises(ConfigError, match="numbers each"):
        geodesic_of(model, np.zeros(3), np.zeros(3))
    with pytest.raises(ConfigError, match="go on from"):
        geodesic_of(model, np.zeros(model.latent_dim), np.ones(model.latent_dim), start=np.zeros((5, 2)))


def test_inversion_recovers_the_codes_of_the_vaes_own_samples(tmp_path):
    run = default_store(tmp_path).run("digits-vae")
    step = run.checkpoints()[-1]
    model = model_at(run, step)
    z = np.random.default_rng(0).normal(size=(10, model.latent_dim))
    for code, item in zip(z, decoder_of(model)[0](z), strict=True):
        found = place_item(run, model, step, item, pull=1e-7)
        np.testing.assert_allclose(found.z, code, atol=0.05)


@pytest.mark.parametrize("name", ["cvae", "cgan"])
def test_inversion_takes_the_weights_of_classes_for_a_one_among_zeros(trained, name):
    run = trained(name)
    step = run.checkpoints()[-1]
    model = model_at(run, step)
    centre, spread = prior_of(run, model, step)
    style = model.style_dim
    assert (centre[:style] == 0).all()
    assert (spread[:style] == 1).all()
    drawn = np.eye(10)
    np.testing.assert_allclose(centre[style:], drawn.mean(0))
    np.testing.assert_allclose(spread[style:], drawn.std(0))
    item = run.dataset().values()[0]
    found = place_item(run, model, step, item)
    assert found.z.shape == (model.latent_dim,)
    assert np.isfinite(found.z).all()
    assert found.costs[-1] < found.costs[0]


def test_inversion_finds_the_gans_own_samples(tmp_path):
    run = default_store(tmp_path).run("digits-gan")
    step = run.checkpoints()[-1]
    model = model_at(run, step)
    z = np.random.default_rng(0).normal(size=(12, model.latent_dim))
    items = decoder_of(model)[0](z)
    found = [place_item(run, model, step, item, pull=1e-5) for item in items]
    errors = np.sqrt(np.mean((np.stack([search.x for search in found]) - items) ** 2, axis=1))
    assert np.median(errors) < 0.005
    assert errors.max() < 0.05
    assert run.cache_get(f"regressor-{step}") is not None
    starts = [decoder_of(model)[0](guesses(run, model, step, item)) for item in items]
    begun = [np.sqrt(np.mean((start - item) ** 2, axis=1)).min() for start, item in zip(starts, items, strict=True)]
    assert np.median(begun) > 5 * np.median(errors)


def test_item_of_another_size_is_refused(opened):
    run, step, model = opened
    with pytest.raises(DataError, match="64 numbers"):
        guesses(run, model, step, np.zeros(63))
