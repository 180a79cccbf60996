import numpy as np
import pytest

from genlab.analysis.codes import map_codes
from genlab.analysis.mapping import latent_effects, map_run
from genlab.analysis.prepare import prepare_explorer
from genlab.analysis.scene import read_scene
from genlab.analysis.scene_view import scene_view
from genlab.data.named import load
from genlab.errors import UnknownNameError
from genlab.training.build import start


@pytest.mark.parametrize(("name", "dim", "n"), [("vae", 4, 1797), ("gan", 24, 2048)])
def test_map_is_pca_of_the_maps_space(trained, name, dim, n):
    found, here = map_run(trained(name)), map_codes(trained(name))
    k = min(10, dim)
    assert found["coords"].shape == (n, k)
    assert found["components"].shape == (k, dim)
    back = found["coords"] @ found["components"] + found["mean"]
    if k == dim:
        np.testing.assert_allclose(back, here, atol=1e-4)
    assert np.isclose(found["explained_variance_ratio"].sum(), 1, atol=1e-4) == (k == dim)


def test_map_refuses_an_unknown_method(trained):
    with pytest.raises(UnknownNameError, match="Did you mean 'pca'"):
        map_run(trained("vae"), method="pcaa")


@pytest.mark.parametrize("name", ["vae", "ae", "gan", "ring", "cvae", "cgan"])
def test_effects_are_finite_and_ordered(trained, name):
    found = latent_effects(trained(name))
    d = trained(name).spec.model.code_size
    assert sorted(found["order"]) == list(range(d))
    for key in ("effect", "std", "mean"):
        assert found[key].shape == (d,)
        assert np.isfinite(found[key]).all()
    assert (found["effect"] > 0).any()
    assert (found["std"] > 0).all()


@pytest.mark.parametrize("name", ["cvae", "cgan"])
def test_effects_put_classes_after_all_else_in_their_own_order(trained, name):
    found, style = latent_effects(trained(name)), trained(name).spec.model.latent_dim
    assert found["order"][style:].tolist() == list(range(style, style + 10))
    np.testing.assert_allclose(found["mean"][style:], 0.1, atol=0.04)


@pytest.mark.parametrize("name", ["cvae", "cgan", "vae"])
def test_view_is_told_the_names_of_the_classes(trained, name):
    run = trained(name)
    prepare_explorer(run)
    shown = read_scene(run)
    view = scene_view(shown, address=str, runtime={"mjs": "", "wasm": ""})
    style = run.spec.model.latent_dim
    assert view["latent"]["classes"] == ([] if name == "vae" else list("0123456789"))
    assert view["latent"]["dim"] == shown.codes.shape[1] == style + len(view["latent"]["classes"])
    if shown.logvar is not None:
        assert shown.logvar.shape == (len(shown.codes), style)


def test_effects_put_a_dimension_the_decoder_ignores_last(store, small_spec):
    """One dimension of z is cut off by hand: encoder and decoder both pass it over."""
    run, trainer = store.create_run(small_spec), start(small_spec, load("digits"))
    trainer.step(400)
    state = trainer.state()
    last_encoder = [n for n, a in state.model.items() if n.startswith("encoder") and len(a) == 6]
    first_decoder = next(n for n, a in state.model.items() if n.startswith("decoder") and a.shape == (8, 3))
    for name in last_encoder:
        state.model[name][[1, 4]] = 0  # mu and logvar of dimension 1
    state.model[first_decoder][:, 1] = 0
    with run.writer() as writer:
        writer.checkpoint(trainer.step_count, state.model, state.trainer, state.info)
    found = latent_effects(run)
    assert found["order"][-1] == 1
    assert found["effect"][1] == 0
    assert found["std"][1] == pytest.approx(1)
    assert list(found["effect"][found["order"][:2]]) == sorted(found["effect"][[0, 2]], reverse=True)


def test_prepared_run_opens_without_computing(trained, monkeypatch):
    run = trained("gan")
    prepare_explorer(run)
    monkeypatch.setattr("genlab.training.build.load_model", lambda *_: pytest.fail("loaded the model again"))
    prepare_explorer(run)
    step = run.checkpoints()[-1]
    assert all(run.cache_get(f"{key}-{step}") for key in ("codes", "map-pca", "effects"))
    assert run.graph("decoder")
    assert run.graph("enter")
