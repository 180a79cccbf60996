import numpy as np
import pytest
import torch

from genlab.analysis.checkpoints import model_at
from genlab.analysis.evaluation import evaluate
from genlab.data.named import load
from genlab.errors import ConfigError
from genlab.training.build import start
from genlab.training.config import DataConfig
from genlab.training.presets import spec_for


def test_evaluation_of_a_vae_has_every_figure_in_its_range(trained):
    found = evaluate(trained("vae"))
    on_items = {"recon_mse", "elbo", "kl", "active_units", "trustworthiness", "knn_accuracy"}
    assert set(found) == on_items | {"precision", "recall"}
    assert 0 < found["recon_mse"] < 0.08  # guessing the mean item gives 0.07
    assert found["kl"] > 0.5
    assert 1 <= found["active_units"] <= 4
    assert found["knn_accuracy"] > 0.5
    assert 0.8 < found["trustworthiness"] <= 1
    assert all(isinstance(value, float) for value in found.values())


def test_evaluation_is_on_held_out_items(trained):
    run, model = trained("vae"), model_at(trained("vae"))
    dataset = run.dataset()
    x = torch.from_numpy(dataset.values(dataset.split(0.1, 0).held_out))
    posterior = model.encode(x)
    expected = (model.decode(posterior.mu).mean - x).square().mean()
    assert evaluate(run)["recon_mse"] == pytest.approx(float(expected), rel=1e-5)
    kl = torch.distributions.kl_divergence(
        torch.distributions.Normal(posterior.mu, (posterior.logvar / 2).exp()), torch.distributions.Normal(0, 1)
    )
    assert evaluate(run)["kl"] == pytest.approx(float(kl.sum(1).mean()), rel=1e-4)


def test_elbo_agrees_with_many_draws(trained):
    run, model = trained("vae"), model_at(trained("vae"))
    dataset = run.dataset()
    x = torch.from_numpy(dataset.values(dataset.split(0.1, 0).held_out))
    noise = torch.Generator().manual_seed(1)
    posterior = model.encode(x)
    many = np.mean([model.decode(posterior.sample(noise)).log_prob(x).mean() for _ in range(50)])
    assert evaluate(run)["elbo"] == pytest.approx(many - evaluate(run)["kl"], rel=0.02)


def test_evaluation_of_a_plain_autoencoder_leaves_out_what_does_not_apply(trained):
    assert set(evaluate(trained("ae"))) == {"recon_mse", "trustworthiness", "knn_accuracy"}


def test_evaluation_of_a_gan_on_ring_counts_modes(trained):
    found = evaluate(trained("ring"))
    assert set(found) == {"modes", "high_quality", "precision", "recall"}
    assert 0 <= found["modes"] <= 8
    assert 0 <= found["high_quality"] <= 1


def test_evaluation_of_a_vae_on_ring_has_both(trained):
    assert {"recon_mse", "elbo", "modes", "high_quality"} <= set(evaluate(trained("ring-vae")))


def test_evaluation_of_a_gan_on_pictures_compares_samples_with_held_out_items(trained):
    found = evaluate(trained("gan"))
    assert set(found) == {"precision", "recall"}
    assert 0 <= found["recall"] <= 1


def test_evaluation_says_when_nothing_was_held_out(store):
    dataset = load("digits")
    run = store.create_run(spec_for("ae", dataset, DataConfig(name="digits", held_out=0), {"hidden": "8"}))
    trainer = start(run.spec, dataset)
    state = trainer.state()
    with run.writer() as writer:
        writer.checkpoint(0, state.model, state.trainer, state.info)
    with pytest.raises(ConfigError, match="held out 0 of 1,797 items"):
        evaluate(run)


def test_evaluation_of_a_model_that_is_told_classes_is_of_the_style_and_an_item_given_its_class(trained):
    run, model = trained("cvae"), model_at(trained("cvae"))
    dataset = run.dataset()
    rows = dataset.split(0.1, 0).held_out
    x, labels = torch.from_numpy(dataset.values(rows)), torch.from_numpy(dataset.labels[rows])
    posterior = model.encode(x, labels)
    kl = torch.distributions.kl_divergence(
        torch.distributions.Normal(posterior.style.mu, (posterior.logvar / 2).exp()), torch.distributions.Normal(0, 1)
    )
    found = evaluate(run)
    assert found["kl"] == pytest.approx(float(kl.sum(1).mean()), rel=1e-4)
    assert found["active_units"] <= 4
    noise = torch.Generator().manual_seed(1)
    many = np.mean([model.decode(posterior.sample(noise)).log_prob(x).mean() for _ in range(50)])
    assert found["elbo"] == pytest.approx(many - found["kl"], rel=0.02)
    wrong = model.decode(model.encode(x, (labels + 1) % 10).mu).log_prob(x).mean()
    assert found["elbo"] > float(wrong)
