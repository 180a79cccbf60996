"""What the explorer offers of a run's maps, and what it takes back from a browser."""

from genlab.data.dataset import Modality
from genlab.latent import umap
from genlab.latent.tsne import TsneConfig
from genlab.ui.map_choices import encoders_for, known_choice, maps_info
from genlab.ui.scenes import scene


def test_gan_has_three_spaces_and_the_encoders_that_fit_its_items(own_store):
    gan = scene(own_store.run("digits-gan"))
    info = maps_info(gan)
    assert info["spaces"] == ["activations", "z", "outputs"]
    assert "digits-vae" in [encoder["run"] for encoder in info["encoders"]]
    assert gan.modality is Modality.IMAGE
    assert encoders_for(own_store, (3, 99, 99)) == []


def test_autoencoder_has_one_space_and_no_need_of_encoders(own_store):
    info = maps_info(scene(own_store.run("digits-vae")))
    assert info["spaces"] == ["z"]
    assert info["encoders"] == []
    assert info["socket"].endswith("/maps")


def test_settings_are_those_of_their_methods_with_words_and_bounds(own_store):
    settings = {one["name"]: one for one in maps_info(scene(own_store.run("digits-vae")))["settings"]}
    assert list(settings) == ["perplexity", "exaggeration", "iterations", "neighbors", "seed"]
    assert settings["perplexity"]["of"] == ["tsne"]
    assert settings["neighbors"]["of"] == ["pacmap", "umap"]
    for name, field in TsneConfig.model_fields.items():
        if name in settings:
            assert settings[name]["help"] == field.description
            assert settings[name]["default"] == field.default
    assert (settings["perplexity"]["min"], settings["perplexity"]["max"]) == (2, 500)


def test_umap_is_offered_where_it_is_installed_and_else_said_how_to_have_it(own_store, monkeypatch):
    shown = scene(own_store.run("digits-vae"))
    for installed in (True, False):
        monkeypatch.setattr(umap, "is_installed", lambda installed=installed: installed)
        info = maps_info(shown)
        assert ("umap" in info["methods"]) is installed
        assert ("requirements-umap.txt" in info["missing"].get("umap", "")) is not installed


def test_choice_comes_back_as_it_was_told_and_an_odd_one_is_dropped(own_store):
    shown = scene(own_store.run("digits-vae"))
    told = {"method": "tsne", "space": "z", "axes": [0, 1], "settings": {"perplexity": 12}, "fog": True}
    assert maps_info(shown, told)["chosen"]["settings"] == {"perplexity": 12}
    for odd in ({"method": "x"}, {"settings": {"a": float("nan")}}, [], "tsne", {"more": 1}):
        assert known_choice(odd) is None
        assert maps_info(shown, odd)["chosen"] is None


def test_laid_axes_come_back_as_they_were_told_and_crooked_ones_are_dropped():
    own = {"names": ["3 → 8", "0 → 1"], "mean": [0.0, 1.0], "components": [[1.0, 0.0], [0.6, 0.8]]}
    told = {"method": "own", "space": "z", "own": own}
    assert known_choice(told).model_dump(mode="json")["own"] == own
    for odd in (
        {"names": ["a" * 101]},
        {"mean": []},
        {"components": []},
        {"components": [[float("nan"), 0.0]]},
        {"components": [[0.0]] * 3},
        {"more": 1},
    ):
        assert known_choice({**told, "own": {**own, **odd}}) is None
