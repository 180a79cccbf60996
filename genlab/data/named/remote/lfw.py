"""lfw: 13,233 photographs of 5,749 well-known people, cut to 64 x 64 in colour."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.data.fetch import RETRIES, Remote
from genlab.data.named.remote.checksum import verify

CUT = (slice(68, 196), slice(61, 189))
"""Rows and columns of the 250 x 250 photographs that hold the face: 128 x 128, then halved."""
MIN_PHOTOGRAPHS = 20
"""Who has fewer photographs has no class of their own."""
OTHERS = "somebody else"


def download(folder: Path, download_if_missing: bool = True) -> Dataset:
    """Fetch it; scikit-learn checks the SHA-256."""
    from sklearn.datasets import fetch_lfw_people

    found = fetch_lfw_people(
        data_home=str(folder),
        resize=0.5,
        color=True,
        slice_=CUT,
        download_if_missing=download_if_missing,
        n_retries=RETRIES,
    )
    return dataset_of(found.images, found.target, found.target_names)


def read(file: Path) -> Dataset:
    """Read ``lfw-funneled.tgz``, after its checksum has shown that it is this very file."""
    import tempfile

    from sklearn.datasets._lfw import FUNNELED_ARCHIVE, TARGETS

    verify(file, FUNNELED_ARCHIVE.checksum, FUNNELED_ARCHIVE.filename)
    with tempfile.TemporaryDirectory(prefix="genlab-") as name:
        home = Path(name) / "lfw_home"
        home.mkdir()
        shutil.copyfile(file, home / FUNNELED_ARCHIVE.filename)
        for list_of_pairs in TARGETS:  # looked for, never read, by the fetcher of single faces
            (home / list_of_pairs.filename).touch()
        return download(Path(name), download_if_missing=False)


def dataset_of(images: NDArray[np.floating], target: NDArray[np.integer], names: NDArray[np.str_]) -> Dataset:
    """Return the data set of pictures (N, 64, 64, 3) in [0, 1] and whom each shows."""
    counts = np.bincount(target, minlength=len(names))
    known = np.flatnonzero(counts >= MIN_PHOTOGRAPHS)
    labels = np.full(len(names), len(known), np.int64)
    labels[known] = np.arange(len(known))
    pictures = np.empty((len(images), 3, *images.shape[1:3]), np.uint8)
    for i, image in enumerate(images):
        pictures[i] = np.moveaxis((image * 255).round().astype(np.uint8), 2, 0)
    rest = (OTHERS,) if len(known) < len(names) else ()
    return Dataset(
        name="lfw",
        x=pictures,
        modality=Modality.IMAGE,
        value_kind=ValueKind.UNIT,
        labels=labels[target],
        label_names=(*(str(names[i]) for i in known), *rest),
        source="Labeled Faces in the Wild, funneled, G. Huang, M. Ramesh, T. Berg and E. Learned-Miller 2007, "
        "University of Massachusetts, Amherst",
        licence="for research; the photographs belong to the press",
    )


LFW = Remote(
    name="lfw",
    title="Labeled Faces in the Wild",
    about="13,233 photographs of well-known faces, 64×64 in colour",
    host="ndownloader.figshare.com",
    n_bytes=243_000_000,
    by_hand="the file lfw-funneled.tgz from https://ndownloader.figshare.com/files/5976015",
    download=download,
    read=read,
)
