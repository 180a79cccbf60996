"""Giving way: what takes long goes slower, so that pages answer while it runs."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

NICENESS = 5
_SESSION = Path("/proc/self/autogroup")


def give_way() -> None:
    """Let the server and the browser go first.

    Linux weighs whole sessions against each other, and niceness only within one (sched(7), "The autogroup feature"). A
    detached process has a session of its own, so that one is made nice too; the session of a terminal is left alone.
    """
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    if hasattr(os, "getsid") and os.getsid(0) == os.getpid():
        with suppress(OSError):  # no Linux, or a kernel without sessions' weights
            _SESSION.write_text(str(NICENESS))
