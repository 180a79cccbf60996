"""olivetti: 400 photographs of 40 faces, 64 x 64 grey, taken at AT&T Laboratories Cambridge."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.data.fetch import RETRIES, Remote
from genlab.data.named.remote.checksum import verify
from genlab.errors import DataError

N_PEOPLE, N_EACH, SIDE = 40, 10, 64


def download(folder: Path) -> Dataset:
    """Fetch it; scikit-learn checks the SHA-256."""
    from sklearn.datasets import fetch_olivetti_faces

    return dataset_of(fetch_olivetti_faces(data_home=str(folder), n_retries=RETRIES).images)


def read(file: Path) -> Dataset:
    """Read ``olivettifaces.mat``, after its checksum has shown that it is this very file."""
    from scipy.io import loadmat
    from sklearn.datasets._olivetti_faces import FACES

    verify(file, FACES.checksum, "olivettifaces.mat")
    faces = np.float32(loadmat(str(file))["faces"].T) / 255  # (400, 4096), each picture column by column
    return dataset_of(faces.reshape(-1, SIDE, SIDE).transpose(0, 2, 1))


def dataset_of(images: NDArray[np.floating]) -> Dataset:
    """Return the data set of pictures (400, 64, 64) in [0, 1], ten of each person in turn."""
    if images.shape != (N_PEOPLE * N_EACH, SIDE, SIDE):
        raise DataError(f"the faces have shape {images.shape}, not (400, 64, 64).")
    return Dataset(
        name="olivetti",
        x=np.ascontiguousarray((images[:, None] * 255).round().astype(np.uint8)),
        modality=Modality.IMAGE,
        value_kind=ValueKind.UNIT,
        labels=np.arange(N_PEOPLE * N_EACH, dtype=np.int64) // N_EACH,
        label_names=tuple(f"person {i + 1}" for i in range(N_PEOPLE)),
        source="The Database of Faces, AT&T Laboratories Cambridge 1992-1994, as prepared by S. Roweis",
        licence="free to use with credit to AT&T Laboratories Cambridge",
    )


OLIVETTI = Remote(
    name="olivetti",
    title="The Olivetti set of faces",
    about="400 photographs of 40 faces, 64×64 grey",
    host="ndownloader.figshare.com",
    n_bytes=4_300_000,
    by_hand="the file olivettifaces.mat from https://ndownloader.figshare.com/files/5976027",
    download=download,
    read=read,
)
