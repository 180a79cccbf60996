import io
import os
import stat
import struct
import zipfile
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from genlab.data.dataset import Modality, ValueKind
from genlab.data.readers import read, read_bytes
from genlab.data.readers.options import ReadConfig
from genlab.errors import DataError

RAMP = np.arange(12 * 10, dtype=np.uint8).reshape(12, 10)


def file_of(pixels: np.ndarray, form: str = "PNG", **options) -> bytes:
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, form, **options)
    return file.getvalue()


def pictures(data: bytes, **config):
    return read_bytes("p.zip", data, config=ReadConfig.parse(config))


def refused(data: bytes, **config) -> str:
    with pytest.raises(DataError, match=r"^p\.zip[:,] ") as error:
        pictures(data, **config)
    assert str(error.value).isprintable()
    assert str(error.value).endswith(".")
    return str(error.value)


@pytest.fixture(scope="module")
def picture() -> bytes:
    return file_of(RAMP)


def test_pictures_take_their_class_from_their_folder(zip_bytes, picture):
    ds = pictures(zip_bytes([("all/b/2.png", picture), ("all/a/1.png", picture), ("all/a/x/0.png", picture)]))
    assert ds.x.shape == (3, 1, 12, 10)
    assert np.array_equal(ds.x[0, 0], RAMP)
    assert ds.label_names == ("a", "a / x", "b")
    assert ds.labels.tolist() == [0, 1, 2]
    assert (ds.modality, ds.value_kind, ds.name) == (Modality.IMAGE, ValueKind.UNIT, "p")


def test_folders_that_differ_in_signs_alone_are_told_apart(zip_bytes, picture):
    ds = pictures(zip_bytes([("a#/1.png", picture), ("a@/2.png", picture)]))
    assert (ds.label_names, ds.labels.tolist()) == (("a", "a (2)"), [0, 1])


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WebP"])
def test_picture_that_says_it_lies_on_its_side_is_turned(zip_bytes, form):
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter, clockwise
    ds = pictures(zip_bytes([("1.png", file_of(RAMP, form, exif=exif, quality=100))]))
    assert ds.item_shape == (1, 10, 12) if form != "WebP" else (3, 10, 12)
    assert np.abs(ds.x[0, 0].astype(int) - np.rot90(RAMP, -1)).max() <= 4


@pytest.mark.parametrize("exif", [b"Exif\0\0rubbish", b"MM\0*\0\0\0\x08\xff\xff", b"\0"])
@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_picture_is_read_though_what_it_says_of_itself_is_rubbish(zip_bytes, exif, form):
    ds = pictures(zip_bytes([("1.png", file_of(RAMP, form, exif=exif))]))
    assert ds.item_shape == (1, 12, 10)


def test_pipe_in_a_folder_is_refused_at_once(tmp_path, picture):
    (tmp_path / "1.png").write_bytes(picture)
    os.mkfifo(tmp_path / "2.png")
    with pytest.raises(DataError, match=r"'2\.png': cannot be read \(it is no ordinary file\)"):
        read(tmp_path)
    with pytest.raises(DataError, match="ordinary"):
        read(tmp_path / "2.png")


def test_pictures_in_one_folder_have_no_class(zip_bytes, picture):
    assert pictures(zip_bytes([("a/1.png", picture), ("a/2.png", picture)])).labels is None


@pytest.mark.parametrize(
    ("form", "ending", "options"),
    [
        ("PNG", "png", {}),
        ("PPM", "pgm", {}),
        ("BMP", "bmp", {}),
        ("GIF", "gif", {}),
        ("WEBP", "webp", {"lossless": True}),
        ("JPEG", "JPG", {"quality": 100}),
    ],
)
def test_every_format_is_read(zip_bytes, form, ending, options):
    ds = pictures(zip_bytes([(f"1.{ending}", file_of(RAMP, form, **options))]), color="grey")
    assert np.abs(ds.x[0, 0].astype(int) - RAMP).max() <= (3 if form == "JPEG" else 0)


def test_grey_and_colour_together_become_colour(zip_bytes, picture):
    red = np.zeros((12, 10, 3), np.uint8) + np.array([255, 0, 0], np.uint8)
    ds = pictures(zip_bytes([("1.png", picture), ("2.png", file_of(red))]))
    assert ds.x.shape == (2, 3, 12, 10)
    assert ds.x[1, :, 0, 0].tolist() == [255, 0, 0]
    assert (ds.x[0] == RAMP).all()


@pytest.mark.parametrize(("background", "value"), [("white", 255), ("black", 0)])
def test_transparency_is_laid_on_the_background(zip_bytes, background, value):
    clear = np.zeros((4, 4, 4), np.uint8)
    clear[0, 0] = (9, 9, 9, 255)
    ds = pictures(zip_bytes([("1.png", file_of(clear))]), background=background)
    assert ds.x[0, :, 0, 0].tolist() == [9, 9, 9]
    assert ds.x[0, :, 1, 1].tolist() == [value] * 3


def test_sixteen_bits_become_eight(zip_bytes):
    deep = (RAMP.astype(np.uint16) << 8) + 17
    assert np.array_equal(pictures(zip_bytes([("1.png", file_of(deep))])).x[0, 0], RAMP)


@pytest.mark.parametrize("fit", ["crop", "pad", "stretch"])
def test_pictures_of_any_size_become_squares(zip_bytes, fit):
    wide = np.full((10, 40), 200, np.uint8)
    wide[:, :10] = 0
    ds = pictures(zip_bytes([("1.png", file_of(wide)), ("2.png", file_of(wide.T.copy()))]), size=8, fit=fit)
    assert ds.x.shape == (2, 1, 8, 8)
    assert {"crop": 200, "pad": 255, "stretch": 0}[fit] == ds.x[0, 0, 0, 0]
    assert np.array_equal(ds.x[0, 0], ds.x[1, 0].T)


def test_pictures_of_different_sizes_ask_for_one(zip_bytes, picture):
    told = refused(zip_bytes([("1.png", picture), ("2.png", file_of(RAMP.T.copy()))]))
    assert "picture '2.png': the picture is 12×10 px where others are 10×12; choose a size" in told


def test_a_folder_is_read_like_its_archive(zip_bytes, picture, tmp_path):
    for name in ("a/1.png", "b/2.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(picture)
    (tmp_path / ".hidden.png").write_bytes(b"no picture")
    (tmp_path / "notes.txt").write_bytes(b"words")
    ds = read(tmp_path)
    assert ds.fingerprint == pictures(zip_bytes([("a/1.png", picture), ("b/2.png", picture)])).fingerprint
    assert ds.label_names == ("a", "b")
    assert "1 file that is no picture left out" in ds.source


@pytest.mark.parametrize(
    "name", ["../1.png", "/etc/1.png", "a/../../1.png", "..\\1.png", "C:\\1.png", "C:1.png", "a\n.png"]
)
def test_a_path_that_leads_out_is_refused(zip_bytes, picture, name):
    assert "leads out of the archive" in refused(zip_bytes([("ok.png", picture), (name, picture)]))


def test_a_link_is_refused(picture):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("ok.png", picture)
        link = zipfile.ZipInfo("link.png")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert "entry 'link.png' is a link" in refused(file.getvalue())


def test_an_archive_in_the_archive_is_refused(zip_bytes, picture):
    inner = zip_bytes([("1.png", picture)])
    assert "is an archive in the archive" in refused(zip_bytes([("ok.png", picture), ("inner.zip", inner)]))
    assert "not a whole PNG" in refused(zip_bytes([("ok.png", picture), ("inner.png", inner)]))


def test_entries_that_overlap_are_refused(zip_bytes, picture):
    whole = bytearray(zip_bytes([("1.png", picture), ("2.png", picture)], zipfile.ZIP_STORED))
    second = whole.index(b"PK\x01\x02", whole.index(b"PK\x01\x02") + 1)
    whole[second + 42 : second + 46] = struct.pack("<I", 0)
    assert "overlaps" in refused(bytes(whole))


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def blank_png(width: int, height: int, n_bytes: int | None = None) -> bytes:
    """A black picture of one bit a pixel, tiny once packed; ``n_bytes`` of its pixels if it is to lie."""
    rows = (width + 7) // 8 + 1
    packer = zlib.compressobj(9)
    pixels = packer.compress(bytes(rows * height if n_bytes is None else n_bytes)) + packer.flush()
    header = struct.pack(">2I5B", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", pixels) + png_chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [6_000, 12_000, 60_000])
def test_a_picture_of_absurd_size_is_refused_undecoded(zip_bytes, side):
    told = refused(zip_bytes([("1.png", blank_png(side, side, 1000))]), size=32)
    assert "picture '1.png': the picture announces" in told
    assert "33,554,432 are allowed" in told


def test_many_large_blank_pictures_are_refused_undecoded(zip_bytes):
    bomb = blank_png(5000, 5000)
    told = refused(zip_bytes([(f"{n}.png", bomb) for n in range(400)]), size=32)
    assert "no honest pictures do" in told


@pytest.mark.parametrize("keep", [20, 40, 0.5, 0.95])
def test_a_picture_cut_off_is_refused(zip_bytes, keep):
    noise = file_of(np.random.default_rng(0).integers(0, 256, (32, 32, 3), dtype=np.uint8))
    cut = noise[: int(keep if keep > 1 else keep * len(noise))]
    told = refused(zip_bytes([("a/1.png", noise), ("b/2.png", cut)]))
    assert "picture 'b 2.png'" in told


def test_pixels_that_lie_about_their_number_are_refused(zip_bytes):
    assert "is damaged" in refused(zip_bytes([("1.png", blank_png(3000, 3000, 100))]))


@pytest.mark.parametrize("wrong", [b"", b"text", b"\0" * 64, b"%!PS-Adobe-3.0 EPSF-3.0\n", b"II*\0\x08\0\0\0\0\0"])
def test_a_file_that_is_no_picture_is_refused_whatever_it_is_called(zip_bytes, picture, wrong):
    assert "picture '2.png': the file is not a whole PNG" in refused(zip_bytes([("1.png", picture), ("2.png", wrong)]))


def test_an_archive_without_pictures_says_what_it_holds(zip_bytes):
    assert "it holds no picture (x.bin)" in refused(zip_bytes([("x.bin", b"1")]))
    assert "it holds music" in refused(zip_bytes([("a/x.mid", b"MThd")]))


def test_an_entry_that_lies_about_its_size_is_refused(zip_bytes, picture):
    whole = bytearray(zip_bytes([("1.png", picture)]))
    at = whole.index(b"PK\x01\x02")
    whole[at + 24 : at + 28] = struct.pack("<I", 2**31)
    assert "announces more bytes than it can hold" in refused(bytes(whole))


def test_a_zip_bomb_of_one_entry_is_refused(zip_bytes):
    assert "104,857,600 bytes long" in refused(zip_bytes([("1.png", bytes(100 * 2**20))]))


def test_one_picture_alone_is_no_data_set(picture):
    with pytest.raises(DataError, match="give a folder or ZIP archive of pictures"):
        read_bytes("1.png", picture)


def test_a_changed_byte_is_seen(zip_bytes, picture):
    whole = bytearray(zip_bytes([("1.png", picture)], zipfile.ZIP_STORED))
    whole[whole.index(b"IDAT") + 9] ^= 0xFF
    assert "damaged" in refused(bytes(whole))


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_damaged_archive_is_read_or_refused_and_nothing_else(zip_bytes, picture, data):
    file = bytearray(zip_bytes([("a/1.png", picture), ("b/2.png", picture)], data.draw(st.sampled_from([0, 8]))))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(file) - 1))
        if data.draw(st.booleans()):
            file[at] = data.draw(st.integers(0, 255))
        elif at > 4:
            del file[at : at + data.draw(st.integers(1, 20))]
    told = ""
    try:
        read_bytes("p.zip", bytes(file))
    except DataError as error:
        told = str(error)
    assert told == "" or (told.isprintable() and told.endswith("."))


def test_openmoji_is_read(shared_data):
    ds = read(shared_data / "openmoji" / "openmoji-128.zip", config=ReadConfig(size=32))
    assert ds.x.shape == (1906, 3, 32, 32)
    counts = dict(zip(ds.label_names, np.bincount(ds.labels).tolist(), strict=True))
    assert counts["people-and-body"] == 386
    assert counts["activities"] == 85
    assert ds.x[:, :, 0, 0].mean() > 250  # transparent corners lie on white
