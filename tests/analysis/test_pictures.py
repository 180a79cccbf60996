import io
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from genlab.analysis.pictures import SAMPLE_SIDE_PX, draw, draw_walk, film
from genlab.errors import CapabilityError, ConfigError
from genlab.exports.provenance import Provenance, read_provenance


def size(items: np.ndarray, **options) -> tuple[int, int]:
    return Image.open(io.BytesIO(draw(items, Provenance(), **options)), formats=["PNG"]).size


def test_draw_enlarges_pictures_by_whole_factors():
    assert size(np.zeros((1, 1, 8, 8)), side_px=SAMPLE_SIDE_PX) == (256, 256)
    assert size(np.zeros((1, 3, 28, 28)), side_px=SAMPLE_SIDE_PX) == (252, 252)
    assert size(np.zeros((4, 1, 28, 28)), columns=4) == (2 * (4 * 29 - 1), 56)


def test_draw_takes_a_smaller_scale_when_a_sheet_would_be_too_large():
    assert max(size(np.zeros((20_000, 1, 8, 8), np.uint8))) <= 8192


def test_draw_puts_points_on_axes_even_a_single_one():
    assert size(np.zeros((1, 2))) == size(np.random.default_rng(0).normal(size=(50, 2))) == (480, 480)


def test_draw_refuses_items_that_are_neither():
    with pytest.raises(CapabilityError, match="Items of 5 numbers are neither pictures nor points"):
        draw(np.zeros((3, 5)), Provenance())


def test_draw_takes_any_scale_that_fits():
    assert size(np.zeros((1, 1, 8, 8)), scale=3) == (24, 24)
    assert size(np.zeros((1, 2)), scale=2) == (240, 240)
    with pytest.raises(ConfigError, match="between 1 and 64, got 0"):
        draw(np.zeros((1, 1, 8, 8)), Provenance(), scale=0)


@pytest.mark.parametrize(
    "items", [np.random.default_rng(0).random((7, 1, 8, 8)), np.random.default_rng(0).random((7, 2))]
)
@pytest.mark.parametrize("ending", ["gif", "webp"])
def test_film_has_a_frame_an_item_and_goes_there_and_back(items, ending):
    for loop, count in {"loop": 7, "back": 12}.items():
        made = film(items, ending, Provenance(run="r"), 20, loop)
        picture = Image.open(io.BytesIO(made), formats=[ending.upper()])
        assert (picture.n_frames, picture.info["loop"]) == (count, 0)
        assert read_provenance(made) == Provenance(run="r")
    with pytest.raises(ConfigError, match="once, loop, back; got 'twice'"):
        film(items, ending, Provenance(), loop="twice")


def test_walk_of_points_is_drawn_as_a_way_and_of_pictures_side_by_side():
    points = Image.open(io.BytesIO(draw_walk(np.eye(2), Provenance(), np.zeros((5, 2)))))
    assert points.size == (480, 480)
    assert Image.open(io.BytesIO(draw_walk(np.zeros((3, 1, 8, 8)), Provenance(), scale=2))).size == (52, 16)


def test_what_the_server_calls_loads_no_torch():
    modules = "checkpoints, decoding, graphs, pictures, scene, scene_view, take_home, walking"
    code = f"import sys; from genlab.analysis import {modules}; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
