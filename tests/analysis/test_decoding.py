"""A run decoded without torch gives what its model gives."""

import numpy as np
import pytest
import torch

from genlab.analysis.checkpoints import model_at
from genlab.analysis.decoding import decoder_of
from genlab.analysis.graphs import ensure_graphs, graph_at
from genlab.data.named import load
from genlab.errors import ConfigError, StoreError
from genlab.training.build import start
from genlab.training.config import DataConfig, RunSpec


@pytest.mark.parametrize("name", ["vae", "ae", "gan", "ring"])
def test_decoder_equals_the_model(trained, name):
    run = trained(name)
    ensure_graphs(run)
    decoder, model = decoder_of(run), model_at(run)
    z = np.random.default_rng(0).standard_normal((5, model.latent_dim)).astype(np.float32)
    assert (decoder.latent_dim, decoder.code_dim) == (model.latent_dim, model.spaces[0].dim)
    np.testing.assert_allclose(decoder.items(z), model.decode(torch.from_numpy(z)).mean.numpy(), atol=1e-5)


def test_decoder_moves_by_delta_in_the_activations(trained):
    run = trained("gan")
    ensure_graphs(run)
    decoder, model = decoder_of(run), model_at(run)
    z = np.zeros((1, decoder.latent_dim), np.float32)
    delta = np.linspace(-1, 1, decoder.code_dim, dtype=np.float32)
    moved = model.enter(torch.from_numpy(z), "activations") + torch.from_numpy(delta)
    np.testing.assert_allclose(decoder.items(z, delta), model.decode_from(moved, "activations").mean, atol=1e-5)


def test_decoder_says_which_count_of_numbers_it_expects(trained):
    run = trained("vae")
    ensure_graphs(run)
    with pytest.raises(ConfigError, match="z must have 4 numbers, got 3"):
        decoder_of(run).items(np.zeros(3))
    with pytest.raises(ConfigError, match="finite"):
        decoder_of(run).items(np.full(4, np.nan))
    with pytest.raises(ConfigError, match="delta must have 4 numbers, got 5"):
        decoder_of(run).items(np.zeros(4), np.zeros(5))


def test_graphs_are_traced_once_and_written_decoder_last(trained, monkeypatch):
    run, order = trained("ae"), []
    put = run.put_graph
    monkeypatch.setattr(run, "graph", {}.get)
    monkeypatch.setattr(run, "put_graph", lambda name, graph: (order.append(name), put(name, graph)))
    ensure_graphs(run)
    assert order == ["encoder", "decoder"]
    monkeypatch.undo()
    monkeypatch.setattr("genlab.exports.trace.trace", lambda *_: pytest.fail("traced twice"))
    ensure_graphs(run)


def test_graph_takes_the_weights_of_the_checkpoint_asked_for(store, small_spec):
    run = store.create_run(small_spec)
    trainer = start(run.spec, load("digits"))
    with run.writer() as writer:
        for _ in range(2):
            trainer.step(2)
            state = trainer.state()
            writer.checkpoint(trainer.step_count, state.model, state.trainer, state.info)
    ensure_graphs(run)
    z = np.ones((1, 3), np.float32)
    for step in (2, 4):
        expected = model_at(run, step).decode(torch.from_numpy(z)).mean
        np.testing.assert_allclose(decoder_of(run, step).items(z), expected, atol=1e-6)
    assert np.abs(decoder_of(run, 2).items(z) - decoder_of(run, 4).items(z)).max() > 1e-4


def test_decoder_says_when_graphs_are_not_there_yet(store):
    run = store.create_run(RunSpec(data=DataConfig(name="digits")))
    with pytest.raises(StoreError, match="no decoder graph"):
        graph_at(run, "decoder")
