"""What each command but ``train`` does: ask the rooms below, and put their answer in words."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from genlab.cli.answers import Answer, known_suffix, save, save_arrays, shape_text, table
from genlab.errors import CapabilityError, ConfigError, DataError, StoreError, closest

if TYPE_CHECKING:
    from genlab.store import Run, Store

APP = Path(__file__).resolve().parents[2] / "app.py"
HOST = "127.0.0.1"
LARGEST = 1e30
"""Largest number of a code: well within float32, and far beyond where any decoder has learned anything."""


def open_store(arguments: argparse.Namespace) -> Store:
    """Open the store of ``--runs``, by default the usual one."""
    from genlab.store import default_store

    place = getattr(arguments, "runs", None)
    return default_store(Path(place) if place is not None else None)


def data(arguments: argparse.Namespace) -> Answer:
    """Describe a data set."""
    from genlab.cli.own_data import open_data
    from genlab.data.summary import class_counts, describe

    dataset, _ = open_data(arguments)
    facts, counts = describe(dataset), class_counts(dataset)
    shown = {**facts, "n_items": f"{len(dataset):,}", "item_shape": shape_text(dataset.item_shape)}
    classes = [(f"class {name}", f"{count:,}") for name, count in counts.items()]
    return Answer({**facts, "class_counts": counts}, table([*shown.items(), *classes]))


def runs(arguments: argparse.Namespace) -> Answer:
    """List the runs, own ones newest first, then the gallery's."""
    found = open_store(arguments).runs()
    fields = ("name", "state", "epoch", "total_epochs", "preset", "data", "seconds", "created", "gallery", "error")
    value = [{"run": run.id, **{field: getattr(run, field) for field in fields}} for run in found]
    rows = [
        (
            run.id,
            run.state,
            f"{run.epoch:.4g} of {run.total_epochs:g}" if run.total_epochs else "-",
            run.name,
            run.error,
        )
        for run in found
    ]
    return Answer(value, table([("RUN", "STATE", "EPOCH", "NAME", ""), *rows]) if rows else "No runs yet.")


def encode(arguments: argparse.Namespace) -> Answer:
    """Encode items with a run's model."""
    known_suffix(arguments.out, ".npz")
    run = open_store(arguments).run(arguments.run)
    from genlab.analysis.checkpoints import model_at
    from genlab.analysis.codes import encode as encode_with
    from genlab.analysis.codes import named_labels
    from genlab.cli.fetching import downloaded
    from genlab.cli.own_data import (
        as_recorded,
        read_config,
        refuse_what_does_not_apply,
        repeat,
        say_what_was_left_out,
    )
    from genlab.data.arrays import check_pixels
    from genlab.data.named import is_known
    from genlab.data.resolve import resolve

    model = model_at(run)
    if not model.has_encoder:
        raise CapabilityError(f"Run {run.id} has no encoder, so it cannot turn items into codes; use a VAE's run.")
    reading = read_config(arguments, as_recorded(run.facts))
    given = downloaded(arguments) or resolve(arguments.data, arguments.labels, reading)
    refuse_what_does_not_apply(arguments, given, not is_known(arguments.data))
    say_what_was_left_out(given)
    dataset = repeat(given, run.facts.recipe)
    if dataset.item_shape != run.item_shape:
        raise DataError(
            f"Run {run.id} learned items of shape {shape_text(run.item_shape)}, but '{dataset.name}' has items of "
            f"shape {shape_text(dataset.item_shape)}; give items of the run's shape."
        )
    recipe = run.facts.recipe
    if not any(link.scaling for link in (recipe.links if recipe else ())):  # scaled ones may go a little beyond
        check_pixels(dataset)
    arrays = encode_with(model, dataset)
    if dataset.file_rows is not None:
        arrays["rows"] = dataset.file_rows
    arrays |= named_labels(dataset.labels, dataset.label_names, run.facts.label_names, len(dataset))
    save_arrays(arguments.out, arrays)
    return _saved(arguments.out, run, {"n_items": len(dataset), "arrays": sorted(arrays)})


def sample(arguments: argparse.Namespace) -> Answer:
    """Draw items where a model draws well, as Explore does, or from its prior."""
    suffix = known_suffix(arguments.out, ".npz", ".png")
    run = open_store(arguments).run(arguments.run)
    from genlab.analysis.checkpoints import model_at, step_of
    from genlab.analysis.pictures import draw
    from genlab.analysis.sampling import SOURCE_WORDS, sample_from, usual_source
    from genlab.exports.provenance import Provenance, code_text

    label = _label(run, arguments.label)
    source = arguments.source or usual_source(model_at(run))
    if source == "prior" and not run.spec.has_prior:
        print("A plain autoencoder has no prior; standard normal codes are decoded.", file=sys.stderr)
    found = sample_from(run, source, arguments.n, arguments.seed, label)
    if suffix == ".npz":
        save_arrays(arguments.out, found)
    else:
        codes = code_text(found["z"][0]) if arguments.n == 1 else ""
        seed = f"{arguments.seed}{SOURCE_WORDS[source]}"
        provenance = Provenance.of(run, step_of(run), seed=seed, code=codes)
        save(arguments.out, draw(found["x"], provenance, scale=arguments.scale))
    return _saved(arguments.out, run, {"n": arguments.n, "seed": arguments.seed, "from": source})


def decode(arguments: argparse.Namespace) -> Answer:
    """Decode one code."""
    suffix = known_suffix(arguments.out, ".npz", ".png")
    z = _numbers(arguments.z)
    run = open_store(arguments).run(arguments.run)
    model, label = run.spec.model, _label(run, arguments.label)
    expected = model.code_size if label is None else model.latent_dim
    if len(z) != expected:
        told = f" and {model.n_classes} classes" if expected > model.latent_dim else ""
        raise ConfigError(
            f"Run {run.id} has latent_dim {model.latent_dim}{told}, so --z takes {expected} numbers, got {len(z)}."
        )
    if label is not None:
        z += [float(i == label) for i in range(model.n_classes)]
    import numpy as np

    from genlab.analysis.checkpoints import step_of
    from genlab.analysis.decoding import decoder_of
    from genlab.analysis.graphs import ensure_graphs
    from genlab.analysis.pictures import SAMPLE_SIDE_PX, draw
    from genlab.exports.provenance import Provenance, code_text

    ensure_graphs(run)
    code = np.array([z], dtype=np.float32)
    x = decoder_of(run).items(code)
    if suffix == ".npz":
        save_arrays(arguments.out, {"x": x, "z": code})
    else:
        provenance = Provenance.of(run, step_of(run), code=code_text(z))
        save(arguments.out, draw(x, provenance, side_px=SAMPLE_SIDE_PX, scale=arguments.scale))
    return _saved(arguments.out, run, {"z": z})


def evaluate(arguments: argparse.Namespace) -> Answer:
    """Measure a run."""
    run = open_store(arguments).run(arguments.run)
    from genlab.analysis.evaluation import evaluate as measure

    figures = measure(run)
    rows = [(name, f"{value:.5g}") for name, value in figures.items()]
    return Answer(figures, table(rows) if rows else f"No measure applies to run {run.id}.")


def serve(arguments: argparse.Namespace) -> NoReturn:
    """Run the app until it is ended; its own words go to standard error."""
    if not APP.is_file():
        raise StoreError("app.py is not beside the genlab package; serve from a clone of the repository.")
    if not 1 <= arguments.port <= 65535:
        raise ConfigError(f"--port must be between 1 and 65535, got {arguments.port}.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, arguments.port))
        except OSError as error:
            reason = f"Port {arguments.port} cannot be used ({error.strerror}); give another with --port."
            raise ConfigError(reason) from None
    environment = {**os.environ, "GENLAB_RUNS": str(open_store(arguments).root)}
    options = [f"--server.address={HOST}", f"--server.port={arguments.port}"]
    print(f"genlab is served at http://{HOST}:{arguments.port}", file=sys.stderr)
    os.dup2(2, 1)  # the server's own words are not an answer
    os.chdir(APP.parent)
    # the server takes this process's place, so that whoever ends the command ends the server
    os.execve(sys.executable, [sys.executable, "-m", "streamlit", "run", str(APP), *options], environment)


def _label(run: Run, name: str | None) -> int | None:
    """Return the class that ``--class`` names, as a number; None where it was not given."""
    if name is None:
        return None
    if run.spec.model.n_classes == 0:
        raise ConfigError(f"Run {run.id} is told no classes; leave out --class.")
    names = run.facts.label_names
    if name not in names:
        raise ConfigError(f"Unknown class '{name}'. Known: {', '.join(names)}.{closest(name, list(names))}")
    return names.index(name)


def _numbers(text: str) -> list[float]:
    try:
        numbers = [float(part) for part in text.strip().strip("[]()").split(",")]
    except ValueError:
        raise ConfigError(f"--z takes numbers with commas between, such as \"0.1,-1.2\", got '{text[:60]}'.") from None
    if not all(abs(number) <= LARGEST for number in numbers):
        raise ConfigError(f"--z takes finite numbers of at most {LARGEST:.0e} either way, got '{text[:60]}'.")
    return numbers


def _saved(path: str, run: Run, facts: Mapping[str, object]) -> Answer:
    return Answer({"out": path, "run": run.id, **facts}, f"Wrote {path}")
