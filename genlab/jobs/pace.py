"""How often: steps in handfuls short enough to obey at once, and extras that stay within their share of the time."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from genlab.errors import GenlabError

LOOK_S = 0.02
"""Seconds between two looks for orders while paused."""
HANDFUL_S = 0.025
"""Seconds a handful of steps should take; orders are looked at between two of them."""


class Handful:
    """How many steps to take at a time.

    Attributes
    ----------
    size : int
        One at first, so that the first report comes at once; then what took :data:`HANDFUL_S` lately, growing by no
        more than a factor of two.
    """

    def __init__(self) -> None:
        self.size = 1

    def learn(self, n: int, took_s: float) -> None:
        """Take into account that ``n`` steps took ``took_s`` seconds."""
        self.size = max(1, min(2 * n, int(n * HANDFUL_S / max(took_s, 1e-9))))


class Turn:
    """When something may happen again: no sooner than ``every_s`` later, and for no more than ``share`` of the time.

    Parameters
    ----------
    every_s : float
        Least seconds from the end of one turn to the next.
    share : float
        Largest share of the time all turns may take, 0 to 1: what took long waits long.
    at_latest_s : float
        No wait is longer, whatever the share: one turn that the system held up must not leave people in the dark.
    """

    def __init__(self, every_s: float, share: float, at_latest_s: float = math.inf) -> None:
        self.every_s = every_s
        self.share = share
        self.at_latest_s = at_latest_s
        self._next = 0.0

    def is_due(self) -> bool:
        """Tell whether the next turn may begin."""
        return time.perf_counter() >= self._next

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Take the turn for the time of a ``with`` block, due or not."""
        began = time.perf_counter()
        try:
            yield
        finally:
            ended = time.perf_counter()
            self._next = ended + max(self.every_s, min(self.at_latest_s, (ended - began) / self.share))


class Milestones:
    """Steps at which a checkpoint is worth having, so that a training can be looked through from its beginning.

    They lie evenly over the logarithm of steps, because most happens early. One is passed over rather than waited for
    where keeping has taken more than :data:`FREE_S` seconds and its share of the time.

    Parameters
    ----------
    total_steps : int
    after : int
        Steps already taken: none is kept again up to there.
    share : float
        Largest share of the time they may take, 0 to 1.
    """

    COUNT = 18
    FREE_S = 0.15

    def __init__(self, total_steps: int, after: int = 0, share: float = 0.03) -> None:
        self._share = share
        steps = {round(max(1, total_steps) ** (i / self.COUNT)) for i in range(self.COUNT)}
        self._steps = sorted(step for step in steps if step > after)
        self._spent_s = 0.0

    def is_due(self, step: int, seconds: float) -> bool:
        """Tell whether one has been reached after ``step`` steps and ``seconds`` of training, and may be kept."""
        reached = bool(self._steps) and step >= self._steps[0]
        return reached and self._spent_s <= self.FREE_S + self._share * seconds

    @contextmanager
    def taken(self, step: int) -> Iterator[None]:
        """Keep one for the time of a ``with`` block; the next is the first beyond ``step``."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self._spent_s += time.perf_counter() - began
            self._steps = [later for later in self._steps if later > step]


@contextmanager
def beating(beat: Callable[[], object], every_s: float) -> Iterator[None]:
    """Call ``beat`` every so often, in a thread, while a ``with`` block does something long in one piece.

    The block must not do itself what ``beat`` does; a beat that fails is left to the block's own next one to tell.
    """
    done = threading.Event()

    def go_on() -> None:
        with suppress(GenlabError):
            while not done.wait(every_s):
                beat()

    thread = threading.Thread(target=go_on, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


class Stopwatch:
    """Seconds of training, pauses left out.

    Parameters
    ----------
    seconds : float
        What earlier lives of the training took.
    """

    def __init__(self, seconds: float = 0.0) -> None:
        self._before = seconds
        self._since: float | None = time.perf_counter()

    @property
    def seconds(self) -> float:
        """Seconds so far."""
        return self._before + (time.perf_counter() - self._since if self._since is not None else 0.0)

    def set_to(self, seconds: float) -> None:
        """Show ``seconds``, running or standing still as before."""
        self._before = seconds
        if self._since is not None:
            self._since = time.perf_counter()

    def pause(self) -> None:
        """Stand still; twice is the same as once."""
        self._before, self._since = self.seconds, None

    def go_on(self) -> None:
        """Run again."""
        if self._since is None:
            self._since = time.perf_counter()
