"""What runs long lets pages go first, whichever way the system weighs processes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from genlab.jobs.priority import NICENESS

SESSION = Path("/proc/self/autogroup")
ASKED = (
    f"from genlab.jobs.priority import give_way; give_way(); print(__import__('os').nice(0), open('{SESSION}').read())"
)


@pytest.mark.skipif(not SESSION.exists(), reason="this system does not weigh sessions")
def test_detached_process_gives_way_with_its_session_and_leaves_a_terminals_alone():
    mine = SESSION.read_text().split()[-1]
    for detached, wanted in ((True, str(NICENESS)), (False, mine)):
        told = subprocess.run(
            [sys.executable, "-c", ASKED], start_new_session=detached, capture_output=True, text=True, check=True
        )
        own, *_, session = told.stdout.split()
        assert int(own) == min(19, os.nice(0) + NICENESS)
        assert session == wanted
