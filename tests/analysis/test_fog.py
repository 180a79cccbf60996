"""Fog on a trained model: what lies in a plain autoencoder's holes is believed less than its data."""

from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from genlab.analysis.graphs import graph_at
from genlab.analysis.scene import read_scene
from genlab.exports.graphs import session
from genlab.latent.fog import code_density, round_trip
from genlab.latent.neighbors import nearest
from genlab.store import default_store


@pytest.fixture(scope="module")
def plain_ae(tmp_path_factory):
    """Codes of the gallery's autoencoder without a prior, its two functions, and places in its holes.

    Holes: drawn evenly from the codes' box, and farther from any code than 99 of 100 codes are from another.
    """
    run = default_store(Path(tmp_path_factory.mktemp("runs"))).run("digits-ae")
    scene = read_scene(run)
    graph = session(graph_at(run, "encoder"))
    codes = scene.codes
    drawn = np.random.default_rng(0).uniform(codes.min(0), codes.max(0), (2000, codes.shape[1])).astype(np.float32)
    reach = np.quantile(nearest(codes, codes[::4], 2)[1][:, 1], 0.99)
    holes = drawn[nearest(codes, drawn, 1)[1][:, 0] > reach]
    assert len(holes) > 300
    return codes, scene.decoder.decode, lambda x: graph(x)["mu"], holes[:400]


def auc(on_data, in_holes) -> float:
    return roc_auc_score(np.repeat([0, 1], [len(on_data), len(in_holes)]), np.concatenate([on_data, in_holes]))


def test_round_trip_error_is_higher_in_the_holes_of_a_plain_autoencoder_than_on_its_data(plain_ae):
    codes, decode, encode, holes = plain_ae
    assert auc(round_trip(codes[::4], decode, encode), round_trip(holes, decode, encode)) >= 0.9


def test_density_of_codes_is_lower_in_the_holes_of_a_plain_autoencoder_than_on_its_data(plain_ae):
    codes, _, _, holes = plain_ae
    assert auc(-code_density(codes[::4], codes), -code_density(holes, codes)) >= 0.9
