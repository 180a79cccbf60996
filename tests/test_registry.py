import pytest

from genlab.errors import UnknownNameError
from genlab.registry import Registry


def test_registry_returns_what_was_registered_and_lists_names_in_order():
    things: Registry[int] = Registry("thing")
    things.register("two")(2)
    things.register("one")(1)
    assert things.get("two") == 2
    assert things.names() == ["one", "two"]
    assert "one" in things


def test_unknown_name_lists_the_known_ones_and_the_closest():
    things: Registry[int] = Registry("model")
    for name in ("ae", "gan", "vae"):
        things.register(name)(0)
    with pytest.raises(UnknownNameError, match="Unknown model 'vea'. Known: ae, gan, vae. Did you mean 'vae'?"):
        things.get("vea")


def test_lazy_entry_is_imported_when_first_asked_for():
    things: Registry[object] = Registry("thing")
    things.register_lazy("path", "pathlib:Path")
    from pathlib import Path

    assert things.get("path") is Path


def test_a_name_registered_twice_is_a_bug():
    things: Registry[int] = Registry("thing")
    things.register("one")(1)
    with pytest.raises(ValueError, match="twice"):
        things.register("one")(1)
