"""The supervisor's hand on maps: a projector for each map that waits, and one more kept warm."""

from __future__ import annotations

import logging
import subprocess
import time
from contextlib import suppress

from genlab.errors import GenlabError
from genlab.jobs.processes import dismiss, launch, tell
from genlab.store import Store

MOST_PAUSED = 4
"""Paused maps that keep their processes, to go on at once; the oldest beyond are parked."""
REWARM_S = 5.0
"""Seconds a map has the machine to itself before the next projector warms up, or between two tries."""
_log = logging.getLogger("genlab.jobs.supervisor")


class Projectors:
    """Starts projectors from the queue of maps.

    Parameters
    ----------
    store : Store
    limit : int
        How many maps may be made at once; paused ones do not count.
    """

    def __init__(self, store: Store, limit: int) -> None:
        self._store = store
        self._limit = limit
        self._made: dict[tuple[str, str], subprocess.Popen[bytes]] = {}
        self._warm: subprocess.Popen[bytes] | None = None
        self._warm_from = 0.0

    @property
    def busy(self) -> bool:
        """Whether a map is made or waits."""
        return bool(self._made or self._store.jobs.queued_maps())

    def start_queued(self) -> None:
        """Start as many of the waiting maps as may be made now."""
        waiting = [one for one in self._store.jobs.queued_maps() if one not in self._made]
        if not waiting:
            return
        free = self._limit - sum(not self._is_paused(*one) for one in self._made)
        for run_id, key in waiting[: max(0, free)]:
            warm, self._warm = self._warm, None
            if warm is None or warm.poll() is not None or not tell(warm, f"{run_id} {key}"):
                warm = self._launch(run_id, key)
            self._made[run_id, key] = warm
            self._warm_from = time.monotonic() + REWARM_S

    def keep_warm(self) -> None:
        """See to it that a projector waits with everything loaded."""
        if self._warm is not None and self._warm.poll() is not None:
            self._warm, self._warm_from = None, time.monotonic() + REWARM_S
        if self._warm is None and time.monotonic() >= self._warm_from:
            self._warm = self._launch()

    def dismiss(self) -> None:
        """End the projector that waits; those that make a map go on."""
        if self._warm is not None:
            dismiss(self._warm)

    def check(self) -> None:
        """See which projectors ended, and park what is paused beyond the limit.

        A map still in the queue when its projector has ended never began, and is noted as failed.
        """
        for run_id, key in [one for one in self._made if self._is_paused(*one)][:-MOST_PAUSED]:
            with suppress(GenlabError):  # it just moved on
                self._store.run(run_id).projection(key).order("park")
        for (run_id, key), process in list(self._made.items()):
            if process.poll() is None:
                continue
            del self._made[run_id, key]
            # one that ended well had begun, and was asked for again since
            if process.returncode != 0 and (run_id, key) in self._store.jobs.queued_maps():
                self._store.jobs.drop_map(run_id, key)
                try:
                    with self._store.run(run_id).projection(key).writer() as writer:
                        writer.status(
                            state="failed", error="Its process ended before it began; see jobs/projector.log."
                        )
                except GenlabError as error:
                    _log.error("Map %s of run %s: %s", key, run_id, error)

    def _launch(self, *wanted: str) -> subprocess.Popen[bytes]:
        gallery = ("--gallery", str(self._store.gallery)) if self._store.gallery else ()
        return launch(self._store, "genlab.jobs.projector", *gallery, *wanted, listening=not wanted)

    def _is_paused(self, run_id: str, key: str) -> bool:
        try:
            status = self._store.run(run_id).projection(key).status()
        except GenlabError:
            return False
        return status is not None and status.state == "paused"
