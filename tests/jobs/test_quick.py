"""What the warm worker leaves for a page to fetch."""

import io
import os

import pytest
from PIL import Image

from genlab.data.preprocess import PreprocessConfig
from genlab.errors import StoreError
from genlab.exports.provenance import read_provenance
from genlab.jobs import preparing
from genlab.jobs.preparing import have_prepared
from genlab.jobs.quick import answer
from genlab.store import Store, default_store
from genlab.training.config import DataConfig


@pytest.fixture
def run(tmp_path):
    return default_store(tmp_path).run("ring-gan")


def test_file_is_left_for_one_fetch_even_of_a_gallery_run(run):
    left = answer(run.store, {"kind": "take", "arguments": {"run": run.id, "name": "safetensors"}})["answer"]["left"]
    assert len(run.fetch(left)) > 10_000
    with pytest.raises(StoreError, match="ask for it again"):
        run.fetch(left)


def test_two_tabs_never_get_each_others_file(run):
    first, second = (
        answer(run.store, {"kind": "take", "arguments": {"run": run.id, "name": "script", "step": step}})["answer"]
        for step in (None, run.checkpoints()[-1])
    )
    assert first["left"] != second["left"]
    assert run.fetch(first["left"]) == run.fetch(second["left"])


def test_file_that_nobody_fetched_is_removed_later(run):
    forgotten, lately = run.leave(b"forgotten"), run.leave(b"lately")
    (taken,) = run.store.root.rglob("taken")
    os.utime(taken / forgotten, (0, 0))
    run.leave(b"more")
    assert not (taken / forgotten).exists()
    assert run.fetch(lately) == b"lately"


def test_film_goes_from_pin_to_pin(run):
    arguments = {
        "run": run.id,
        "step": run.checkpoints()[-1],
        "a": [0.0] * 66,
        "b": [0.5] * 66,
        "path": "lerp",
        "steps": 4,
        "ending": "webp",
        "fps": 5.0,
        "loop": "back",
        "scale": 1,
    }
    film = run.fetch(answer(run.store, {"kind": "film", "arguments": arguments})["answer"]["left"])
    assert Image.open(io.BytesIO(film)).n_frames == 6
    assert read_provenance(film).offset_to.startswith("0.5,0.5")


def test_unknown_file_is_answered_by_a_sentence(run):
    told = answer(run.store, {"kind": "take", "arguments": {"run": run.id, "name": "pdf"}})
    assert "Unknown file 'pdf'" in told["error"]


def test_large_set_is_prepared_by_the_worker_as_a_small_one_is_by_the_page(tmp_path, monkeypatch):
    steps = PreprocessConfig(classes=("3", "8"), size=16)
    data = DataConfig(name="digits")
    near, far = Store(tmp_path / "near"), Store(tmp_path / "far")
    kept = have_prepared(near, data, steps, "mine")
    asked = []

    def worker(store, kind, _timeout_s, **arguments):
        asked.append(kind)
        return answer(store, {"kind": kind, "arguments": arguments})["answer"]

    monkeypatch.setattr(preparing, "ask", worker)
    monkeypatch.setattr(preparing, "NEAR_BYTES", 0)
    assert have_prepared(far, data, steps, "mine") == kept
    assert asked == ["keep_prepared"]
    assert far.sets.all() == near.sets.all()
