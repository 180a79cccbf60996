"""The two sides of a message are one."""

import re
from pathlib import Path

import pytest

from genlab.errors import ConfigError
from genlab.explorer import messages
from genlab.explorer.bundle import DIST, entry, files
from genlab.explorer.messages import Settled

WEB = DIST.parent / "web" / "src"


def test_explorer_data_has_the_fields_of_the_typescript_side():
    typescript = _fields("ExplorerData")
    python = messages.ExplorerData.__annotations__
    assert typescript.keys() == python.keys()
    groups = {
        "run": messages.RunInfo,
        "points": messages.PointsInfo,
        "latent": messages.LatentInfo,
        "map": messages.MapInfo,
        "models": messages.ModelUrls,
        "runtime": messages.RuntimeInfo,
    }
    for name, group in groups.items():
        assert typescript[name] == list(group.__annotations__), name
    assert list(_fields("ItemInfo")) == list(messages.ItemInfo.__annotations__)
    assert list(_fields("ColumnInfo")) == list(messages.ColumnInfo.__annotations__)
    assert list(_fields("MapsInfo")) == list(messages.MapsInfo.__annotations__)
    assert list(_fields("KeptMap")) == list(messages.KeptMap.__annotations__)
    assert list(_fields("MapSetting")) == list(messages.MapSetting.__annotations__)


def test_settled_has_the_fields_of_the_typescript_side():
    assert list(_fields("Settled")) == list(Settled.model_fields)


def test_map_choice_has_the_fields_of_the_typescript_side():
    assert list(_fields("MapChoice")) == list(messages.MapChoice.model_fields)


@pytest.mark.parametrize("name", ["Selected", "Sight", "Moment", "Kept"])
def test_what_is_selected_and_kept_has_the_fields_of_the_typescript_side(name):
    assert list(_fields(name)) == list(getattr(messages, name).model_fields)


def test_fields_and_recalls_are_told_as_the_typescript_side_reads_them():
    assert list(_fields("FieldInfo")) == list(messages.FieldInfo.__annotations__)
    assert list(_fields("Recall")) == list(messages.Recall.__annotations__)


def test_settled_is_read_from_what_the_browser_sends():
    sent = {"z": [0.5], "delta": None, "source": "map", "nearest": 3, "pins": {"a": [1.0], "b": None}, "map": [0.1, 2]}
    settled = Settled.parse(sent)
    assert settled.pins.a == [1.0]
    assert settled.map == (0.1, 2.0)


@pytest.mark.parametrize("change", [{"z": [float("nan")]}, {"z": []}, {"source": "x"}, {"more": 1}, {"map": [0.0]}])
def test_settled_refuses_what_does_not_fit(change):
    sent = {"z": [0.5], "source": "map", "map": [0.1, 2.0]}
    with pytest.raises(ConfigError):
        Settled.parse(sent | change)


def test_manifest_names_files_that_are_there_and_nothing_else_is():
    assert entry() in files()
    assert {path.name for path in DIST.iterdir()} == {*files(), "manifest.json"}


def _fields(interface: str) -> dict[str, list[str]]:
    """Field names of a TypeScript interface, each with the names one level below it."""
    text = re.sub(r"/\*.*?\*/", "", (WEB / Path("messages.ts")).read_text(), flags=re.S)
    body = text[text.index("{", text.index(f"export interface {interface} ")) :]
    found: dict[str, list[str]] = {}
    depth = 0
    for token in re.finditer(r"[{}]|(\w+)\??:", body):
        if token[0] == "{":
            depth += 1
        elif token[0] == "}":
            depth -= 1
            if depth == 0:
                break
        elif depth == 1:
            found[token[1]] = []
        elif depth == 2:
            list(found.values())[-1].append(token[1])
    return found
