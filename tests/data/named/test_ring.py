import numpy as np
import pytest

from genlab.data.dataset import Modality, ValueKind
from genlab.data.named.ring import ring, ring_centers
from genlab.errors import ConfigError


def test_ring_is_the_papers_mixture():
    ds = ring()
    assert (ds.x.shape, ds.x.dtype) == ((10_000, 2), np.float32)
    assert (ds.modality, ds.value_kind) == (Modality.POINTS, ValueKind.REAL)
    assert np.bincount(ds.labels).tolist() == [1250] * 8
    noise = ds.x - ring_centers()[ds.labels]
    assert np.allclose(noise.std(axis=0), 0.01, rtol=0.03)
    assert np.allclose([noise[ds.labels == mode].mean() for mode in range(8)], 0, atol=0.001)
    assert abs(np.corrcoef(noise.T)[0, 1]) < 0.04


def test_ring_centers_lie_evenly_on_the_circle():
    centers = ring_centers(5, radius=2.0)
    assert np.allclose(np.linalg.norm(centers, axis=1), 2)
    assert np.allclose(centers[0], [2, 0])
    assert np.allclose(np.linalg.norm(centers - np.roll(centers, 1, axis=0), axis=1), 4 * np.sin(np.pi / 5))


def test_ring_is_fixed_by_its_seed():
    assert ring(100, seed=1).fingerprint == ring(100, seed=1).fingerprint
    assert ring(100, seed=1).fingerprint != ring(100, seed=2).fingerprint


@pytest.mark.parametrize(
    "wrong", [{"n_modes": 0}, {"n_items": 7}, {"radius": 0}, {"sigma": -1}, {"sigma": float("nan")}]
)
def test_ring_refuses_what_is_no_ring(wrong):
    with pytest.raises(ConfigError, match="ring"):
        ring(**wrong)
