"""A peer in a process of its own, as its users run it: without genlab's ways of allocating and of letting threads wait.

Those ways (``genlab/__init__.py``, ``genlab.training.device.keep_freed_memory``) hold for a whole process, so a peer
beside genlab in one process would have them too.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

CLOCKS: dict[str, Callable[[], float]] = {"wall": time.perf_counter, "cpu": time.process_time}
OURS = ("OMP_WAIT_POLICY", "GOMP_SPINCOUNT")


class Apart:
    """Objects of ``peers.trainers`` in another process; what is given and answered goes through a pipe."""

    def __init__(self, clock: str) -> None:
        mine, theirs = Pipe()
        here = Path(__file__).resolve().parents[1]
        env = {name: value for name, value in os.environ.items() if name not in OURS}
        env["PYTHONPATH"] = os.pathsep.join([str(here), str(here.parent)])
        command = [sys.executable, "-m", "peers.apart", str(theirs.fileno()), clock]
        self.process = subprocess.Popen(command, env=env, pass_fds=[theirs.fileno()])
        theirs.close()
        self.connection = mine

    def make(self, name: str, kind: str, *given: object) -> None:
        """Build ``kind(*given)`` there and call it ``name``."""
        self._ask(1, name, None, (kind, *given))

    def call(self, threads: int, name: str, method: str, *given: object) -> tuple[Any, float]:
        """Call a method there at so many threads; return its answer and its seconds on the peer's own clock."""
        return self._ask(threads, name, method, given)

    def _ask(self, *question: object) -> tuple[Any, float]:
        self.connection.send_bytes(pickle.dumps(question))
        answer: tuple[Any, float] = pickle.loads(self.connection.recv_bytes())  # noqa: S301  our own child's
        return answer

    def close(self) -> None:
        """End the process."""
        self.connection.close()
        self.process.wait()


def main() -> None:
    import torch  # before genlab, whose import sets how torch's threads wait
    from peers import trainers

    connection, clock = Connection(int(sys.argv[1])), CLOCKS[sys.argv[2]]
    trainers.has_pythae()
    made: dict[str, Any] = {}
    while True:
        try:
            threads, name, method, given = pickle.loads(connection.recv_bytes())  # noqa: S301  our own parent's
        except EOFError:
            return
        torch.set_num_threads(threads)
        begin, answer = clock(), None
        if method is None:
            made[name] = getattr(trainers, given[0])(*given[1:])
        else:
            answer = getattr(made[name], method)(*given)
        connection.send_bytes(pickle.dumps((answer, clock() - begin)))


if __name__ == "__main__":
    main()
