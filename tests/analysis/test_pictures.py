import io
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from genlab.analysis.pictures import SAMPLE_SIDE_PX, draw
from genlab.errors import CapabilityError


def size(items: np.ndarray, **options) -> tuple[int, int]:
    return Image.open(io.BytesIO(draw(items, {}, **options)), formats=["PNG"]).size


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
        draw(np.zeros((3, 5)), {})


def test_what_the_server_calls_loads_no_torch():
    modules = "checkpoints, decoding, graphs, pictures"
    code = f"import sys; from genlab.analysis import {modules}; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
