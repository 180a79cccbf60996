"""``interpolate`` and ``export``: what is taken home of a run."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from genlab.analysis.pictures import LOOPS
from genlab.cli.answers import Answer, known_suffix, save, save_arrays
from genlab.errors import ConfigError

FORMATS = {
    "onnx": (".onnx", ".zip"),
    "safetensors": (".safetensors",),
    "html": (".html", ".htm"),
    "script": (".py",),
    "codes": (".npz", ".csv"),
    "items": (".npz", ".csv"),
}
"""What can be exported, and how its file may end."""

ABOUT_FORMATS = """what --format takes:

  onnx         a .onnx file of one graph (--graph), or a .zip of all: decoder z to x; an autoencoder's encoder x to mu
               and logvar; of a GAN also enter and decoder-from-activations
  safetensors  the weights, with the spec and the item's shape in the file's metadata
  html         one page with the map and the decoder that opens from disk, without a server or a network
  script       a Python script that trains the run again
  codes        codes, labels and map as .npz or .csv, one row an item of the data (or a GAN's samples)
  items        the same with the items themselves"""


def add_commands(add: Any) -> None:
    """Give the parser both commands; ``add`` makes one of name, function, text and epilog."""
    walk = add("interpolate", interpolate, "walk from one item's code to another's: a film or a strip")
    walk.add_argument("run", metavar="RUN", help="a run's id; `runs` lists them")
    rows = "row of the data, from 0; for a GAN of its 2,048 samples"
    walk.add_argument("--from", metavar="ROW", dest="start", type=int, required=True, help=f"where to begin: {rows}")
    walk.add_argument("--to", metavar="ROW", dest="end", type=int, required=True, help="where to end, alike")
    walk.add_argument(
        "--path", metavar="lerp|slerp", help="straight, or on a sphere; by default slerp for a GAN, else lerp"
    )
    walk.add_argument("--steps", metavar="N", type=int, default=16, help="items on the way, both ends included (16)")
    walk.add_argument(
        "--out", metavar="FILE", required=True, help="where to write: .gif or .webp a film, .png a strip, .npz arrays"
    )
    walk.add_argument("--speed", metavar="FPS", type=float, default=10.0, help="frames a second of a film (10)")
    loops = "|".join(LOOPS)
    walk.add_argument("--loop", metavar=loops, default="loop", help="play a film once, again and again, or to and fro")
    walk.add_argument(
        "--scale", metavar="N", type=int, help="side of the square a pixel becomes; of points: times 120 px"
    )

    out = add("export", export, "write a run's model, codes, page or script to a file", ABOUT_FORMATS)
    out.add_argument("run", metavar="RUN", help="a run's id; `runs` lists them")
    out.add_argument("--format", metavar="|".join(FORMATS), required=True, help="what to write, see below")
    out.add_argument("--out", metavar="FILE", required=True, help="where to write")
    out.add_argument("--graph", metavar="NAME", help="which graph a .onnx file holds (decoder)")


def interpolate(arguments: argparse.Namespace) -> Answer:
    """Walk between two items and write the walk."""
    from genlab.cli.commands import open_store

    suffix = known_suffix(arguments.out, ".gif", ".webp", ".png", ".npz")
    if arguments.loop not in LOOPS:
        raise ConfigError(f"--loop takes {', '.join(LOOPS)}, got '{arguments.loop[:40]}'.")
    run = open_store(arguments).run(arguments.run)
    from genlab.analysis.pictures import draw_walk, film
    from genlab.analysis.take_home import scene_of
    from genlab.analysis.walking import walk_between_rows

    walk = walk_between_rows(scene_of(run), arguments.start, arguments.end, arguments.steps, arguments.path)
    if suffix == ".npz":
        save_arrays(arguments.out, {"x": walk.items, "z": walk.codes})
    elif suffix == ".png":
        save(arguments.out, draw_walk(walk.items, walk.provenance, walk.background, arguments.scale))
    else:
        made = film(
            walk.items,
            suffix[1:],
            walk.provenance,
            arguments.speed,
            arguments.loop,
            walk.background,
            arguments.scale,
        )
        save(arguments.out, made)
    found = {"run": run.id, "from": arguments.start, "to": arguments.end, "path": walk.path, "steps": arguments.steps}
    return Answer({"out": arguments.out, **found}, f"Wrote {arguments.out}")


def export(arguments: argparse.Namespace) -> Answer:
    """Write one of a run's files."""
    from genlab.cli.commands import open_store

    form = arguments.format
    if form not in FORMATS:
        raise ConfigError(f"--format takes {', '.join(FORMATS)}, got '{form[:40]}'.")
    suffix = known_suffix(arguments.out, *FORMATS[form])
    if arguments.graph is not None and suffix != ".onnx":
        raise ConfigError("--graph chooses what a .onnx file holds; leave it out here.")
    run = open_store(arguments).run(arguments.run)
    from genlab.analysis.take_home import onnx_graph, scene_of, take

    if suffix == ".onnx":
        data = onnx_graph(scene_of(run), arguments.graph or "decoder")
    else:
        data = take(run, f"{form}-{suffix[1:]}" if form in ("codes", "items") else form)
    save(arguments.out, data)
    value = {"out": arguments.out, "run": run.id, "format": form, "bytes": len(data)}
    return Answer(value, f"Wrote {Path(arguments.out)}")
