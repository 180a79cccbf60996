"""Small data sets of every kind a preset meets."""

from dataclasses import replace

import numpy as np
import pytest
from sklearn.datasets import load_digits

from genlab.data.dataset import Dataset, Modality, ValueKind


def make_digits() -> Dataset:
    bunch = load_digits()
    x = (bunch.images / 16).astype(np.float32)[:, None]
    return Dataset("digits", x, Modality.IMAGE, ValueKind.UNIT, bunch.target.astype(np.int64), tuple("0123456789"))


def make_ring(n: int = 10_000) -> Dataset:
    rng = np.random.default_rng(0)
    mode = rng.integers(0, 8, n)
    centre = np.stack([np.cos(mode * np.pi / 4), np.sin(mode * np.pi / 4)], 1)
    x = (centre + rng.normal(0, 0.01, (n, 2))).astype(np.float32)
    return Dataset("ring", x, Modality.POINTS, ValueKind.REAL, mode.astype(np.int64), tuple("01234567"))


def make_pictures(channels: int, side: int) -> Dataset:
    x = np.random.default_rng(0).integers(0, 256, (90, channels, side, side), dtype=np.uint8)
    return Dataset(f"pictures {side}", x, Modality.IMAGE, ValueKind.UNIT)


def make_vectors() -> Dataset:
    x = np.random.default_rng(0).normal(4000, [[1, 10, 100, 0.1, 5]], (300, 5)).astype(np.float32)
    return Dataset("vectors", x, Modality.VECTOR, ValueKind.REAL)


DATA = {
    "digits": make_digits,
    "ring": make_ring,
    "grey 28x28": lambda: make_pictures(1, 28),
    "colour 32x32": lambda: replace(
        make_pictures(3, 32), labels=np.arange(90, dtype=np.int64) % 3, label_names=("a", "b", "c")
    ),
    "vectors": make_vectors,
}


@pytest.fixture(scope="session", params=list(DATA))
def any_dataset(request) -> Dataset:
    return DATA[request.param]()


@pytest.fixture(scope="session")
def digits() -> Dataset:
    return make_digits()


@pytest.fixture(scope="session")
def ring() -> Dataset:
    return make_ring()
