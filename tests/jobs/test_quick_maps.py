"""PaCMAP made by a projector, held and gone on with like t-SNE; UMAP where it is installed, a sentence where not."""

import numpy as np
import pytest

from genlab.analysis.maps import MapSpec
from genlab.errors import ConfigError
from genlab.jobs.projecting import Projecting
from genlab.jobs.projector import project
from genlab.latent import umap
from genlab.latent.pacmap import PacmapRun

from .test_projector import run, step  # noqa: F401

PACMAP = MapSpec(method="pacmap")


def test_pacmap_is_made_and_measured_as_tsne_is(run, step):  # noqa: F811
    seen = []
    made = project(run, step, PACMAP, seen.append)
    assert (made.state, made.iteration, made.iterations) == ("finished", 450, 450)
    assert made.kl is None
    assert made.trustworthiness > 0.95
    assert made.knn_accuracy > 0.9
    files = run.projection(PACMAP.key(run, step))
    assert files.frame()[1]["coords"].shape == (1797, 2)
    assert files.frame()[1]["spacing"] > 0


def test_pacmap_stopped_half_way_goes_on_from_there(run, step, monkeypatch):  # noqa: F811
    spec = MapSpec(method="pacmap", seed=3)
    files = run.projection(spec.key(run, step))
    files.request({"run": run.id, "step": step, **spec.model_dump()})
    steps = 0

    def asked_to_stop() -> bool:
        nonlocal steps
        steps += 1
        return steps > 40

    with files.writer() as writer:
        stopped = Projecting(run, step, spec, writer, asked_to_stop).go()
    assert stopped.state == "stopped"
    assert 0 < stopped.iteration < 450
    held = files.frame()[1]["coords"]
    again = []
    ended = project(run, step, spec, again.append)
    assert ended.iteration == 450
    assert min(status.iteration for status in again if status.iteration) >= stopped.iteration
    straight = PacmapRun.fit(run_codes(run, step), spec)
    np.testing.assert_allclose(files.frame()[1]["coords"], straight.embedding, atol=1e-3)
    assert not np.allclose(held, straight.embedding, atol=0.1)


def run_codes(run, step):  # noqa: F811
    from genlab.analysis.scene import read_scene

    return read_scene(run, step).codes


def test_methods_part_only_by_what_they_go_by(run, step):  # noqa: F811
    key = lambda **given: MapSpec.parse({"method": "pacmap", **given}).key(run, step)  # noqa: E731
    assert key(perplexity=5) == key()
    assert len({key(), key(neighbors=20), key(seed=1), key(method="umap")}) == 4
    tsne = MapSpec.parse({"method": "tsne"}).key(run, step)
    assert MapSpec.parse({"method": "tsne", "neighbors": 30}).key(run, step) == tsne


def test_umap_is_made_where_it_is_installed_and_refused_by_a_sentence_where_not(run, step):  # noqa: F811
    spec = MapSpec(method="umap")
    if umap.is_installed():
        assert project(run, step, spec).trustworthiness > 0.9
    else:
        with pytest.raises(ConfigError, match="pip install -r requirements-umap.txt"):
            project(run, step, spec)


def test_too_many_neighbours_for_the_points_are_refused(run):  # noqa: F811
    from genlab.latent.pacmap import check_pacmap

    with pytest.raises(ConfigError, match="choose fewer neighbours"):
        check_pacmap(MapSpec(method="pacmap", neighbors=100), 200)
