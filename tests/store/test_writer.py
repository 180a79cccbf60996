import json
import os
import time

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from genlab.errors import BrokenRunError, StoreError
from genlab.store.checkpoints import MOST_KEPT
from genlab.store.writer import SWEPT

from .conftest import OPTIMISER, WEIGHTS


def test_checkpoint_comes_back_bit_equal(trained):
    kept = trained.checkpoint(10)
    assert kept.step == 10
    assert kept.info == {"step": 10, "epoch": 1.0}
    for name, array in WEIGHTS.items():
        assert_array_equal(kept.model[name], array, strict=True)
    for name, array in OPTIMISER.items():
        assert_array_equal(kept.trainer[name], array, strict=True)
    assert trained.checkpoint().step == 20


def test_checkpoint_keeps_arrays_that_lie_crosswise_in_memory(run):
    crosswise = np.arange(6, dtype=np.float32).reshape(2, 3).T
    with run.writer() as writer:
        writer.checkpoint(1, {"w": crosswise}, {}, {})
    assert_array_equal(run.checkpoint().model["w"], crosswise)


def test_checkpoint_does_not_exist_without_its_manifest(store, trained):
    (store.root / "runs" / trained.id / "checkpoints" / "20" / "manifest.json").unlink()
    assert trained.checkpoints() == [10]
    assert trained.checkpoint().step == 10
    with pytest.raises(BrokenRunError, match="manifest"):
        trained.checkpoint(20)


def test_last_sound_checkpoint_is_taken_when_a_bit_of_the_last_one_flips(store, trained):
    path = store.root / "runs" / trained.id / "checkpoints" / "20" / "model.safetensors"
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    assert trained.checkpoint().step == 10
    with pytest.raises(BrokenRunError, match="sum"):
        trained.checkpoint(20)


def test_run_without_checkpoint_says_so(run):
    with pytest.raises(BrokenRunError, match="no checkpoint yet"):
        run.checkpoint()


def test_checkpoint_of_the_same_step_replaces_the_old_one_and_what_was_computed_from_it(run):
    with run.writer() as writer:
        writer.checkpoint(5, {"w": np.zeros(2, np.float32)}, {}, {})
        run.cache_put("codes-5", {"mu": np.zeros(2)})
        run.cache_put("codes-15", {"mu": np.zeros(2)})
        writer.checkpoint(5, {"w": np.ones(2, np.float32)}, {}, {})
    assert run.checkpoint(5).model["w"].tolist() == [1, 1]
    assert run.cache_get("codes-5") is None
    assert run.cache_get("codes-15") is not None


def test_checkpoints_thin_out_but_keep_first_and_last_two(run):
    steps = list(range(0, 600, 10))
    with run.writer() as writer:
        for step in steps:
            writer.checkpoint(step, WEIGHTS, {}, {})
    kept = run.checkpoints()
    assert len(kept) == MOST_KEPT
    assert (kept[0], kept[-2], kept[-1]) == (0, 580, 590)
    gaps = np.diff(np.log(np.asarray(kept) + 1))
    assert sum(step < 200 for step in kept) >= 8, "early steps, where most happens, are kept denser"
    assert gaps.max() < np.log(600) / 2


def test_status_carries_the_writers_identity_and_last_record(trained):
    status = trained.status()
    assert (status.state, status.step, status.seq) == ("finished", 20, 2)
    assert status.pid > 0
    assert status.heartbeat > 0


def test_status_refuses_an_unknown_field(run):
    with run.writer() as writer, pytest.raises(ValueError, match="stat"):
        writer.status(stat="running")


def test_second_writer_is_refused_until_the_first_closes(run):
    with run.writer(), pytest.raises(StoreError, match="another process"):
        run.writer()
    with run.writer() as writer:
        writer.status(state="running")


def test_metrics_come_in_order_and_after_a_number(trained):
    assert [record["seq"] for record in trained.metrics()] == [0, 1, 2]
    assert [record["step"] for record in trained.metrics(after=0)] == [10, 20]
    assert trained.metrics(after=2) == []


def test_metrics_after_a_number_are_found_at_the_end_of_a_long_file(run):
    with run.writer() as writer:
        for step in range(3000):
            writer.metric({"step": step, "epoch": 0.0, "values": {"loss": 1.0, "recon_loss": 0.5, "kl": 0.5}})
    assert len(run.metrics()) == 3000
    for after in (-1, 0, 1499, 2900, 2998):
        assert [record["seq"] for record in run.metrics(after)] == list(range(after + 1, 3000))


def test_metrics_hold_numpy_numbers_and_null_for_what_is_not_finite(run):
    with run.writer() as writer:
        writer.metric({"step": np.int64(3), "values": {"loss": np.float32(0.5), "kl": float("nan")}})
    assert run.metrics()[0]["values"] == {"loss": 0.5, "kl": None}


def test_metrics_leave_out_what_an_earlier_life_did_after_the_checkpoint(run):
    with run.writer() as writer:
        for step in (5, 10, 15):
            writer.metric({"step": step})
    with run.writer() as writer:
        writer.event("resume", step=10)
        writer.metric({"step": 12})
    assert [record.get("step") for record in run.metrics()] == [5, 10, None, 12]
    assert [record["seq"] for record in run.metrics()] == [0, 1, 3, 4]


def test_torn_last_record_is_passed_over_and_cut_off_by_the_next_writer(store, trained):
    path = store.root / "runs" / trained.id / "metrics.jsonl"
    path.write_bytes(path.read_bytes()[:-9])
    assert [record["seq"] for record in trained.metrics()] == [0, 1]
    with trained.writer() as writer:
        assert writer.metric({"step": 30}) == 2
    assert [record["step"] for record in trained.metrics()] == [1, 10, 30]
    assert all(json.loads(line) for line in path.read_text().splitlines())


def test_newest_preview_is_shown_and_old_ones_go(store, run):
    with run.writer() as writer:
        for i in range(6):
            assert writer.preview(samples=np.full(3, i)) == i
    seq, frame = run.preview()
    assert (seq, frame["samples"].tolist()) == (5, [5, 5, 5])
    assert run.preview(after=5) is None
    assert len(list((store.root / "runs" / run.id / "previews").iterdir())) == 3
    with run.writer() as writer:
        assert writer.preview(samples=np.zeros(1)) == 6


def test_damaged_preview_gives_way_to_the_one_before(store, run):
    with run.writer() as writer:
        writer.preview(samples=np.zeros(50))
        writer.preview(samples=np.ones(50))
    path = store.root / "runs" / run.id / "previews" / "00000001.npz"
    path.write_bytes(path.read_bytes()[:100])
    assert run.preview()[0] == 0


def test_cached_makes_once(run):
    made = []

    def make():
        made.append(1)
        return {"mu": np.eye(2, dtype=np.float32)}

    assert_array_equal(run.cached("codes-5", make)["mu"], np.eye(2))
    assert_array_equal(run.cached("codes-5", make)["mu"], np.eye(2))
    assert made == [1]


def test_cached_makes_again_when_the_file_is_damaged(store, run):
    run.cache_put("codes-5", {"mu": np.zeros(100)})
    path = store.root / "runs" / run.id / "cache" / "codes-5.npz"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert run.cache_get("codes-5") is None
    assert_array_equal(run.cached("codes-5", lambda: {"mu": np.ones(1)})["mu"], [1])


@pytest.mark.parametrize("key", ["", "../x", "a/b", ".hidden", "a" * 200, "x\0"])
def test_cache_and_graphs_refuse_keys_that_are_no_plain_names(run, key):
    with pytest.raises(StoreError):
        run.cache_put(key, {})
    with pytest.raises(StoreError):
        run.graph(key)


def test_graph_comes_back(run):
    assert run.graph("decoder") is None
    run.put_graph("decoder", b"\x08\x07")
    assert run.graph("decoder") == b"\x08\x07"


def test_nothing_kept_is_readable_by_its_owner_alone(store, trained):
    import os

    umask = os.umask(0)
    os.umask(umask)
    for path in (store.root / "runs" / trained.id).rglob("*.safetensors"):
        assert path.stat().st_mode & 0o777 == 0o666 & ~umask


def test_moments_laid_beside_a_checkpoint_go_with_it(trained):
    for key in ("time-pca-20-10", "time-tsne-20-ab12-10", "time-pca-10-0", "time-tsne-10-ab12-0"):
        trained.cache_put(key, {"coords": np.zeros((2, 2))})
    with trained.writer() as writer:
        writer.cut(10)
    assert trained.cache_get("time-pca-20-10") is None
    assert trained.cache_get("time-tsne-20-ab12-10") is None
    assert trained.cache_get("time-pca-10-0") is not None
    assert trained.cache_get("time-tsne-10-ab12-0") is not None


def test_a_step_that_is_come_to_again_is_told_from_what_it_was(trained):
    before = trained.written_at(20)
    assert 0 < trained.written_at(10) <= before
    with trained.writer() as writer:
        writer.cut(10)
        assert trained.written_at(20) == 0
        writer.checkpoint(20, WEIGHTS, OPTIMISER, {"step": 20, "epoch": 2.0})
    assert trained.written_at(20) > before


def test_next_worker_sweeps_what_one_that_was_killed_left_unfinished(store, trained):
    places = [store.root / "runs" / trained.id / part for part in ("", *SWEPT)]
    for place in places:
        for name, age_s in ((".tmp-old", 7200.0), (".tmp-fresh", 0.0)):
            (place / name).mkdir(parents=True)
            os.utime(place / name, (time.time() - age_s,) * 2)
    with trained.writer():
        pass
    assert all([path.name for path in place.glob(".tmp-*")] == [".tmp-fresh"] for place in places)
    assert trained.checkpoints() == [10, 20]
