"""Downloads one named data set into the store, and notes how far it has come; started by the page, outlives it."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path

from genlab.data.fetch import fetch
from genlab.data.named import REMOTES
from genlab.errors import GenlabError
from genlab.store import Store

_log = logging.getLogger("genlab.jobs.download")


def main(arguments: list[str] | None = None) -> int:
    """Download a set; the note ends as ``finished``, or as ``failed`` with a sentence."""
    parser = argparse.ArgumentParser(prog="python -m genlab.jobs.download", description=__doc__)
    parser.add_argument("--runs", type=Path, required=True, help="folder of the store")
    parser.add_argument("name", choices=REMOTES.names())
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(process)d %(levelname)s %(message)s")
    store, remote = Store(options.runs), REMOTES.get(options.name)

    def note(state: str, done: int, error: str = "") -> None:
        report = {"state": state, "done": done, "total": remote.n_bytes, "error": error}
        store.jobs.report_download(remote.name, report)

    note("running", 0)
    try:
        if not store.has_named(remote.name):
            store.keep_named(fetch(remote, lambda done, _total: note("running", done)))
    except GenlabError as error:
        _log.warning("%s", error)
        note("failed", 0, str(error))
        return 1
    except Exception as error:
        _log.exception("The download of %s ended on a fault", remote.name)
        note("failed", 0, f"The download ended on a fault inside genlab ({type(error).__name__}: {error}).")
        return 1
    note("finished", remote.n_bytes)
    return 0


if __name__ == "__main__":
    sys.exit(main())
