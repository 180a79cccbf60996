import numpy as np
import pytest
from sklearn.cluster import KMeans

from genlab.data.named import load
from genlab.metrics.places import Places, k_means


def test_places_count_samples_by_the_class_of_the_nearest_item():
    ring = load("ring")
    places = Places.of(ring.x[:1000], ring.labels[:1000])
    without_two = ring.x[1000:2000][(ring.labels[1000:2000] != 3) & (ring.labels[1000:2000] != 5)]
    shares = places.find(without_two).shares
    assert shares.sum() == pytest.approx(1)
    assert np.flatnonzero(shares == 0).tolist() == [3, 5]


def test_places_of_data_without_classes_are_all_reached_by_more_of_the_data():
    moons = load("moons")
    places = Places.of(moons.x[:1000])
    assert len(places.due) == 16
    shares = places.find(moons.x[1000:1500]).shares
    assert (shares / places.due).min() > 0.4
    half = places.find(moons.x[1000:1500][moons.labels[1000:1500] == 0]).shares
    assert (half < 0.1 * places.due).sum() >= 6


@pytest.mark.parametrize("far", [0.0, 1000.0])
def test_samples_lie_near_data_or_off_it_whatever_place_is_the_nearest(far):
    ring = load("ring")
    places = Places.of(ring.x[:1000] + np.float32(far), ring.labels[:1000])
    more = ring.x[1000:2000] + np.float32(far)
    assert places.find(more).near > 0.95
    off = places.find(more + np.float32(0.15))
    assert (off.shares > 0.05).all()  # each mode still has samples that are nearest to it
    assert off.near < 0.02
    assert places.find(np.concatenate([more, more + np.float32(0.15)])).near == pytest.approx(0.5, abs=0.05)


def test_pictures_lie_near_pictures_and_noise_does_not():
    x = load("digits").values()[:1200].reshape(1200, -1)
    places = Places.of(x[:1000], load("digits").labels[:1000])
    assert places.find(x[1000:]).near > 0.8
    noise = np.random.default_rng(0).random((200, x.shape[1])).astype(np.float32)
    assert places.find(noise).near == 0


def test_samples_of_data_that_are_all_equal_are_near():
    places = Places.of(np.ones((20, 3)))
    assert places.find(np.zeros((5, 3))).near == 1


def test_k_means_groups_as_tightly_as_scikit_learn():
    x = load("digits").values()[:600].reshape(600, -1)
    group = k_means(x, 10)
    ours = sum(((x[group == i] - x[group == i].mean(0)) ** 2).sum() for i in range(10))
    assert ours < 1.1 * KMeans(10, n_init=4, random_state=0).fit(x).inertia_


def test_k_means_takes_items_that_are_all_alike():
    assert len(k_means(np.zeros((20, 3), np.float32), 16)) == 20
