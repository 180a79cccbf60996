"""Named data sets that are downloaded once, on the command line: fetched when first asked for, or brought by hand."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from genlab.errors import ConfigError, DataError

if TYPE_CHECKING:
    from genlab.data.dataset import Dataset
    from genlab.data.fetch import Remote


def downloaded(arguments: argparse.Namespace) -> Dataset | None:
    """Return the data of ``--data`` if it is such a set, from the store or else from where it comes; None if not.

    Raises
    ------
    DataError
        If it cannot be had, or labels are given for it.
    """
    from genlab.cli.commands import open_store
    from genlab.data.named import REMOTES
    from genlab.data.resolve import as_path
    from genlab.training.config import DataConfig

    name, by_hand = arguments.data, getattr(arguments, "by_hand", None)
    if name not in REMOTES:
        if by_hand is not None:
            raise ConfigError(f"--from goes with a set that is downloaded: {', '.join(REMOTES.names())}; got '{name}'.")
        return None
    if arguments.labels is not None:
        raise DataError(f"The data set '{name}' has its own labels; leave the labels out, or give a file of items.")
    store, remote = open_store(arguments), REMOTES.get(name)
    if not store.sets.has_named(name):
        store.sets.keep_named(remote.read(as_path(by_hand)) if by_hand is not None else _fetched(remote))
    return store.sets.load(DataConfig(name=name))


def _fetched(remote: Remote) -> Dataset:
    from tqdm import tqdm

    from genlab.data.fetch import fetch

    with tqdm(total=remote.n_bytes, unit="B", unit_scale=True, disable=None, desc=remote.title) as bar:

        def show(done: int, _total: int) -> None:
            bar.update(max(0, done - bar.n))

        return fetch(remote, show)
