"""A model made elsewhere becomes a run; nothing in the server or a worker ever runs its graphs."""

import numpy as np
import onnxruntime
import pytest

from genlab.analysis.checkpoints import model_at
from genlab.analysis.importing import import_model
from genlab.analysis.maps import MapSpec, material
from genlab.analysis.prepare import prepare_explorer
from genlab.analysis.scene import read_scene
from genlab.errors import CapabilityError, DataError
from genlab.store.uploads import leave, take
from tests.imports.graphs import linear, npz

RNG = np.random.default_rng(0)
CODES = RNG.standard_normal((40, 12)).astype(np.float32)
DECODER = linear(12, [12]).SerializeToString()
ENCODER = linear(12, [12], names=("picture", "mean")).SerializeToString()


@pytest.fixture
def no_graph_runs(monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a graph was loaded")

    monkeypatch.setattr(onnxruntime, "InferenceSession", refuse)


def scene_of(run):
    prepare_explorer(run)
    return read_scene(run)


def test_import_keeps_what_the_explorer_reads_and_runs_no_graph(store, no_graph_runs):
    items = RNG.integers(0, 256, (40, 3, 4), dtype=np.uint8)
    labels = np.arange(40) % 3
    run = import_model(
        store, npz(codes=CODES, labels=labels, items=items), DECODER, ENCODER, "Mine", label_names=("a", "b", "c")
    )
    shown = scene_of(store.run(run.id))
    assert (shown.step, shown.item_shape, shown.label_names) == (0, (1, 3, 4), ("a", "b", "c"))
    assert np.array_equal(shown.codes, CODES)
    assert np.array_equal(shown.items[:, 0], items)
    assert np.array_equal(shown.labels, labels)
    assert shown.file("encoder.onnx") == shown.graph("encoder")
    assert list(shown.order) == list(np.argsort(-CODES.std(axis=0)))
    assert len(material(MapSpec(method="tsne", perplexity=5), shown).rows) == 40
    for asked in (lambda: shown.decoder, lambda: model_at(run)):
        with pytest.raises(CapabilityError, match="in the browser alone"):
            asked()


def test_model_without_items_is_shown_by_its_decoder(store):
    run = import_model(store, npz(codes=CODES), linear(12, [3, 4]).SerializeToString())
    shown = scene_of(run)
    assert (len(shown.items), shown.item_shape, shown.value_range) == (0, (1, 3, 4), (0.0, 1.0))
    assert shown.labels is None


def test_thumbnails_are_stretched_to_what_the_decoder_makes(store):
    thumbnails = RNG.integers(0, 256, (40, 2, 2), dtype=np.uint8)
    run = import_model(store, npz(codes=CODES, thumbnails=thumbnails), linear(12, [4, 4]).SerializeToString())
    assert np.array_equal(scene_of(run).items[:, 0], thumbnails.repeat(2, axis=1).repeat(2, axis=2))


def test_range_is_what_the_items_say_unless_told(store):
    items = RNG.uniform(-1, 1, (40, 3, 4)).astype(np.float32)
    assert scene_of(import_model(store, npz(codes=CODES, items=items), DECODER)).value_range == (-1, 1)
    told = import_model(store, npz(codes=CODES, items=items * 9), DECODER, value_range=(-9, 9))
    assert scene_of(told).value_range == (-9, 9)
    with pytest.raises(DataError, match="which are black and white"):
        import_model(store, npz(codes=CODES, items=items * 9), DECODER)


@pytest.mark.parametrize(
    ("codes", "decoder", "encoder", "said"),
    [
        (CODES[:, :5], DECODER, None, "takes rows of 12 numbers, the codes have 5"),
        (CODES, linear(12, [9]).SerializeToString(), None, "makes items of shape 9, but the items given are 1×3×4"),
        (CODES, DECODER, linear(9, [12]).SerializeToString(), "encoder takes items of 9 numbers"),
        (CODES, DECODER, linear(12, [5]).SerializeToString(), "encoder makes rows of 5 numbers"),
    ],
)
def test_parts_that_do_not_belong_together_leave_no_run(store, codes, decoder, encoder, said):
    with pytest.raises(DataError, match=said):
        import_model(store, npz(codes=codes, items=np.zeros((40, 3, 4), np.uint8)), decoder, encoder)
    assert store.runs() == []


def test_upload_is_taken_once(store):
    name = leave(store, b"bytes")
    assert take(store, name) == b"bytes"
    for again in (name, "../../spec", ""):
        with pytest.raises(OSError, match="upload it again"):
            take(store, again)
