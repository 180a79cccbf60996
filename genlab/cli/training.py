"""``train``: the worker in the foreground."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from genlab.cli.answers import INTERRUPTED, Answer, table
from genlab.errors import ConfigError

if TYPE_CHECKING:
    from genlab.data.dataset import Dataset
    from genlab.store import Run, RunStatus, Store
    from genlab.training.config import DataConfig
    from genlab.training.trainer import StepReport


INHERITED = ("data", "labels", "model", "set", "seed", "device")
"""Options that a run which goes on with another's settings does not take."""


def train(arguments: argparse.Namespace) -> Answer:
    """Train a new run, or go on with one; Ctrl-C stops it with a checkpoint, and so does a page."""
    from genlab.cli.commands import open_store

    store = open_store(arguments)
    _check(arguments)
    from genlab.jobs import worker  # seconds of loading, before there is a run to leave behind

    run = _run(store, arguments)
    if not arguments.resume:
        print(f"Run {run.id}", file=sys.stderr)
    status = _train(worker.train, run)
    records = run.metrics()
    figures, held_out = _last(records, "values"), _last(records, "held_out")
    value = {
        "run": run.id,
        "name": run.name,
        "state": status.state,
        "step": status.step,
        "epoch": status.epoch,
        "seconds": status.seconds,
        **figures,
        "held_out": held_out,
    }
    rows = [(name, f"{number:.5g}") for name, number in figures.items()]
    rows += [(f"held-out {name}", f"{number:.5g}") for name, number in held_out.items()]
    text = f"Run {run.id} {status.state} after {status.epoch:g} epochs in {status.seconds:.1f} s.\n{table(rows)}"
    if status.state == "stopped":
        print(f"Go on with: python -m genlab train --resume {run.id}", file=sys.stderr)
    return Answer(value, text.rstrip(), INTERRUPTED if status.state == "stopped" else 0)


def _last(records: list[dict[str, Any]], key: str) -> dict[str, float]:
    return next((record[key] for record in reversed(records) if record.get(key)), {})


def _train(work: Callable[..., RunStatus], run: Run) -> RunStatus:
    from tqdm import tqdm

    with tqdm(unit="step", disable=None, dynamic_ncols=True) as bar:  # shown on a terminal only

        def show(report: StepReport, status: RunStatus) -> None:
            bar.total = status.total_steps
            bar.set_postfix({name: f"{value:.4g}" for name, value in report.values.items()}, refresh=False)
            bar.update(report.step - bar.n)

        return work(run, on_report=show)


def _check(arguments: argparse.Namespace) -> None:
    """Refuse what is missing or does not go together before anything is loaded."""
    from genlab.training.presets import PRESETS

    if arguments.parent:
        given = _first_given(arguments, *INHERITED, "resume")
        if given or arguments.epochs is None:
            reason = f"leave out --{given}" if given else "say how many more with --epochs"
            raise ConfigError(f"--from goes on with another run's settings for more epochs; {reason}.")
        return
    if arguments.resume:
        given = _first_given(arguments, *INHERITED, "epochs", "name")
        if given:
            raise ConfigError(f"--resume goes on with the run's own settings; leave out --{given}.")
        return
    if arguments.data is None or arguments.model is None:
        raise ConfigError("A training needs --data and --model, or --resume with a run to go on with.")
    PRESETS.get(arguments.model)


def _first_given(arguments: argparse.Namespace, *names: str) -> str | None:
    """Return the first of the options ``names``, or of those about reading and preparing data, that was given."""
    of_data = [name for name in vars(arguments) if name.startswith("data_")]
    given = next((name for name in (*names, *of_data) if getattr(arguments, name) is not None), None)
    return given and given.removeprefix("data_").replace("_", "-")


def _run(store: Store, arguments: argparse.Namespace) -> Run:
    """Return the run to train: a known one, a new one that begins at another's end, or a new one."""
    if arguments.resume:
        return store.run(arguments.resume)
    if arguments.parent:
        return store.train_on(arguments.parent, arguments.epochs, name=arguments.name or "")
    return _create(store, arguments)


def _create(store: Store, arguments: argparse.Namespace) -> Run:
    from genlab.training.build import check
    from genlab.training.presets import spec_for

    changes: dict[str, str] = {}
    for setting in arguments.set or []:
        key, equals, text = setting.partition("=")
        if not equals or not key.strip():
            raise ConfigError(f"--set takes key=value, got '{setting}'.")
        _note(changes, key.strip(), text.strip())
    for option in ("epochs", "seed", "device"):
        if (value := getattr(arguments, option)) is not None:
            _note(changes, f"training.{option}", str(value))
    dataset, data = _open(store, arguments)
    spec = spec_for(arguments.model, dataset, data, changes)
    if spec.data.name != data.name:
        raise ConfigError(f"--data chooses the data, not --set; got '{spec.data.name}'.")
    check(spec, dataset)
    return store.create_run(spec, name=arguments.name or "")


def _note(changes: dict[str, str], key: str, text: str) -> None:
    """Add a setting, refusing one that was given before, in full or by its last name."""
    if any(key == known or key.endswith(f".{known}") or known.endswith(f".{key}") for known in changes):
        raise ConfigError(f"'{key.rpartition('.')[2]}' is given twice; give it once.")
    changes[key] = text


def _open(store: Store, arguments: argparse.Namespace) -> tuple[Dataset, DataConfig]:
    """Open a named data set, an own one by its id, or a file; what was read or prepared, the store then keeps."""
    from genlab.cli.own_data import open_data, prepared, say_what_was_left_out
    from genlab.data.named import is_known
    from genlab.training.config import DataConfig

    name = arguments.data
    if arguments.labels is None and any(known.id == name for known in store.sets.all()):
        data = DataConfig(name=name, own=True)
        dataset, recipe = prepared(store.sets.load(data), arguments, None)
        if recipe is None:
            return dataset, data
    else:
        dataset, recipe = open_data(arguments)
        if is_known(name) and recipe is None:
            return dataset, DataConfig(name=name)
        say_what_was_left_out(dataset)
    data = DataConfig(name=store.sets.add(dataset, recipe), own=True)
    return store.sets.load(data), data
