"""What can be taken home from Explore, in which formats, and how each file is made. Knows no screen."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass

from genlab.analysis.pictures import (
    CELL_SIDE_PX,
    MOST_SCALE,
    PLANE_SCALE,
    PLANE_SIDE_PX,
    SAMPLE_SIDE_PX,
    can_draw,
    draw,
    draw_walk,
)
from genlab.analysis.take_home import ENDINGS
from genlab.exports.pictures import SHEET_SIDE_PX
from genlab.exports.scatter import SIDES_PX
from genlab.exports.stamp import MOST_FILM_PX
from genlab.jobs.client import ask
from genlab.ui.place import SHEET_SIDE, Place
from genlab.ui.scenes import Scene

TIMEOUT_S = 300.0
MIME = {
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "json": "application/json",
    "csv": "text/csv",
    "npz": "application/octet-stream",
    "zip": "application/zip",
    "safetensors": "application/octet-stream",
    "html": "text/html",
    "py": "text/x-python",
}


@dataclass(frozen=True)
class Souvenir:
    """One thing to take home.

    Attributes
    ----------
    label, about : str
        Its name and one sentence on it.
    formats : dict of str to str
        The name of each format, and what it is for.
    needs : {'nothing', 'place', 'pins'}
        What a person must have chosen on the map first.
    drawn : bool
        Whether it is a picture, so that items must be pictures or points of a plane.
    """

    label: str
    about: str
    formats: dict[str, str]
    needs: str = "nothing"
    drawn: bool = False


SOUVENIRS = {
    "sample": Souvenir("This sample", "The decoded item at this point.", {"PNG": "A picture."}, "place", True),
    "walk": Souvenir(
        "Walk from A to B",
        "The items on the way between the pins, as the path panel goes it.",
        {
            "GIF": "A film that plays everywhere; colours are brought down to 256.",
            "WebP": "A film in its exact colours, smaller; plays in browsers and newer programs.",
            "PNG": "One picture: the steps side by side, or of points the way on its plane.",
        },
        "pins",
        True,
    ),
    "sheet": Souvenir(
        "Sheet around this point",
        "12×12 decodes over the map's first two components, all else as at this point.",
        {"PNG": "A picture."},
        "place",
        True,
    ),
    "code": Souvenir("This point", "Run, checkpoint and code.", {"JSON": "A text for programs."}, "place"),
    "codes": Souvenir(
        "Codes of all items",
        "One row an item: row number, label, name, code and place on the map.",
        {"CSV": "For spreadsheets.", "NPZ": "For NumPy; exact and smaller."},
    ),
    "items": Souvenir(
        "Codes and items",
        "The codes, and with them the items' own numbers.",
        {"CSV": "For spreadsheets; large.", "NPZ": "For NumPy; exact and smaller."},
    ),
    "model": Souvenir(
        "Model",
        "The trained network, to use outside genlab.",
        {
            "ONNX": "Decoder and encoder as graphs that ONNX Runtime and many others run; of a GAN also both halves.",
            "Safetensors": "The weights by name, with the spec in the file's metadata.",
        },
    ),
    "page": Souvenir(
        "Web page",
        "This map and its decoder in one file that opens from disk, without a server or a network.",
        {"HTML": "Opens in any browser of 2024 or later; about 5 MB, more of a large model or many items."},
    ),
    "script": Souvenir(
        "Script",
        "A Python script that trains this run again, with its spec in full.",
        {"Python": "Runs where genlab is installed."},
    ),
}

FILE_NAMES = {
    ("codes", "CSV"): "codes-csv",
    ("codes", "NPZ"): "codes-npz",
    ("items", "CSV"): "items-csv",
    ("items", "NPZ"): "items-npz",
    ("model", "ONNX"): "onnx",
    ("model", "Safetensors"): "safetensors",
    ("page", "HTML"): "html",
    ("script", "Python"): "script",
}
"""What the worker calls the files that it makes (:data:`genlab.analysis.take_home.FILES`)."""


@dataclass(frozen=True)
class Options:
    """How a picture or a film is made: side of a pixel's square, items of a walk, frames a second, how it is played."""

    scale: int = 1
    steps: int = 30
    fps: float = 10.0
    loop: str = "back"


def missing(what: str, shown: Scene, place: Place | None) -> str:
    """Return what a person must do before ``what`` can be made, or an empty text."""
    wanted = SOUVENIRS[what]
    if shown.run.is_imported and what not in ("code", "codes", "page"):
        return "This model was made elsewhere and runs in the browser alone; take the codes, a code or the page."
    if wanted.drawn and not can_draw(shown.item_shape):
        return "Items of this model are neither pictures nor points of a plane; take codes and items."
    if wanted.needs == "pins" and (place is None or any(pin is None for pin in place.pins)):
        return "Pin A and B first, under the map."
    if wanted.needs != "nothing" and place is None:
        return "Click on the map first."
    return ""


def ending(what: str, form: str) -> str:
    """Return how the file ends, without a dot."""
    name = FILE_NAMES.get((what, form))
    return ENDINGS[name][1:] if name else form.lower()


def file_name(shown: Scene, what: str, form: str) -> str:
    """Return a name made by us: run id, step and what it is."""
    named = {"model": form.lower(), "script": "retrain"}.get(what, what)
    return f"genlab-{shown.run.id}-{shown.step}-{named}.{ending(what, form)}"


def scales(what: str, form: str, item_shape: tuple[int, ...], steps: int) -> tuple[int, int]:
    """Return the scale that suits a picture or film, and the largest it may have."""
    if item_shape == (2,):
        return PLANE_SCALE, SIDES_PX[1] // PLANE_SIDE_PX
    _, height, width = item_shape
    if what == "walk" and form != "PNG":
        most = math.isqrt(MOST_FILM_PX // (2 * steps * height * width))  # there and back has twice the frames
        side = SAMPLE_SIDE_PX
    else:
        count = {"sample": 1, "sheet": SHEET_SIDE, "walk": steps}[what]
        most = SHEET_SIDE_PX // (count * (max(height, width) + 1))
        side = SAMPLE_SIDE_PX if what == "sample" else CELL_SIDE_PX
    most = max(1, min(MOST_SCALE, most))
    return min(max(1, round(side / height)), most), most


def maker(what: str, form: str, shown: Scene, place: Place | None, options: Options) -> Callable[[], bytes]:
    """Return what makes the file when it is called; slow ones are made outside the server's process.

    Raises
    ------
    JobError
        When called: with the worker's sentence.
    """

    def made() -> bytes:
        name = FILE_NAMES.get((what, form))
        if name is not None:
            return _fetched(shown, "take", name=name)
        assert place is not None  # noqa: S101 - missing() was asked
        if what == "walk" and form != "PNG":
            return _film(place, form.lower(), options)
        return _drawn(what, place, options)

    return made


def _drawn(what: str, place: Place, options: Options) -> bytes:
    if what == "code":
        return coordinates(place)
    if what == "walk":
        walk = place.walk(options.steps)
        assert walk is not None  # noqa: S101 - missing() was asked
        return draw_walk(walk.items, walk.provenance, walk.background, options.scale)
    items = place.item[None] if what == "sample" else place.sheet()
    columns = 1 if what == "sample" else math.isqrt(len(items))
    return draw(items, place.provenance, columns, scale=options.scale)


def _film(place: Place, form: str, options: Options) -> bytes:
    a, b = place.pins
    assert a is not None and b is not None  # noqa: S101, PT018 - missing() was asked
    return _fetched(
        place.scene,
        "film",
        a=a.tolist(),
        b=b.tolist(),
        path=place.path,
        steps=options.steps,
        ending=form,
        fps=options.fps,
        loop=options.loop,
        scale=options.scale,
    )


def _fetched(shown: Scene, kind: str, **arguments: object) -> bytes:
    """Return the file that the worker makes and leaves in the run."""
    run = shown.run
    answer = ask(run.store, kind, TIMEOUT_S, run=run.id, step=shown.step, **arguments)
    return run.fetch(str(answer["left"]))


def coordinates(place: Place) -> bytes:
    """Return run, checkpoint, z and, for a GAN, the offset in its activations, as JSON."""
    facts: dict[str, object] = {"run": place.scene.run.id, "step": place.scene.step, "z": place.z.tolist()}
    if place.delta is not None:
        facts["delta"] = place.delta.tolist()
    return json.dumps(facts, indent=2).encode()
