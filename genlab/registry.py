"""Registry: the only place that maps a name to a thing."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from genlab.errors import UnknownNameError, closest

T = TypeVar("T")


class Registry(Generic[T]):
    """Names and the things they stand for.

    Parameters
    ----------
    kind : str
        What one entry is, in the words of an error: ``model family``, ``data set``.

    Examples
    --------
    >>> MEASURES = Registry[Callable]("measure")
    >>> @MEASURES.register("zero")
    ... def zero():
    ...     return 0
    >>> MEASURES.get("zero")()
    0
    """

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._entries: dict[str, T | str] = {}

    def register(self, name: str) -> Callable[[T], T]:
        """Return a decorator that keeps the decorated thing under ``name``."""

        def keep(thing: T) -> T:
            self._add(name, thing)
            return thing

        return keep

    def register_lazy(self, name: str, where: str) -> None:
        """Keep ``name`` for ``'package.module:attribute'``, imported when first asked for (it may need torch)."""
        self._add(name, where)

    def get(self, name: str) -> T:
        """Return the thing named ``name``.

        Raises
        ------
        UnknownNameError
            If no entry has that name; the text lists the known ones and the closest.
        """
        if name not in self._entries:
            raise UnknownNameError(
                f"Unknown {self.kind} '{name}'. Known: {', '.join(self.names())}.{closest(name, self.names())}"
            )
        entry = self._entries[name]
        if isinstance(entry, str):
            module, attribute = entry.split(":")
            thing: Any = getattr(importlib.import_module(module), attribute)
            self._entries[name] = thing
            return thing
        return entry

    def names(self) -> list[str]:
        """Return the known names in alphabetical order."""
        return sorted(self._entries)

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def _add(self, name: str, entry: T | str) -> None:
        if name in self._entries:
            raise ValueError(f"the {self.kind} '{name}' is registered twice")
        self._entries[name] = entry
