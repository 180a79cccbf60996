"""Data sets that are downloaded once: what they are, and how they come here, over the network or by hand.

Nothing here knows where they are kept afterwards (:mod:`genlab.store.named` does). scikit-learn's fetchers do the
downloading and check its sums; they unpack into a new folder that is deleted right after, so no cache of theirs, which
would be pickled, is ever read.
"""

from __future__ import annotations

import os
import socket
import tempfile
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import getproxies

from genlab.data.dataset import Dataset
from genlab.errors import DataError

Report = Callable[[int, int], None]
"""Called with the bytes that have come so far, and about how many there are."""
PORT = 443
REACH_S = 4.0
STALL_S = 20.0
RETRIES = 1
_LOOK_S = 0.2


@dataclass(frozen=True)
class Remote:
    """A data set that has to be downloaded.

    Attributes
    ----------
    name, title : str
        What genlab calls it, and what its authors call it.
    about : str
        What it holds, in a few words.
    host : str
        The server it comes from.
    n_bytes : int
        About how many bytes are downloaded.
    by_hand : str
        What a person has to get to bring it by hand, as the object of "give".
    download : function
        From a new, empty folder, which may be filled, to the data set.
    read : function
        From a path to what was brought by hand to the data set; raises DataError for anything else.
    """

    name: str
    title: str
    about: str
    host: str
    n_bytes: int
    by_hand: str
    download: Callable[[Path], Dataset]
    read: Callable[[Path], Dataset]

    @property
    def advice(self) -> str:
        """How to bring it by hand, as the end of a sentence."""
        return f"bring it by hand with `python -m genlab data {self.name} --from PATH`, where PATH is {self.by_hand}"


def fetch(remote: Remote, report: Report | None = None) -> Dataset:
    """Download a data set.

    Parameters
    ----------
    report : function, optional
        Called a few times a second, from another thread.

    Raises
    ------
    DataError
        In one sentence that says how to bring it by hand: within seconds if its server cannot be reached, or later if
        the download stops or what came is not what was announced.
    """
    _reach(remote)
    with tempfile.TemporaryDirectory(prefix="genlab-") as name, _patience(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of every retry
        folder = Path(name)
        try:
            with _watched(folder, remote.n_bytes, report):
                return remote.download(folder)
        except HTTPError as error:
            raise _failed(remote, f"{remote.host} answered {error.code} {error.reason}") from error
        except URLError as error:
            raise _failed(remote, f"the connection to {remote.host} failed: {error.reason}") from error
        except (TimeoutError, HTTPException, EOFError) as error:
            raise _failed(remote, f"the connection to {remote.host} broke off") from error
        except DataError as error:
            raise _failed(remote, str(error).rstrip(".")) from error
        except (OSError, ValueError) as error:  # a wrong checksum, a full disk
            raise _failed(remote, " ".join(str(error).split())[:200].rstrip(".")) from error
        except (LookupError, TypeError, AttributeError) as error:  # its description lacks what the fetcher looks for
            raise _failed(remote, f"{remote.host} answered something else than expected") from error


def _failed(remote: Remote, reason: str) -> DataError:
    return DataError(f"{remote.title} could not be downloaded ({reason}); try again, or {remote.advice}.")


def _reach(remote: Remote) -> None:
    """Refuse at once where there is no network, instead of after a library's patience; leave proxies to themselves."""
    if getproxies().get("https"):
        return
    reached = threading.Event()

    def knock() -> None:
        with suppress(OSError):
            socket.create_connection((remote.host, PORT), timeout=REACH_S).close()
            reached.set()

    visitor = threading.Thread(target=knock, daemon=True)  # looking up a name cannot be timed out otherwise
    visitor.start()
    visitor.join(REACH_S)
    if not reached.is_set():
        raise DataError(
            f"{remote.title} is not on this machine yet and {remote.host} cannot be reached; connect, or "
            f"{remote.advice}."
        )


@contextmanager
def _patience() -> Iterator[None]:
    """Let no connection of this process stall for longer than STALL_S."""
    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(STALL_S)
    try:
        yield
    finally:
        socket.setdefaulttimeout(before)


@contextmanager
def _watched(folder: Path, total: int, report: Report | None) -> Iterator[None]:
    """Report how the folder grows: the one progress that every fetcher shows."""
    if report is None:
        yield
        return
    done = threading.Event()

    def watch() -> None:
        while not done.wait(_LOOK_S):
            report(min(_size(folder), total), total)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


def _size(folder: Path) -> int:
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.stat(os.path.join(place, name)).st_size
            except OSError:
                continue  # it has just been moved
    return total
