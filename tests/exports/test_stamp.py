"""Files are read back by Pillow, and their provenance by it and by genlab."""

import io

import numpy as np
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from genlab.errors import CapabilityError, ConfigError, DataError
from genlab.exports.provenance import DIGITAL_SOURCE_TYPE, GIF_XMP, Provenance, code_text, read_provenance
from genlab.exports.stamp import FILMS, gif, png, webp

FULL = Provenance(
    run="20260101-000000-aaaa",
    name="a <b> & \"c\" 'd' é 🙂",
    step="12",
    training_seed="3",
    seed="5",
    code=code_text(np.float32([0.1, -2.5e-8, 3])),
    offset="1,2",
    code_to="0,0,0",
    offset_to="3,4",
    path="slerp",
)


def frames(n: int = 6, channels: int = 1) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (n, 20, 30, channels)).astype(np.uint8)


def written(kind: str, provenance: Provenance) -> bytes:
    return png(frames()[0], provenance) if kind == "png" else FILMS[kind](frames(), 10, True, provenance)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data), formats=["PNG", "GIF", "WEBP"])


@pytest.mark.parametrize("kind", ["png", "gif", "webp"])
def test_provenance_is_read_back_from_every_kind_of_file(kind):
    data = written(kind, FULL)
    assert read_provenance(data) == FULL
    assert DIGITAL_SOURCE_TYPE.encode() in data


@pytest.mark.parametrize("kind", ["png", "webp"])
def test_provenance_is_found_by_pillow(kind):
    described = opened(written(kind, FULL)).getxmp()["xmpmeta"]["RDF"]["Description"]
    assert described["DigitalSourceType"].endswith("/trainedAlgorithmicMedia")
    assert (described["run"], described["name"], described["code"]) == (FULL.run, FULL.name, FULL.code)


def test_provenance_leaves_out_what_xml_cannot_hold():
    name = "a\x00b\x08c\ud800d\ufffe"
    for kind in ("png", "gif", "webp"):
        assert read_provenance(written(kind, Provenance(name=name))).name == "abcd"


def test_picture_of_no_model_has_no_provenance():
    assert read_provenance(png(frames()[0], None)) is None
    plain = io.BytesIO()
    Image.fromarray(frames()[0][..., 0]).save(plain, "GIF")
    assert read_provenance(plain.getvalue()) is None


@pytest.mark.parametrize("packet", ["<x", "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"])
def test_damaged_xmp_is_one_sentence(packet):
    text, file = PngInfo(), io.BytesIO()
    text.add_itxt("XML:com.adobe.xmp", packet)
    Image.new("L", (2, 2)).save(file, "PNG", pnginfo=text)
    with pytest.raises(DataError, match="XMP is damaged"):
        read_provenance(file.getvalue())


@pytest.mark.parametrize("data", [b"", b"not a picture", b"GIF89a", GIF_XMP])
def test_what_is_no_picture_is_one_sentence(data):
    with pytest.raises(DataError, match="no PNG, GIF or WebP"):
        read_provenance(data)


def test_grey_gif_keeps_every_value_and_every_frame_even_equal_ones():
    made = frames()
    made[3] = made[2]
    film = opened(gif(made, 25, True, FULL))
    assert film.n_frames == len(made)
    for place, frame in enumerate(made):
        film.seek(place)
        assert film.info["duration"] == 40
        assert np.array_equal(np.asarray(film.convert("L")), frame[..., 0])


def test_colour_gif_is_close_to_its_frames():
    smooth = np.linspace(0, 255, 6 * 20 * 30 * 3).reshape(6, 20, 30, 3).astype(np.uint8)
    film = opened(gif(smooth, 10, True, FULL))
    film.seek(4)
    assert np.abs(np.asarray(film.convert("RGB")).astype(int) - smooth[4]).mean() < 4
    white = np.full((2, 8, 8, 3), 255, np.uint8)
    white[:, 0, 0] = 12, 200, 90
    assert np.array_equal(np.asarray(opened(gif(white, 10, True, FULL)).convert("RGB")), white[0])


@pytest.mark.parametrize("channels", [1, 3])
def test_webp_keeps_every_value(channels):
    made = frames(channels=channels)
    film = opened(webp(made, 10, True, FULL))
    assert film.n_frames == len(made)
    film.seek(3)
    assert np.array_equal(np.asarray(film.convert("RGB")), np.broadcast_to(made[3], (20, 30, 3)))
    assert film.info["duration"] == 100


@pytest.mark.parametrize("loop", [True, False])
def test_film_is_looped_only_if_asked(loop):
    assert opened(gif(frames(), 10, loop, FULL)).info.get("loop") == (0 if loop else None)
    assert opened(webp(frames(), 10, loop, FULL)).info["loop"] == (0 if loop else 1)


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_film_refuses_speeds_and_sizes_out_of_range(kind):
    for fps in (0, 51, -1, float("nan")):
        with pytest.raises(ConfigError, match=r"between 0\.2 and 50"):
            FILMS[kind](frames(), fps, True, FULL)
    with pytest.raises(CapabilityError, match="more than a film may have"):
        FILMS[kind](np.broadcast_to(np.uint8(0), (200, 1000, 1000, 1)), 10, True, FULL)
