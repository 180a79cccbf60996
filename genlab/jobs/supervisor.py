"""The supervisor: one process a store that starts trainings and maps from their queues and keeps workers warm.

It is ensured by the server and not ended by it, and its end ends no training. It ends by itself when the store is gone,
or when nobody has wanted it for a while and nothing is left to do.
"""

from __future__ import annotations

import argparse
import logging
import signal
import subprocess
import sys
import time
from pathlib import Path

from filelock import Timeout

from genlab.data.dataset import Modality
from genlab.errors import GenlabError
from genlab.jobs.client import slots
from genlab.jobs.processes import dismiss, launch, tell
from genlab.jobs.projectors import Projectors
from genlab.store import Store

LOOK_S = 0.02
CHECK_S = 0.5
UNWANTED_S = 60.0
REWARM_S = 3.0
"""Seconds a new training has the machine to itself before the next worker warms up, or between two tries."""
_log = logging.getLogger("genlab.jobs.supervisor")


class Supervisor:
    """Watches one store.

    Parameters
    ----------
    store : Store
    limit : int
        How many trainings, and how many projectors, may run at once; paused ones do not count, and models of points
        count half.
    unwanted_s : float
        How long it stays idle without being wanted.
    keeps_warm : bool
        False lets no worker stand ready: a click then waits for one to load, and memory is free meanwhile.
    """

    def __init__(self, store: Store, limit: int, unwanted_s: float = UNWANTED_S, keeps_warm: bool = True) -> None:
        self._jobs = store.jobs
        self._store = store
        self._limit = limit
        self._unwanted_s = unwanted_s
        self._keeps_warm = keeps_warm
        self._warm: subprocess.Popen[bytes] | None = None
        self._warm_from = 0.0
        self._quick: subprocess.Popen[bytes] | None = None
        self._asked: set[str] = set()  # questions passed on and not yet answered
        self._trainings: dict[str, subprocess.Popen[bytes]] = {}
        self._waited_since: dict[str, int | None] = {}  # when each of them had been put into the queue
        self._needs: dict[str, float] = {}
        self._projectors = Projectors(store, limit)
        self._check_at = 0.0
        self._idle_since = time.monotonic()
        self.ended = False

    def watch(self) -> None:
        """Work until told to end, unwanted, or without a store."""
        try:
            while not self.ended and self._jobs.exists:
                self._pass_on_questions()
                self._start_queued()
                self._projectors.start_queued()
                if time.monotonic() >= self._check_at:
                    self._check_at = time.monotonic() + CHECK_S
                    self._check()
                time.sleep(LOOK_S)
        except (GenlabError, OSError):
            if self._jobs.exists:  # else the store went while it was being read
                raise
        finally:
            self._projectors.dismiss()
            for waiting in (self._warm, self._quick):
                if waiting is not None:
                    dismiss(waiting)

    def _pass_on_questions(self) -> None:
        if self._quick is not None and self._quick.poll() is not None:
            for name in self._asked:
                self._jobs.answer(
                    name, {"error": "The worker ended while it answered; try again, or see jobs/quick.log."}
                )
            self._quick = None
        open_now = self._jobs.questions()
        self._asked &= set(open_now)
        for name in open_now:
            if name not in self._asked:
                if self._quick is None:
                    self._quick = self._launch_quick()
                if tell(self._quick, name):  # else it is about to end, and the next look asks another
                    self._asked.add(name)

    def _start_queued(self) -> None:
        waiting = [run_id for run_id in self._jobs.queued() if run_id not in self._trainings]
        if not waiting:
            return
        holding = [run_id for run_id in {*self._trainings, *self._jobs.taken()} if self._holds_slot(run_id)]
        for run_id in waiting:
            # one that is alone begins whatever it needs, before anybody has looked at its data
            if holding and sum(map(self._slots_needed, [*holding, run_id])) > self._limit:
                return
            holding.append(run_id)
            self._waited_since[run_id] = self._jobs.queued_at(run_id)
            if self._warm is not None and self._warm.poll() is None and tell(self._warm, run_id):
                self._trainings[run_id], self._warm = self._warm, None
            else:
                self._trainings[run_id] = launch(self._store, "genlab.jobs.worker", run_id)
            self._warm_from = time.monotonic() + REWARM_S

    def _holds_slot(self, run_id: str) -> bool:
        try:
            return self._store.run(run_id).status().state in ("queued", "running")
        except GenlabError:
            return False

    def _slots_needed(self, run_id: str) -> float:
        """A slot is two processors; a model of points keeps one busy, so two of them may race in a slot."""
        if run_id not in self._needs:
            try:
                is_small = self._store.run(run_id).facts.modality is Modality.POINTS
            except GenlabError:
                is_small = False
            self._needs[run_id] = 0.5 if is_small else 1.0
        return self._needs[run_id]

    def _check(self) -> None:
        """Do what may wait half a second: see who ended, keep workers warm, end when unwanted."""
        self._projectors.check()
        for run_id, process in list(self._trainings.items()):
            if process.poll() is not None:
                del self._trainings[run_id]
                self._jobs.release(run_id)
                waited_since = self._waited_since.pop(run_id)
                if waited_since is not None and waited_since == self._jobs.queued_at(run_id):
                    self._bury(run_id)  # any other is asked to go on since, and the next look starts it again
        for run_id in self._jobs.taken():  # workers of an earlier supervisor are no children of this one
            if run_id not in self._trainings and not self._lives(run_id):
                self._jobs.release(run_id)
        if self._warm is not None and self._warm.poll() is not None:
            self._warm, self._warm_from = None, time.monotonic() + REWARM_S
        if self._keeps_warm:
            self._warm_up()
        if self._trainings or self._jobs.queued() or self._jobs.taken() or self._asked or self._projectors.busy:
            self._idle_since = time.monotonic()
        idle_s = min(time.monotonic() - self._idle_since, self._jobs.wanted_s())
        self.ended = self.ended or idle_s > self._unwanted_s

    def _warm_up(self) -> None:
        """Let the next kind of worker load that does not stand ready, one after another."""
        if self._warm is None and time.monotonic() >= self._warm_from:
            self._warm = launch(self._store, "genlab.jobs.worker", listening=True)
        if self._quick is None and self._warm is not None and self._jobs.living("trainer") == self._warm.pid:
            self._quick = self._launch_quick()  # second, so that the first click finds its worker sooner
        if self._quick is not None and self._jobs.living("quick") == self._quick.pid:
            self._projectors.keep_warm()

    def _bury(self, run_id: str) -> None:
        """Note a training that ended before it even began; any other tells by itself how it ended."""
        try:
            with self._store.run(run_id).writer() as writer:
                self._jobs.drop(run_id)  # first: whoever sees the failure may at once let it wait again
                writer.status(state="failed", error="Its process ended before it began; see jobs/worker.log.")
        except GenlabError as error:
            _log.error("Run %s: %s", run_id, error)
            self._jobs.drop(run_id)

    def _lives(self, run_id: str) -> bool:
        try:
            status = self._store.run(run_id).status()
        except GenlabError:
            return False
        return status.state in ("running", "paused") or status.preparing

    def _launch_quick(self) -> subprocess.Popen[bytes]:
        gallery = ("--gallery", str(self._store.gallery)) if self._store.gallery else ()
        return launch(self._store, "genlab.jobs.quick", *gallery, listening=True)


def main(arguments: list[str] | None = None) -> int:
    """Supervise a store, unless another process does."""
    parser = argparse.ArgumentParser(prog="python -m genlab.jobs.supervisor", description=__doc__)
    parser.add_argument("--runs", type=Path, required=True, help="folder of the store")
    parser.add_argument("--gallery", type=Path, help="folder of the runs that came with genlab")
    parser.add_argument("--slots", type=int, default=slots(), help="trainings at once")
    parser.add_argument("--unwanted", type=float, default=UNWANTED_S, help="seconds to stay when idle and unwanted")
    parser.add_argument("--cold", action="store_true", help="let no worker stand ready before it is asked for")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(process)d %(levelname)s %(message)s")
    store = Store(options.runs, gallery=options.gallery)
    store.jobs.open()
    try:
        with store.jobs.lock():
            supervisor = Supervisor(store, options.slots, options.unwanted, keeps_warm=not options.cold)

            def end(_number: int, _frame: object) -> None:
                supervisor.ended = True

            signal.signal(signal.SIGTERM, end)
            signal.signal(signal.SIGINT, end)
            store.jobs.announce("supervisor")
            store.sweep()
            supervisor.watch()
    except Timeout:
        _log.info("Another supervisor watches over the store")
    return 0


if __name__ == "__main__":
    sys.exit(main())
