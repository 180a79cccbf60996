"""What runs long lets pages go first, whichever way the system weighs processes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from genlab.jobs.priority import NICENESS

SESSION = Path("/proc/self/autogroup")
TOLD = f"print(__import__('os').nice(0), open('{SESSION}').read())"
ASKED = f"from genlab.jobs.priority import give_way; give_way(); {TOLD}"


def told(line: str, *, detached: bool) -> tuple[int, str | None]:
    """Niceness of a fresh process that runs the line, and its session's, ``None`` where sessions are not weighed."""
    made = subprocess.run(
        [sys.executable, "-c", line], start_new_session=detached, capture_output=True, text=True, check=True
    )
    own, *session = made.stdout.split()
    return int(own), session[-1] if session else None


@pytest.mark.skipif(not SESSION.exists(), reason="this system does not weigh sessions")
@pytest.mark.parametrize("detached", [True, False])
def test_detached_process_gives_way_with_its_session_and_leaves_a_terminals_alone(detached: bool):
    _, before = told(TOLD, detached=detached)
    own, session = told(ASKED, detached=detached)
    assert own == min(19, os.nice(0) + NICENESS)
    # An empty file means sessions are not weighed here, and then there is nothing to change.
    assert session == (str(NICENESS) if detached and before is not None else before)
