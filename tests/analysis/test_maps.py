import numpy as np
import pytest

from genlab.analysis.maps import (
    MapSpec,
    check_map,
    figures,
    first_places,
    glimpse,
    material,
    prepared_scene,
    short_rows,
    split,
)
from genlab.errors import ConfigError, RunNotFoundError
from genlab.latent.pca import Pca


@pytest.fixture
def scene_of(trained):
    return lambda name: prepared_scene(trained(name), trained(name).checkpoints()[-1])


def spec(**given) -> MapSpec:
    return MapSpec.parse(given)


def test_linear_map_places_codes_as_pca_does(scene_of):
    scene = scene_of("vae")
    for n in (2, 3):
        wanted = spec(n_components=n)
        places = first_places(wanted, material(wanted, scene), scene)
        np.testing.assert_allclose(places, scene.coords[:, :n], atol=1e-4)


@pytest.mark.parametrize(("name", "space"), [("vae", "z"), ("gan", "z"), ("gan", "activations")])
@pytest.mark.parametrize("method", ["pca", "tsne", "pacmap"])
def test_map_is_glimpsed_where_it_begins_without_a_fit_anew(scene_of, monkeypatch, name, space, method):
    scene = scene_of(name)
    wanted = spec(method=method, space=space)
    begun = first_places(wanted, material(wanted, scene), scene)
    glimpse(wanted, scene)
    monkeypatch.setattr(Pca, "fit", None)  # the next visitor of the scene pays nothing
    seen = glimpse(wanted, scene)
    np.testing.assert_allclose(seen, begun, atol=0.05 * begun.std())


def test_gans_outputs_are_glimpsed_by_nobody(scene_of):
    assert glimpse(spec(space="outputs"), scene_of("gan")) is None


def test_tsne_looks_at_items_of_many_numbers_by_their_first_components(scene_of):
    rows = short_rows(material(spec(method="tsne", space="outputs"), scene_of("gan")))
    assert rows.shape == (2048 + 1797, 50)


def test_raw_map_shows_the_dimensions_with_the_largest_effect(scene_of):
    scene = scene_of("vae")
    places = first_places(spec(method="raw"), material(spec(method="raw"), scene), scene)
    np.testing.assert_array_equal(places, scene.codes[:, scene.order[:2]])


@pytest.mark.parametrize(("space", "dim"), [("z", 16), ("activations", 24)])
def test_gan_has_maps_of_its_codes_and_of_its_activations(scene_of, space, dim):
    scene = scene_of("gan")
    found = material(spec(space=space), scene)
    assert found.shown.shape == (2048, scene.codes.shape[1] if space == "z" else dim)
    assert len(found.real) == 0


def test_outputs_are_laid_out_with_real_items_beside(scene_of):
    scene = scene_of("gan")
    found = material(spec(space="outputs"), scene)
    assert found.shown.shape == (2048, 64)
    assert found.shown.max() <= 1
    assert found.real.shape == (1797, 64)
    coords, real = split(first_places(spec(space="outputs"), found, scene), found)
    fitted = Pca.fit(found.rows, n_components=2)
    np.testing.assert_allclose(coords, fitted.transform(found.shown), atol=1e-4)
    np.testing.assert_allclose(real, fitted.transform(found.real), atol=1e-4)


def test_outputs_are_seen_through_another_runs_encoder(trained, scene_of, monkeypatch):
    gan, vae = trained("gan"), trained("vae")
    wanted = spec(space="outputs", encoder=vae.id)
    found = material(wanted, scene_of("gan"))
    assert found.shown.shape == (2048, 4)
    np.testing.assert_allclose(found.real, scene_of("vae").codes, atol=1e-3)
    assert wanted.key(gan, 1) != spec(space="outputs").key(gan, 1)


def test_key_names_what_makes_a_map_differ_and_nothing_else(trained):
    run = trained("vae")
    assert spec(perplexity=5).key(run, 7) == spec().key(run, 7)  # PCA has no perplexity
    keys = [
        spec().key(run, 7),
        spec().key(run, 8),
        spec(n_components=3).key(run, 7),
        spec(method="tsne").key(run, 7),
        spec(method="tsne", perplexity=5).key(run, 7),
        spec(method="tsne", seed=1).key(run, 7),
    ]
    assert len(set(keys)) == len(keys)


def test_figures_tell_a_good_map_from_a_bad_one(scene_of):
    scene = scene_of("vae")
    found = material(spec(), scene)
    shuffled = np.random.default_rng(0).permutation(scene.coords[:, :2])
    good, bad = figures(found, scene.coords[:, :2]), figures(found, shuffled)
    assert 0.4 < bad.trustworthiness < 0.6 < good.trustworthiness <= 1
    assert bad.knn_accuracy < 0.3 < good.knn_accuracy <= 1


def test_map_that_a_run_does_not_have_is_refused_in_one_sentence(trained):
    vae, gan, ring = trained("vae"), trained("gan"), trained("ring-vae")
    for run, given, sentence in [
        (vae, {"space": "outputs"}, "has one space to map"),
        (gan, {"method": "raw", "space": "activations"}, "Raw axes show"),
        (gan, {"space": "z", "encoder": vae.id}, "not at 'z'"),
        (gan, {"space": "outputs", "encoder": gan.id}, "has no encoder that runs here"),
        (gan, {"space": "outputs", "encoder": ring.id}, "choose one of equal shape"),
    ]:
        with pytest.raises(ConfigError, match=sentence):
            check_map(spec(**given), run)
    with pytest.raises(RunNotFoundError):
        check_map(spec(space="outputs", encoder="../elsewhere"), gan)


def test_too_few_rows_for_the_perplexity_are_refused(scene_of):
    with pytest.raises(ConfigError, match="choose at most"):
        material(spec(method="tsne", perplexity=500).model_copy(update={"perplexity": 900}), scene_of("vae"))
