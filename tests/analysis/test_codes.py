import numpy as np
import pytest
import torch

from genlab.analysis.checkpoints import model_at, step_of
from genlab.analysis.codes import GAN_SAMPLES, codes, encode, map_codes
from genlab.analysis.sampling import sample
from genlab.data.arrays import dataset_from_arrays
from genlab.errors import CapabilityError, ConfigError


def test_codes_are_the_data_set_encoded_in_its_order(trained):
    run, dataset = trained("vae"), trained("vae").dataset()
    arrays = codes(run)
    assert arrays["mu"].shape == arrays["logvar"].shape == (1797, 4)
    assert np.array_equal(arrays["rows"], np.arange(1797))
    assert np.array_equal(arrays["labels"], dataset.labels)
    rows = np.array([1796, 3, 1024])
    posterior = model_at(run).encode(torch.from_numpy(dataset.values(rows)))
    np.testing.assert_allclose(arrays["mu"][rows], posterior.mu.numpy(), atol=1e-5)
    np.testing.assert_allclose(arrays["logvar"][rows], posterior.logvar.numpy(), atol=1e-5)


def test_codes_of_a_plain_autoencoder_have_no_spread(trained):
    assert "logvar" not in codes(trained("ae"))


@pytest.mark.parametrize(("name", "dtype"), [("gan", np.uint8), ("ring", np.float32)])
def test_codes_of_a_gan_are_samples_with_what_they_decode_to(trained, name, dtype):
    run = trained(name)
    arrays, model = codes(run), model_at(run)
    assert {key: len(value) for key, value in arrays.items()} == dict.fromkeys(("z", "labels", "x"), GAN_SAMPLES)
    assert arrays["x"].dtype == dtype
    here = map_codes(run)
    space = model.spaces[0]
    assert here.shape == (GAN_SAMPLES, space.dim)
    np.testing.assert_allclose(
        model.decode_from(torch.from_numpy(here[:9]), space.name).mean.numpy(),
        model.decode(torch.from_numpy(arrays["z"][:9])).mean.numpy(),
        atol=1e-5,
    )
    x = model.decode(torch.from_numpy(arrays["z"][:9])).mean.numpy()
    scale = 255 if dtype == np.uint8 else 1
    np.testing.assert_allclose(arrays["x"][:9] / scale, x, atol=0.51 / scale + 1e-5)


def test_a_sample_of_a_gan_takes_the_label_of_its_nearest_data_item(trained):
    run = trained("ring")
    arrays, data = codes(run), run.dataset()
    distances = np.linalg.norm(arrays["x"][:50, None] - data.x[None, :5000], axis=-1)
    clear = np.sort(distances, axis=1)[:, 0] < 0.3  # samples near a mode: any item of it will do
    assert clear.any()
    nearest = data.labels[:5000][distances.argmin(1)]
    assert (arrays["labels"][:50] == nearest)[clear].mean() > 0.95


def test_a_sample_of_a_gan_that_is_told_classes_has_the_class_it_was_asked_for(trained):
    arrays = codes(trained("cgan"))
    style = trained("cgan").spec.model.latent_dim
    assert np.array_equal(arrays["labels"], arrays["z"][:, style:].argmax(1))
    assert len(np.unique(arrays["labels"])) == 10


def test_codes_are_kept_in_the_run(trained):
    run = trained("vae")
    kept = codes(run)
    assert np.array_equal(run.cache_get(f"codes-{step_of(run)}")["mu"], kept["mu"])


def test_encode_takes_items_that_were_never_learned_and_have_no_labels(trained):
    own = dataset_from_arrays("own", np.zeros((3, 8, 8), np.uint8))
    arrays = encode(model_at(trained("vae")), own)
    assert arrays["mu"].shape == (3, 4)
    assert "labels" not in arrays


def test_encode_refuses_a_model_without_encoder(trained):
    with pytest.raises(CapabilityError, match="no encoder"):
        encode(model_at(trained("gan")), trained("gan").dataset())


def test_samples_repeat_by_seed_and_decode_from_their_z(trained):
    model = model_at(trained("vae"))
    first, again, other = sample(model, 1500, 5), sample(model, 1500, 5), sample(model, 1500, 6)
    assert np.array_equal(first["x"], again["x"])
    assert not np.array_equal(first["z"], other["z"])
    np.testing.assert_allclose(first["x"][1400:], model.decode(torch.from_numpy(first["z"][1400:])).mean, atol=1e-6)


@pytest.mark.parametrize(("n", "seed"), [(0, 0), (-1, 0), (2_000_000, 0), (1, -1), (1, 2**63)])
def test_sample_refuses_counts_and_seeds_out_of_range(trained, n, seed):
    with pytest.raises(ConfigError, match="must be between"):
        sample(model_at(trained("vae")), n, seed)
