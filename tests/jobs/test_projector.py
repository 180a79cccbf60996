"""Maps made in this process and in real ones: their orders, their ends, and what a kill leaves behind."""

import os
import signal
from pathlib import Path

import numpy as np
import pytest
from sklearn.manifold import trustworthiness

from genlab.analysis.maps import MapSpec
from genlab.analysis.scene import read_scene
from genlab.errors import ConfigError
from genlab.jobs import client, projecting, projectors
from genlab.jobs.processes import launch
from genlab.jobs.projector import project
from genlab.jobs.projectors import Projectors
from genlab.latent.tsne import TsneRun
from genlab.store import Run, Store

from .conftest import wait_for

GALLERY = Path(__file__).resolve().parents[2] / "gallery"
QUICK = {"method": "tsne", "iterations": 60, "perplexity": 10}
LONG = {"method": "tsne", "iterations": 10_000, "perplexity": 10}


@pytest.fixture
def run(tmp_path) -> Run:
    return Store(tmp_path / "store", gallery=GALLERY).run("digits-vae")


@pytest.fixture
def step(run) -> int:
    return run.checkpoints()[-1]


@pytest.fixture
def queue(run, step, monkeypatch):
    """Let a map wait for a projector that a test starts by hand; return its files."""
    monkeypatch.setattr(client, "ensure_supervisor", lambda _: None)
    run.store.jobs.open()
    return lambda again=False, **given: client.project(run.store, run, step, MapSpec.parse(given), again)


@pytest.fixture
def projector(run):
    """Start real projectors; none is left behind."""
    processes = []

    def begin(key: str):
        processes.append(launch(run.store, "genlab.jobs.projector", "--gallery", str(GALLERY), run.id, key))
        return processes[-1]

    yield begin
    for process in processes:
        process.kill()
        process.wait()


def test_map_is_made_measured_and_found_again_at_once(run, step):
    spec = MapSpec.parse(QUICK)
    seen = []
    made = project(run, step, spec, seen.append)
    assert (made.state, made.iteration) == ("finished", 60)
    assert made.kl > 0
    assert made.trustworthiness > 0.9
    assert made.knn_accuracy > 0.8
    assert seen[-1] == made
    coords = run.projection(spec.key(run, step)).frame()[1]["coords"]
    assert coords.shape == (1797, 2)
    assert project(run, step, spec, seen.append) == made
    assert seen[-1] == made  # nothing was made again


def test_pca_of_a_gans_outputs_is_made_with_the_real_items_beside(run):
    gan = run.store.run("digits-gan")
    spec = MapSpec.parse({"space": "outputs", "encoder": "digits-vae"})
    step = gan.checkpoints()[-1]
    assert project(gan, step, spec).state == "finished"
    frame = gan.projection(spec.key(gan, step)).frame()[1]
    assert frame["coords"].shape == (2048, 2)
    assert frame["real_coords"].shape == (1797, 2)
    assert set(frame["real_labels"]) == set(range(10))


def test_map_that_cannot_be_made_is_kept_as_failed_with_its_sentence(run, step):
    spec = MapSpec.parse({"method": "tsne", "perplexity": 500}).model_copy(update={"perplexity": 900.0})
    with pytest.raises(ConfigError, match="choose at most"):
        project(run, step, spec)
    status = run.projection(spec.key(run, step)).status()
    assert status.state == "failed"
    assert "choose at most" in status.error


def test_order_given_before_the_process_begins_is_obeyed(run, queue, projector):
    files = queue(**LONG)
    files.order("stop")
    assert projector(files.key).wait(60) == 0
    status = files.status()
    assert (status.state, status.iteration) == ("stopped", 0)
    assert files.frame() is not None


def test_map_is_paused_killed_gone_on_with_and_stopped(run, queue, projector):
    files = queue(**LONG)
    process = projector(files.key)
    wait_for(lambda: files.status().iteration > 20, "points move")
    assert run.store.jobs.queued_maps() == []
    files.order("pause")
    wait_for(lambda: files.status().state == "paused", "the map is paused")
    paused_at = files.status().iteration
    files.order("resume")
    wait_for(lambda: files.status().iteration > paused_at, "the points move on")

    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    status = files.status()
    assert status.state == "interrupted"
    assert np.isfinite(files.frame()[1]["coords"]).all()

    assert queue(**LONG).status().state == "interrupted"  # looking at it starts nothing
    queue(again=True, **LONG)
    process = projector(files.key)
    wait_for(lambda: files.status().state == "running" and files.status().iteration > paused_at, "it goes on")
    seq = files.frame()[0]
    wait_for(lambda: files.frame()[0] > seq, "another frame comes")
    files.order("stop")
    assert process.wait(60) == 0
    status = files.status()
    assert status.state == "stopped"
    assert status.iteration >= paused_at
    shown = read_scene(run)
    coords = files.frame()[1]["coords"]
    assert status.trustworthiness == pytest.approx(trustworthiness(shown.codes, coords, n_neighbors=10), abs=1e-3)


@pytest.mark.parametrize("given", [QUICK, {"method": "pacmap"}], ids=["tsne", "pacmap"])
def test_paused_map_is_parked_after_a_while_and_goes_on_from_where_it_was(run, step, queue, monkeypatch, given):
    monkeypatch.setattr(projecting, "PARK_S", 0.0)
    files = queue(**given)
    files.order("pause")
    parked = project(run, step, MapSpec.parse(given))
    assert parked == files.status()
    assert (parked.state, parked.parked, parked.active, parked.iteration) == ("paused", True, False, 0)
    assert queue(**given).status().state == "paused"  # looking at it starts nothing
    assert queue(again=True, **given).status().state == "queued"
    assert project(run, step, MapSpec.parse(given)).state == "finished"
    assert not files.status().parked


@pytest.mark.slow
def test_parked_map_says_paused_when_its_process_is_gone_and_keeps_its_iteration(queue, projector):
    files = queue(**LONG)
    process = projector(files.key)
    wait_for(lambda: files.status().iteration > 5, "points move")
    files.order("pause")
    wait_for(lambda: files.status().state == "paused", "the map is paused")
    paused_at = files.status().iteration
    files.order("park")
    assert process.wait(60) == 0
    assert (files.status().state, files.status().iteration) == ("paused", paused_at)
    queue(again=True, **LONG)
    files.order("stop")
    assert projector(files.key).wait(60) == 0
    assert (files.status().state, files.status().iteration) == ("stopped", paused_at)


def test_oldest_of_too_many_paused_maps_is_parked(run, queue, monkeypatch):
    monkeypatch.setattr(projectors, "MOST_PAUSED", 1)
    kept = Projectors(Store(run.store.root, gallery=GALLERY), limit=2)
    first, second = queue(**LONG), queue(**LONG, seed=1)
    for files in (first, second):
        files.order("pause")
    kept.start_queued()
    wait_for(lambda: kept.check() or first.status().parked, "the older is parked")
    wait_for(lambda: second.status().state == "paused", "the younger is paused")
    kept.check()
    assert not second.status().parked
    second.order("stop")
    wait_for(lambda: kept.check() or not kept.busy, "both processes end")


def test_heart_beats_while_neighbours_are_looked_for(run, step, monkeypatch):
    files = run.projection(MapSpec.parse(QUICK).key(run, step))
    beats = []

    class Long(TsneRun):
        def __init__(self, *given) -> None:
            super().__init__(*given)
            began = files.status().heartbeat
            wait_for(lambda: files.status().heartbeat > began, "a heartbeat comes")
            beats.append(files.status())

    monkeypatch.setattr(projecting, "HEARTBEAT_S", 0.05)
    monkeypatch.setattr(projecting, "TsneRun", Long)
    project(run, step, MapSpec.parse(QUICK))
    assert [(beat.state, beat.iteration) for beat in beats] == [("running", 0)]


def test_terminated_projector_leaves_a_stopped_map(queue, projector):
    files = queue(**LONG)
    process = projector(files.key)
    wait_for(lambda: files.status().iteration > 5, "points move")
    process.terminate()
    assert process.wait(60) == 0
    assert files.status().state == "stopped"


def test_map_without_process_or_place_in_the_queue_is_asked_for_anew(run, queue):
    files = queue(**QUICK)
    run.store.jobs.drop_map(run.id, files.key)
    queue(**QUICK)
    assert run.store.jobs.queued_maps() == [(run.id, files.key)]


def test_projector_that_dies_before_it_begins_takes_its_map_off_the_queue(run, queue):
    queue(**QUICK)
    waiting = Projectors(Store(run.store.root), limit=1)  # without the gallery the projector finds no such run
    waiting.start_queued()
    wait_for(lambda: waiting.check() or not waiting.busy, "the projector ends")
    assert run.store.jobs.queued_maps() == []
