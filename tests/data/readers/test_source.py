"""Hostile files: what is refused, and in how little memory."""

import gzip
import io
import struct
import tracemalloc

import numpy as np
import pytest

from genlab.data.readers import read, read_bytes
from genlab.data.readers.source import plain
from genlab.errors import DataError


def idx_header(*shape: int) -> bytes:
    return bytes([0, 0, 8, len(shape)]) + struct.pack(f">{len(shape)}I", *shape)


def zeros_gz(header: bytes, n_bytes: int) -> bytes:
    file = io.BytesIO()
    with gzip.GzipFile(fileobj=file, mode="wb", compresslevel=9) as packed:
        packed.write(header)
        for _ in range(n_bytes // 2**20):
            packed.write(bytes(2**20))
    return file.getvalue()


def peak_of_refusal(file: bytes) -> tuple[str, int]:
    """Return what the refusal says and the most memory that reading took."""
    tracemalloc.start()
    try:
        with pytest.raises(DataError) as error:
            read_bytes("a.gz", file)
        return str(error.value), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_gzip_is_undone_whatever_the_name(idx_bytes):
    array = np.arange(32, dtype=np.uint8).reshape(2, 4, 4)
    assert np.array_equal(read_bytes("a.png", gzip.compress(idx_bytes(array))).x[:, 0], array)


def test_gzip_of_several_members_is_one_file(idx_bytes):
    whole = idx_bytes(np.arange(32, dtype=np.uint8).reshape(2, 4, 4))
    assert len(read_bytes("a", gzip.compress(whole[:20]) + gzip.compress(whole[20:]))) == 2


def test_a_gzip_bomb_is_refused_at_the_announced_end_in_little_memory():
    told, peak = peak_of_refusal(zeros_gz(idx_header(10, 28, 28), 64 * 2**20))
    assert "byte 7,856 after gunzip: the file goes on" in told
    assert peak < 2 * 2**20


def test_a_small_gzip_that_announces_much_is_refused_in_little_memory():
    told, peak = peak_of_refusal(zeros_gz(idx_header(600_000, 28, 28), 2**18))
    assert "can hold at most" in told
    assert peak < 2**20


def test_an_announced_terabyte_is_refused_in_little_memory():
    for file in (idx_header(10**6, 10**3, 10**3) + bytes(64), gzip.compress(idx_header(10**6, 10**3, 10**3))):
        told, peak = peak_of_refusal(file)
        assert "where genlab reads at most 512.0 MiB" in told
        assert peak < 2**20


def test_an_npz_bomb_is_refused_in_little_memory(zip_bytes, npy_header):
    bomb = npy_header("{'descr': '|u1', 'fortran_order': False, 'shape': (10, 28, 28), }") + bytes(32 * 2**20)
    file = zip_bytes([("x.npy", bomb)])
    del bomb
    told, peak = peak_of_refusal(file)
    assert "goes on after the last announced number" in told
    assert peak < 2**20


@pytest.mark.parametrize("cut", [1, 9, 12, 30, -9, -4, -1])
def test_a_gzip_cut_short_is_refused(idx_bytes, cut):
    whole = gzip.compress(idx_bytes(np.random.default_rng(0).integers(0, 255, (20, 8, 8), np.uint8)))
    with pytest.raises(DataError, match=r"^a\.gz, byte "):
        read_bytes("a.gz", whole[:cut])


def test_a_gzip_with_a_wrong_checksum_is_refused(idx_bytes):
    whole = bytearray(gzip.compress(idx_bytes(np.zeros((2, 4, 4), np.uint8))))
    whole[-8] ^= 1
    with pytest.raises(DataError, match="the compressed data is damaged"):
        read_bytes("a.gz", bytes(whole))


def test_an_npz_inside_gzip_is_refused(npz_bytes):
    with pytest.raises(DataError, match="unpack it with gunzip first"):
        read_bytes("a.npz.gz", gzip.compress(npz_bytes(x=np.zeros((2, 3)))))


def test_reading_takes_little_more_memory_than_the_items(idx_bytes, tmp_path):
    items = np.random.default_rng(0).integers(0, 256, (20_000, 28, 28), np.uint8)
    (tmp_path / "a.gz").write_bytes(gzip.compress(idx_bytes(items), 1))
    tracemalloc.start()
    try:
        ds = read(tmp_path / "a.gz")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert ds.x.nbytes == items.nbytes
    assert peak < 1.5 * items.nbytes


def test_plain_text_holds_nothing_a_page_could_take_for_markup():
    assert plain("a\n<b>&‮*`x`[1](2)\x00é.gz") == "a b x 1 (2) é.gz"
    assert len(plain("x" * 1000)) == 80
