import json
import os
import re
import shutil
import time

import numpy as np
import pytest

from genlab.errors import BrokenRunError, RunNotFoundError, StoreError
from genlab.store import Run, Store, default_root, default_store
from genlab.store.ids import is_id, new_run_id
from genlab.store.store import LEFT_S
from genlab.training.config import RunSpec


def test_created_run_opens_with_its_spec_name_and_first_state(store, spec):
    made = store.create_run(spec, "first steps")
    run = Store(store.root).run(made.id)
    assert run.spec == spec
    assert run.name == "first steps"
    assert run.status().state == "queued"
    assert run.checkpoints() == []
    assert run.metrics() == []
    assert run.preview() is None


def test_created_run_is_named_after_preset_and_data_when_unnamed(store, spec):
    assert store.create_run(spec).name == "vae on digits"


def test_store_makes_nothing_when_only_read(store):
    assert store.runs() == []
    assert store.sets.all() == []
    assert store.jobs.queued() == []
    assert not store.root.exists()


def test_runs_are_listed_newest_first(store, spec):
    ids = [store.create_run(spec, str(i)).id for i in range(3)]
    assert [run.id for run in store.runs()] == ids[::-1]


@pytest.mark.parametrize("run_id", ["", ".", "..", "../runs", "a/b", "A", "x" * 200, "nul\0", "a--b", "run.tmp", 7])
def test_run_refuses_what_is_no_id_of_ours(store, run, run_id):
    with pytest.raises(RunNotFoundError):
        store.run(run_id)


def test_ids_are_unique_and_pass_their_own_check():
    ids = {new_run_id(1_700_000_000.0) for _ in range(50)}
    assert len(ids) > 40
    assert all(is_id(run_id) and re.fullmatch(r"\d{8}-\d{6}-[0-9a-f]{4}", run_id) for run_id in ids)


def test_create_run_refuses_a_taken_id(store, spec):
    store.create_run(spec, run_id="digits-vae")
    with pytest.raises(StoreError, match="taken"):
        store.create_run(spec, run_id="digits-vae")
    assert len(store.runs()) == 1


@pytest.mark.parametrize("file", ["spec.json", "state.json", "meta.json"])
@pytest.mark.parametrize("content", [None, "", "{", "[]", '{"from_the_future": 1}', '"\\ud800"', "\x00\xff"])
def test_damaged_run_is_listed_as_broken_with_a_reason_while_others_work(store, spec, run, file, content):
    sound = store.create_run(spec)
    path = store.root / "runs" / run.id / file
    path.unlink() if content is None else path.write_bytes(content.encode("utf-8", "surrogatepass"))
    listed = {found.id: found for found in store.runs()}
    assert listed[run.id].state == "broken"
    assert file in listed[run.id].error
    assert listed[sound.id].state == "queued"
    with pytest.raises(BrokenRunError, match=file):
        store.run(run.id)
    assert store.run(sound.id).spec == spec


def test_unknown_field_in_a_spec_is_named(store, run):
    path = store.root / "runs" / run.id / "spec.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "sampler": "ddim"}))
    assert "sampler" in store.runs()[0].error


def test_deleted_run_lies_in_the_trash_and_comes_back(store, trained):
    name = trained.delete()
    assert store.runs() == []
    assert store.deleted_runs() == [name]
    back = store.run(store.restore_run(name))
    assert back.id == trained.id
    assert back.checkpoints() == [10, 20]
    assert store.deleted_runs() == []


def test_broken_run_can_be_deleted(store, run):
    (store.root / "runs" / run.id / "spec.json").unlink()
    store.delete(run.id)
    assert store.runs() == []


def test_running_run_is_not_deleted(store, run):
    with run.writer() as writer:
        writer.status(state="running")
        with pytest.raises(StoreError, match="stop it"):
            store.delete(run.id)
    assert len(store.runs()) == 1


@pytest.mark.parametrize("name", ["", "run.../x.1", "../../etc", "run.a", "run.zz.1"])
def test_restore_refuses_what_is_not_in_the_trash(store, trained, name):
    trained.delete()
    with pytest.raises(StoreError, match="trash"):
        store.restore_run(name)


def test_emptied_trash_holds_nothing(store, trained):
    trained.delete()
    assert store.empty_trash() == 1
    assert store.deleted_runs() == []


def test_renamed_run_keeps_id_and_birth(store, run):
    born = run.meta.created
    run.rename("  a better name ")
    assert (store.run(run.id).name, run.meta.created) == ("a better name", born)
    with pytest.raises(StoreError, match="name"):
        run.rename(" ")


def test_gallery_run_is_listed_last_and_never_written(tmp_path, spec):
    made = Store(tmp_path / "gallery").create_run(spec, "from the gallery", run_id="digits-vae")
    with made.writer() as writer:
        writer.status(state="finished")
    store = Store(tmp_path / "mine", gallery=tmp_path / "gallery")
    own = store.create_run(spec)
    before = sorted(str(path) for path in (tmp_path / "gallery").rglob("*"))
    assert [(run.id, run.gallery) for run in store.runs()] == [(own.id, False), ("digits-vae", True)]
    shown: Run = store.run("digits-vae")
    shown.cache_put("effects-20", {"effect": spec_array()})
    shown.put_graph("decoder", b"graph")
    assert store.run("digits-vae").cache_get("effects-20") is not None
    assert store.run("digits-vae").graph("decoder") == b"graph"
    for write in (shown.writer, shown.delete, lambda: shown.rename("x"), lambda: shown.order("stop")):
        with pytest.raises(StoreError):
            write()
    assert sorted(str(path) for path in (tmp_path / "gallery").rglob("*")) == before


def spec_array():
    import numpy as np

    return np.ones(3, np.float32)


def test_many_runs_are_listed_from_three_small_files_each(store, spec, run, monkeypatch):
    """Listing opens no record, checkpoint or array: a thousand runs must take a fraction of a second."""
    opened = []
    for i in range(20):
        store.create_run(spec, str(i))
    real = os.open
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda path: opened.append(path.name) or read(path, real))
    assert len(store.runs()) == 21
    assert set(opened) == {"spec.json", "state.json", "meta.json"}
    assert len(opened) == 63


def read(path, real):
    descriptor = real(path, os.O_RDONLY)
    with os.fdopen(descriptor, "rb") as file:
        return file.read()


def test_default_root_follows_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("GENLAB_RUNS", str(tmp_path / "elsewhere"))
    assert default_root() == tmp_path / "elsewhere"
    assert default_store().root == tmp_path / "elsewhere"
    monkeypatch.delenv("GENLAB_RUNS")
    assert str(default_root()) == "runs"


def test_store_loads_no_torch():
    import subprocess
    import sys

    code = "import sys, genlab.store, genlab.jobs.client; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_spec_of_a_run_never_changes(store, run):
    path = store.root / "runs" / run.id / "spec.json"
    before = path.read_bytes()
    with run.writer() as writer:
        writer.status(state="running")
        writer.status(state="stopped")
    run.rename("other")
    run.requeue()
    assert path.read_bytes() == before
    assert RunSpec.from_json(before.decode()) == run.spec


def test_tags_are_kept_trimmed_sorted_and_once(store, run):
    run.tag([" lesson 3 ", "Keep", "keep", "", "a  b"])
    assert store.run(run.id).meta.tags == ("a b", "Keep", "lesson 3")
    assert store.runs()[0].tags == ("a b", "Keep", "lesson 3")
    run.rename("still tagged")
    assert store.runs()[0].tags == ("a b", "Keep", "lesson 3")
    run.tag([])
    assert store.runs()[0].tags == ()


@pytest.mark.parametrize("tags", [["x" * 41], ["a,b"], [str(number) for number in range(21)]])
def test_tags_too_long_or_too_many_are_refused(store, run, tags):
    with pytest.raises(StoreError, match="at most"):
        run.tag(tags)
    assert run.meta.tags == ()


def test_deleted_run_comes_back_byte_for_byte(store, trained):
    trained.tag(["kept"])

    def files():
        folder = store.root / "runs" / trained.id
        return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    before, listed = files(), store.runs()
    name = store.delete(trained.id)
    assert store.deleted_run(name).name == listed[0].name
    assert store.restore_run(name) == trained.id
    assert files() == before
    assert store.runs() == listed


def test_deleted_waiting_run_waits_again_when_it_comes_back(store, run):
    store.jobs.enqueue(run.id)
    name = store.delete(run.id)
    assert store.jobs.queued() == []
    store.restore_run(name)
    assert store.jobs.queued() == [run.id]


def test_broken_run_comes_back_from_the_trash_as_broken(store, run):
    (store.root / "runs" / run.id / "spec.json").write_text("{")
    name = store.delete(run.id)
    assert store.restore_run(name) == run.id
    assert store.runs()[0].state == "broken"


def test_thousand_runs_are_listed_newest_first_with_the_broken_one_among_them(store, spec, run):
    first = store.root / "runs" / run.id
    for number in range(999):
        folder = first.with_name(f"20200101-000000-{number:04x}")
        shutil.copytree(first, folder)
        meta = json.loads((folder / "meta.json").read_text())
        (folder / "meta.json").write_text(json.dumps({**meta, "name": f"run {number}", "created": float(number)}))
    (first.with_name("20200101-000000-0010") / "spec.json").write_text("{")
    listed = store.runs()
    assert [found.id for found in listed][:2] == [run.id, "20200101-000000-03e6"]
    assert [found.created for found in listed] == sorted((found.created for found in listed), reverse=True)
    assert [found.id for found in listed if found.state == "broken"] == ["20200101-000000-0010"]
    assert len(listed) == 1000


def test_what_is_computed_for_a_run_that_was_deleted_meanwhile_leaves_no_ghost(store, trained):
    trained.cache_put("codes-20", {"mu": np.zeros((2, 2))})
    name = trained.delete()
    for late in (
        lambda: trained.cache_put("scene-20", {"x": np.zeros(1)}),
        lambda: trained.put_graph("decoder", b"graph"),
        lambda: trained.leave(b"file"),
    ):
        with pytest.raises(StoreError, match="deleted"):
            late()
    assert store.runs() == []
    assert store.restore_run(name) == trained.id


def test_leavings_of_killed_writers_are_swept_once_they_are_a_day_old(store, trained, own_data):
    store.sets.add(own_data)
    places = [store.root / name for name in ("runs", "datasets", "named", "bookmarks")]
    places += [store.root / part / trained.id / name for part in ("runs", "cache") for name in ("cache", "onnx")]
    for place in places:
        for name, age_s in ((".tmp-old", 2 * LEFT_S), (".tmp-fresh", 0.0)):
            (place / name / "inside").mkdir(parents=True)
            os.utime(place / name, (time.time() - age_s,) * 2)
    kept = store.runs(), store.sets.all()
    store.sweep()
    assert all([path.name for path in place.glob(".tmp-*")] == [".tmp-fresh"] for place in places)
    assert (store.runs(), store.sets.all()) == kept
