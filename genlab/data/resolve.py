"""From what a person typed to a data set: a known name, else a file."""

from __future__ import annotations

import os
from pathlib import Path

from genlab.data.dataset import Dataset
from genlab.data.named import DATASETS, REMOTES, known_names, load
from genlab.data.readers import read
from genlab.data.readers.options import ReadConfig
from genlab.errors import DataError, UnknownNameError, closest


def resolve(
    name_or_path: str | os.PathLike[str],
    labels: str | os.PathLike[str] | None = None,
    config: ReadConfig | None = None,
) -> Dataset:
    """Return the named data set, or read the file or folder of that path.

    Parameters
    ----------
    name_or_path : str or path
        A known name comes first; a file of the same name is reached by ``./name``.
    labels : str or path, optional
        A file of labels, for a file of items.
    config : ReadConfig, optional
        How a table or pictures are read.

    Raises
    ------
    UnknownNameError
        If it is neither a known name nor a file; the text lists the known names and the closest.
    DataError
        If the file cannot be read as a data set, or labels are given for a named set, which has its own.
    """
    name = os.fspath(name_or_path)
    if not name.strip():
        raise DataError("No data set is named; give a known name, or a file or folder of your own.")
    if name in DATASETS:
        if labels is not None:
            raise DataError(f"The data set '{name}' has its own labels; leave the labels out, or give a file of items.")
        return load(name)
    if name in REMOTES:
        raise DataError(f"The data set '{name}' has to be downloaded first: `python -m genlab data {name}`.")
    path = as_path(name)
    if not path.exists():
        known = known_names()
        raise UnknownNameError(
            f"'{name}' is neither a known data set nor a file. Known: {', '.join(known)}.{closest(name, known)}"
        )
    return read(path, labels, config)


def as_path(text: str) -> Path:
    """Return a path as typed; ``~`` is the home folder, unless no such person has one."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)
