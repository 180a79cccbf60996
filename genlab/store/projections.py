"""``projections/<key>/``: a map in the making, or finished: what it is of, where it stands, its newest frames, orders.

A projector is the one writer of state and frames; pages and the command line only ask for a map and order.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from filelock import FileLock, Timeout
from numpy.typing import NDArray
from pydantic import ValidationError

from genlab.errors import BrokenRunError, StoreError
from genlab.store import arrays, commands, files, previews
from genlab.store.arrays import Arrays
from genlab.store.commands import Order
from genlab.store.status import Heartbeat, State, damage, identity, is_alive

ORDERS = ("pause", "resume", "stop", "park")


class MapStatus(Heartbeat):
    """What a projection's ``state.json`` holds.

    Attributes
    ----------
    state : str
        As a run's; ``interrupted`` is derived by readers when a running or paused map has no living process.
    iteration, iterations : int
        Steps of the optimisation done and in all; 0 for a map that has none.
    eta_s : float or None
        Seconds left, where known.
    kl : float or None
        KL divergence in nats.
    trustworthiness, knn_accuracy : float or None
        Of the map in its newest frame, once it has ended; in [0, 1].
    error : str
        One sentence, if the map failed.
    parked : bool
        True for a paused map whose process has ended: it goes on from what was kept when it is asked for again.
    """

    state: State = "queued"
    iteration: int = 0
    iterations: int = 0
    eta_s: float | None = None
    kl: float | None = None
    trustworthiness: float | None = None
    knn_accuracy: float | None = None
    error: str = ""
    parked: bool = False

    @property
    def active(self) -> bool:
        """True while the map waits for, or belongs to, a projector: it takes orders."""
        return self.state in ("queued", "running", "paused") and not self.parked


class ProjectionFiles:
    """One map of a run; reading makes nothing. Made by ``Run.projection``.

    Attributes
    ----------
    key : str
    """

    def __init__(self, folder: Path, key: str) -> None:
        self.key = key
        self._folder = folder

    def status(self) -> MapStatus | None:
        """Return where the map stands, or None if it was never asked for.

        Raises
        ------
        BrokenRunError
            If its state is damaged.
        """
        try:
            status = MapStatus.model_validate_json((self._folder / "state.json").read_bytes())
        except FileNotFoundError:
            return None
        except OSError as error:
            raise BrokenRunError(f"The map {self.key} cannot be read: {error.strerror or error}.") from error
        except ValidationError as error:
            raise BrokenRunError(f"The map {self.key} is broken: {damage(error)}.") from None
        if status.active and status.state != "queued" and not is_alive(status):
            return status.model_copy(update={"state": "interrupted", "eta_s": None})
        return status

    def spec(self) -> dict[str, Any]:
        """Return what the map is of, as it was asked for; raises StoreError if that is missing or damaged."""
        return files.read_json(self._folder / "spec.json")

    def frame(self, after: int = -1) -> tuple[int, Arrays] | None:
        """Return number and arrays of the newest frame above ``after``, or None."""
        return previews.newest(self._folder / "frames", after)

    def request(self, spec: Mapping[str, Any]) -> None:
        """Ask for the map: new, or on from where it ended or was parked; orders to an earlier process are dropped.

        Raises
        ------
        StoreError
            If a process makes it right now, or it cannot be written.
        """
        with self.writer() as writer:
            files.write_json(self._folder / "spec.json", spec)
            writer.orders()
            writer.status(state="queued", error="", eta_s=None, parked=False)

    def order(self, kind: str) -> int:
        """Leave an order for the projector: ``pause``, ``resume``, ``stop``, or ``park`` (end, but stay paused).

        Raises
        ------
        StoreError
            For another kind, or if the map is not queued, running or paused.
        """
        if kind not in ORDERS:
            raise StoreError(f"Unknown order '{kind[:40]}'. Known: {', '.join(ORDERS)}.")
        status = self.status()
        if status is None or not status.active:
            stands = status.state if status else "not begun"
            raise StoreError(f"This map is {stands}: only one that is being made takes orders.")
        return commands.give(self._folder / "commands", kind, {})

    def writer(self) -> ProjectionWriter:
        """Return the projector's side, for use as a context manager; raises StoreError if another process holds it."""
        return ProjectionWriter(self._folder, self.key)


class ProjectionWriter:
    """Holds a map's lock while a projector makes it.

    Attributes
    ----------
    current : MapStatus
        What was last written.
    """

    def __init__(self, folder: Path, key: str) -> None:
        self.key = key
        self._folder = folder
        self._lock = FileLock(folder / "writer.lock", timeout=0)
        with files.sentences(f"write the map {key}"):
            folder.mkdir(parents=True, exist_ok=True)
            try:
                self._lock.acquire()
            except Timeout:
                raise StoreError(f"The map {key} is being made by another process; wait for it, or stop it.") from None
        for place in (folder, folder / "frames", folder / "commands"):
            files.sweep(place)
        self._seq = max(previews.numbers(folder / "frames"), default=-1)
        try:
            self.current = MapStatus.model_validate_json((folder / "state.json").read_bytes())
        except (OSError, ValidationError):
            self.current = MapStatus()  # new, or damaged: the map is made again

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._lock.release()

    def status(self, **changes: Any) -> MapStatus:
        """Write ``state.json`` with some fields changed, the writer's identity and a fresh heartbeat; return it.

        Raises
        ------
        StoreError
            If the disk refuses, or the run was deleted meanwhile: nothing is left where it was.
        """
        self._check_there()
        fresh = {"heartbeat": time.time(), **identity()}
        status = MapStatus.parse({**self.current.model_dump(), **fresh, **changes})
        files.write(self._folder / "state.json", status.to_json().encode(), durable=False)
        self.current = status
        return status

    def frame(self, **frame: NDArray[Any]) -> int:
        """Show a frame and return its number."""
        self._check_there()
        previews.save(self._folder / "frames", self._seq + 1, frame)
        self._seq += 1
        return self._seq

    def keep(self, state: Mapping[str, NDArray[Any]]) -> None:
        """Keep what the optimisation needs to go on from here, in place of what was kept before."""
        self._check_there()
        arrays.save(self._folder / "optimizer.npz", state)

    def kept(self) -> Arrays | None:
        """Return what :meth:`keep` kept, or None; damaged counts as none."""
        return arrays.load(self._folder / "optimizer.npz")

    def drop_kept(self) -> None:
        """Remove what :meth:`keep` kept: the map is finished."""
        files.remove(self._folder / "optimizer.npz")

    def orders(self) -> list[Order]:
        """Return the waiting orders, oldest first; each is given once."""
        return commands.take(self._folder / "commands")

    def _check_there(self) -> None:
        if not self._folder.is_dir():
            raise StoreError(f"The map {self.key} is gone with its run, which was deleted.")
