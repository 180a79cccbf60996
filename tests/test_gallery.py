"""The runs that come with genlab open anywhere, without a network and without what they learned from."""

from pathlib import Path

import numpy as np
import pytest

from genlab.analysis.scene import read_scene
from genlab.store import Store

GALLERY = Path(__file__).resolve().parents[1] / "gallery"
RUNS = sorted(folder.name for folder in (GALLERY / "runs").iterdir())
MOST_BYTES = 12e6
FAMILIES = {"faces-vae", "shapes-beta-vae", "fashion-vae", "fashion-gan", "grid-gan", "digits-2d", "digits-ae"}


def test_gallery_is_whole_and_small():
    assert set(RUNS) >= FAMILIES
    assert sum(file.stat().st_size for file in GALLERY.rglob("*") if file.is_file()) < MOST_BYTES


@pytest.mark.parametrize("name", RUNS)
def test_gallery_run_opens_in_an_empty_store(name, tmp_path, no_network):
    run = Store(tmp_path, gallery=GALLERY).run(name)
    scene = read_scene(run)
    assert scene is not None
    assert run.meta.note.startswith("Try: ")
    assert run.cache_get(f"evaluation-{scene.step}")
    assert len(scene.items) == len(scene.codes) == len(scene.coords) >= 1000
    decoded = scene.decoder.items(scene.codes[:4])
    assert decoded.shape == (4, *scene.item_shape)
    assert np.isfinite(decoded).all()


@pytest.mark.parametrize("name", [name for name in RUNS if name.endswith("-vae")])
def test_gallery_vae_copies_its_items_from_their_codes(name, tmp_path, no_network):
    scene = read_scene(Store(tmp_path, gallery=GALLERY).run(name))
    items = np.asarray(scene.items[:200], np.float32) / (255 if scene.items.dtype == np.uint8 else 1)
    copies = scene.decoder.items(scene.codes[:200])
    assert np.square(copies - items).mean() < 0.3 * np.square(items - items.mean(0)).mean()
