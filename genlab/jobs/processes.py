"""Starting Python processes that outlive whoever started them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from genlab.store import Store

ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds the package: a detached process finds it from any working directory."""


def launch(store: Store, module: str, *arguments: str, listening: bool = False) -> subprocess.Popen[bytes]:
    """Start ``python -m module --runs <store> …`` in a session of its own; what it says goes to ``jobs/<module>.log``.

    Parameters
    ----------
    listening : bool
        True opens a pipe to its standard input.
    """
    path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    store.jobs.open()
    with store.jobs.log(module.rsplit(".", 1)[-1]).open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", module, "--runs", str(store.root), *arguments],
            stdin=subprocess.PIPE if listening else subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env={**os.environ, "PYTHONPATH": path},
            cwd=store.root,
            start_new_session=True,
        )


def tell(process: subprocess.Popen[bytes], line: str) -> bool:
    """Write a line to the process's standard input; False if it is gone."""
    try:
        assert process.stdin is not None  # launched listening
        process.stdin.write(f"{line}\n".encode())
        process.stdin.flush()
        return True
    except OSError:
        return False


def dismiss(process: subprocess.Popen[bytes]) -> None:
    """End a process that has nothing to lose, and wait until it is gone."""
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdin is not None:
        process.stdin.close()
