"""mnist, fashion-mnist and kuzushiji-mnist: 70,000 pictures of 28 x 28 in ten classes each, from openml.org.

By hand they come as their authors publish them, in four IDX files of the same names.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.data.fetch import RETRIES, Remote
from genlab.data.readers import read
from genlab.errors import DataError

HOST = "www.openml.org"
PARTS = ("train", "t10k")


@dataclass(frozen=True)
class Pictures:
    """One of the three sets.

    Attributes
    ----------
    data_id : int
        Its number at openml.org.
    digest : str
        SHA-256 over the sorted SHA-256 of each picture with its label, so that the order does not count; empty where it
        is not known, and openml.org's own MD5 of the download stands alone.
    """

    name: str
    title: str
    data_id: int
    label_names: tuple[str, ...]
    source: str
    licence: str
    digest: str = ""
    n_items: int = 70_000
    side: int = 28

    def download(self, folder: Path) -> Dataset:
        """Fetch it; scikit-learn checks the MD5 that openml.org announces."""
        from sklearn.datasets import fetch_openml

        found = fetch_openml(
            data_id=self.data_id,
            data_home=str(folder),
            as_frame=False,
            parser="pandas",  # twenty times as fast as the other
            n_retries=RETRIES,
            read_csv_kwargs={"dtype": {}},  # scikit-learn 1.9 cannot read categories that pandas 3 takes for numbers
        )
        labels = np.char.strip(np.asarray(found.target).astype(np.str_), "'\" ")
        return self.checked(np.asarray(found.data), labels.astype(np.int64))

    def read(self, folder: Path) -> Dataset:
        """Read the four IDX files, gzipped or not, that its authors publish."""
        if not folder.is_dir():
            raise DataError(f"{folder.name}: this is no folder; give the folder that holds the four IDX files.")
        parts = [read(_file(folder, part, "images", 3), _file(folder, part, "labels", 1)) for part in PARTS]
        labels = [np.array([int(name) for name in part.label_names])[part.labels] for part in parts]
        return self.checked(np.concatenate([part.x for part in parts]), np.concatenate(labels))

    def checked(self, x: NDArray[np.generic], labels: NDArray[np.int64]) -> Dataset:
        """Return the data set of these pictures and labels, if they are what they should be."""
        if x.size != self.n_items * self.side**2 or len(labels) != self.n_items:
            raise DataError(
                f"This holds {len(x):,} items of {x.size // max(1, len(x)):,} numbers, where {self.title} has "
                f"{self.n_items:,} of {self.side**2}."
            )
        low, high = min(x.min(), labels.min()), max(x.max() - 255, labels.max() - len(self.label_names) + 1)
        if low < 0 or high > 0:
            raise DataError(f"This is not {self.title}: it holds numbers that are no grey value or no class.")
        pictures = np.ascontiguousarray(x, dtype=np.uint8).reshape(self.n_items, 1, self.side, self.side)
        if self.digest and content_digest(pictures, labels) != self.digest:
            raise DataError(f"This is not {self.title}: its checksum differs; get it anew.")
        return Dataset(
            name=self.name,
            x=pictures,
            modality=Modality.IMAGE,
            value_kind=ValueKind.UNIT,
            labels=labels,
            label_names=self.label_names,
            source=self.source,
            licence=self.licence,
        )

    def remote(self, n_bytes: int, about: str, site: str) -> Remote:
        """Return the entry of the registry."""
        by_hand = f"the folder of the four files train-images-idx3-ubyte.gz, … from {site}"
        return Remote(self.name, self.title, about, HOST, n_bytes, by_hand, self.download, self.read)


def content_digest(pictures: NDArray[np.uint8], labels: NDArray[np.int64]) -> str:
    """Return a checksum of pictures and labels that does not depend on their order."""
    items = (row.tobytes() + bytes([label]) for row, label in zip(pictures, labels.tolist(), strict=True))
    return hashlib.sha256(b"".join(sorted(hashlib.sha256(item).digest() for item in items))).hexdigest()


def _file(folder: Path, part: str, what: str, n_axes: int) -> Path:
    names = [f"{part}-{what}{dot}idx{n_axes}-ubyte{end}" for dot in "-." for end in (".gz", "")]
    for name in names:
        if (folder / name).is_file():
            return folder / name
    raise DataError(f"{folder.name}: the file {names[0]} is not in this folder; give the folder of all four IDX files.")


DIGITS = Pictures(
    name="mnist",
    title="MNIST",
    data_id=554,
    label_names=tuple("0123456789"),
    source="MNIST, Y. LeCun, C. Cortes and C. Burges 1998, openml.org data set 554",
    licence="CC BY-SA 3.0",
    digest="f61a719b6fd94f4e04811e53dda3c78f5cd07b2d48f36c353dd0b453aab660e0",
)
CLOTHES = Pictures(
    name="fashion-mnist",
    title="Fashion-MNIST",
    data_id=40996,
    label_names=(
        "T-shirt/top",
        "Trouser",
        "Pullover",
        "Dress",
        "Coat",
        "Sandal",
        "Shirt",
        "Sneaker",
        "Bag",
        "Ankle boot",
    ),
    source="Fashion-MNIST, H. Xiao, K. Rasul and R. Vollgraf 2017, arXiv:1708.07747, openml.org data set 40996",
    licence="MIT, (c) 2017 Zalando SE",
    digest="c22292c847034e4f0856c3099ca0bd11a118af543994973d473bc732d184ab47",
)
CURSIVE = Pictures(
    name="kuzushiji-mnist",
    title="Kuzushiji-MNIST",
    data_id=41982,
    label_names=("お", "き", "す", "つ", "な", "は", "ま", "や", "れ", "を"),
    source="KMNIST Dataset, created by CODH, adapted from Kuzushiji Dataset (NIJL and others), doi:10.20676/00000341, "
    "arXiv:1812.01718, openml.org data set 41982",
    licence="CC BY-SA 4.0",
)
MNIST = DIGITS.remote(15_500_000, "70,000 handwritten digits of 28×28", "https://yann.lecun.com/exdb/mnist")
FASHION_MNIST = CLOTHES.remote(
    37_000_000, "70,000 pictures of clothes of 28×28", "https://github.com/zalandoresearch/fashion-mnist"
)
KUZUSHIJI_MNIST = CURSIVE.remote(
    21_500_000, "70,000 cursive Japanese characters of 28×28", "https://codh.rois.ac.jp/kmnist"
)
