"""The data sets genlab knows by name, one a file. To add one: a function in its own file, and a line below.

Those in DATASETS are drawn here or come with scikit-learn; those in REMOTES are downloaded once and kept in the store.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from genlab.data.dataset import Dataset
from genlab.data.fetch import Remote
from genlab.errors import UnknownNameError, closest
from genlab.registry import Registry

DATASETS = Registry[Callable[[], Dataset]]("data set")
DATASETS.register_lazy("checkerboard", "genlab.data.named.checkerboard:checkerboard")
DATASETS.register_lazy("digits", "genlab.data.named.digits:digits")
DATASETS.register_lazy("faces", "genlab.data.named.faces:faces")
DATASETS.register_lazy("faces-64", "genlab.data.named.faces:faces_64")
DATASETS.register_lazy("grid", "genlab.data.named.grid:grid")
DATASETS.register_lazy("moons", "genlab.data.named.moons:moons")
DATASETS.register_lazy("ring", "genlab.data.named.ring:ring")
DATASETS.register_lazy("shapes", "genlab.data.named.shapes:shapes")
DATASETS.register_lazy("shapes-32", "genlab.data.named.shapes:shapes_32")
DATASETS.register_lazy("spirals", "genlab.data.named.spirals:spirals")
DATASETS.register_lazy("swiss-roll", "genlab.data.named.swiss_roll:swiss_roll")

REMOTES = Registry[Remote]("data set to download")
REMOTES.register_lazy("fashion-mnist", "genlab.data.named.remote.openml:FASHION_MNIST")
REMOTES.register_lazy("kuzushiji-mnist", "genlab.data.named.remote.openml:KUZUSHIJI_MNIST")
REMOTES.register_lazy("lfw", "genlab.data.named.remote.lfw:LFW")
REMOTES.register_lazy("mnist", "genlab.data.named.remote.openml:MNIST")
REMOTES.register_lazy("olivetti", "genlab.data.named.remote.olivetti:OLIVETTI")

SLOW = {"faces": 2, "faces-64": 2, "shapes": 1, "shapes-32": 1}
"""Sets that take seconds to draw: a store keeps them. The number is that of the drawing; raise it to draw anew."""
KEPT = 6
"""Data sets a process keeps in memory: the large ones take up to 120 MB each."""


@lru_cache(maxsize=KEPT)
def load(name: str) -> Dataset:
    """Return the drawn data set called ``name``; the same object each time while it is among the last six asked for.

    Raises
    ------
    UnknownNameError
        If no data set has that name; the text lists the known ones and the closest.
    """
    if name not in DATASETS:
        known = known_names()
        raise UnknownNameError(f"Unknown data set '{name}'. Known: {', '.join(known)}.{closest(name, known)}")
    return DATASETS.get(name)()


def is_known(name: str) -> bool:
    """Return True if ``name`` stands for a data set, drawn or downloaded."""
    return name in DATASETS or name in REMOTES


def known_names() -> list[str]:
    """Return every name that stands for a data set, drawn or downloaded, in alphabetical order."""
    return sorted(DATASETS.names() + REMOTES.names())
