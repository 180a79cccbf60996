import numpy as np
import pytest

from genlab.errors import BrokenRunError, StoreError
from genlab.store import Store

COORDS = np.arange(10, dtype=np.float32).reshape(5, 2)


@pytest.fixture
def kept(run):
    return run.projection("tsne-10-0a1b2c")


def test_map_that_nobody_asked_for_has_no_state_and_makes_no_folder(run, kept):
    assert kept.status() is None
    assert kept.frame() is None
    with pytest.raises(StoreError, match="not begun"):
        kept.order("pause")
    assert not list((run.store.root / "runs" / run.id).glob("projections*"))


def test_map_lives_through_its_states_with_its_newest_frames(run, kept):
    kept.request({"method": "tsne"})
    assert (kept.status().state, kept.spec()) == ("queued", {"method": "tsne"})
    kept.order("pause")
    with kept.writer() as writer:
        writer.status(state="running", iterations=100)
        assert [order.kind for order in writer.orders()] == ["pause"]
        assert writer.orders() == []
        for i in range(6):
            writer.frame(coords=COORDS + i)
        writer.status(state="finished", iteration=100, trustworthiness=0.9)
    again = Store(run.store.root).run(run.id).projection(kept.key)
    seq, frame = again.frame()
    assert seq == 5
    np.testing.assert_array_equal(frame["coords"], COORDS + 5)
    assert again.frame(after=5) is None
    assert (again.status().state, again.status().trustworthiness) == ("finished", 0.9)
    assert len(list((run.store.root / "runs" / run.id / "projections" / kept.key / "frames").iterdir())) == 3
    with pytest.raises(StoreError, match="finished"):
        kept.order("stop")


def test_map_whose_process_is_gone_shows_as_interrupted_with_its_last_frame(kept):
    with kept.writer() as writer:
        writer.frame(coords=COORDS)
        writer.status(state="running", pid=2**22 + 1, eta_s=4.0)
    status = kept.status()
    assert (status.state, status.eta_s, status.active) == ("interrupted", None, False)
    np.testing.assert_array_equal(kept.frame()[1]["coords"], COORDS)


def test_one_process_at_a_time_makes_a_map(kept):
    with kept.writer(), pytest.raises(StoreError, match="made by another process"):
        kept.writer()
    with kept.writer():
        pass


def test_state_to_go_on_from_is_kept_whole_and_dropped_when_done(run, kept):
    with kept.writer() as writer:
        assert writer.kept() is None
        writer.keep({"embedding": COORDS, "iteration": np.asarray(7)})
        assert int(writer.kept()["iteration"]) == 7
        place = run.store.root / "runs" / run.id / "projections" / kept.key / "optimizer.npz"
        place.write_bytes(place.read_bytes()[:-40])
        assert writer.kept() is None
        writer.drop_kept()
        assert not place.exists()


def test_map_of_a_run_deleted_meanwhile_leaves_nothing_where_it_was(run, kept):
    with run.writer() as writer:
        writer.status(state="finished")
    with kept.writer() as writer:
        writer.status(state="running")
        run.delete()
        for write in (writer.status, lambda: writer.frame(coords=COORDS), lambda: writer.keep({"a": COORDS})):
            with pytest.raises(StoreError, match="deleted"):
                write()
    assert [found.id for found in run.store.runs()] == []


def test_asking_again_drops_orders_meant_for_an_earlier_process(kept):
    kept.request({})
    kept.order("stop")
    kept.request({})
    with kept.writer() as writer:
        assert writer.orders() == []


def test_damaged_state_is_told_in_a_sentence_and_the_map_can_be_asked_for_again(run, kept):
    kept.request({})
    (run.store.root / "runs" / run.id / "projections" / kept.key / "state.json").write_text('{"state": "dancing"}')
    with pytest.raises(BrokenRunError, match="broken: state"):
        kept.status()
    kept.request({})
    assert kept.status().state == "queued"


def test_unknown_orders_and_keys_that_are_paths_are_refused(run, kept):
    kept.request({})
    with pytest.raises(StoreError, match="Unknown order 'dance'"):
        kept.order("dance")
    with pytest.raises(StoreError, match="no name of a map"):
        run.projection("../../elsewhere")


def test_gallery_runs_maps_lie_in_the_own_store(trained, tmp_path):
    own = Store(tmp_path / "own", gallery=trained.store.root)
    before = sorted(path for path in trained.store.root.rglob("*") if path.is_file())
    shown = own.run(trained.id)
    with shown.projection("pca-20-1").writer() as writer:
        writer.frame(coords=COORDS)
        writer.status(state="finished")
    assert own.run(trained.id).projection("pca-20-1").status().state == "finished"
    assert sorted(path for path in trained.store.root.rglob("*") if path.is_file()) == before


def test_maps_wait_in_the_order_they_were_asked_for(store):
    store.jobs.enqueue_map("run-1", "pca-1")
    store.jobs.enqueue_map("run-2", "pca-1")
    store.jobs.enqueue_map("run-1", "pca-1")
    assert sorted(store.jobs.queued_maps()) == [("run-1", "pca-1"), ("run-2", "pca-1")]
    store.jobs.drop_map("run-1", "pca-1")
    store.jobs.drop_map("run-1", "pca-1")
    assert store.jobs.queued_maps() == [("run-2", "pca-1")]
