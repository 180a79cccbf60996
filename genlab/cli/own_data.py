"""``--data`` and the options beside it: how a person's own files are read, and how any data is prepared."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any, TypeVar

from genlab.config import Config, Leaf
from genlab.data.preprocess import PreprocessConfig, Recipe
from genlab.data.readers.options import ReadConfig
from genlab.errors import ConfigError

if TYPE_CHECKING:
    from genlab.data.dataset import Dataset
    from genlab.store import DatasetFacts

C = TypeVar("C", bound=Config)
OF_TABLES = ("label_column", "columns", "missing")
OF_PICTURES = ("size", "fit", "color", "background", "invert")
FORMS = "a known data set, or an IDX, NPY, NPZ or CSV file, or a folder or zip of pictures, of your own"


def add_options(parser: argparse.ArgumentParser, prepares: bool) -> None:
    """Give a command the options of :class:`ReadConfig` and, if it ``prepares``, of :class:`PreprocessConfig`."""
    parser.add_argument("--labels", metavar="PATH", help="a file of classes: IDX, NPY or NPZ of numbers, or CSV")
    group = parser.add_argument_group("reading and preparing data" if prepares else "reading own data")
    leaves = {leaf.name: leaf for leaf in ReadConfig().leaves()}
    if prepares:
        leaves |= {leaf.name: leaf for leaf in PreprocessConfig().leaves() if leaf.name not in leaves}
    for leaf in leaves.values():
        if leaf.name != "seed":  # a training has a seed of its own
            group.add_argument(_option(leaf.name), dest=f"data_{leaf.name}", help=leaf.description, **_kind(leaf))


def read_config(arguments: argparse.Namespace, recorded: ReadConfig | None = None) -> ReadConfig:
    """Return how files are to be read: as the options say, else as ``recorded``, else by default."""
    return _given(arguments, recorded or ReadConfig())


def as_recorded(facts: DatasetFacts) -> ReadConfig:
    """Return how new items for a run are read: as its own were, the same columns in their order, no classes."""
    read = facts.recipe.links[0].read if facts.recipe else None
    return (read or ReadConfig()).model_copy(update={"label_column": "", "columns": facts.feature_names})


def open_data(arguments: argparse.Namespace) -> tuple[Dataset, Recipe | None]:
    """Return the data of ``--data``, prepared as the options say, and how; no recipe where nothing was asked.

    Raises
    ------
    GenlabError
        If it cannot be found, read or prepared so.
    """
    from genlab.cli.fetching import downloaded
    from genlab.data.named import is_known
    from genlab.data.resolve import resolve

    reading = read_config(arguments)
    return prepared(
        downloaded(arguments) or resolve(arguments.data, arguments.labels, reading),
        arguments,
        None if is_known(arguments.data) else reading,
    )


def prepared(
    dataset: Dataset, arguments: argparse.Namespace, reading: ReadConfig | None
) -> tuple[Dataset, Recipe | None]:
    """Return ``dataset`` prepared as the options say, and how; no recipe where nothing was asked."""
    from genlab.data.preprocess import prepare

    refuse_what_does_not_apply(arguments, dataset, reading is not None)
    plan = _preparation(arguments, dataset)
    if plan == PreprocessConfig():
        asked = reading is not None and reading != ReadConfig()
        return dataset, Recipe(of=dataset.name, fingerprint=dataset.fingerprint, read=reading) if asked else None
    return prepare(dataset, plan, reading)


def refuse_what_does_not_apply(arguments: argparse.Namespace, dataset: Dataset, was_read: bool) -> None:
    """Refuse options for another kind of data than ``dataset``, read from a file just now or known before.

    Raises
    ------
    ConfigError
        Naming the option.
    """
    from genlab.data.dataset import Modality

    is_picture = dataset.modality is Modality.IMAGE
    kind = "pictures" if is_picture else "numbers"
    foreign = {} if is_picture else dict.fromkeys(OF_PICTURES, f"holds {kind}, not pictures")
    if not was_read:
        foreign |= dict.fromkeys(OF_TABLES, "is known and not read from a table")
    elif not dataset.feature_names:
        in_labels = ("label_column",) if arguments.labels is not None else ()
        foreign |= {name: f"holds {kind}, and is no table" for name in OF_TABLES if name not in in_labels}
    for name, reason in foreign.items():
        if getattr(arguments, f"data_{name}", None) is not None:
            raise ConfigError(f"'{dataset.name}' {reason}; leave out {_option(name)}.")


def say_what_was_left_out(dataset: Dataset) -> None:
    """Tell a person what reading a file left out or filled in."""
    notes = dataset.source.partition("; prepared: ")[0].partition("; ")[2]
    if notes:
        print(f"Read '{dataset.name}': {notes}.", file=sys.stderr)


def repeat(dataset: Dataset, recipe: Recipe | None) -> Dataset:
    """Put new items through what a run's data went through: colour, size, inversion and the scale found then."""
    from genlab.data.preprocess import transform

    every_item = {"classes": (), "balance": False, "items": 0}
    for link in recipe.links if recipe else ():
        repeated = link.prepare.model_copy(update=every_item)
        if repeated.words:
            print(f"Prepared as the run's own data: {repeated.words}.", file=sys.stderr)
            dataset = transform(dataset, repeated, link.scaling)
    return dataset


def _preparation(arguments: argparse.Namespace, dataset: Dataset) -> PreprocessConfig:
    """Return the steps asked for; colour and size of pictures in files are settled while they are read."""
    from genlab.data.dataset import Modality

    color = getattr(arguments, "data_color", None)
    plan = _given(arguments, PreprocessConfig(), leave=("color", "seed"))
    if color in ("grey", "colour") and dataset.modality is Modality.IMAGE:
        plan = plan.model_copy(update={"color": color})
    return plan


def _given(arguments: argparse.Namespace, base: C, leave: tuple[str, ...] = ()) -> C:
    given: dict[str, Any] = {}
    for leaf in base.leaves():
        value = getattr(arguments, f"data_{leaf.name}", None)
        if value is not None and leaf.name not in leave:
            given[leaf.name] = leaf.from_text(value) if isinstance(value, str) else value
    return base.override(given)


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")


def _kind(leaf: Leaf) -> dict[str, Any]:
    if leaf.kind == "bool":
        return {"action": "store_true", "default": None}
    if leaf.kind == "choice":
        return {"metavar": "|".join(leaf.choices)}
    return {"metavar": {"ints": "NAMES", "int": "N"}.get(leaf.kind, "NAME")}
