"""A training looked back on: points move only because codes moved."""

import numpy as np
import pytest

from genlab.analysis.codes import codes
from genlab.analysis.moments import (
    aligned,
    laid_on,
    moments,
    prepare_moment,
    prepare_tsne,
    tsne_places,
)
from genlab.data.named import load
from genlab.errors import ConfigError
from genlab.latent.pca import Pca
from genlab.store import Store
from genlab.training.build import start
from genlab.training.config import DataConfig
from genlab.training.presets import spec_for

STEPS = (0, 4, 60)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """A VAE of digits with three checkpoints."""
    store, dataset = Store(tmp_path_factory.mktemp("moments")), load("digits")
    config = {"epochs": 6, "latent_dim": 4, "hidden": "32"}
    run = store.create_run(spec_for("vae", dataset, DataConfig(name="digits"), config))
    trainer = start(run.spec, dataset)
    with run.writer() as writer:
        writer.facts(dataset)
        for step in STEPS:
            if step:
                trainer.step(step - trainer.step_count)
            state = trainer.state()
            writer.checkpoint(step, state.model, state.trainer, {**state.info, "epoch": trainer.epoch}, durable=False)
        writer.status(state="finished", step=step, epoch=trainer.epoch)
    return run


def test_moments_are_listed_from_the_first_and_ready_once_prepared(run):
    assert [one.step for one in moments(run)] == list(STEPS)
    assert [one.step for one in moments(run, 4)] == [0, 4]
    prepare_moment(run, 0)
    listed = moments(run)
    assert all(one.ready for one in listed), "each map needs the later ones"
    assert listed[0].epoch == 0 < listed[1].epoch < listed[2].epoch


def test_map_of_a_moment_is_exact_and_laid_on_the_later_one(run):
    prepare_moment(run, 4)
    earlier, later = aligned(run, 4), aligned(run, 60)
    mu = codes(run, 4)["mu"]
    assert np.allclose((mu - earlier["mean"]) @ earlier["components"].T, earlier["coords"], atol=1e-4)
    assert np.allclose(earlier["components"] @ earlier["components"].T, np.eye(4), atol=1e-5)
    bare = Pca.fit(mu).transform(mu)
    apart = [np.square(coords - later["coords"]).sum() for coords in (earlier["coords"], bare)]
    assert apart[0] < apart[1]
    assert earlier["ratio"].sum() == pytest.approx(1, abs=1e-3)


def test_codes_that_only_turned_stay_where_they_were_on_the_map():
    rng = np.random.default_rng(0)
    before = rng.standard_normal((200, 5)) * [5, 4, 3, 2, 1]
    turned = before @ np.linalg.qr(rng.standard_normal((5, 5))).Q
    maps = []
    for rows in (before, turned):
        fitted = Pca.fit(rows)
        maps.append({"coords": fitted.transform(rows), **fitted.to_arrays()})
    assert np.allclose(laid_on(maps[1], maps[0])["coords"], maps[0]["coords"], atol=1e-3)


def test_tsne_of_a_moment_begins_at_the_later_ones_places(run):
    key = "tsne-60-0123456789abcdef"
    with pytest.raises(ConfigError, match="Run t-SNE on the map first"):
        prepare_tsne(run, 4, key)
    files = run.projection(key)
    files.request({"method": "tsne", "space": "z", "iterations": 250, "perplexity": 20.0, "n_components": 2})
    places = Pca.fit(codes(run, 60)["mu"]).transform(codes(run, 60)["mu"])[:, :2].astype(np.float32) * 20
    with files.writer() as writer:
        writer.frame(coords=places)
        writer.status(state="finished")
    prepare_tsne(run, 4, key)
    moved = tsne_places(run, 4, key)
    spread = np.linalg.norm(places - places.mean(axis=0), axis=1).mean()
    assert 0 < np.linalg.norm(moved - places, axis=1).mean() < spread
    shuffled = np.random.default_rng(0).permutation(len(places))
    assert np.linalg.norm(moved - places, axis=1).mean() < np.linalg.norm(moved - places[shuffled], axis=1).mean() * 0.7
