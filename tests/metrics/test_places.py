import numpy as np
import pytest
from sklearn.cluster import KMeans

from genlab.data.named import load
from genlab.metrics.places import Places, k_means


def test_places_count_samples_by_the_class_of_the_nearest_item():
    ring = load("ring")
    places = Places.of(ring.x[:1000], ring.labels[:1000])
    without_two = ring.x[1000:2000][(ring.labels[1000:2000] != 3) & (ring.labels[1000:2000] != 5)]
    shares = places.shares(without_two)
    assert shares.sum() == pytest.approx(1)
    assert np.flatnonzero(shares == 0).tolist() == [3, 5]


def test_places_of_data_without_classes_are_all_reached_by_more_of_the_data():
    moons = load("moons")
    places = Places.of(moons.x[:1000])
    assert len(places.due) == 16
    shares = places.shares(moons.x[1000:1500])
    assert (shares / places.due).min() > 0.4
    half = places.shares(moons.x[1000:1500][moons.labels[1000:1500] == 0])
    assert (half < 0.1 * places.due).sum() >= 6


def test_k_means_groups_as_tightly_as_scikit_learn():
    x = load("digits").values()[:600].reshape(600, -1)
    group = k_means(x, 10)
    ours = sum(((x[group == i] - x[group == i].mean(0)) ** 2).sum() for i in range(10))
    assert ours < 1.1 * KMeans(10, n_init=4, random_state=0).fit(x).inertia_


def test_k_means_takes_items_that_are_all_alike():
    assert len(k_means(np.zeros((20, 3), np.float32), 16)) == 20
