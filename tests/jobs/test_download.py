import time

import numpy as np
import pytest

from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.data.fetch import Remote
from genlab.errors import DataError
from genlab.jobs import client, download
from genlab.registry import Registry
from genlab.training.config import DataConfig


@pytest.fixture
def remotes(monkeypatch) -> Registry[Remote]:
    """A list of sets to download in which nothing leaves this machine; ``olivetti`` grows in three steps."""

    def grow(folder) -> Dataset:
        for i in range(3):
            (folder / str(i)).write_bytes(b"x" * 1000)
            time.sleep(0.3)
        x = np.zeros((2, 1, 4, 4), np.uint8)
        return Dataset(name="olivetti", x=x, modality=Modality.IMAGE, value_kind=ValueKind.UNIT)

    def refuse(_folder) -> Dataset:
        raise DataError("This is not it.")

    known = Registry[Remote]("data set to download")
    known.register("olivetti")(Remote("olivetti", "Olivetti", "", "127.0.0.1", 3000, "a file", grow, refuse))
    known.register("lfw")(Remote("lfw", "Faces", "", "127.0.0.1", 3000, "a file", refuse, refuse))
    monkeypatch.setattr(download, "REMOTES", known)
    monkeypatch.setattr("genlab.data.fetch.getproxies", lambda: {"https": "none is reached"})
    return known


def test_a_download_is_kept_in_the_store_and_reports_its_progress(store, remotes, monkeypatch):
    store.jobs.open()
    reports = []
    note = type(store.jobs).report_download
    monkeypatch.setattr(
        type(store.jobs),
        "report_download",
        lambda jobs, name, report: (reports.append(report), note(jobs, name, report)),
    )
    assert download.main(["--runs", str(store.root), "olivetti"]) == 0
    assert len(store.sets.load(DataConfig(name="olivetti"))) == 2
    assert (reports[0]["state"], reports[0]["done"]) == ("running", 0)
    assert any(0 < report["done"] < 3000 for report in reports)
    last = store.jobs.download("olivetti")
    assert (last["state"], last["done"], last["total"], last["alive"]) == ("finished", 3000, 3000, True)


def test_a_failed_download_leaves_its_sentence(store, remotes):
    store.jobs.open()
    assert download.main(["--runs", str(store.root), "lfw"]) == 1
    report = store.jobs.download("lfw")
    assert report["state"] == "failed"
    assert "This is not it); try again, or bring it by hand" in report["error"]
    assert not store.sets.has_named("lfw")


def test_a_page_starts_a_download_in_a_process_of_its_own(store, no_network):
    client.download(store, "mnist")
    deadline = time.monotonic() + 60
    while store.jobs.download("mnist")["state"] == "running" and time.monotonic() < deadline:
        time.sleep(0.1)
    report = store.jobs.download("mnist")
    assert report["state"] == "failed"
    assert "MNIST could not be downloaded" in report["error"]


@pytest.mark.parametrize("name", ["../runs", "", "ring"])
def test_no_report_without_a_download(store, name):
    assert store.jobs.download(name) is None
