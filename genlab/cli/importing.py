"""``python -m genlab import``: a model made elsewhere becomes a run."""

from __future__ import annotations

import argparse
from pathlib import Path

from genlab.cli.answers import Answer, shape_text
from genlab.cli.commands import open_store
from genlab.errors import ConfigError, DataError


def add_options(parser: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    parser.add_argument(
        "codes",
        metavar="CODES",
        help="an NPZ with an array codes (N, d), and if you have them labels (N,), items or thumbnails (N, …), logvar",
    )
    parser.add_argument("--decoder", metavar="ONNX", required=True, help="from codes (N, d) to items")
    parser.add_argument("--encoder", metavar="ONNX", help="from items to codes")
    parser.add_argument("--name", metavar="NAME", help="what to call the run; by default the file's name")
    parser.add_argument(
        "--range", metavar=("LOW", "HIGH"), nargs=2, type=float, help="which numbers are black and white (0 1)"
    )
    parser.add_argument("--label-names", metavar="NAMES", default="", help="what the classes are called, with commas")


def import_(arguments: argparse.Namespace) -> Answer:
    """Judge the files and keep them as a run; nothing in them is run."""
    from genlab.analysis.importing import import_model
    from genlab.imports import codes, graphs

    read = _read(arguments.codes, codes.MOST_BYTES)
    decoder = _read(arguments.decoder, graphs.MOST_BYTES)
    encoder = _read(arguments.encoder, graphs.MOST_BYTES) if arguments.encoder else None
    low_high = tuple(arguments.range) if arguments.range else None
    run = import_model(
        open_store(arguments),
        read,
        decoder,
        encoder,
        arguments.name or Path(arguments.codes).stem,
        low_high,
        tuple(name.strip() for name in arguments.label_names.split(",") if name.strip()),
    )
    model = run.spec.model
    facts = {"run": run.id, "name": run.name, "n_items": run.facts.n_items, "item_shape": list(run.item_shape)}
    facts |= {"latent_dim": model.latent_dim, "encoder": encoder is not None}
    words = (
        f"Imported as run {run.id}: {run.facts.n_items:,} codes of {model.latent_dim} numbers, items of "
        f"{shape_text(run.item_shape)}. Open it with `python -m genlab serve`, on Explore."
    )
    return Answer(facts, words)


def _read(path: str, most_bytes: int) -> bytes:
    """Return a file's bytes, never more than may be; the judges name the limits."""
    place = Path(path)
    if not place.is_file():
        raise ConfigError(f"There is no file '{place.name}' to import.")
    with place.open("rb") as file:
        data = file.read(most_bytes + 1)
    if len(data) > most_bytes:
        raise DataError(f"{place.name} is larger than {most_bytes >> 20} MB, the most that is taken.")
    return data
