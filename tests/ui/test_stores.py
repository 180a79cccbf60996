import threading

import pytest

from genlab.store.ids import content_hash
from genlab.ui.stores import Shelf


def test_shelf_makes_a_thing_once_when_many_ask_together():
    shelf, made, start = Shelf[int](limit=4), [], threading.Barrier(8)

    def make() -> int:
        made.append(1)
        return 7

    def ask() -> None:
        start.wait()
        assert shelf.get("key", make) == 7

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1


def test_shelf_lets_go_of_what_was_used_longest_ago():
    shelf = Shelf[bytes](limit=10, size=len)
    made = []

    def get(key: str, size: int) -> None:
        shelf.get(key, lambda: (made.append(key), bytes(size))[1])

    get("a", 4)
    get("b", 4)
    get("a", 4)  # used again: b is now the oldest
    get("c", 4)
    get("a", 4)
    get("b", 4)
    assert made == ["a", "b", "c", "b"]


def test_shelf_keeps_one_thing_however_large():
    shelf = Shelf[bytes](limit=1, size=len)
    shelf.get("large", lambda: bytes(100))
    assert shelf.get("large", lambda: b"made again") == bytes(100)


def test_shelf_does_not_keep_an_error():
    shelf = Shelf[int](limit=4)
    with pytest.raises(OSError, match="no"):
        shelf.get("key", lambda: (_ for _ in ()).throw(OSError("no")))
    assert shelf.get("key", lambda: 3) == 3


def test_content_hash_changes_with_any_byte():
    assert content_hash(b"ab", b"c") != content_hash(b"ab", b"d")
    assert len(content_hash(b"")) == 16
