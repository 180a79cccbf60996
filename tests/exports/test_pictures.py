"""The files are read back pixel by pixel."""

import io

import numpy as np
import pytest
from PIL import Image

from genlab.errors import CapabilityError
from genlab.exports.pictures import frames, picture, sheet, strip
from genlab.exports.provenance import Provenance


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png), formats=["PNG"])


def pixels(png: bytes) -> np.ndarray:
    return np.asarray(opened(png))


def items(n: int, channels: int = 1, dtype=np.uint8) -> np.ndarray:
    numbers = np.random.default_rng(0).integers(0, 256, (n, channels, 4, 6)).astype(np.uint8)
    return numbers if dtype == np.uint8 else (numbers / 255).astype(dtype)


@pytest.mark.parametrize("dtype", [np.uint8, np.float32, np.float64])
def test_picture_keeps_every_value(dtype):
    assert np.array_equal(pixels(picture(items(1, dtype=dtype)[0])), items(1)[0, 0])


def test_picture_repeats_pixels_without_smoothing_when_enlarged():
    large = pixels(picture(items(1)[0], scale=5))
    assert large.shape == (20, 30)
    assert np.array_equal(large[2::5, 2::5], items(1)[0, 0])
    assert np.array_equal(large[0::5, 4::5], items(1)[0, 0])


def test_picture_shows_colour_channels_last():
    assert np.array_equal(pixels(picture(items(1, channels=3)[0])), items(1, channels=3)[0].transpose(1, 2, 0))


def test_picture_clips_what_lies_outside_the_unit_interval():
    x = np.array([[[-3.0, 0.5, 7.0, np.nan, np.inf, -np.inf]]])
    assert pixels(picture(x)).tolist() == [[0, 128, 255, 0, 255, 0]]


def test_strip_puts_items_side_by_side():
    shown = pixels(strip(items(3), gap=2))
    assert shown.shape == (4, 3 * 6 + 2 * 2)
    assert np.array_equal(shown[:, 8:14], items(3)[1, 0])
    assert (shown[:, 6:8] == 128).all()


def test_sheet_fills_row_by_row_and_leaves_the_rest_grey():
    shown = pixels(sheet(items(5), columns=3, scale=2, gap=1))
    assert shown.shape == (2 * (4 * 2 + 1), 2 * (6 * 3 + 2))
    assert np.array_equal(shown[10::2, 14:26:2], items(5)[4, 0])
    assert (shown[10:, 28:] == 128).all()


def test_sheet_is_about_square_by_default():
    width, height = opened(sheet(items(100))).size
    assert 0.7 < width / height < 1.5


def test_png_says_where_it_comes_from():
    text = opened(picture(items(1)[0], provenance=Provenance(run="20260101-é", seed="5"))).text
    assert text["Software"].startswith("genlab ")
    assert (text["Run"], text["Seed"]) == ("20260101-é", "5")


def test_frames_are_the_items_enlarged():
    made = frames(items(3, channels=3), scale=2)
    assert made.shape == (3, 8, 12, 3)
    assert np.array_equal(made[1, ::2, ::2], items(3, channels=3)[1].transpose(1, 2, 0))
    with pytest.raises(CapabilityError, match="At scale 5000"):
        frames(items(3), scale=5000)


@pytest.mark.parametrize("shape", [(3, 5), (2, 2, 8, 8), (0, 1, 8, 8), (1, 8, 8)])
def test_sheet_refuses_what_is_not_a_row_of_pictures(shape):
    with pytest.raises(CapabilityError, match="not pictures"):
        sheet(np.zeros(shape))


def test_sheet_refuses_more_than_fits():
    with pytest.raises(CapabilityError, match=r"at most 8,192 px"):
        sheet(np.zeros((30_000, 1, 64, 64), np.uint8))
    with pytest.raises(CapabilityError, match="scale must be >= 1, got 0"):
        picture(items(1)[0], scale=0)
