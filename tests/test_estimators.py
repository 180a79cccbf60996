"""scikit-learn's own checks, and what a transformer must do with real data."""

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.datasets import load_digits
from sklearn.exceptions import NotFittedError
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler
from sklearn.utils.estimator_checks import check_estimator

from genlab.data.named import load
from genlab.errors import ConfigError, GenlabError
from genlab.estimators import GAN, VAE

SMALL = {"epochs": 1, "batch_size": 256, "settings": {"hidden": [8], "threads": 1}}


@pytest.fixture(scope="module")
def digits():
    return load_digits(return_X_y=True)[0] / 16


@pytest.fixture(scope="module")
def fitted(digits):
    return VAE(latent_dim=8, epochs=40, settings={"hidden": [64]}).fit(digits)


@pytest.mark.parametrize("estimator", [VAE(latent_dim=2, **SMALL), GAN(latent_dim=2, **SMALL)], ids=["vae", "gan"])
def test_estimator_passes_the_checks_of_scikit_learn(estimator):
    done = check_estimator(estimator, on_skip=None)
    assert {check["status"] for check in done} <= {"passed", "skipped"}
    assert sum(check["status"] == "passed" for check in done) > 30


def test_vae_codes_hold_what_rebuilds_the_items(fitted, digits):
    codes = fitted.transform(digits)
    assert codes.shape == (1797, 8)
    copies = fitted.inverse_transform(codes)
    assert copies.shape == digits.shape
    assert np.mean((copies - digits) ** 2) < 0.5 * digits.var(axis=0).mean()


def test_vae_of_pictures_takes_and_gives_pictures():
    pictures = load("digits").x[:200]
    vae = VAE(latent_dim=2, epochs=1, settings={"body": "conv", "channels": 4}).fit(pictures)
    assert vae.spec_.model.body.body == "conv"
    assert vae.inverse_transform(vae.transform(pictures)).shape == pictures.shape
    with pytest.raises(ValueError, match="items of shape"):
        vae.transform(pictures[:, :, :, :6])


@pytest.mark.parametrize("kind", [VAE, GAN])
def test_sample_repeats_by_random_state(kind, digits):
    model = kind(latent_dim=2, **SMALL).fit(digits)
    first = model.sample(5, random_state=1)
    assert first.shape == (5, 64)
    assert np.array_equal(first, model.sample(5, random_state=1))
    assert not np.array_equal(first, model.sample(5, random_state=2))


def test_equal_random_states_train_equal_models(digits):
    codes = [VAE(latent_dim=2, random_state=seed, **SMALL).fit_transform(digits) for seed in (3, 3, 4)]
    assert np.array_equal(codes[0], codes[1])
    assert not np.allclose(codes[0], codes[2])


def test_values_choose_the_likelihood(digits):
    assert VAE(latent_dim=2, **SMALL).fit(digits).spec_.model.likelihood == "bernoulli"
    assert VAE(latent_dim=2, **SMALL).fit(digits - 0.5).spec_.model.likelihood == "gaussian_learned"


def test_vae_is_a_step_of_a_pipeline(digits):
    labels = load_digits().target
    vae = VAE(latent_dim=8, epochs=15, settings={"hidden": [64]})
    pipeline = make_pipeline(MinMaxScaler(), vae, LogisticRegression(max_iter=500)).fit(digits[:1500], labels[:1500])
    assert pipeline.score(digits[1500:], labels[1500:]) > 0.6
    assert pipeline[:-1].get_feature_names_out()[0] == "vae0"


def test_clone_forgets_what_was_learned(fitted):
    copy = clone(fitted)
    assert copy.get_params() == fitted.get_params()
    with pytest.raises(NotFittedError):
        copy.transform(np.zeros((1, 64)))
    with pytest.raises(NotFittedError):
        copy.sample()


def test_fit_leaves_the_callers_array_as_it_was(digits):
    x = digits.astype(np.float32)
    VAE(latent_dim=2, **SMALL).fit(x)
    x[0, 0] = 1
    assert x.flags.writeable


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"latent_dim": 0}, "latent_dim"),
        ({"settings": {"betta": 2}}, "Did you mean 'beta'"),
        ({"epochs": "many"}, "epochs"),
    ],
)
def test_refused_settings_are_one_sentence(digits, options, sentence):
    with pytest.raises(ConfigError, match=sentence):
        VAE(**options).fit(digits)


def test_wrong_counts_are_refused(fitted):
    with pytest.raises(ValueError, match="8 columns"):
        fitted.inverse_transform(np.zeros((1, 3)))
    with pytest.raises(GenlabError, match="between 1 and"):
        fitted.sample(0)
