"""Downloads, from a server on this machine that stands in for the real ones, and what is brought by hand."""

import gzip
import hashlib
import http.server
import io
import json
import re
import socket
import tarfile
import threading
import time
import urllib.request
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from scipy.io import savemat
from sklearn.datasets import _lfw, _olivetti_faces, _openml
from sklearn.datasets._base import RemoteFileMetadata

from genlab.data import fetch as fetching
from genlab.data.fetch import fetch
from genlab.data.named import REMOTES, load
from genlab.data.named.remote import lfw, olivetti, openml
from genlab.data.named.remote.openml import Pictures, content_digest
from genlab.errors import DataError, UnknownNameError

N = 40


@pytest.fixture
def server(monkeypatch):
    """A web server: a dictionary of paths and what they answer; ``address`` is where."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.server.answers.get(self.path)
            self.send_response(200 if body is not None else 404)
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            for start in range(0, len(body or b""), 4096):
                self.wfile.write(body[start : start + 4096])
                time.sleep(self.server.pause_s)

        def log_message(self, *_: object) -> None:
            pass

    web = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    web.answers, web.pause_s = {}, 0.0
    web.address = f"http://127.0.0.1:{web.server_port}"
    threading.Thread(target=web.serve_forever, daemon=True).start()
    monkeypatch.setattr(fetching, "PORT", web.server_port)
    monkeypatch.setattr(urllib.request, "_opener", None)  # it remembers the proxies of the first download
    for proxy in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(proxy, raising=False)
    yield web
    web.shutdown()
    web.server_close()


def here(remote):
    return replace(remote, host="127.0.0.1")


@pytest.fixture
def pictures() -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(0)
    return rng.integers(0, 256, (N, 1, 8, 8), dtype=np.uint8), np.arange(N) % 3


@pytest.fixture
def small(pictures) -> Pictures:
    return Pictures("mnist", "MNIST", 7, ("0", "1", "2"), "a test", "CC0", content_digest(*pictures), N, 8)


@pytest.fixture
def openml_server(server, pictures, monkeypatch):
    """openml.org with one small data set, number 7."""
    x, labels = pictures
    names = [f"pixel{i}" for i in range(64)]
    rows = "\n".join(f"{','.join(map(str, item.ravel()))},{label}" for item, label in zip(x, labels, strict=True))
    columns = "".join(f"@ATTRIBUTE {name} REAL\n" for name in names)
    arff = f"@RELATION small\n{columns}@ATTRIBUTE class {{0,1,2}}\n@DATA\n{rows}\n".encode()
    about = {
        "id": "7",
        "name": "small",
        "description": "a test",
        "version": "1",
        "format": "ARFF",
        "status": "active",
        "url": f"{server.address}/data/small.arff",
        "file_id": "7",
        "default_target_attribute": "class",
        "md5_checksum": hashlib.md5(arff).hexdigest(),
    }
    plain = {"is_target": "false", "is_ignore": "false", "is_row_identifier": "false", "number_of_missing_values": "0"}
    features = [{"index": str(i), "name": name, "data_type": "numeric", **plain} for i, name in enumerate(names)]
    features.append({"index": "64", "name": "class", "data_type": "nominal", **plain, "is_target": "true"})
    quality = [{"name": "NumberOfInstances", "value": f"{N}.0"}]
    for path, answer in (
        ("/info/7", {"data_set_description": about}),
        ("/features/7", {"data_features": {"feature": features}}),
        ("/qualities/7", {"data_qualities": {"quality": quality}}),
    ):
        server.answers[path] = json.dumps(answer).encode()
    server.answers["/data/small.arff"] = arff
    monkeypatch.setattr(_openml, "_DATA_INFO", f"{server.address}/info/{{}}")
    monkeypatch.setattr(_openml, "_DATA_FEATURES", f"{server.address}/features/{{}}")
    monkeypatch.setattr(_openml, "_DATA_QUALITIES", f"{server.address}/qualities/{{}}")
    return server


def test_pictures_come_from_openml_with_progress(openml_server, small, pictures):
    openml_server.pause_s = 0.2
    seen = []
    ds = fetch(here(small.remote(4000, "", "a site")), lambda done, total: seen.append((done, total)))
    assert np.array_equal(ds.x, pictures[0])
    assert np.array_equal(ds.labels, pictures[1])
    assert ds.label_names == ("0", "1", "2")
    assert {total for _, total in seen} == {4000}
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] > 0


def test_labels_in_quotes_are_read_too(openml_server, small, pictures):
    arff = openml_server.answers["/data/small.arff"]
    quoted = re.sub(rb",(\d)(?=\n)", rb",'\1'", arff)
    openml_server.answers["/data/small.arff"] = quoted
    about = openml_server.answers["/info/7"].replace(
        hashlib.md5(arff).hexdigest().encode(), hashlib.md5(quoted).hexdigest().encode()
    )
    openml_server.answers["/info/7"] = about
    assert np.array_equal(fetch(here(small.remote(4000, "", "a site"))).labels, pictures[1])


def test_a_download_leaves_nothing_behind(openml_server, small, monkeypatch, tmp_path):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("SCIKIT_LEARN_DATA", str(tmp_path / "cache"))
    monkeypatch.setattr("tempfile.tempdir", None)
    fetch(here(small.remote(4000, "", "a site")))
    assert list(tmp_path.iterdir()) == []


def test_a_download_whose_checksum_is_wrong_is_refused(openml_server, small):
    openml_server.answers["/data/small.arff"] += b"% more\n"
    with pytest.raises(
        DataError, match=r"MNIST could not be downloaded \(.*md5 checksum.*bring it by hand with `python"
    ):
        fetch(here(small.remote(4000, "", "a site")))


def test_a_download_of_other_pictures_is_refused(openml_server, small):
    other = replace(small, digest="0" * 64)
    with pytest.raises(DataError, match="This is not MNIST: its checksum differs"):
        fetch(here(other.remote(4000, "", "a site")))


@pytest.mark.parametrize("answer", [b"{}", b"[]", b"not json", b'{"data_set_description": {}}'])
def test_a_server_that_answers_nonsense_is_refused(openml_server, small, answer):
    openml_server.answers["/info/7"] = answer
    with pytest.raises(DataError, match="MNIST could not be downloaded"):
        fetch(here(small.remote(4000, "", "a site")))


def test_a_server_that_has_it_no_more_is_named(openml_server, small):
    del openml_server.answers["/data/small.arff"]
    with pytest.raises(DataError, match=r"127\.0\.0\.1 answered 404"):
        fetch(here(small.remote(4000, "", "a site")))


@pytest.mark.parametrize("name", REMOTES.names())
def test_without_a_network_every_set_says_in_one_sentence_how_to_bring_it(name, monkeypatch):
    deaf = socket.socket()
    deaf.bind(("127.0.0.1", 0))  # and never listens
    monkeypatch.setattr(fetching, "PORT", deaf.getsockname()[1])
    monkeypatch.setattr(fetching, "getproxies", dict)
    with pytest.raises(DataError) as error:
        fetch(here(REMOTES.get(name)))
    sentence = str(error.value)
    assert (
        f"127.0.0.1 cannot be reached; connect, or bring it by hand with `python -m genlab data {name} --from"
        in sentence
    )
    assert "\n" not in sentence
    assert sentence.endswith(REMOTES.get(name).by_hand + ".")


@pytest.fixture
def by_hand(tmp_path, pictures, idx_bytes) -> Path:
    """The four files of a small MNIST, one of them not gzipped."""
    x, labels = pictures
    folder = tmp_path / "mnist"
    folder.mkdir()
    for part, rows in (("train", slice(0, 30)), ("t10k", slice(30, None))):
        (folder / f"{part}-images-idx3-ubyte.gz").write_bytes(gzip.compress(idx_bytes(x[rows, 0])))
        (folder / f"{part}-labels.idx1-ubyte").write_bytes(idx_bytes(labels[rows].astype(np.uint8)))
    return folder


def test_four_idx_files_are_brought_by_hand(by_hand, small, pictures):
    ds = small.read(by_hand)
    assert np.array_equal(ds.x, pictures[0])
    assert np.array_equal(ds.labels, pictures[1])


def test_a_folder_without_all_four_files_is_refused(by_hand, small):
    (by_hand / "t10k-labels.idx1-ubyte").unlink()
    with pytest.raises(DataError, match=r"mnist: the file t10k-labels-idx1-ubyte\.gz is not in this folder"):
        small.read(by_hand)
    with pytest.raises(DataError, match="this is no folder"):
        small.read(by_hand / "train-images-idx3-ubyte.gz")


def test_labels_that_are_no_class_are_refused(by_hand, small):
    with pytest.raises(DataError, match="no grey value or no class"):
        replace(small, label_names=("0", "1")).read(by_hand)


def test_files_of_another_set_are_refused(by_hand, small):
    with pytest.raises(DataError, match="This holds 40 items of 64 numbers, where MNIST has 50 of 64"):
        replace(small, n_items=50).read(by_hand)


def test_the_order_of_items_does_not_change_their_checksum(pictures):
    x, labels = pictures
    order = np.random.default_rng(1).permutation(N)
    assert content_digest(x[order], labels[order]) == content_digest(x, labels)
    assert content_digest(x[order], labels) != content_digest(x, labels)


@pytest.mark.parametrize(("name", "sets"), [("mnist", openml.DIGITS), ("fashion-mnist", openml.CLOTHES)])
def test_the_real_files_are_known_by_their_checksum(shared_data, name, sets):
    ds = sets.read(shared_data / name)
    assert (ds.name, ds.item_shape, len(ds), ds.n_classes) == (name, (1, 28, 28), 70_000, 10)
    other = openml.CLOTHES if name == "mnist" else openml.DIGITS
    with pytest.raises(DataError, match="its checksum differs"):
        other.read(shared_data / name)


def published(server, path: str, body: bytes) -> RemoteFileMetadata:
    """Put a file on the server and return what scikit-learn would know of it."""
    server.answers[f"/{path}"] = body
    return RemoteFileMetadata(path, f"{server.address}/{path}", hashlib.sha256(body).hexdigest())


def test_olivetti_is_the_same_downloaded_and_by_hand(server, monkeypatch, tmp_path):
    file = tmp_path / "olivettifaces.mat"
    faces = np.random.default_rng(0).integers(0, 256, (4096, 400), dtype=np.uint8)
    faces[0, :2] = 0, 255
    savemat(str(file), {"faces": faces})
    monkeypatch.setattr(_olivetti_faces, "FACES", published(server, file.name, file.read_bytes()))
    downloaded, brought = fetch(here(REMOTES.get("olivetti"))), olivetti.read(file)
    assert downloaded.item_shape == (1, 64, 64)
    assert downloaded.fingerprint == brought.fingerprint
    assert np.bincount(downloaded.labels).tolist() == [10] * 40
    assert np.array_equal(brought.x[0, 0].T.ravel(), faces[:, 0])
    file.write_bytes(b"MATLAB" + file.read_bytes())
    with pytest.raises(DataError, match=r"this is not olivettifaces\.mat as published"):
        olivetti.read(file)
    with pytest.raises(DataError, match="no file"):
        olivetti.read(tmp_path)


def test_lfw_is_the_same_downloaded_and_by_hand(server, monkeypatch, tmp_path):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for person, count in (("Ada_L", 20), ("Bob_B", 3)):
            for i in range(count):
                jpeg = io.BytesIO()
                Image.new("RGB", (250, 250), (10 * i, 100, 200 if person == "Ada_L" else 30)).save(jpeg, "JPEG")
                entry = tarfile.TarInfo(f"lfw_funneled/{person}/{person}_{i:04d}.jpg")
                entry.size = jpeg.tell()
                archive.addfile(entry, io.BytesIO(jpeg.getvalue()))
    file = tmp_path / "lfw-funneled.tgz"
    file.write_bytes(packed.getvalue())
    monkeypatch.setattr(_lfw, "FUNNELED_ARCHIVE", published(server, file.name, packed.getvalue()))
    monkeypatch.setattr(_lfw, "TARGETS", (published(server, "pairs.txt", b"1"),))
    downloaded, brought = fetch(here(REMOTES.get("lfw"))), lfw.read(file)
    assert (downloaded.item_shape, len(downloaded)) == ((3, 64, 64), 23)
    assert downloaded.fingerprint == brought.fingerprint
    assert downloaded.label_names == ("Ada L", "somebody else")
    blue = downloaded.x[:, 2].mean(axis=(1, 2))
    assert np.array_equal(blue > 100, downloaded.labels == 0)


def test_a_set_to_download_is_not_drawn():
    with pytest.raises(UnknownNameError, match="mnist"):
        load("mnist")
