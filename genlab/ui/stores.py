"""The one store a server process works on, and a run's arrays held in memory between requests."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from genlab.store import Store, default_root, default_store

T = TypeVar("T")

_stores: dict[Path, Store] = {}


def current_store() -> Store:
    """Return the store at ``$GENLAB_RUNS`` (else ``./runs``) with the gallery behind it, opened once a process."""
    root = default_root()
    if root not in _stores:
        _stores[root] = default_store(root)
    return _stores[root]


class Shelf(Generic[T]):
    """The few things used last, made once each however many ask at the same time.

    Parameters
    ----------
    limit : float
        Sum of the sizes that may stay; the one used longest ago leaves first.
    size : callable
        Size of one thing, in the unit of ``limit``; counts things by default.
    """

    def __init__(self, limit: float, size: Callable[[T], float] = lambda thing: 1.0) -> None:
        self._limit, self._size = limit, size
        self._things: OrderedDict[object, T] = OrderedDict()
        self._making: dict[object, threading.Lock] = {}
        self._lock = threading.Lock()

    def get(self, key: object, make: Callable[[], T]) -> T:
        """Return what is under ``key``, made by ``make`` if it is not there; an error of ``make`` is not kept."""
        with self._lock:
            if key in self._things:
                self._things.move_to_end(key)
                return self._things[key]
            turn = self._making.setdefault(key, threading.Lock())
        with turn:
            with self._lock:
                if key in self._things:
                    return self._things[key]
            try:
                thing = make()
            finally:
                with self._lock:
                    self._making.pop(key, None)
            with self._lock:
                self._things[key] = thing
                while len(self._things) > 1 and sum(map(self._size, self._things.values())) > self._limit:
                    self._things.popitem(last=False)
            return thing
