"""Whatever a crash or a bad disk leaves behind: a run opens, or says in one sentence what is wrong with it."""

import errno
import os
import re
import shutil
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from genlab.errors import BrokenRunError, StoreError
from genlab.store import Store
from genlab.training.config import DataConfig, RunSpec

from .conftest import OPTIMISER, WEIGHTS

FILES = (
    "spec.json",
    "state.json",
    "meta.json",
    "metrics.jsonl",
    "checkpoints/20/manifest.json",
    "checkpoints/20/model.safetensors",
    "checkpoints/20/trainer.safetensors",
    "checkpoints/20/info.json",
    "previews/00000000.npz",
)


def read_everything(store: Store, run_id: str) -> None:
    """Read all that can be read of a run; only a sentence about damage may stop it."""
    listed = next(found for found in store.runs() if found.id == run_id)
    if listed.state == "broken":
        assert listed.error.endswith(".")
        with pytest.raises(BrokenRunError, match=re.escape(listed.error)):
            store.run(run_id)
        return
    run = store.run(run_id)
    assert run.status().state == listed.state
    assert all(isinstance(record["seq"], int) for record in run.metrics())
    run.metrics(after=1)
    run.preview()
    assert run.checkpoint().model.keys() == WEIGHTS.keys()
    with suppress(BrokenRunError):
        assert run.checkpoint().trainer.keys() == OPTIMISER.keys()
    with run.writer() as writer:
        seq = writer.metric({"step": 99, "epoch": 9.9})
        assert run.metrics()[-1]["seq"] == seq


@given(file=st.sampled_from(FILES), share=st.floats(0, 1), tail=st.binary(max_size=12), flip=st.booleans())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_run_opens_or_is_broken_in_a_sentence_wherever_a_file_is_torn(store, trained, file, share, tail, flip):
    folder = store.root / "runs" / trained.id
    whole = store.root / "whole"
    if not whole.exists():
        shutil.copytree(folder, whole)
    shutil.rmtree(folder)
    shutil.copytree(whole, folder)
    content = bytearray((folder / file).read_bytes())
    place = int(share * len(content))
    if flip and place < len(content):
        content[place] ^= 0xFF
        (folder / file).write_bytes(content)
    else:
        (folder / file).write_bytes(bytes(content[:place]) + tail)
    read_everything(store, trained.id)


def disk_that_fills(monkeypatch, after: int, ever_after: bool = True) -> None:
    """Let the ``after``-th call that needs room on the disk fail, and every one after it."""
    left = [after]
    for name in ("write", "fsync", "replace", "rename", "mkdir", "link"):
        real = getattr(os, name)

        def call(*arguments, real=real, **options):
            left[0] -= 1
            if left[0] < 0 if ever_after else left[0] == -1:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*arguments, **options)

        monkeypatch.setattr(os, name, call)


@pytest.mark.parametrize("after", range(22))
def test_full_disk_is_told_in_a_sentence_and_loses_nothing_kept(store, trained, own_data, after, monkeypatch):
    kept = store.sets.add(own_data)
    spec = RunSpec(data=DataConfig(name="digits"))
    writer = trained.writer()
    writer.current = writer.current.model_copy(update={"state": "running"})
    attempts = [
        lambda: writer.status(step=30),
        lambda: writer.metric({"step": 30}),
        lambda: writer.checkpoint(30, WEIGHTS, OPTIMISER, {}),
        lambda: writer.checkpoint(20, WEIGHTS, OPTIMISER, {}),
        lambda: writer.preview(samples=np.zeros(3)),
        lambda: trained.cache_put("codes-20", {"mu": np.zeros(3)}),
        lambda: trained.put_graph("decoder", b"graph"),
        lambda: trained.rename("another"),
        lambda: store.sets.add(type(own_data)("new", own_data.x + 1, own_data.modality, own_data.value_kind)),
        lambda: store.create_run(spec),
        lambda: store.jobs.enqueue(trained.id),
    ]
    rotated = attempts[after % len(attempts) :] + attempts[: after % len(attempts)]
    sentences = []
    with monkeypatch.context() as full:
        disk_that_fills(full, after % 7)
        for attempt in rotated:
            try:
                attempt()
            except StoreError as error:
                sentences.append(str(error))
    assert len(sentences) >= len(attempts) - 2
    assert all("disk is full" in sentence for sentence in sentences)
    writer.close()
    run = Store(store.root).run(trained.id)
    assert run.status().state in ("finished", "running")
    assert [record["seq"] for record in run.metrics()][:3] == [0, 1, 2]
    assert {10, 20} <= set(run.checkpoints())
    assert all(run.checkpoint(step).trainer.keys() == OPTIMISER.keys() for step in run.checkpoints())
    assert run.preview() is not None
    assert run.name in ("first steps", "another")
    assert store.sets.load(DataConfig(name=kept, own=True)).n_classes == 2
    assert all(found.state != "broken" for found in store.runs())
    with run.writer() as writer:
        writer.metric({"step": 31})


@pytest.mark.parametrize("after", range(0, 26))
def test_checkpoint_that_cannot_be_replaced_stays(store, trained, after, monkeypatch):
    with trained.writer() as writer, monkeypatch.context() as full:
        disk_that_fills(full, after, ever_after=False)
        with suppress(StoreError):
            writer.checkpoint(20, {"w": np.ones(3, np.float32)}, OPTIMISER, {})
    assert trained.checkpoints() == [10, 20]
    assert trained.checkpoint(20).model.keys() in (WEIGHTS.keys(), {"w"})


def test_refused_permission_is_told_in_a_sentence(store, trained, monkeypatch):
    def refuse(*_):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "replace", refuse)
    with trained.writer() as writer, pytest.raises(StoreError, match="Could not write .*state.json.*Permission denied"):
        writer.status(step=1)


def test_half_made_run_is_not_listed(store, spec, monkeypatch):
    def die(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr(os, "rename", die)
        with pytest.raises(KeyboardInterrupt):
            store.create_run(spec)
    assert store.runs() == []
