"""The data sets genlab knows by name, one a file. To add one: a function in its own file, and a line below."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from genlab.data.dataset import Dataset
from genlab.registry import Registry

DATASETS = Registry[Callable[[], Dataset]]("data set")
DATASETS.register_lazy("digits", "genlab.data.named.digits:digits")
DATASETS.register_lazy("ring", "genlab.data.named.ring:ring")


@cache
def load(name: str) -> Dataset:
    """Return the data set called ``name``; the same object each time, since a data set never changes.

    Raises
    ------
    UnknownNameError
        If no data set has that name; the text lists the known ones and the closest.
    """
    return DATASETS.get(name)()
