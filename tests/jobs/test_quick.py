"""What the warm worker leaves for a page to fetch."""

import io

import pytest
from PIL import Image

from genlab.errors import StoreError
from genlab.exports.provenance import read_provenance
from genlab.jobs.quick import answer
from genlab.store import default_store


@pytest.fixture
def run(tmp_path):
    return default_store(tmp_path).run("ring-gan")


def test_file_is_left_for_one_fetch_even_of_a_gallery_run(run):
    told = answer(run.store, {"kind": "take", "arguments": {"run": run.id, "name": "safetensors"}})
    assert told == {"answer": {"run": run.id, "name": "safetensors"}}
    assert len(run.fetch("safetensors")) > 10_000
    with pytest.raises(StoreError, match="ask for it again"):
        run.fetch("safetensors")


def test_film_goes_from_pin_to_pin(run):
    arguments = {
        "run": run.id,
        "step": run.checkpoints()[-1],
        "a": [0.0] * 130,
        "b": [0.5] * 130,
        "path": "lerp",
        "steps": 4,
        "ending": "webp",
        "fps": 5.0,
        "loop": "back",
        "scale": 1,
    }
    assert "answer" in answer(run.store, {"kind": "film", "arguments": arguments})
    film = run.fetch("film")
    assert Image.open(io.BytesIO(film)).n_frames == 6
    assert read_provenance(film).offset_to.startswith("0.5,0.5")


def test_unknown_file_is_answered_by_a_sentence(run):
    told = answer(run.store, {"kind": "take", "arguments": {"run": run.id, "name": "pdf"}})
    assert "Unknown file 'pdf'" in told["error"]
