"""Brings one named data set into the store, downloaded or slow to draw, and notes how far that has come.

Started by the page, it outlives it.
"""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path

from genlab.data.dataset import Dataset
from genlab.data.fetch import Report, fetch
from genlab.data.named import REMOTES, known_names
from genlab.errors import GenlabError
from genlab.store import Store
from genlab.training.config import DataConfig

_log = logging.getLogger("genlab.jobs.download")


def bring(store: Store, name: str, report: Report | None = None) -> Dataset:
    """Return a named data set, downloaded and kept first where the store lacks it.

    Parameters
    ----------
    report : function, optional
        Called with bytes done and in all while it is downloaded, from another thread.

    Raises
    ------
    DataError
        If it cannot be downloaded.
    """
    if not store.sets.has_named(name):
        store.sets.keep_named(fetch(REMOTES.get(name), report))
    return store.sets.load(DataConfig(name=name))


def main(arguments: list[str] | None = None) -> int:
    """Download or draw a set; the note ends as ``finished``, or as ``failed`` with a sentence."""
    parser = argparse.ArgumentParser(prog="python -m genlab.jobs.download", description=__doc__)
    parser.add_argument("--runs", type=Path, required=True, help="folder of the store")
    parser.add_argument("name", choices=known_names())
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(process)d %(levelname)s %(message)s")
    store, name = Store(options.runs), options.name
    total = REMOTES.get(name).n_bytes if name in REMOTES else 0

    def note(state: str, done: int, error: str = "") -> None:
        report = {"state": state, "done": done, "total": total, "error": error}
        store.jobs.report_download(name, report)

    note("running", 0)
    try:
        bring(store, name, lambda done, _total: note("running", done))
    except GenlabError as error:
        _log.warning("%s", error)
        note("failed", 0, str(error))
        return 1
    except Exception as error:
        _log.exception("The download of %s ended on a fault", name)
        note("failed", 0, f"The download ended on a fault inside genlab ({type(error).__name__}: {error}).")
        return 1
    note("finished", total)
    return 0


if __name__ == "__main__":
    sys.exit(main())
