import io
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from genlab.analysis.graphs import ensure_graphs
from genlab.analysis.pictures import draw, sample_png, sheet_png, strip_png
from genlab.errors import CapabilityError, ConfigError, UnknownNameError


@pytest.fixture
def vae(trained):
    ensure_graphs(trained("vae"))
    return trained("vae")


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png), formats=["PNG"])


def test_sample_is_large_and_says_which_point_it_is(vae):
    image = opened(sample_png(vae, np.array([0.5, -1, 0, 2])))
    assert image.size == (256, 256)
    assert (image.text["Run"], image.text["Z"]) == (vae.id, "0.5,-1,0,2")


def test_strip_begins_at_a_and_ends_at_b(vae):
    a, b = np.array([2.0, 0, 0, 0]), np.array([0, -2.0, 0, 0])
    image = np.asarray(opened(strip_png(vae, a, b, n=5, path="slerp")))
    assert image.shape == (64, (5 * 8 + 4) * 8)
    first, last = (np.asarray(opened(sample_png(vae, z)))[::4, ::4] for z in (a, b))
    assert np.array_equal(image[:, :64], first)
    assert np.array_equal(image[:, -64:], last)


def test_strip_refuses_an_unknown_path(vae):
    with pytest.raises(UnknownNameError, match="lerp"):
        strip_png(vae, np.zeros(4), np.ones(4), path="straight")


def test_sheet_repeats_by_seed(vae):
    assert sheet_png(vae, n=9, seed=3) == sheet_png(vae, n=9, seed=3) != sheet_png(vae, n=9, seed=4)
    assert opened(sheet_png(vae, seed=3)).text["Seed"] == "3"


def test_points_are_drawn_on_axes(trained):
    ensure_graphs(trained("ring"))
    assert opened(sheet_png(trained("ring"), n=500)).size == (480, 480)


def test_pictures_refuse_wrong_points_and_items_that_cannot_be_drawn(vae):
    with pytest.raises(ConfigError, match="must have 4 numbers"):
        sample_png(vae, np.zeros(2))
    with pytest.raises(CapabilityError, match="neither pictures nor points"):
        draw(np.zeros((3, 5)), {})


def test_what_the_server_calls_loads_no_torch():
    modules = "checkpoints, decoding, graphs, neighbors, pictures"
    code = f"import sys; from genlab.analysis import {modules}; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
